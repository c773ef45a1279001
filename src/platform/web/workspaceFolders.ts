import * as vscode from 'vscode';
import { decodeText, largestNote, type FileReading, type FolderItem, type Folders } from '../folders.ts';

/** The folders below `root` on whatever file system VS Code has for it; slower than the disk itself, but it is everywhere. */
export function workspaceFolders(root: vscode.Uri): Folders {
	return {
		atOnce: 32,
		list: path => listFolder(locate(root, path)),
		read: (path, knownStamp, largest) => readFile(locate(root, path), knownStamp, largest),
	};
}

/** The uri of a vault-relative path. */
export function locate(root: vscode.Uri, path: string): vscode.Uri {
	return path === '' ? root : vscode.Uri.joinPath(root, path);
}

async function listFolder(uri: vscode.Uri): Promise<readonly FolderItem[] | string> {
	try {
		const items = await vscode.workspace.fs.readDirectory(uri);
		return items.flatMap(([name, type]) => itemsOf(name, type));
	} catch (error) {
		return reasonOf(error);
	}
}

/** Linked folders are passed over: nothing here tells where a link leads, and a loop would have no end. */
function itemsOf(name: string, type: vscode.FileType): readonly FolderItem[] {
	if ((type & vscode.FileType.Directory) !== 0) {
		return (type & vscode.FileType.SymbolicLink) === 0 ? [{ name, kind: 'folder' }] : [];
	}
	return (type & vscode.FileType.File) === 0 ? [] : [{ name, kind: 'file' }];
}

async function readFile(uri: vscode.Uri, knownStamp: string | undefined, largest = largestNote): Promise<FileReading> {
	try {
		const status = await vscode.workspace.fs.stat(uri);
		const stamp = `${status.mtime}:${status.size}`;
		if (stamp === knownStamp) {
			return { kind: 'unchanged' };
		}
		if ((status.type & vscode.FileType.File) === 0) {
			return { kind: 'skipped', reason: 'not a regular file' };
		}
		if (status.size > largest) {
			return { kind: 'skipped', reason: `larger than ${largest / 1024 / 1024} MB` };
		}
		const text = decodeText(await vscode.workspace.fs.readFile(uri));
		return text === undefined ? { kind: 'skipped', reason: 'not a text' } : { kind: 'text', text, stamp };
	} catch (error) {
		return { kind: 'skipped', reason: reasonOf(error) };
	}
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
