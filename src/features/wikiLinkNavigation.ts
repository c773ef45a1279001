import * as vscode from 'vscode';
import { isFileName } from '../core/links/linkedFile.ts';
import { meaningOf, placeOf } from '../core/links/linkMeaning.ts';
import type { WikiLink } from '../core/prose/wikiLink.ts';
import { rangeOfPlaced } from '../host/convert.ts';
import { markdown } from '../host/editors.ts';
import { linkWords } from '../host/linkWords.ts';
import { linkAt, linkedNoteOf, type LinkedNote } from '../host/linkedNotes.ts';
import { commandUri, locationOf, uriOfPlace } from '../host/noteLocations.ts';
import type { Services } from '../host/services.ts';

/** Where wiki links lead: definition, and links to click. */
export function registerWikiLinkNavigation({ vaults }: Services): vscode.Disposable {
	const at = (document: vscode.TextDocument, position: vscode.Position): Caret | undefined => {
		const note = linkedNoteOf(vaults, document);
		return note && { here: note, offset: document.offsetAt(position) };
	};
	return vscode.Disposable.from(
		vscode.languages.registerDefinitionProvider(markdown, {
			provideDefinition: (document, position) => definitionAt(at(document, position)),
		}),
		vscode.languages.registerDocumentLinkProvider(markdown, {
			provideDocumentLinks: document => {
				const note = linkedNoteOf(vaults, document);
				return note?.note.links.flatMap(link => documentLink(note, link) ?? []);
			},
		}),
	);
}

interface Caret {
	readonly here: LinkedNote;
	readonly offset: number;
}

/** From the whole of the link, so that it is underlined as a whole; of an ambiguous one every note that answers. */
function definitionAt(caret: Caret | undefined): vscode.LocationLink[] | undefined {
	const link = caret && linkAt(caret.here, caret.offset);
	if (link === undefined || caret === undefined) {
		return undefined;
	}
	const meaning = meaningOf(caret.here.folder.vault, link, caret.here.note.path);
	const { resolution } = meaning;
	const notes = resolution.kind === 'resolved' ? [resolution.note] : resolution.kind === 'ambiguous' ? resolution.notes : [];
	return notes.map(note => {
		const { uri, range } = locationOf(note, placeOf(note, meaning));
		return { originSelectionRange: rangeOfPlaced(link), targetUri: uri, targetRange: range };
	});
}

/**
 * What ctrl+click does: opens the note at the place, or, where no note answers, offers to create it. Which of several is meant, the definition asks.
 * VS Code makes the tooltip the label of a link in Markdown, and follows every link to a command in it.
 */
function documentLink({ folder, note: here }: LinkedNote, link: WikiLink): vscode.DocumentLink | undefined {
	const meaning = meaningOf(folder.vault, link, here.path);
	const { resolution, target } = meaning;
	const range = rangeOfPlaced(link);
	switch (resolution.kind) {
		case 'resolved': {
			const result = new vscode.DocumentLink(range, uriOfPlace(resolution.note, placeOf(resolution.note, meaning)));
			result.tooltip = vscode.l10n.t('Open “{0}”', linkWords(resolution.note.title));
			return result;
		}
		case 'unresolved': {
			const isResource = isFileName(target);
			const create = vscode.Uri.parse(commandUri('dailyLog.createNote', { target, from: here.uri, then: 'ask' }));
			const result = new vscode.DocumentLink(range, isResource ? vscode.Uri.joinPath(folder.uriOf(here.path), '..', target) : create);
			result.tooltip = isResource ? vscode.l10n.t('Open “{0}”', linkWords(target)) : vscode.l10n.t('Create “{0}”', linkWords(target));
			return result;
		}
		case 'ambiguous':
			return undefined;
	}
}
