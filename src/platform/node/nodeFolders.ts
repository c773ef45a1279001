import { lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { decodeText, largestNote, type FileReading, type FolderItem, type Folders } from '../folders.ts';

/** Where symbolic links may lead: out of the folder too, or, in a folder that nobody vouches for, nowhere. */
export type LinkRule = 'followed' | 'ignored';

/** The folders below `root` on this computer's disk, read synchronously: in a worker that is the fastest way there is. */
export function nodeFolders(root: string, links: LinkRule = 'followed'): Folders {
	const realRoot = links === 'ignored' ? undefined : (realPathOf(root) ?? root);
	return {
		atOnce: 1,
		list: path => listFolder(below(root, path), realRoot),
		read: (path, knownStamp, largest) => readFile(below(root, path), knownStamp, largest),
	};
}

/** Vault-relative paths are in order already; to have that looked at for each costs a tenth of reading a vault. */
function below(root: string, path: string): string {
	return path === '' ? root : `${root}/${path}`;
}

/** Whether the path, or what of it is there, really lies in the folder `root`; a link that leads nowhere yet may lead anywhere. */
export function isInside(root: string, path: string): boolean {
	const realRoot = realPathOf(root);
	let there = join(root, path);
	while (there !== root && lstatSync(there, { throwIfNoEntry: false }) === undefined) {
		there = dirname(there);
	}
	const real = realPathOf(there);
	return realRoot !== undefined && real !== undefined && (real === realRoot || real.startsWith(join(realRoot, sep)));
}

/** Without a `realRoot` no link is followed. */
function listFolder(path: string, realRoot: string | undefined): readonly FolderItem[] | string {
	try {
		const items: FolderItem[] = [];
		for (const item of readdirSync(path, { withFileTypes: true })) {
			if (item.isFile()) {
				items.push({ name: item.name, kind: 'file' });
			} else if (item.isDirectory()) {
				items.push({ name: item.name, kind: 'folder' });
			} else if (item.isSymbolicLink() && realRoot !== undefined) {
				items.push(...linkedItems(path, item.name, realRoot));
			}
		}
		return items;
	} catch (error) {
		return messageOf(error);
	}
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
