import * as vscode from 'vscode';
import { nameAside, type SharedText, type TextChange } from '../sharedText.ts';
import { holdingBrowserLock } from './browserLock.ts';

/** A shared text on whatever file system VS Code has for its own files: in a browser, the browser's storage. */
export function workspaceSharedText(uri: vscode.Uri): SharedText {
	let turn: Promise<unknown> = Promise.resolve();
	return {
		uri: uri.toString(),
		read: () => readText(uri),
		update: change => {
			const work = (): Promise<string | undefined> =>
				holdingBrowserLock(uri.toString(), async () => apply(uri, change(await readText(uri))));
			const updated = turn.then(work, work);
			turn = updated;
			return updated;
		},
	};
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
	try {
		return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
	} catch (error) {
		if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
			return undefined;
		}
		throw error;
	}
}

/** The browser's storage writes a file whole or not at all. */
async function apply(uri: vscode.Uri, change: TextChange): Promise<string | undefined> {
	switch (change.kind) {
		case 'keep':
			return undefined;
		case 'write':
			await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(change.text));
			return undefined;
		case 'delete':
			await deleteIfThere(uri);
			return undefined;
		case 'setAside': {
			const aside = nameAside(uri.path.slice(uri.path.lastIndexOf('/') + 1), new Date());
			await vscode.workspace.fs.rename(uri, vscode.Uri.joinPath(uri, '..', aside));
			return aside;
		}
	}
}

async function deleteIfThere(uri: vscode.Uri): Promise<void> {
	if ((await readText(uri)) !== undefined) {
		await vscode.workspace.fs.delete(uri);
	}
}
