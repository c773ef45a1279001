import * as vscode from 'vscode';
import { start, type Exports } from './extension.ts';
import { workspaceNoteStore } from './platform/web/workspaceNoteStore.ts';
import { workspaceSharedText } from './platform/web/workspaceSharedText.ts';

/** The browser: every folder is read through VS Code. */
export function activate(context: vscode.ExtensionContext): Exports {
	return start(context, {
		storeOf: ({ uri }) => workspaceNoteStore(uri),
		sharedText: name => workspaceSharedText(vscode.Uri.joinPath(context.globalStorageUri, name)),
	});
}
