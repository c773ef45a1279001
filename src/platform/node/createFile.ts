import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isBundlePage } from '../../core/notePath.ts';
import type { Creation } from '../noteStore.ts';

/**
 * Creates a file with all its text, or nothing at all, and never overwrites: the text is written and synced under a temporary name, which then gets
 * the real one by a hard link, a step that fails where the name is taken. Folders that had to be made are removed again when it fails.
 */
export async function createFile(root: string, path: string, text: string): Promise<Creation> {
	const target = join(root, path);
	const made: string[] = [];
	try {
		await makeFolders(dirname(target), made);
		if (isBundlePage(path) && !made.includes(dirname(target))) {
			return { kind: 'exists' };
		}
		await writeNew(target, text);
		return { kind: 'created' };
	} catch (error) {
		for (const folder of made) {
			await rmdir(folder).catch(ignoreLeftFolder);
		}
		return outcomeOf(error);
	}
}

/** A folder that got other content meanwhile stays: it is somebody else's now. */
function ignoreLeftFolder(): undefined {
	return undefined;
}

/** Makes the folder and those above it that are missing; `made` gets the new ones, deepest first. */
async function makeFolders(folder: string, made: string[]): Promise<void> {
	if (!(await isMissing(folder))) {
		return;
	}
	if (dirname(folder) !== folder) {
		await makeFolders(dirname(folder), made);
	}
	try {
		await mkdir(folder);
		made.unshift(folder);
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') {
			throw error;
		}
	}
}

async function isMissing(path: string): Promise<boolean> {
	try {
		await stat(path);
		return false;
	} catch (error) {
		if (codeOf(error) === 'ENOENT') {
			return true;
		}
		throw error;
	}
}

async function writeNew(target: string, text: string): Promise<void> {
	const temporary = join(dirname(target), `.daily-log-${randomUUID()}.tmp`);
	try {
		await writeExclusively(temporary, text);
		await link(temporary, target).catch(async (error: unknown) => {
			// exFAT and some network drives know no hard links.
			if (codeOf(error) === 'EEXIST' || !['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP'].includes(codeOf(error))) {
				throw error;
			}
			await writeWhole(target, text);
		});
	} finally {
		await rm(temporary, { force: true });
	}
}

async function writeWhole(target: string, text: string): Promise<void> {
	try {
		await writeExclusively(target, text);
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') {
			await rm(target, { force: true });
		}
		throw error;
	}
}

async function writeExclusively(path: string, text: string): Promise<void> {
	const file = await open(path, 'wx');
	try {
		await file.writeFile(text, 'utf8');
		await file.sync();
	} finally {
		await file.close();
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function outcomeOf(error: unknown): Creation {
	const detail = error instanceof Error ? error.message : String(error);
	switch (codeOf(error)) {
		case 'EEXIST':
			return { kind: 'exists' };
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return { kind: 'failed', reason: 'readOnly', detail };
		case 'ENOSPC':
		case 'EDQUOT':
			return { kind: 'failed', reason: 'diskFull', detail };
		case 'ENAMETOOLONG':
		case 'EINVAL':
		case 'ENOTDIR':
			return { kind: 'failed', reason: 'badName', detail };
		default:
			return { kind: 'failed', reason: 'other', detail };
	}
}
