import { headingInLink } from '../links/headings.ts';
import { foldHeading } from '../links/placeNames.ts';
import { placeOf, type LinkPlace } from '../links/linkMeaning.ts';
import { percentDecoded } from '../links/resolve.ts';
import type { Note } from '../note.ts';
import type { Heading } from '../prose/heading.ts';
import { percentEncoded, respelled } from './rewrittenPath.ts';

/** A note before and after; what a link calls in it keeps its rank among the note's headings or blocks. */
export interface ChangedNote {
	readonly before: Note;
	readonly after: Note;
}

/** What a link may call a heading or block by from now on, best first; what it says now is always among them. */
export function headingsFor({ before, after }: ChangedNote, called: string): readonly string[] {
	const place = placeOf(before, { heading: called });
	const found = place.kind === 'block' ? blockFor({ before, after }, called, place) : headingFor({ before, after }, called, place);
	const [best] = found;
	const isSpelling = best !== undefined && foldHeading(best) === foldHeading(called);
	return [...new Set(isSpelling ? [...found, called] : [called, ...found])];
}

/** Whether the two readings call the same place of the note: the same heading or block, though it may have another name. */
export function isSamePlace({ before, after }: ChangedNote, then: string | undefined, now: string | undefined): boolean {
	const [old, place] = [placeOf(before, { heading: then }), placeOf(after, { heading: now })];
	if (old.kind === 'missing') {
		return then === now;
	}
	return place.kind === old.kind && rankOf(before, old) === rankOf(after, place);
}

function rankOf({ headings, blockIds }: Note, place: LinkPlace): number {
	switch (place.kind) {
		case 'heading':
			return headings.indexOf(place.heading);
		case 'block':
			return blockIds.indexOf(place.block);
		default:
			return -1;
	}
}

function blockFor({ before, after }: ChangedNote, called: string, place: LinkPlace): readonly string[] {
	const now = after.blockIds[rankOf(before, place)];
	const id = called.slice(1);
	return now === undefined || place.kind !== 'block' ? [] : [`^${respelled(id, place.block.id, now.id)}`];
}

function headingFor({ before, after }: ChangedNote, called: string, place: LinkPlace): readonly string[] {
	const heading = after.headings[rankOf(before, place)];
	if (heading === undefined) {
		return [];
	}
	const parts = called.split('#').map(part => partFor({ before, after }, part));
	return [parts.join('#'), headingInLink(after, heading), heading.anchor];
}

/** One part of `Plans#Week 2`: the text of a heading becomes its new text, an id its new id. */
function partFor(note: ChangedNote, part: string): string {
	const said = part.trim();
	const index = note.before.headings.findIndex(heading => isCalled(heading, said));
	const [old, now] = [note.before.headings[index], note.after.headings[index]];
	if (old === undefined || now === undefined) {
		return part;
	}
	const isText = foldHeading(old.text) === foldHeading(said);
	const spelled = isText
		? respelled(percentDecoded(said), inLink(old), inLink(now) === '' ? now.anchor : inLink(now))
		: respelled(said, old.anchor, now.anchor);
	return part.replace(said, () => (percentDecoded(said) === said ? spelled : percentEncoded(spelled)));
}

function isCalled(heading: Heading, said: string): boolean {
	return foldHeading(heading.text) === foldHeading(said) || heading.anchor.toLowerCase() === said.toLowerCase();
}

/** The heading's text without the signs that cannot stand in a link. */
function inLink({ text }: Heading): string {
	return text
		.replace(/[#|^[\]\\]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
}
