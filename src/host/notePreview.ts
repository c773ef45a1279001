import * as vscode from 'vscode';
import type { Entry } from '../core/entry.ts';
import { excerptOf, type Excerpt } from '../core/links/excerpt.ts';
import type { LinkPlace } from '../core/links/linkMeaning.ts';
import type { LinkSuggestion } from '../core/links/linkSuggestions.ts';
import { backlinkGroups } from '../core/links/backlinks.ts';
import type { Note } from '../core/note.ts';
import { folderOf } from '../core/notePath.ts';
import { scanText } from '../core/prose/scan.ts';
import { writeDuration } from '../core/time/duration.ts';
import { describeState, writeDay } from './entryLabels.ts';
import type { FolderVault } from './folderVault.ts';
import { commandUri, uriOfPlace } from './noteLocations.ts';

/** What a link leads to, as it is shown beside the link. */
export interface Preview {
	/** Title, number, date, input, output, tags, state; ours, and quoted from the note as plain text. */
	readonly about: vscode.MarkdownString;
	/** The beginning of the text; the note's, and not trusted. Undefined where nothing is written there. */
	readonly text: vscode.MarkdownString | undefined;
}

/** The preview of a place in a note; reads the note's text, of its editor where it is open. `now` is in milliseconds since 1970 UTC. */
export async function previewNote(
	folder: FolderVault,
	note: Note,
	{ place, now }: { readonly place: LinkPlace; readonly now: number },
): Promise<Preview> {
	const text = await folder.textOf(note.path);
	const excerpt = text === undefined ? undefined : excerptOf(text, scanText(text), place);
	return { about: aboutNote(folder, note, { place, now }), text: excerpt && asMarkdown(folder, note, excerpt) };
}

/** The same for an item of a completion list, as one text. */
export async function previewOf(
	folder: FolderVault,
	suggestion: Exclude<LinkSuggestion, { kind: 'unresolved' | 'create' }>,
	now: number,
): Promise<vscode.MarkdownString> {
	const { about, text } = await previewNote(folder, suggestion.note, { place: placeOfSuggestion(suggestion), now });
	const all = new vscode.MarkdownString(text === undefined ? about.value : `${about.value}\n\n---\n\n${text.value}`, true);
	all.baseUri = folderUri(folder, suggestion.note);
	return all;
}

function placeOfSuggestion(suggestion: LinkSuggestion): LinkPlace {
	switch (suggestion.kind) {
		case 'heading':
			return { kind: 'heading', heading: suggestion.heading };
		case 'block':
			return { kind: 'block', block: suggestion.block };
		default:
			return { kind: 'top' };
	}
}

function aboutNote(
	folder: FolderVault,
	note: Note,
	{ place, now }: { readonly place: LinkPlace; readonly now: number },
): vscode.MarkdownString {
	const about = new vscode.MarkdownString('', true);
	const entry = folder.vault.entry(note.uri);
	appendWords(about.appendMarkdown('**'), note.title).appendMarkdown('**');
	if (place.kind === 'heading') {
		appendWords(about.appendMarkdown(' › '), place.heading.text);
	}
	for (const line of entry === undefined ? [note.path] : linesAbout(entry, now)) {
		appendWords(about.appendMarkdown('\n\n'), line);
	}
	return about;
}

/** Day and input, output, tags, state; those that there are. */
function linesAbout(entry: Entry, now: number): readonly string[] {
	const day = entry.day === undefined ? '' : writeDay(entry.day, { dateStyle: 'full' });
	const input = entry.input === undefined ? '' : writeDuration(entry.input);
	const tags = entry.tags.map(tag => `#${tag}`).join(' ');
	return [[day, input].filter(Boolean).join(' · '), entry.output, tags, describeState(entry, now)].filter(Boolean);
}

function asMarkdown(folder: FolderVault, note: Note, { markdown, isCut }: Excerpt): vscode.MarkdownString | undefined {
	if (markdown === '') {
		return undefined;
	}
	const text = new vscode.MarkdownString(isCut ? `${markdown}\n\n…` : markdown);
	text.baseUri = folderUri(folder, note);
	return text;
}

/** Where the pictures of a note are looked for; with a slash at its end, as a base must have. */
function folderUri(folder: FolderVault, note: Note): vscode.Uri {
	const uri = folder.uriOf(folderOf(note.path));
	return uri.with({ path: uri.path.endsWith('/') ? uri.path : `${uri.path}/` });
}

/** So many notes are named that link to a note. */
const mostNamed = 5;

/** Who else links to the note, newest entries first, apart from the note at `here`; undefined where nobody does. */
export function describeBacklinks(folder: FolderVault, note: Note, here: string): vscode.MarkdownString | undefined {
	const notes = backlinkGroups(folder.vault, note)
		.map(({ from }) => from)
		.filter(({ uri }) => uri !== here);
	if (notes.length === 0) {
		return undefined;
	}
	const text = new vscode.MarkdownString(vscode.l10n.t('Also linked from: '));
	text.isTrusted = { enabledCommands: ['vscode.open'] };
	notes.slice(0, mostNamed).forEach((each, index) => {
		text.appendMarkdown(index === 0 ? '' : ' · ');
		appendLink(text, each.title, commandUri('vscode.open', uriOfPlace(each, { kind: 'top' })));
	});
	if (notes.length > mostNamed) {
		appendWords(text, vscode.l10n.t(' and {0} more', notes.length - mostNamed));
	}
	return text;
}

/** Adds a link that shows the words as they are. */
export function appendLink(text: vscode.MarkdownString, words: string, target: string): void {
	appendWords(text.appendMarkdown('['), words).appendMarkdown(`](${target})`);
}

/** Adds words that are shown as they are: nothing in them is Markdown. */
export function appendWords(text: vscode.MarkdownString, words: string): vscode.MarkdownString {
	text.appendText(words);
	// appendText makes every blank one that no line may break at, and a long text would run out of the hover.
	text.value = text.value.replaceAll('&nbsp;', ' ');
	return text;
}
