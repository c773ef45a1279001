import type * as vscode from 'vscode';
import { start, type Exports } from './extension.ts';
import { workspaceNoteStore } from './platform/web/workspaceNoteStore.ts';

/** The browser: every folder is read through VS Code. */
export function activate(context: vscode.ExtensionContext): Exports {
	return start(context, ({ uri }) => workspaceNoteStore(uri));
}
