import * as vscode from 'vscode';
import { meaningOf } from '../core/links/linkMeaning.ts';
import type { WikiLink } from '../core/prose/wikiLink.ts';
import { rangeOfPlaced } from '../host/convert.ts';
import { markdown } from '../host/editors.ts';
import { linkedNoteOf, type LinkedNote } from '../host/linkedNotes.ts';
import type { Services } from '../host/services.ts';

/**
 * The wiki links of a note as its symbols, for "Go to Symbol in Editor" and the outline. Only where the setting asks for it: VS Code shows the symbols of two providers as two
 * trees, and the headings, which its own Markdown gives, would go down a level.
 */
export function registerLinkSymbols({ vaults }: Services): vscode.Disposable {
	const provider: vscode.DocumentSymbolProvider = {
		provideDocumentSymbols(document) {
			const note = linkedNoteOf(vaults, document);
			return note?.folder.settings['wikiLinks.inOutline'] === true ? note.note.links.map(link => symbolOf(note, link)) : undefined;
		},
	};
	const register = (): vscode.Disposable =>
		vscode.languages.registerDocumentSymbolProvider(markdown, provider, { label: vscode.l10n.t('Wiki Links') });
	let registered = register();
	return vscode.Disposable.from(
		vscode.workspace.onDidChangeConfiguration(event => {
			// VS Code keeps the symbols of a text until the text changes, or those who are asked do.
			if (event.affectsConfiguration('dailyLog.wikiLinks')) {
				registered.dispose();
				registered = register();
			}
		}),
		new vscode.Disposable(() => {
			registered.dispose();
		}),
	);
}

function symbolOf({ folder, note }: LinkedNote, link: WikiLink): vscode.DocumentSymbol {
	const { resolution } = meaningOf(folder.vault, link, note.path);
	const leadsTo = resolution.kind === 'resolved' ? resolution.note.title : vscode.l10n.t('no note, or several');
	const range = rangeOfPlaced(link);
	return new vscode.DocumentSymbol(link.label, leadsTo, vscode.SymbolKind.Key, range, range);
}
