import * as vscode from 'vscode';
import { linkTo } from '../core/links/linkText.ts';
import type { Note } from '../core/note.ts';
import { registerCommand } from '../host/commands.ts';
import { describeEntry, iconOf } from '../host/entryLabels.ts';
import type { FolderVault } from '../host/folderVault.ts';
import type { Services } from '../host/services.ts';

interface NoteItem extends vscode.QuickPickItem {
	readonly note: Note;
}

/** "Insert Link to Entry or Note…": a quick pick, then a wiki link at every caret; a selection becomes what the link shows. */
export function registerInsertLink({ vaults, clock, tell }: Services): vscode.Disposable {
	return registerCommand(tell, { id: 'dailyLog.insertLink', name: vscode.l10n.t('Insert Link') }, async () => {
		const editor = vscode.window.activeTextEditor;
		const vault = editor && vaults.of(editor.document.uri);
		if (editor === undefined || vault === undefined) {
			tell.inform(vscode.l10n.t('A link is inserted into a note. Open one of this folder’s notes first.'));
			return;
		}
		await vaults.loadAll();
		const here = vault.addressOf(editor.document.uri).uri;
		const items = itemsOf(vault, clock.now()).filter(({ note }) => note.uri !== here);
		if (items.length === 0) {
			tell.inform(vscode.l10n.t('There is no other note to link to yet.'));
			return;
		}
		const placeHolder = vscode.l10n.t('The entry or note to link to');
		const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true });
		if (picked !== undefined) {
			await insert(editor, linkTo(vault.vault, picked.note));
		}
	});
}

/** Newest entries first, then the other notes by title. */
function itemsOf({ vault }: FolderVault, now: number): NoteItem[] {
	const entries = vault.entries().toReversed();
	const notes = [...vault.notes()].filter(note => vault.entry(note.uri) === undefined);
	return [
		...entries.flatMap(entry => {
			const note = vault.note(entry.uri);
			return note
				? [{ note, label: entry.title, description: describeEntry(entry), detail: entry.output, iconPath: iconOf(entry, now) }]
				: [];
		}),
		...notes
			.sort((a, b) => a.title.localeCompare(b.title))
			.map(note => ({ note, label: note.title, description: note.path, iconPath: new vscode.ThemeIcon('markdown') })),
	];
}

async function insert(editor: vscode.TextEditor, link: string): Promise<void> {
	await editor.edit(edit => {
		for (const selection of editor.selections) {
			const shown = editor.document.getText(selection);
			edit.replace(selection, shown === '' || /[\]|\r\n]/u.test(shown) ? link : `${link.slice(0, -2)}|${shown}]]`);
		}
	});
	editor.selections = editor.selections.map(({ end }) => new vscode.Selection(end, end));
	await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
}
