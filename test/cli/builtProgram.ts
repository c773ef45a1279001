import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { root } from '../support/root.ts';
import { runProcess } from '../support/process.ts';

/** How a program ended, its two streams apart. */
export interface Ended {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** Builds the program before the tests of this `describe`, and removes it after them. Returns how to get its folder. */
export function withProgram(): () => string {
	let built = '';
	before(async () => {
		built = await buildProgram();
	});
	after(() => {
		rmSync(built, { recursive: true, force: true });
	});
	return () => built;
}

/** A temporary folder that holds what npm packs, with the bundles built as they are for a release; the checkout's own `dist` is left alone. */
async function buildProgram(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'daily-log-program-'));
	for (const name of ['src', 'node_modules']) {
		symlinkSync(join(root, name), join(folder, name), 'junction');
	}
	for (const name of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', '.npmignore', 'tsconfig.json']) {
		copyFileSync(join(root, name), join(folder, name));
	}
	const { code, output } = await runProcess({
		command: process.execPath,
		args: [join(root, 'esbuild.mjs'), '--production'],
		cwd: folder,
		timeout: 60_000,
	});
	if (code !== 0) {
		rmSync(folder, { recursive: true, force: true });
		throw new Error(`The program cannot be built:\n${output}`);
	}
	return folder;
}

/** Runs the built program in a folder, its standard output a pipe; `input` is all that comes to it. */
export function runProgram(built: string, args: readonly string[], cwd: string, input = ''): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [join(built, 'dist', 'cli.js'), ...args], { cwd, stdio: 'pipe' });
		child.stdin.on('error', ignoreClosed).end(input);
		let out = '';
		let err = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
		child.on('error', reject);
		child.on('close', code => {
			resolve({ code: code ?? -1, out, err });
		});
	});
}

/** A program that ends before it has read what comes to it. */
function ignoreClosed(): undefined {
	return undefined;
}
