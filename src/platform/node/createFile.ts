import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isBundlePage } from '../../core/notePath.ts';
import type { Creation } from '../noteStore.ts';
import { errorCode, isMissing } from './fileErrors.ts';
import { isAbandoned, isTemporaryNote, removeLeftovers } from './leftovers.ts';

/**
 * Creates a file with all its text, or nothing at all, and never overwrites: the text is written and synced under a temporary name, which then gets
 * the real one by a hard link, a step that fails where the name is taken. Folders that had to be made are removed again when it fails; `root` itself is never made: a
 * folder that was renamed or unmounted would come to life again. What a program that was killed left under a temporary name is removed.
 */
export async function createFile(root: string, path: string, text: string): Promise<Creation> {
	const target = join(root, path);
	const made: string[] = [];
	try {
		if (await isMissing(root)) {
			return { kind: 'failed', reason: 'gone', detail: `There is no folder ${root}.` };
		}
		await createNew(target, { text, isBundle: isBundlePage(path), made });
		return { kind: 'created' };
	} catch (error) {
		for (const folder of made) {
			await rmdir(folder).catch(ignoreLeft);
		}
		return outcomeOf(error);
	}
}

/** What is to be created; `made` gets the folders that are new, deepest first. */
interface NewFile {
	readonly text: string;
	readonly isBundle: boolean;
	readonly made: string[];
}

/** The temporary file of a leaf bundle's page lies beside the bundle: a program that is killed leaves nothing in it. */
async function createNew(target: string, { text, isBundle, made }: NewFile): Promise<void> {
	const folder = dirname(target);
	const home = isBundle ? dirname(folder) : folder;
	await makeFolders(home, made);
	const temporary = join(home, `.daily-log-${randomUUID()}.tmp`);
	try {
		await writeExclusively(temporary, text);
		if (isBundle) {
			await makeBundleFolder(folder);
			made.unshift(folder);
		}
		await giveName(temporary, target, text);
	} finally {
		await rm(temporary, { force: true }).catch(ignoreLeft);
	}
	await removeLeftovers(home, isTemporaryNote);
}

/** A folder that got other content meanwhile stays: it is somebody else's now. A temporary file that stays is removed another day. */
function ignoreLeft(): undefined {
	return undefined;
}

/** The folder must be new. An empty one of long ago is that of a program that was killed before the page had its name. */
async function makeBundleFolder(folder: string): Promise<void> {
	if (await isAbandoned(folder)) {
		await rmdir(folder).catch(ignoreLeft);
	}
	await mkdir(folder);
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
		if (errorCode(error) !== 'EEXIST') {
			throw error;
		}
	}
}

async function giveName(temporary: string, target: string, text: string): Promise<void> {
	await link(temporary, target).catch(async (error: unknown) => {
		// exFAT and some network drives know no hard links.
		if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP'].includes(errorCode(error))) {
			throw error;
		}
		await writeWhole(target, text);
	});
}

async function writeWhole(target: string, text: string): Promise<void> {
	try {
		await writeExclusively(target, text);
	} catch (error) {
		if (errorCode(error) !== 'EEXIST') {
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

function outcomeOf(error: unknown): Creation {
	const detail = error instanceof Error ? error.message : String(error);
	switch (errorCode(error)) {
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
