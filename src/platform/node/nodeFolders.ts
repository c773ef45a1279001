import { readdirSync, readFileSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { decodeText, largestNote, type FileReading, type FolderItem, type Folders } from '../folders.ts';

/** The folders below `root` on this computer's disk, read synchronously: in a worker that is the fastest way there is. */
export function nodeFolders(root: string): Folders {
	const realRoot = realPathOf(root) ?? root;
	return {
		atOnce: 1,
		list: path => listFolder(join(root, path), realRoot),
		read: (path, knownStamp, largest) => readFile(join(root, path), knownStamp, largest),
	};
}

function listFolder(path: string, realRoot: string): readonly FolderItem[] | string {
	try {
		return readdirSync(path, { withFileTypes: true }).flatMap(item => itemsOf(path, item, realRoot));
	} catch (error) {
		return messageOf(error);
	}
}

function itemsOf(folder: string, item: Dirent, realRoot: string): readonly FolderItem[] {
	if (item.isSymbolicLink()) {
		return linkedItems(folder, item.name, realRoot);
	}
	return item.isFile() ? [{ name: item.name, kind: 'file' }] : item.isDirectory() ? [{ name: item.name, kind: 'folder' }] : [];
}

/** What a symbolic link leads to, unless it is in the vault anyway: there it is one note, not two, and a loop has no end. */
function linkedItems(folder: string, name: string, realRoot: string): readonly FolderItem[] {
	const realPath = realPathOf(join(folder, name));
	if (realPath === undefined || realPath === realRoot || realPath.startsWith(realRoot + sep) || realRoot.startsWith(realPath + sep)) {
		return [];
	}
	const status = statSync(realPath, { throwIfNoEntry: false });
	return status?.isFile() === true ? [{ name, kind: 'file' }] : status?.isDirectory() === true ? [{ name, kind: 'folder', realPath }] : [];
}

/** Undefined for a link that leads nowhere or in a circle. */
function realPathOf(path: string): string | undefined {
	try {
		return realpathSync(path);
	} catch {
		return undefined;
	}
}

/** Reads a regular file; a pipe or device would never end. */
export function readFile(path: string, knownStamp: string | undefined, largest = largestNote): FileReading {
	try {
		const status = statSync(path);
		const stamp = stampOf(status);
		if (stamp === knownStamp) {
			return { kind: 'unchanged' };
		}
		if (!status.isFile() || status.size > largest) {
			return { kind: 'skipped', reason: status.isFile() ? `larger than ${largest / 1024 / 1024} MB` : 'not a regular file' };
		}
		const text = decodeText(readFileSync(path));
		return text === undefined ? { kind: 'skipped', reason: 'not a text' } : { kind: 'text', text, stamp };
	} catch (error) {
		return { kind: 'skipped', reason: messageOf(error) };
	}
}

/**
 * Whatever changes a file changes this: its times, its size, or which file it is. The time of its last change is none that a program can set, unlike the one of its last
 * writing, which copying and unpacking put back.
 */
function stampOf({ mtimeMs, ctimeMs, size, ino }: Stats): string {
	return `${ctimeMs}:${mtimeMs}:${size}:${ino}`;
}

/** When a file of this stamp was last changed, in milliseconds since 1970. */
export function lastChange(stamp: string): number {
	const [changed, written] = stamp.split(':').map(Number);
	return Math.max(changed ?? 0, written ?? 0);
}

/** What an error says. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
