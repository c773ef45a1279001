import { randomBytes, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './fileErrors.ts';

/**
 * Whether so many bytes can be written in the folder, found out by writing them under a temporary name: what a disk says about its free space leaves out quotas and what is kept for
 * root. False only where the disk is full; other troubles are not judged here.
 */
export async function hasRoom(folder: string, bytes: number): Promise<boolean> {
	const temporary = join(folder, `.daily-log-${randomUUID()}.tmp`);
	try {
		const file = await open(temporary, 'wx');
		try {
			await file.writeFile(randomBytes(bytes)); // what compresses well would need less room than a text
			await file.sync();
		} finally {
			await file.close();
		}
		return true;
	} catch (error) {
		return !['ENOSPC', 'EDQUOT'].includes(errorCode(error));
	} finally {
		await rm(temporary, { force: true }).catch(ignoreLeft);
	}
}

/** It is removed when a note is created beside it. */
function ignoreLeft(): undefined {
	return undefined;
}
