import type { Entry } from '../entry.ts';
import { mostCommon } from '../majority.ts';
import { learnTemplate } from '../newEntry/learnTemplate.ts';
import { rawForm } from '../newEntry/scalarForm.ts';
import { renderTemplate, type Template } from '../newEntry/template.ts';
import { parseNote, writtenTitle, type Note } from '../note.ts';
import { baseName, folderOf, homeOf, isBundlePage, isWithin, joinPath, nameOf, tidyPath } from '../notePath.ts';
import { avoidReserved, byteLength, safeName, slugOf } from '../slug.ts';
import type { Span } from '../text.ts';
import type { Vault } from '../vault.ts';
import { NameIndex } from './nameIndex.ts';
import { joinRelative, percentDecoded } from './resolve.ts';

/** Why a link cannot become a note. */
export type Refusal =
	/** Nothing of the name can be the name of a file. */
	| 'noName'
	/** Longer than file systems take. */
	| 'tooLong'
	/** A control character, which no name should have. */
	| 'controlCharacter'
	/** It would lie outside the vault. */
	| 'outside'
	/** `index` and its like name the page of a folder. */
	| 'folderPage';

/** The note that a link is to become, or why it cannot. */
export type NewNotePlan =
	| { readonly kind: 'note'; readonly path: string; readonly title: string; readonly text: string; readonly stops: readonly Span[] }
	| { readonly kind: 'refused'; readonly reason: Refusal };

/** What decides about a new note apart from the vault. */
export interface NewNoteRequest {
	/** The link's target as it is meant: `On Craft`, `reading/On Craft`, `../On Craft.md`. */
	readonly target: string;
	/** Vault-relative path of the note with the link. */
	readonly from: string;
	/** The setting `dailyLog.wikiLinks.newNoteFolder`; `''` to learn it. */
	readonly folder: string;
	/** RFC 3339 with offset. */
	readonly now: string;
	/** The texts of the notes that `notesToLearnFrom` names. */
	readonly samples: readonly string[];
}

/** Where the note goes, and what it is called there. */
type Place =
	{ readonly kind: 'place'; readonly folder: string; readonly title: string } | { readonly kind: 'refused'; readonly reason: Refusal };

/** UTF-8 bytes that a name may have everywhere, `.md` included. */
const mostBytes = 250;

/** The note that an unresolved link names: in the folder, with a name and with front matter like the vault's other notes. It never leaves the vault. */
export function planNewNote(vault: Vault, request: NewNoteRequest): NewNotePlan {
	const place = placeFor(vault, request);
	if (place.kind === 'refused') {
		return place;
	}
	const { folder, title } = place;
	if ([...folder.split('/'), title].some(part => part !== part.trim())) {
		return { kind: 'refused', reason: 'noName' }; // Windows takes no such folder, and no link finds it
	}
	const name = usesSlugs(vault, folder) ? avoidReserved(slugOf(title)) : safeName(title);
	const reason =
		name === '' ? 'noName' : byteLength(`${name}.md`) > mostBytes ? 'tooLong' : isFolderPageName(name) ? 'folderPage' : undefined;
	if (reason !== undefined) {
		return { kind: 'refused', reason };
	}
	const path = joinPath(folder, `${name}.md`);
	return { kind: 'note', path, title, ...writeNote(path, title, request) };
}

function isFolderPageName(name: string): boolean {
	return /^(?:_?index|readme)$/iu.test(name);
}

function placeFor(vault: Vault, { target, from, folder }: NewNoteRequest): Place {
	const text = percentDecoded(target)
		.trim()
		.replace(/\.(?:md|markdown)$/iu, '');
	if (/\p{Cc}/u.test(text)) {
		return { kind: 'refused', reason: 'controlCharacter' };
	}
	const written = text.replaceAll('\\', '/');
	const [above, name] = [folderOf(written.replace(/\/+$/u, '')), baseName(written.replace(/\/+$/u, ''))];
	if (/^[a-z]:\//iu.test(written) || written.startsWith('//') || leaves(written, from) || leaves(folder.replaceAll('\\', '/'), '')) {
		return { kind: 'refused', reason: 'outside' };
	}
	if (/^\.{1,2}\//u.test(written)) {
		return { kind: 'place', folder: joinRelative(folderOf(from), above), title: name };
	}
	const fromRoot = above.split('/').filter(Boolean).join('/');
	const base = newNoteFolder(vault, from, folder);
	const known = [fromRoot, joinPath(base, fromRoot)].find(each => fromRoot !== '' && hasNotesIn(vault, each));
	return known !== undefined || written.startsWith('/')
		? { kind: 'place', folder: known ?? fromRoot, title: name }
		: { kind: 'place', folder: base, title: text };
}

/** Whether a path with `..` in it leads out of the vault from the folder of a note. */
function leaves(path: string, from: string): boolean {
	let depth = /^\.{1,2}\//u.test(path) ? folderOf(from).split('/').filter(Boolean).length : 0;
	for (const part of path.split('/')) {
		depth += part === '..' ? -1 : part === '.' || part === '' ? 0 : 1;
		if (depth < 0) {
			return true;
		}
	}
	return path.split('/').includes('..') && !/^\.{1,2}\//u.test(path);
}

