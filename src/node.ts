import { join } from 'node:path';
import type * as vscode from 'vscode';
import { start, type Exports } from './extension.ts';
import { nodeNoteStore, workerFileIn } from './platform/node/nodeNoteStore.ts';
import { workspaceNoteStore } from './platform/web/workspaceNoteStore.ts';

/** The desktop and every remote machine: folders on the disk are read directly, virtual ones through VS Code. */
export function activate(context: vscode.ExtensionContext): Exports {
	return start(context, ({ uri }, log) =>
		uri.scheme === 'file'
			? nodeNoteStore(uri.fsPath, {
					workerFile: workerFileIn(context.extensionPath),
					lockFolder: join(context.globalStorageUri.fsPath, 'locks'),
					note: line => {
						log.warn(line);
					},
				})
			: workspaceNoteStore(uri),
	);
}
