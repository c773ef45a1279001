import { readNumberedTitle, readNumberInPath, writeNumber } from '../entryNumber.ts';
import { findFrontMatter } from '../frontMatter/frontMatter.ts';
import { replaceValue } from '../frontMatter/fieldEdits.ts';
import { indexOf } from '../links/resolve.ts';
import { parseNote, writtenTitle, type Note } from '../note.ts';
import { folderOf, homeOf, isBundlePage, joinPath, nameOf } from '../notePath.ts';
import { slugOf } from '../slug.ts';
import { applyEdits, type TextEdit } from '../text.ts';
import type { Vault } from '../vault.ts';
import { takenBy, type Move } from './moves.ts';
import { nameFor, nameFormOf, nameProblemOf, type NameProblem } from './noteName.ts';
import type { NoteChanges } from './relinking.ts';
import { placeOfTitle } from './titlePlace.ts';

/** Why something cannot get the name that was asked for. */
export type Refusal =
	| { readonly kind: 'name'; readonly problem: NameProblem }
	/** A file or folder, or another note with that title, is there. */
	| { readonly kind: 'taken'; readonly path: string }
	| { readonly kind: 'titleTaken'; readonly path: string }
	/** Another entry has the number. */
	| { readonly kind: 'numberTaken'; readonly number: number; readonly path: string }
	/** What is written cannot be changed without changing more. */
	| { readonly kind: 'cannotEdit' }
	/** The text would be read as something else: a heading with a line end, a block id with blanks. */
	| { readonly kind: 'form' };

/** A change of the vault that follows from another name: what a note's own text has to say, and what moves. */
export interface Renaming {
	readonly kind: 'renaming';
	readonly changes: NoteChanges;
	readonly moves: readonly Move[];
	/** The edits of the note that is renamed itself, without those of its links; counted in its text as it is. */
	readonly own: { readonly note: Note; readonly edits: readonly TextEdit[] };
}

/** What was asked for: another title, or another name of the file or leaf bundle. */
export interface NoteRequest {
	readonly note: Note;
	readonly text: string;
	/** Whether it was called by the name of its file or leaf bundle, as in `[[62-restarting]]`. */
	readonly byName: boolean;
	readonly newName: string;
}

/** What a note is called when it is to be renamed: its title, unless it was called by a name that says something else. */
export function callingOf({ title, path }: Note, byName: boolean): string {
	return isByTitle({ title, path }, byName) ? title : nameOf(path);
}

/** A name that is only the entry's number, `62.md`, says nothing else than the title does. */
function isByTitle({ title, path }: Pick<Note, 'title' | 'path'>, byName: boolean): boolean {
	const name = nameOf(path);
	return !byName || nameFormOf(name, title) !== undefined || (/^\d{1,7}$/u.test(name) && readNumberedTitle(title)?.number === Number(name));
}

/**
 * Renames a note. Its title and the name of its file or leaf bundle follow each other where the one is made of the other: where the name is the title, its slug, or either behind a
 * number or date, both change with either. Where the name says something else, only what was named changes; so does the name alone where it is called by its name and gets
 * another slug (`new-name`), of which no title can be made. A number alone is another number for an entry. The number of an entry stays the same in both.
 */
export function renameNote(vault: Vault, request: NoteRequest): Renaming | Refusal {
	const wanted = isByTitle(request.note, request.byName) && !isOtherSlug(request) ? byTitle(request) : byName(request);
	if (wanted.kind !== 'names') {
		return wanted;
	}
	const { note, text } = request;
	const move = moveTo(note, wanted.name);
	const edits = wanted.title === undefined ? [] : titleEdits(text, wanted.title);
	const problem =
		nameClash(note, wanted.name) ??
		numberClash(vault, note, wanted.title ?? '') ??
		titleClash(vault, note, wanted.title ?? '') ??
		moveClash(vault, move);
	return problem ?? (edits === undefined ? { kind: 'cannotEdit' } : renamingOf(note, text, { edits, move }));
}

function renamingOf(
	note: Note,
	text: string,
	{ edits, move }: { readonly edits: readonly TextEdit[]; readonly move: Move | undefined },
): Renaming {
	const moves = move === undefined ? [] : [move];
	const notes = edits.length === 0 ? [] : [[note.uri, parseNote(note, applyEdits(text, edits))] as const];
	return {
		kind: 'renaming',
		moves,
		changes: { moves: new Map(moves.map(each => [each.from, each])), notes: new Map(notes) },
		own: { note, edits },
	};
}