function hasNotesIn(vault: Vault, folder: string): boolean {
	for (const { path } of vault.notes()) {
		if (isWithin(path, folder)) {
			return true;
		}
	}
	return false;
}

/** Where new notes go: the folder that is set, else where most notes are that are no entries, else `notes` beside the log. */
export function newNoteFolder(vault: Vault, from: string, setting: string): string {
	const wished = tidyPath(setting);
	if (wished !== '') {
		return wished;
	}
	const homes = plainNotes(vault).map(({ path }) => homeOf(path));
	const usual = mostCommon(homes);
	const log = vault.entries().at(-1);
	return usual ?? (log === undefined ? homeOf(from) : notesBeside(homeOf(log.path)));
}

function notesBeside(folder: string): string {
	return folder === '' ? '' : joinPath(folderOf(folder), 'notes');
}

/** Notes that are neither entries nor the page of a folder. */
function plainNotes(vault: Vault): readonly Note[] {
	return [...vault.notes()].filter(note => vault.entry(note.uri) === undefined && !/(?:^|\/)(?:_index|readme)\.\w+$/iu.test(note.path));
}

/** How many notes a new one learns from. */
const samplesRead = 10;

/** The notes whose front matter a new one in that folder is to have, newest first: those of the folder, or of the vault where it has none. */
export function notesToLearnFrom(vault: Vault, folder: string): readonly Note[] {
	const all = plainNotes(vault).filter(({ error, format }) => error === undefined && format !== undefined);
	const here = all.filter(({ path }) => homeOf(path) === folder);
	return (here.length > 0 ? here : all).sort((a, b) => compare(dateText(b), dateText(a)) || compare(a.path, b.path)).slice(0, samplesRead);
}

function dateText({ values }: Note): string {
	const date = values.get('date');
	return typeof date === 'string' ? date : '';
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether names are written as slugs there: `on-craft` and not `On Craft`. A log that writes its entries so tells it too, where no note does. */
function usesSlugs(vault: Vault, folder: string): boolean {
	const notes = plainNotes(vault);
	const here = notes.filter(({ path }) => homeOf(path) === folder);
	const told = [here, notes, vault.entries()].map(tellingNames).find(({ slugs, names }) => slugs + names > 0);
	return told === undefined ? isWithin(folder, 'content') || folder.includes('/content/') : told.slugs >= told.names;
}

/** How many names are slugs, and how many the titles themselves; a name that is both tells nothing. */
function tellingNames(notes: readonly (Pick<Note, 'path'> & { readonly title: string })[] | readonly Entry[]): {
	readonly slugs: number;
	readonly names: number;
} {
	const named = notes.map(({ path, title }) => ({
		name: nameOf(path),
		slug: slugOf(title),
		safe: safeName(title),
		isBundle: isBundlePage(path),
	}));
	const telling = named.filter(({ slug, safe }) => NameIndex.fold(slug) !== NameIndex.fold(safe));
	return {
		slugs: telling.filter(({ name, slug }) => name === slug).length,
		names: telling.filter(({ name, safe }) => name === safe).length,
	};
}

/** No note is an entry: where samples have numbers, as those of another log, this one shows in the text and says that it is not to be had. */
const noNumber = 9_999_999;

/** The text of a new note with that title, with front matter like the samples'; and where to write on in it, the body last. */
export function writeNote(
	path: string,
	title: string,
	{ samples, now }: Pick<NewNoteRequest, 'samples' | 'now'>,
): { readonly text: string; readonly stops: readonly Span[] } {
	const learned = learnTemplate(
		samples.map(text => ({ text, number: noNumber })),
		{ names: { input: '', output: '' }, series: '' },
	);
	const values = { number: noNumber, title, date: now, name: nameOf(path) };
	const written = learned === undefined ? undefined : renderTemplate(learned, values);
	const isWhole = written !== undefined && !written.text.includes(String(noNumber)) && answersTo(path, title, written.text);
	return isWhole ? written : renderTemplate(plainTemplate(), values);
}

/** A link must find what it has created. */
function answersTo(path: string, title: string, text: string): boolean {
	const { values, error } = parseNote({ uri: '', path }, text);
	return error === undefined && (writtenTitle(values) === title || NameIndex.fold(nameOf(path)) === NameIndex.fold(title));
}

function plainTemplate(): Template {
	return {
		pieces: [
			{ kind: 'text', text: '---\ntitle: ' },
			{ kind: 'title', form: { pattern: '{title}', digits: 1 }, scalar: { format: 'yaml', style: 'double' } },
			{ kind: 'text', text: '\ndate: ' },
			{ kind: 'date', dateOnly: false, scalar: rawForm },
			{ kind: 'text', text: '\n---\n' },
			{ kind: 'stop', at: 'body' },
			{ kind: 'text', text: '\n' },
		],
		lineEnd: '\n',
		byteOrderMark: false,
	};
}
