import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A lock older than this belongs to a window that crashed: creating an entry takes a fraction of a second. */
const staleAfterMilliseconds = 10_000;

/** How long to wait for another window; then the work is done all the same, for files are created exclusively in any case. */
const patienceMilliseconds = 12_000;

const pauseMilliseconds = 15;

/** Runs the work while no other window of this computer holds the lock of that key; a lock file in `folder` says who does. */
export async function holdingLock<T>(folder: string, key: string, work: () => Promise<T>): Promise<T> {
	const path = join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.lock`);
	await mkdir(folder, { recursive: true });
	const owner = randomUUID();
	const held = await take(path, owner, Date.now() + patienceMilliseconds);
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
		await file.writeFile(owner);
		await file.close();
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
			return false;
		}
		throw error;
	}
}

/** Two windows may find the same stale lock: who moves it aside and sees that it is a fresh one, taken meanwhile, puts it back. */
async function breakStale(path: string): Promise<void> {
	if (await isStale(path)) {
		const aside = `${path}.${randomUUID()}`;
		await rename(path, aside).catch(asNothing);
		if (!(await isStale(aside))) {
			await link(aside, path).catch(asNothing);
		}
		await rm(aside, { force: true });
	}
}

/** A clock that was set back makes a lock look as if it came from the future; that is stale too. */
async function isStale(path: string): Promise<boolean> {
	const status = await stat(path).catch(asNothing);
	return status !== undefined && Math.abs(Date.now() - status.mtimeMs) > staleAfterMilliseconds;
}

/** The lock of a window that took longer than its time may have been broken and taken by another; that one stays. */
async function release(path: string, owner: string): Promise<void> {
	if ((await readFile(path, 'utf8').catch(asNothing)) === owner) {
		await rm(path, { force: true });
	}
}

/** A lock that vanished while it was looked at: its owner released it. */
function asNothing(): undefined {
	return undefined;
}
