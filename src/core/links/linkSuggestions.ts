import type { Note } from '../note.ts';
import type { Heading } from '../prose/heading.ts';
import type { BlockId } from '../prose/blockId.ts';
import { readNumberedTitle } from '../entryNumber.ts';
import { headingInLink, placeIn, sectionOf } from './headings.ts';
import type { LinkCaret } from './linkCaret.ts';
import { linksOf } from './linkIndex.ts';
import { targetFor } from './linkText.ts';
import { NameIndex } from './nameIndex.ts';
import { searchOf } from './noteSearch.ts';
import { foldHeading } from './placeNames.ts';
import { resolve } from './resolve.ts';
import type { Vault } from '../vault.ts';
import { wordsOf } from './wordIndex.ts';

/** What can be written at a caret in a link. */
export type LinkSuggestion =
	/** `text` is what is written, without `]]`. */
	| { readonly kind: 'note'; readonly text: string; readonly note: Note }
	/** A name that links use and no note answers to yet; `notes` is how many use it. */
	| { readonly kind: 'unresolved'; readonly text: string; readonly notes: number }
	/** What is typed, as the name of a note that is to be created. */
	| { readonly kind: 'create'; readonly text: string }
	| { readonly kind: 'heading'; readonly text: string; readonly note: Note; readonly heading: Heading }
	| { readonly kind: 'block'; readonly text: string; readonly note: Note; readonly block: BlockId }
	/** What the link may show. */
	| { readonly kind: 'alias'; readonly text: string; readonly note: Note };

/** So many suggestions are made at a time; with each letter typed they are made anew. */
export const mostSuggestions = 40;

/** Suggestions for a caret in a link of the note at the path `from`, the best first. */
export function suggestionsFor(vault: Vault, caret: LinkCaret, from: string): readonly LinkSuggestion[] {
	if (caret.part === 'target') {
		return targets(vault, caret.query, from);
	}
	const found = resolve(vault, caret.target, from);
	if (found.kind !== 'resolved') {
		return [];
	}
	const { note } = found;
	switch (caret.part) {
		case 'heading':
			return headings(note, caret);
		case 'block':
			return note.blockIds
				.filter(({ id }) => beginsWith(id, caret.query))
				.map(block => ({ kind: 'block', text: `^${block.id}`, note, block }));
		case 'alias':
			return aliases(note, caret);
	}
}

function targets(vault: Vault, written: string, from: string): readonly LinkSuggestion[] {
	const query = written.trim();
	const notes = searchOf(vault)
		.find(query, from, mostSuggestions)
		.map(note => ({ kind: 'note', text: targetFor(vault, note), note }) as const);
	const open = query === '' ? [] : unresolvedTargets(vault, query, from);
	const isNew = query !== '' && canBeTarget(query) && resolve(vault, query, from).kind === 'unresolved';
	return [...notes, ...open, ...(isNew ? [{ kind: 'create', text: query } as const] : [])];
}

function canBeTarget(text: string): boolean {
	return !/[#|^[\]\r\n]/u.test(text);
}

/** As many of the names in use are suggested, and so many looked at. */
const mostUnresolved = 10;
const mostLookedAt = 500;

type Unresolved = Extract<LinkSuggestion, { kind: 'unresolved' }>;

function unresolvedTargets(vault: Vault, query: string, from: string): readonly Unresolved[] {
	const words = wordsOf(NameIndex.fold(query));
	return linksOf(vault)
		.targetsLike(words, mostLookedAt)
		.filter(({ target, notes }) => notes > 1 || NameIndex.fold(target) !== NameIndex.fold(query)) // the link that is being typed is one itself
		.filter(({ target }) => fits(NameIndex.fold(target), words) && resolve(vault, target, from).kind === 'unresolved')
		.sort((a, b) => b.notes - a.notes || (a.target < b.target ? -1 : 1))
		.slice(0, mostUnresolved)
		.map(({ target, notes }) => ({ kind: 'unresolved', text: target, notes }));
}

function fits(text: string, words: readonly string[]): boolean {
	const has = wordsOf(text);
	return words.length > 0 && words.every(word => has.some(each => each.startsWith(word)));
}

function headings(note: Note, { above, query }: LinkCaret): readonly LinkSuggestion[] {
	const words = wordsOf(NameIndex.fold(query));
	const top = above === '' ? undefined : placeIn(note, above);
	const within = top?.kind === 'heading' ? sectionOf(note.headings, top.heading).slice(1) : note.headings;
	return within
		.filter(({ text, anchor }) => words.length === 0 || fits(foldHeading(text), words) || beginsWith(anchor, query))
		.map(heading => ({ kind: 'heading', text: headingInLink(note, heading), note, heading }));
}

function beginsWith(text: string, query: string): boolean {
	return NameIndex.fold(text).startsWith(NameIndex.fold(query.trim()));
}

/** The note's title without its number, its whole title, the heading that the link names. */
function aliases(note: Note, { above, query }: LinkCaret): readonly LinkSuggestion[] {
	const short = readNumberedTitle(note.title)?.title ?? '';
	const texts = [above.replace(/^\^.*/u, ''), short, note.title].filter(
		text => text !== '' && !/[[\]|]/u.test(text) && beginsWith(text, query),
	);
	return [...new Set(texts)].map(text => ({ kind: 'alias', text, note }));
}
