import * as vscode from 'vscode';
import { isDraft } from '../core/entry.ts';
import { insertField, replaceValue } from '../core/frontMatter/fieldEdits.ts';
import { findFrontMatter, readValues } from '../core/frontMatter/frontMatter.ts';
import type { TextEdit } from '../core/text.ts';
import { registerCommand } from '../host/commands.ts';
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
		const document = await vscode.workspace.openTextDocument(uri);
		const text = document.getText();
		const edit = toggled(text);
		if (edit === undefined) {
			tell.failed(
				vscode.l10n.t('`draft` cannot be changed while the front matter of “{0}” cannot be read. Correct it first.', found.entry.title),
			);
			return;
		}
		const change = new vscode.WorkspaceEdit();
		change.replace(uri, new vscode.Range(document.positionAt(edit.span.start), document.positionAt(edit.span.end)), edit.newText);
		await vscode.workspace.applyEdit(change);
	});
}

function toggled(text: string): TextEdit | undefined {
	const block = findFrontMatter(text);
	const read = block && readValues(text, block);
	if (block === undefined || read?.error !== undefined) {
		return undefined;
	}
	const draft = read?.values.get('draft');
	return read?.values.has('draft') === true ? replaceValue(text, block, 'draft', !isDraft(draft)) : insertField(text, block, 'draft', true);
}

/** A row of the Recent Entries view, from its context menu. */
function uriOfRow(row: unknown): vscode.Uri | undefined {
	const entry = typeof row === 'object' && row !== null && 'entry' in row ? row.entry : undefined;
	return typeof entry === 'object' && entry !== null && 'uri' in entry ? vscode.Uri.parse(String(entry.uri), true) : undefined;
}
