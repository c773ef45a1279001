import { stat } from 'node:fs/promises';

/** The system's code of an error, `ENOSPC`; `''` where it has none. */
export function errorCode(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What stood in the way of a file, in words that go on after a colon; the system's own where there are no better ones. */
export function reasonOfError(error: unknown): string {
	switch (errorCode(error)) {
		case 'EACCES':
		case 'EPERM':
			return 'its file or folder is read-only for you';
		case 'EROFS':
			return 'its disk is read-only';
		case 'ENOSPC':
		case 'EDQUOT':
			return 'the disk is full';
		case 'ENOENT':
			return 'it is not there any more';
		default:
			return error instanceof Error ? error.message : String(error);
	}
}

/** Whether there is neither file nor folder of that path. Rejects where that cannot be known. */
export async function isMissing(path: string): Promise<boolean> {
	try {
		await stat(path);
		return false;
	} catch (error) {
		if (errorCode(error) === 'ENOENT') {
			return true;
		}
		throw error;
	}
}
