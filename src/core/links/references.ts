import type { Note } from '../note.ts';
import type { Heading } from '../prose/heading.ts';
import type { BlockId } from '../prose/blockId.ts';
import type { WikiLink } from '../prose/wikiLink.ts';
import type { Vault } from '../vault.ts';
import { calledNames, linksOf } from './linkIndex.ts';
import { meaningOf, placeOf, type LinkMeaning } from './linkMeaning.ts';

/** A link to a note, and the note it stands in. */
export interface Reference {
	readonly from: Note;
	readonly link: WikiLink;
	readonly meaning: LinkMeaning;
}

/** Every link to the note, `[[#Week 2]]` in the note itself included; of each note in the order of its text, the notes in no order. */
export function referencesTo(vault: Vault, note: Note): readonly Reference[] {
	const others = linksOf(vault).mayMean(calledNames(note, vault.entry(note.uri)?.number));
	const froms = others.some(({ uri }) => uri === note.uri) ? others : [...others, note];
	return froms.flatMap(from => linksTo(vault, from, note));
}

function linksTo(vault: Vault, from: Note, note: Note): readonly Reference[] {
	return from.links.flatMap(link => {
		const meaning = meaningOf(vault, link, from.path);
		return meaning.resolution.kind === 'resolved' && meaning.resolution.note.uri === note.uri ? [{ from, link, meaning }] : [];
	});
}

/** Every link to a heading of the note. */
export function headingReferences(vault: Vault, note: Note, heading: Heading): readonly Reference[] {
	return referencesTo(vault, note).filter(({ meaning }) => {
		const place = placeOf(note, meaning);
		return place.kind === 'heading' && place.heading.span.start === heading.span.start;
	});
}

/** Every link to a block of the note. */
export function blockReferences(vault: Vault, note: Note, block: BlockId): readonly Reference[] {
	return referencesTo(vault, note).filter(({ meaning }) => {
		const place = placeOf(note, meaning);
		return place.kind === 'block' && place.block.id === block.id;
	});
}
