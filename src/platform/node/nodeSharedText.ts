import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { nameAside, type SharedText, type TextChange } from '../sharedText.ts';
import { errorCode, isMissing } from './fileErrors.ts';
import { removeLeftovers } from './leftovers.ts';
import { holdingLock } from './lock.ts';

/** Where a shared text stands: `path` is where `uri` leads. */
export interface SharedTextPlace {
	readonly uri: string;
	readonly path: string;
	/** A folder that all windows of this computer share, for locks. */
	readonly lockFolder: string;
}

/** A shared text on this computer's disk: written under a temporary name, which then takes the place of the old one. */
export function nodeSharedText({ uri, path, lockFolder }: SharedTextPlace): SharedText {
	return {
		uri,
		read: () => readText(path),
		update: change => holdingLock(lockFolder, uri, async () => apply(path, change(await readText(path)))),
	};
}

async function readText(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		if (errorCode(error) === 'ENOENT') {
			return undefined;
		}
		throw error;
	}
}

async function apply(path: string, change: TextChange): Promise<string | undefined> {
	switch (change.kind) {
		case 'keep':
			return undefined;
		case 'write':
			await replace(path, change.text);
			return undefined;
		case 'delete':
			await rm(path, { force: true });
			return undefined;
		case 'setAside':
			return setAside(path);
	}
}

/** Under a name that is free; whoever holds the lock is alone at it. */
async function setAside(path: string): Promise<string> {
	const now = new Date();
	for (let more = 0; ; more++) {
		const aside = nameAside(basename(path), new Date(now.getTime() + more * 1000));
		if (await isMissing(join(dirname(path), aside))) {
			await rename(path, join(dirname(path), aside));
			return aside;
		}
	}
}

async function replace(path: string, text: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const temporary = `${path}.${randomUUID()}.tmp`;
	try {
		const file = await open(temporary, 'wx');
		try {
			await file.writeFile(text, 'utf8');
			await file.sync();
		} finally {
			await file.close();
		}
		await renameOver(temporary, path);
	} finally {
		await rm(temporary, { force: true });
	}
	const isTemporary = (name: string): boolean => name.startsWith(`${basename(path)}.`) && name.endsWith('.tmp');
	await removeLeftovers(dirname(path), isTemporary);
}

const attempts = 10;

/** Windows refuses for a moment while another window reads the file. */
async function renameOver(from: string, to: string): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			await rename(from, to);
			return;
		} catch (error) {
			if (attempt === attempts || !['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))) {
				throw error;
			}
			await delay(20);
		}
	}
}
