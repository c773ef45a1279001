import * as vscode from 'vscode';
import { toggleDraft } from '../core/frontMatter/draftEdit.ts';
import { registerCommand } from '../host/commands.ts';
import { toEdits } from '../host/convert.ts';
import type { Services } from '../host/services.ts';

/** "Toggle Draft": flips `draft` of the entry in the editor, or of the row it was called on; the edit is not saved, and one undo takes it back. */
export function registerToggleDraft({ vaults, tell }: Services): vscode.Disposable {
	return registerCommand(tell, { id: 'dailyLog.toggleDraft', name: vscode.l10n.t('Toggle Draft') }, async row => {
		await vaults.ready;
		const uri = uriOfRow(row) ?? vscode.window.activeTextEditor?.document.uri;
		const found = uri && vaults.entryAt(uri);
		if (uri === undefined || found === undefined) {
			tell.inform(vscode.l10n.t('The editor shows no entry of the log. Open one first, for example with “Go to Entry…”.'));
			return;
		}
		const document = await vscode.workspace.openTextDocument(uri).then(
			opened => opened,
			() => undefined,
		);
		if (document === undefined) {
			tell.failed(vscode.l10n.t('“{0}” cannot be opened: its file is gone or cannot be read. Nothing was changed.', found.entry.title));
			return;
		}
		const text = document.getText();
		const edit = toggleDraft(text);
		if (edit === undefined) {
			tell.failed(
				vscode.l10n.t('`draft` cannot be changed while the front matter of “{0}” cannot be read. Correct it first.', found.entry.title),
			);
			return;
		}
		const change = new vscode.WorkspaceEdit();
		change.set(uri, toEdits(text, [edit]));
		if (!(await vscode.workspace.applyEdit(change))) {
			tell.failed(vscode.l10n.t('“{0}” could not be changed. Nothing was written.', found.entry.title));
		}
	});
}

/** A row of the Recent Entries view, from its context menu. */
function uriOfRow(row: unknown): vscode.Uri | undefined {
	const entry = typeof row === 'object' && row !== null && 'entry' in row ? row.entry : undefined;
	return typeof entry === 'object' && entry !== null && 'uri' in entry ? vscode.Uri.parse(String(entry.uri), true) : undefined;
}
