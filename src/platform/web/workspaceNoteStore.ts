import * as vscode from 'vscode';
import { folderOf, isBundlePage } from '../../core/notePath.ts';
import { createNext } from '../createNext.ts';
import { loadNotes } from '../loadNotes.ts';
import { lookForLog } from '../lookForLog.ts';
import type { Creation, NoteStore } from '../noteStore.ts';
import { holdingBrowserLock } from './browserLock.ts';
import { locate, workspaceFolders } from './workspaceFolders.ts';

/** Notes on a file system that VS Code provides: vscode.dev, a virtual workspace, a remote one seen from the browser. Without locks the exclusive creation of a file alone guards. */
export function workspaceNoteStore(root: vscode.Uri): NoteStore {
	const folders = workspaceFolders(root);
	return {
		look: (series, globs) => lookForLog(folders, series, globs),
		load: (request, take) => loadNotes(folders, request, take),
		hasRoom: () => Promise.resolve(true),
		read: async path => folders.read(path, undefined),
		createNext: (key, plan) => holdingBrowserLock(key, () => createNext((path, text) => createFile(root, path, text), plan)),
	};
}

/** An edit that creates a file fails where one is there; unlike a write it never replaces. */
async function createFile(root: vscode.Uri, path: string, text: string): Promise<Creation> {
	const target = locate(root, path);
	const taken = isBundlePage(path) ? locate(root, folderOf(path)) : target;
	if (await exists(taken)) {
		return { kind: 'exists' };
	}
	if (vscode.workspace.fs.isWritableFileSystem(root.scheme) === false) {
		return { kind: 'failed', reason: 'readOnly', detail: `The file system ${root.scheme} is read-only.` };
	}
	const edit = new vscode.WorkspaceEdit();
	edit.createFile(target, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
	try {
		const created = await vscode.workspace.applyEdit(edit);
		return created ? { kind: 'created' } : await failure(taken, 'The edit that creates the file was refused.');
	} catch (error) {
		return failure(taken, error instanceof Error ? error.message : String(error));
	}
}

async function failure(taken: vscode.Uri, detail: string): Promise<Creation> {
	return (await exists(taken)) ? { kind: 'exists' } : { kind: 'failed', reason: 'other', detail };
}

async function exists(uri: vscode.Uri): Promise<boolean> {
	return vscode.workspace.fs.stat(uri).then(
		() => true,
		() => false,
	);
}
