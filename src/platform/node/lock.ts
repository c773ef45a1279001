import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { mkdir, open, readFile, rm, rmdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './fileErrors.ts';
import { isAbandoned } from './leftovers.ts';

/** A lock older than this belongs to a window that crashed: creating an entry takes a fraction of a second. */
const staleAfterMilliseconds = 10_000;

/** How long to wait for another window; then the work is done all the same, for files are created exclusively in any case. */
const patienceMilliseconds = 12_000;

const pauseMilliseconds = 15;

/**
 * Runs the work while no other window of this computer holds the lock of that key; a lock file in `folder` says who does. Rejects where the disk takes no lock file, and the
 * work has not begun then.
 */
export async function holdingLock<T>(folder: string, key: string, work: () => Promise<T>): Promise<T> {
	const path = join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.lock`);
	const owner = JSON.stringify({ id: randomUUID(), pid: process.pid, computer: computer() });
	await mkdir(folder, { recursive: true });
	return workUnder(path, owner, work, await take(path, owner, Date.now() + patienceMilliseconds));
}

/** As `holdingLock`; where the disk takes no lock file, the work is done without. For work that overwrites nothing in any case. */
export async function preferringLock<T>(folder: string, key: string, work: () => Promise<T>): Promise<T> {
	const state = { begun: false };
	const begin = (): Promise<T> => {
		state.begun = true;
		return work();
	};
	try {
		return await holdingLock(folder, key, begin);
	} catch (error) {
		if (state.begun) {
			throw error;
		}
		return work();
	}
}

async function workUnder<T>(path: string, owner: string, work: () => Promise<T>, held: boolean): Promise<T> {
	try {
		return await work();
	} finally {
		if (held) {
			await release(path, owner);
		}
	}
}

async function take(path: string, owner: string, deadline: number): Promise<boolean> {
	while (!(await tryTake(path, owner))) {
		if (Date.now() > deadline) {
			return false;
		}
		await breakStale(path);
		await delay(pauseMilliseconds);
	}
	return true;
}

async function tryTake(path: string, owner: string): Promise<boolean> {
	try {
		const file = await open(path, 'wx');
		try {
			await file.writeFile(owner);
		} catch (error) {
			await rm(path, { force: true }); // of a full disk: nobody would know whose it is
			throw error;
		} finally {
			await file.close();
		}
		return true;
	} catch (error) {
		if (errorCode(error) === 'EEXIST') {
			return false;
		}
		throw error;
	}
}

/** One at a time looks whether the lock is stale and removes it: another might remove the fresh one that is taken right after. */
async function breakStale(path: string): Promise<void> {
	const breaking = `${path}.breaking`;
	if (!(await isStale(path)) || !(await makeFolder(breaking))) {
		return;
	}
	try {
		if (await isStale(path)) {
			await rm(path, { force: true });
		}
	} finally {
		await rmdir(breaking).catch(asNothing);
	}
}

/** False where it is there: somebody else is at it, or was killed in that moment. */
async function makeFolder(path: string): Promise<boolean> {
	try {
		await mkdir(path);
		return true;
	} catch (error) {
		if (errorCode(error) === 'EEXIST' && (await isAbandoned(path, staleAfterMilliseconds))) {
			await rmdir(path).catch(asNothing);
		}
		return false;
	}
}

async function isStale(path: string): Promise<boolean> {
	return (await isOwnerDead(path)) || (await isAbandoned(path, staleAfterMilliseconds));
}

/** Whether the program that took the lock has ended for certain. Of another computer's, or another container's, nothing can be known here, nor of one killed before it wrote its name. */
async function isOwnerDead(path: string): Promise<boolean> {
	const pid = ownerOnThisComputer((await readFile(path, 'utf8').catch(asNothing)) ?? '');
	if (pid === undefined) {
		return false;
	}
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return errorCode(error) === 'ESRCH';
	}
}

/** The process that a lock file names; undefined where it is one elsewhere, or where the file says something else: no file of ours, however broken, may stop all others. */
function ownerOnThisComputer(text: string): number | undefined {
	const end = `,"computer":${JSON.stringify(computer())}}`;
	const pid = text.endsWith(end) ? /"pid":(\d+)$/u.exec(text.slice(0, -end.length))?.[1] : undefined;
	return pid === undefined ? undefined : Number(pid);
}

/** Where a process id means one process: this computer since it was started, and on Linux this container of it. */
function computer(): string {
	return [
		hostname(),
		tell(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
		tell(() => readlinkSync('/proc/self/ns/pid')),
	].join(' ');
}

/** `''` on macOS and Windows, which do not tell. */
function tell(look: () => string): string {
	try {
		return look();
	} catch {
		return '';
	}
}

/** The lock of a window that took longer than its time may have been broken and taken by another; that one stays. One that the disk does not let go is broken later. */
async function release(path: string, owner: string): Promise<void> {
	if ((await readFile(path, 'utf8').catch(asNothing)) === owner) {
		await rm(path, { force: true }).catch(asNothing);
	}
}

/** A lock that vanished while it was looked at: its owner released it. */
function asNothing(): undefined {
	return undefined;
}
