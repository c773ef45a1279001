import * as vscode from 'vscode';
import { meaningOf } from '../core/links/linkMeaning.ts';
import { blockReferences, headingReferences, referencesTo } from '../core/links/references.ts';
import type { WikiLink } from '../core/prose/wikiLink.ts';
import { scanText } from '../core/prose/scan.ts';
import { renamePlaceAt, type RenameTarget } from '../core/rename/renameTarget.ts';
import { tagsOf } from '../core/tags/tagIndex.ts';
import { tagPlacesIn } from '../core/tags/tagPlaces.ts';
import { lineStartsOf } from '../core/text.ts';
import { rangeOfPlaced, toRange } from '../host/convert.ts';
import { markdown } from '../host/editors.ts';
import type { FolderVault } from '../host/folderVault.ts';
import { linkAt, linkedNoteOf, type LinkedNote } from '../host/linkedNotes.ts';
import { locationOfLink } from '../host/noteLocations.ts';
import type { Services } from '../host/services.ts';

/** "Find All References" of a note, heading, block or tag, and what else in the note is the same as what stands at the caret. */
export function registerReferences({ vaults }: Services): vscode.Disposable {
	return vscode.Disposable.from(
		vscode.languages.registerReferenceProvider(markdown, {
			provideReferences(document, position) {
				const here = linkedNoteOf(vaults, document);
				return here && referencesAt(here, document.getText(), document.offsetAt(position));
			},
		}),
		vscode.languages.registerDocumentHighlightProvider(markdown, {
			provideDocumentHighlights(document, position) {
				const here = linkedNoteOf(vaults, document);
				return here && highlightsAt(here, document.getText(), document.offsetAt(position));
			},
		}),
	);
}

/** Of a link the note, or the heading or block where the caret is on that; elsewhere in the front matter the note itself. */
async function referencesAt(here: LinkedNote, text: string, offset: number): Promise<vscode.Location[]> {
	const { folder, note, scan } = here;
	const target = renamePlaceAt(folder.vault, here, text, offset)?.target;
	if (target?.kind === 'tag') {
		return tagLocations(folder, target.tag);
	}
	const isInFrontMatter = scan.block !== undefined && offset < scan.block.bodyStart;
	const references = target === undefined ? (isInFrontMatter ? referencesTo(folder.vault, note) : []) : referencesOf(folder, target);
	return references.map(locationOfLink);
}

function referencesOf({ vault }: FolderVault, target: RenameTarget): ReturnType<typeof referencesTo> {
	switch (target.kind) {
		case 'note':
			return referencesTo(vault, target.note);
		case 'heading':
			return headingReferences(vault, target.note, target.heading);
		case 'block':
			return blockReferences(vault, target.note, target.block);
		default:
			return [];
	}
}

/** The notes with the tag are read for it: where in the front matter it stands is not kept. */
async function tagLocations(folder: FolderVault, tag: string): Promise<vscode.Location[]> {
	const uris = tagsOf(folder.vault).find(tag, folder.inlineTags)?.notes ?? [];
	const found = [...uris].map(async uri => {
		const text = await folder.textOf(folder.pathOf(uri));
		const places = text === undefined ? [] : tagPlacesIn(text, scanText(text), tag, folder.inlineTags);
		const lineStarts = lineStartsOf(text ?? '');
		return places.map(span => new vscode.Location(vscode.Uri.parse(uri, true), toRange(lineStarts, span)));
	});
	return (await Promise.all(found)).flat();
}

/** The links of the note that mean the same as the one at the caret, or the places of the tag there. */
function highlightsAt(here: LinkedNote, text: string, offset: number): vscode.DocumentHighlight[] | undefined {
	const link = linkAt(here, offset);
	const ranges = link === undefined ? tagRanges(here, text, offset) : sameLinks(here, link).map(each => rangeOfPlaced(each));
	return ranges?.map(range => new vscode.DocumentHighlight(range, vscode.DocumentHighlightKind.Text));
}

function tagRanges(here: LinkedNote, text: string, offset: number): readonly vscode.Range[] | undefined {
	const { folder, scan } = here;
	const target = renamePlaceAt(folder.vault, here, text, offset)?.target;
	const lineStarts = lineStartsOf(text);
	return target?.kind === 'tag' ? tagPlacesIn(text, scan, target.tag, folder.inlineTags).map(span => toRange(lineStarts, span)) : undefined;
}

function sameLinks(here: LinkedNote, link: WikiLink): readonly WikiLink[] {
	const meant = keyOf(link, here);
	return here.note.links.filter(other => keyOf(other, here) === meant);
}

/** What a link means, as far as two links can mean the same: a note, else what is said. */
function keyOf(link: WikiLink, { folder, note }: LinkedNote): string {
	const { resolution, target } = meaningOf(folder.vault, link, note.path);
	return resolution.kind === 'resolved' ? resolution.note.uri : `? ${target.toLowerCase()}`;
}
