import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

/** A program to run. Standard input is always closed: nothing here may wait for an answer. */
export interface Program {
	readonly command: string;
	readonly args: readonly string[];
	readonly cwd?: string;
	readonly env?: NodeJS.ProcessEnv;
	/** Called with each whole line of standard output and standard error, without its line end. */
	readonly onLine?: (line: string) => void;
	/** Milliseconds until it is ended; none if absent. */
	readonly timeout?: number;
}

/** How a program ended: everything it printed, and `code` 0 if all was well. A program that cannot be started has code 127. */
export interface Finished {
	readonly code: number;
	readonly output: string;
}

/** Runs a program to its end, or to ours if that comes first. Never rejects. */
export function runProcess(program: Program): Promise<Finished> {
	return new Promise(resolve => {
		const child = spawn(program.command, program.args, {
			cwd: program.cwd,
			env: program.env ?? process.env,
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: needsShell(program.command),
			detached: process.platform !== 'win32',
		});
		const output = collectLines(child, program.onLine);
		const endWithUs = (): void => {
			endProcess(child);
		};
		process.on('exit', endWithUs);
		const timer = program.timeout === undefined ? undefined : setTimeout(endProcess, program.timeout, child);
		const finish = (code: number): void => {
			clearTimeout(timer);
			process.off('exit', endWithUs);
			resolve({ code, output: output() });
		};
		child.on('error', () => {
			finish(127);
		});
		child.on('close', code => {
			finish(code ?? 1);
		});
	});
}

/** Windows starts scripts (`npm.cmd`) only through its shell. */
export function needsShell(command: string): boolean {
	return process.platform === 'win32' && !command.toLowerCase().endsWith('.exe');
}

/** Ends a program and what it started, if it was started `detached`. */
export function endProcess(child: ChildProcess): void {
	if (child.pid === undefined || child.exitCode !== null) {
		return;
	}
	if (process.platform === 'win32') {
		spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
		return;
	}
	try {
		process.kill(-child.pid, 'SIGTERM');
	} catch {
		child.kill('SIGTERM');
	}
}

/** Hands out whole lines as they come, and gives a function that returns everything so far. */
export function collectLines(child: ChildProcess, onLine: (line: string) => void = () => undefined): () => string {
	let all = '';
	for (const stream of [child.stdout, child.stderr]) {
		let rest = '';
		stream?.setEncoding('utf8');
		stream?.on('data', (chunk: string) => {
			all += chunk;
			const lines = (rest + chunk).split(/\r?\n/);
			rest = lines.pop() ?? '';
			lines.forEach(line => {
				onLine(line);
			});
		});
		stream?.on('end', () => {
			if (rest !== '') {
				onLine(rest);
			}
		});
	}
	return () => all;
}

/** A program that runs. */
export interface RunningProgram {
	readonly pid: number;
	readonly command: string;
}

/** What a program has started, and what that has, by the list that `ps` gives; `[]` where there is no `ps`. */
export function processesBelow(pid: number): readonly RunningProgram[] {
	const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' });
	const all = stdout.split('\n').flatMap(line => {
		const [, own, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? [];
		return command === undefined ? [] : [{ pid: Number(own), parent: Number(parent), command }];
	});
	const below = (parent: number): readonly RunningProgram[] =>
		all.filter(one => one.parent === parent).flatMap(one => [{ pid: one.pid, command: one.command }, ...below(one.pid)]);
	return below(pid);
}