/** The names that a note is to have; `title` undefined where that stays. */
interface Names {
	readonly kind: 'names';
	readonly title: string | undefined;
	readonly name: string;
}

function byTitle({ note, newName }: NoteRequest): Names | Refusal {
	const title = withNumber(note.title, newName.trim());
	if (title === '' || /[\p{Cc}\p{Cs}]/u.test(title)) {
		return { kind: 'name', problem: title === '' ? 'empty' : 'sign' };
	}
	const name = nameFor(nameOf(note.path), { before: note.title, after: title });
	return { kind: 'names', title: title === note.title ? undefined : title, name };
}

/** A number alone, in the place of `62 - Restarting`, is another number for it. */
function withNumber(title: string, newName: string): string {
	const read = readNumberedTitle(title);
	return read === undefined || read.title === '' || !/^\d{1,7}$/u.test(newName)
		? newName
		: title.slice(0, read.numberSpan.start) + newName + title.slice(read.numberSpan.end);
}

function isOtherSlug({ note, byName: isByName, newName }: NoteRequest): boolean {
	const isSlug = (text: string): boolean => /[-_]/u.test(text) && slugOf(text.replaceAll('_', '-')) === text.replaceAll('_', '-');
	return isByName && isSlug(newName.trim()) && !isSlug(note.title);
}

function byName({ note, newName }: NoteRequest): Names | Refusal {
	const name = newName.trim().replace(/\.(?:md|markdown)$/iu, '');
	const problem = nameProblemOf(name);
	if (problem !== undefined) {
		return { kind: 'name', problem };
	}
	const [old, now] = [readNumberInPath(note.path)?.number, readNumberInPath(`${name}.md`)?.number];
	const read = readNumberedTitle(note.title);
	const isTogether = read !== undefined && read.number === old && now !== undefined && now !== old;
	const { start, end } = read?.numberSpan ?? { start: 0, end: 0 };
	const title = isTogether ? note.title.slice(0, start) + writeNumber(now, read.digits, 1) + note.title.slice(end) : undefined;
	return { kind: 'names', title, name };
}

/** The file's or leaf bundle's move to another name; undefined where it has that name. */
function moveTo({ path }: Note, name: string): Move | undefined {
	if (name === nameOf(path)) {
		return undefined;
	}
	const isFolder = isBundlePage(path) && folderOf(path) !== '';
	const to = joinPath(homeOf(path), name);
	const ending = /\.[^.]*$/u.exec(path)?.[0] ?? '';
	return isFolder ? { from: folderOf(path), to, isFolder } : { from: path, to: to + ending, isFolder };
}

function nameClash({ path }: Note, name: string): Refusal | undefined {
	const problem = name === nameOf(path) ? undefined : nameProblemOf(name);
	return problem && { kind: 'name', problem };
}

/** Links could no longer tell two notes of one title apart. */
function titleClash(vault: Vault, note: Note, title: string): Refusal | undefined {
	const namesakes = title === '' || writtenTitle(note.values) === undefined ? [] : indexOf(vault).find('title', title);
	const other = namesakes.find(({ uri }) => uri !== note.uri);
	return other && { kind: 'titleTaken', path: other.path };
}

function numberClash(vault: Vault, note: Note, title: string): Refusal | undefined {
	const entry = vault.entry(note.uri);
	const number = readNumberedTitle(title)?.number;
	if (entry === undefined || number === undefined || entry.number === number) {
		return undefined;
	}
	const other = vault.entries().find(each => each.number === number && each.uri !== note.uri);
	return other && { kind: 'numberTaken', number, path: other.path };
}

function moveClash(vault: Vault, move: Move | undefined): Refusal | undefined {
	const taken = move === undefined ? undefined : takenBy([move], vault.notes())[0];
	return taken === undefined ? undefined : { kind: 'taken', path: taken };
}

/** Writes the title where it stands; `[]` where the note goes by its name alone, undefined where what is written cannot be changed safely. */
function titleEdits(text: string, title: string): readonly TextEdit[] | undefined {
	const place = placeOfTitle(text);
	const block = findFrontMatter(text);
	if (place === undefined) {
		return [];
	}
	const edit =
		place.kind === 'field' && block !== undefined ? replaceValue(text, block, 'title', title) : { span: place.span, newText: title };
	return edit && [edit];
}
