import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Writing takes a fraction of a second: what has stood so long under a temporary name was left by a program that was killed. */
const abandonedAfterMilliseconds = 60_000;

/** The names under which notes are written before they get their own. Hugo and the index pass over them, for they begin with a dot. */
export const isTemporaryNote = (name: string): boolean => /^\.daily-log-[0-9a-f-]{36}\.tmp$/u.test(name);

/**
 * Removes files of these names that a killed program left in the folder. Never rejects: nobody waits for it, and one that cannot be removed today will be another day.
 * A program that is only slow finds its temporary file gone, and fails without having written anything.
 */
export async function removeLeftovers(folder: string, isTemporary: (name: string) => boolean): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	for (const path of names.filter(isTemporary).map(name => join(folder, name))) {
		if (await isAbandoned(path)) {
			await rm(path, { force: true }).catch(ignoreLeftFile);
		}
	}
}

/** Whether nothing has happened to a file or folder for a while. A clock that was set back makes it seem to come from the future; that is long ago too. */
export async function isAbandoned(path: string, after = abandonedAfterMilliseconds): Promise<boolean> {
	const status = await stat(path).catch(ignoreLeftFile);
	return status !== undefined && Math.abs(Date.now() - status.mtimeMs) > after;
}

/** It is gone already, or the disk refuses; it does no harm. */
function ignoreLeftFile(): undefined {
	return undefined;
}
