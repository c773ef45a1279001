import * as vscode from 'vscode';
import { isFileName, isPictureName } from '../core/links/linkedFile.ts';
import { nearestName } from '../core/links/nearestName.ts';
import { meaningOf, placeOf, type LinkMeaning } from '../core/links/linkMeaning.ts';
import type { Note } from '../core/note.ts';
import { rangeOfPlaced } from '../host/convert.ts';
import { markdown } from '../host/editors.ts';
import { linkAt, linkedNoteOf, type LinkedNote } from '../host/linkedNotes.ts';
import { commandUri, uriOfPlace } from '../host/noteLocations.ts';
import { appendLink, appendWords, describeBacklinks, previewNote } from '../host/notePreview.ts';
import type { Services } from '../host/services.ts';

/** Hover over a wiki link: what it leads to and how that begins, who else links there; where it leads to nothing, a way to create it. */
export function registerWikiLinkHover(services: Services): vscode.Disposable {
	return vscode.languages.registerHoverProvider(markdown, {
		async provideHover(document, position) {
			const note = linkedNoteOf(services.vaults, document);
			const link = note && linkAt(note, document.offsetAt(position));
			if (link === undefined || note === undefined) {
				return undefined;
			}
			const meaning = meaningOf(note.folder.vault, link, note.note.path);
			return new vscode.Hover(await contentsOf(services, note, meaning), rangeOfPlaced(link));
		},
	});
}

async function contentsOf(services: Services, here: LinkedNote, meaning: LinkMeaning): Promise<vscode.MarkdownString[]> {
	switch (meaning.resolution.kind) {
		case 'resolved':
			return leadsTo(services, here, meaning.resolution.note, meaning);
		case 'ambiguous':
			return [severalAnswer(meaning.resolution.notes)];
		case 'unresolved':
			return isFileName(meaning.target) ? fileAt(here, meaning.target) : [nobodyAnswers(here, meaning.target)];
	}
}

async function leadsTo(
	{ clock }: Services,
	{ folder, note: here }: LinkedNote,
	note: Note,
	meaning: LinkMeaning,
): Promise<vscode.MarkdownString[]> {
	const place = placeOf(note, meaning);
	const { about, text } = await previewNote(folder, note, { place, now: clock.now() });
	if (place.kind === 'missing') {
		const missing = vscode.l10n.t('It has no heading “{0}”.', meaning.heading ?? '');
		return [about, appendWords(new vscode.MarkdownString(), missing)];
	}
	return [about, text, describeBacklinks(folder, note, here.uri)].filter(content => content !== undefined);
}

function severalAnswer(notes: readonly Note[]): vscode.MarkdownString {
	const text = appendWords(new vscode.MarkdownString(), vscode.l10n.t('Several notes answer to this name:'));
	text.isTrusted = { enabledCommands: ['vscode.open'] };
	for (const note of notes.slice(0, mostListed)) {
		text.appendMarkdown('\n\n- ');
		appendLink(text, note.path, commandUri('vscode.open', uriOfPlace(note, { kind: 'top' })));
	}
	return text;
}

const mostListed = 10;

function nobodyAnswers({ folder, note }: LinkedNote, target: string): vscode.MarkdownString {
	const text = appendWords(new vscode.MarkdownString('', true), vscode.l10n.t('There is no note of this name yet.'));
	text.isTrusted = { enabledCommands: ['dailyLog.createNote'] };
	text.appendMarkdown(' ');
	appendLink(text, vscode.l10n.t('Create it'), commandUri('dailyLog.createNote', { target, from: note.uri, then: 'open' }));
	const near = nearestName(folder.vault, target);
	if (near !== undefined) {
		appendWords(text.appendMarkdown('\n\n'), vscode.l10n.t('Is “{0}” meant?', near));
	}
	return text;
}

/** A picture that lies in a folder of the workspace; nothing of another file. */
function fileAt({ folder, note }: LinkedNote, target: string): vscode.MarkdownString[] {
	const beside = vscode.Uri.joinPath(folder.uriOf(note.path), '..', target);
	if (!isPictureName(target) || vscode.workspace.getWorkspaceFolder(beside) === undefined) {
		return [];
	}
	return [new vscode.MarkdownString(`![](${beside.toString()}|width=320)`)];
}
