import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { start, type Exports } from './extension.ts';
import { nodeNoteStore, workerFileIn } from './platform/node/nodeNoteStore.ts';
import { nodeSharedText } from './platform/node/nodeSharedText.ts';
import { workspaceNoteStore } from './platform/web/workspaceNoteStore.ts';
import { workspaceSharedText } from './platform/web/workspaceSharedText.ts';

/** The desktop and every remote machine: folders on the disk are read directly, virtual ones through VS Code. */
export function activate(context: vscode.ExtensionContext): Exports {
	const storage = context.globalStorageUri;
	const lockFolder = join(storage.fsPath, 'locks');
	return start(context, {
		storeOf: ({ uri }, log) =>
			uri.scheme === 'file'
				? nodeNoteStore(uri.fsPath, {
						workerFile: workerFileIn(context.extensionPath),
						lockFolder,
						cacheFolder: cacheFolderOf(context, uri),
						note: line => {
							log.warn(line);
						},
					})
				: workspaceNoteStore(uri),
		sharedText: name => {
			const uri = vscode.Uri.joinPath(storage, name);
			return storage.scheme === 'file' ? nodeSharedText({ uri: uri.toString(), path: uri.fsPath, lockFolder }) : workspaceSharedText(uri);
		},
	});
}

/** In what VS Code keeps for the workspace: it goes when the workspace is forgotten. */
function cacheFolderOf({ storageUri }: vscode.ExtensionContext, folder: vscode.Uri): string | undefined {
	const name = createHash('sha256').update(folder.toString()).digest('hex').slice(0, 16);
	return storageUri?.scheme === 'file' ? join(storageUri.fsPath, 'index', name) : undefined;
}
