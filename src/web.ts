import type * as vscode from 'vscode';
import { start } from './extension.ts';
import type { DailyLogApi } from './host/services.ts';
import { workspaceNoteStore } from './platform/web/workspaceNoteStore.ts';

/** The browser: every folder is read through VS Code. */
export function activate(context: vscode.ExtensionContext): DailyLogApi {
	return start(context, ({ uri }) => workspaceNoteStore(uri));
}
