import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { root } from './root.ts';

/**
 * Runs one function of a module in a process that kills itself right before its n-th step on the disk. A write counts as two steps: the second one is reached with half of the text
 * written. It cannot catch the signal, so no `finally` runs.
 */
const runner = `
const fs = require('node:fs');
const fsp = require('node:fs/promises');
const [bundle, name, json, step] = process.argv.slice(1);
let left = Number(step);
const die = () => {
	if (left-- === 0) {
		process.kill(process.pid, 'SIGKILL');
		for (;;);
	}
};
const wrap = (object, name, before) => {
	const original = object[name];
	object[name] = function (...values) {
		before(this, ...values);
		return original.apply(this, values);
	};
};
const halfOf = text => text.slice(0, text.length / 2);
(async () => {
	const module = require(bundle);
	const handle = await fsp.open(process.execPath);
	const prototype = Object.getPrototypeOf(handle);
	await handle.close();
	const { writeFileSync } = fs;
	const half = (file, text) => {
		die();
		if (left === 0) writeFileSync(file, halfOf(text));
		die();
	};
	for (const name of ['link', 'mkdir', 'open', 'readdir', 'readFile', 'rename', 'rm', 'rmdir', 'stat']) wrap(fsp, name, die);
	for (const name of ['openSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync', 'fchmodSync']) wrap(fs, name, die);
	for (const name of ['sync', 'close']) wrap(prototype, name, die);
	wrap(prototype, 'writeFile', ({ fd }, text) => half(fd, text));
	wrap(fs, 'writeFileSync', (_, fd, text) => half(fd, text));
	await module[name](...JSON.parse(json));
	process.exit(0);
})();
`;

/** A function that a process is to run, and to be killed in. */
export interface Victim {
	/** TypeScript that exports the function; imports begin at the project's folder. */
	readonly source: string;
	readonly name: string;
}

/** Kills a process at each step that the function makes on the disk. `before` prepares the disk and gives the arguments, `after` looks at what is left. Returns how many steps there are. */
export async function killAtEachStep<T extends readonly unknown[]>(
	{ source, name }: Victim,
	before: () => T,
	after: (values: T, step: number) => Promise<void>,
): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'daily-log-victim-'));
	const bundle = join(folder, 'victim.js');
	try {
		buildSync({
			stdin: { contents: source, resolveDir: root, loader: 'ts' },
			bundle: true,
			platform: 'node',
			format: 'cjs',
			outfile: bundle,
		});
		for (let step = 0; ; step++) {
			const values = before();
			const { signal, status, stderr } = spawnSync(process.execPath, ['-e', runner, bundle, name, JSON.stringify(values), String(step)]);
			if (status !== 0 && signal !== 'SIGKILL' && process.platform !== 'win32') {
				throw new Error(String(stderr));
			}
			await after(values, step);
			if (status === 0) {
				return step;
			}
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
