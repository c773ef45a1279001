import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, cpSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a disk does to whoever writes. */
export type DiskTrouble = 'readOnly' | 'full';

/** Makes the folder, with all that is in it, refuse to be written; returns how that ends, and undefined where this machine does not let us. */
export function refuse(folder: string, trouble: DiskTrouble): (() => void) | undefined {
	return trouble === 'full' ? fill(folder) : process.getuid?.() === 0 ? mountReadOnly(folder) : takeRights(folder);
}

/** Makes a single file refuse to be renamed, as one that another program has open does on Windows; returns how that ends, undefined where this machine does not let us. */
export function pin(file: string): (() => void) | undefined {
	return run('mount', '--bind', file, file) ? () => void run('umount', '-l', file) : undefined;
}

/** Modes count for everybody but root; on Windows they say nothing about folders. */
function takeRights(folder: string): (() => void) | undefined {
	if (process.platform === 'win32') {
		return undefined;
	}
	const modes = ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].map(path => {
		const { mode } = statSync(join(folder, path));
		chmodSync(join(folder, path), mode & 0o555);
		return { path: join(folder, path), mode };
	});
	return () => {
		modes.forEach(({ path, mode }) => {
			chmodSync(path, mode);
		});
	};
}

function mountReadOnly(folder: string): (() => void) | undefined {
	if (!run('mount', '--bind', folder, folder)) {
		return undefined;
	}
	const end = (): void => {
		run('umount', '-l', folder);
	};
	if (!run('mount', '-o', 'remount,ro,bind', folder)) {
		end();
		return undefined;
	}
	return end;
}

/** A small disk in memory with what is in the folder, and no block free; pages of 4096 bytes that files have may still be filled. */
function fill(folder: string): (() => void) | undefined {
	const copy = mkdtempSync(join(tmpdir(), 'daily-log-copy-'));
	try {
		cpSync(folder, copy, { recursive: true });
		if (!run('mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder)) {
			return undefined;
		}
		cpSync(copy, folder, { recursive: true });
		writeUntilFull(join(folder, filler));
		return () => {
			run('umount', '-l', folder);
		};
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}

/** The file that takes what room there was. */
export const filler = 'filler.bin';

function writeUntilFull(path: string): void {
	const file = openSync(path, 'w');
	try {
		for (;;) {
			writeSync(file, new Uint8Array(4096));
		}
	} catch {
		// full
	} finally {
		closeSync(file);
	}
}

function run(command: string, ...args: readonly string[]): boolean {
	try {
		execFileSync(command, args, { stdio: 'ignore' });
		return true;
	} catch {
		return false; // another system, or no right to mount
	}
}
