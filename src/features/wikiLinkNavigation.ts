import * as vscode from 'vscode';
import { headingReferences, referencesTo, blockReferences, type Reference } from '../core/links/references.ts';
import { meaningOf, placeOf } from '../core/links/linkMeaning.ts';
import type { Note } from '../core/note.ts';
import type { WikiLink } from '../core/prose/wikiLink.ts';
import { rangeOfPlaced } from '../host/convert.ts';
import { markdown } from '../host/editors.ts';
import { linkAt, linkedNoteOf, thingAt, type LinkedNote } from '../host/linkedNotes.ts';
import { commandUri, locationOf, locationOfLink, uriOfPlace } from '../host/noteLocations.ts';
import type { Services } from '../host/services.ts';

/** Where wiki links lead, and from where: definition, links to click, references, and the other links of a note that mean the same. */
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
		vscode.languages.registerReferenceProvider(markdown, {
			provideReferences: (document, position) => referencesAt(at(document, position)).map(locationOfLink),
		}),
		vscode.languages.registerDocumentHighlightProvider(markdown, {
			provideDocumentHighlights: (document, position) => highlightsAt(at(document, position)),
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

/** What ctrl+click does: opens the note at the place, or, where no note answers, offers to create it. Which of several is meant, the definition asks. */
function documentLink({ folder, note: here }: LinkedNote, link: WikiLink): vscode.DocumentLink | undefined {
	const meaning = meaningOf(folder.vault, link, here.path);
	const { resolution, target } = meaning;
	const range = rangeOfPlaced(link);
	switch (resolution.kind) {
		case 'resolved': {
			const result = new vscode.DocumentLink(range, uriOfPlace(resolution.note, placeOf(resolution.note, meaning)));
			result.tooltip = vscode.l10n.t('Open “{0}”', resolution.note.title);
			return result;
		}
		case 'unresolved': {
			const isResource = link.embed && /\.\w{1,5}$/u.test(target);
			const create = vscode.Uri.parse(commandUri('dailyLog.createNote', { target, from: here.uri, then: 'ask' }));
			const result = new vscode.DocumentLink(range, isResource ? vscode.Uri.joinPath(folder.uriOf(here.path), '..', target) : create);
			result.tooltip = isResource ? vscode.l10n.t('Open “{0}”', target) : vscode.l10n.t('Create “{0}”', target);
			return result;
		}
		case 'ambiguous':
			return undefined;
	}
}

/** Links to what a link leads to, to the heading on whose line the caret is, or, in the front matter, to the note itself. */
function referencesAt(caret: Caret | undefined): readonly Reference[] {
	if (caret === undefined) {
		return [];
	}
	const { folder, note, scan } = caret.here;
	const link = linkAt(caret.here, caret.offset);
	if (link !== undefined) {
		const meaning = meaningOf(folder.vault, link, note.path);
		return meaning.resolution.kind === 'resolved'
			? referencesToPlace(caret.here, meaning.resolution.note, placeOf(meaning.resolution.note, meaning))
			: [];
	}
	const heading = thingAt(scan.headings, caret.offset);
	const block = thingAt(scan.blockIds, caret.offset);
	if (heading !== undefined) {
		return referencesToPlace(caret.here, note, { kind: 'heading', heading });
	}
	if (block !== undefined) {
		return referencesToPlace(caret.here, note, { kind: 'block', block });
	}
	return scan.block !== undefined && caret.offset < scan.block.bodyStart ? referencesTo(folder.vault, note) : [];
}

function referencesToPlace({ folder: { vault } }: LinkedNote, note: Note, place: ReturnType<typeof placeOf>): readonly Reference[] {
	switch (place.kind) {
		case 'heading':
			return headingReferences(vault, note, place.heading);
		case 'block':
			return blockReferences(vault, note, place.block);
		case 'top':
		case 'missing':
			return referencesTo(vault, note);
	}
}

/** The links of the note that mean the same as the one at the caret. */
function highlightsAt(caret: Caret | undefined): vscode.DocumentHighlight[] | undefined {
	const link = caret && linkAt(caret.here, caret.offset);
	if (link === undefined || caret === undefined) {
		return undefined;
	}
	const { folder, note } = caret.here;
	const meant = keyOf(link, caret.here);
	const same = note.links.filter(other => keyOf(other, { folder, note }) === meant);
	return same.map(other => new vscode.DocumentHighlight(rangeOfPlaced(other), vscode.DocumentHighlightKind.Text));
}

/** What a link means, as far as two links can mean the same: a note, else what is said. */
function keyOf(link: WikiLink, { folder, note }: Pick<LinkedNote, 'folder' | 'note'>): string {
	const { resolution, target } = meaningOf(folder.vault, link, note.path);
	return resolution.kind === 'resolved' ? resolution.note.uri : `? ${target.toLowerCase()}`;
}
