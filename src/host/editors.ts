import * as vscode from 'vscode';

/** Documents that hold notes. */
export const markdown: vscode.DocumentSelector = [{ language: 'markdown' }];

/** Opens a note as an editor that stays, where the caret was last time. */
export async function showNote(uri: string | vscode.Uri, column?: vscode.ViewColumn): Promise<vscode.TextEditor> {
	const document = await vscode.workspace.openTextDocument(typeof uri === 'string' ? vscode.Uri.parse(uri, true) : uri);
	return vscode.window.showTextDocument(document, { preview: false, ...(column === undefined ? {} : { viewColumn: column }) });
}
