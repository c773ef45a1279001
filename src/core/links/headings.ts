import type { Note } from '../note.ts';
import { anchorOf, plainText, type Heading } from '../prose/heading.ts';
import type { LinkPlace } from './linkMeaning.ts';
import { NameIndex } from './nameIndex.ts';
import { percentDecoded } from './resolve.ts';

/** What a link needs of a note to find a place in it. */
type Places = Pick<Note, 'headings' | 'blockIds'>;

/**
 * The heading or block that `Week 2`, `week-2`, `Plans#Week 2` or `^so` calls. A heading answers to its text, to Hugo's id and to GitHub's, in any letter case; of several
 * with one text the first. `a#b` is `b` below `a`.
 */
export function placeIn(note: Places, called: string): LinkPlace {
	if (called.startsWith('^')) {
		const id = called.slice(1).toLowerCase();
		const block = note.blockIds.find(each => each.id.toLowerCase() === id);
		return block === undefined ? { kind: 'missing' } : { kind: 'block', block };
	}
	const heading = headingCalled(note.headings, called) ?? headingBelow(note.headings, called);
	return heading === undefined ? { kind: 'missing' } : { kind: 'heading', heading };
}

function headingCalled(headings: readonly Heading[], called: string): Heading | undefined {
	const wanted = foldHeading(called);
	const anchor = anchorOf(percentDecoded(called));
	return (
		headings.find(({ text }) => foldHeading(text) === wanted) ??
		headings.find(heading => heading.anchor.toLowerCase() === anchor) ??
		headings.find(({ text }) => anchorOf(text) === anchor)
	);
}

/** `Plans#Week 2`: the first `Week 2` in the section of `Plans`. */
function headingBelow(headings: readonly Heading[], called: string): Heading | undefined {
	const hash = called.indexOf('#');
	if (hash < 0) {
		return undefined;
	}
	const above = headingCalled(headings, called.slice(0, hash));
	const below = called.slice(hash + 1);
	const section = above === undefined ? [] : sectionOf(headings, above).slice(1);
	return headingCalled(section, below) ?? headingBelow(section, below);
}

/** The heading and those of lower rank that follow it, up to the next of its own rank. */
export function sectionOf(headings: readonly Heading[], heading: Heading): readonly Heading[] {
	const start = headings.indexOf(heading);
	const end = headings.findIndex(({ level }, index) => index > start && level <= heading.level);
	return headings.slice(start, end < 0 ? headings.length : end);
}

/** Where the section of a heading ends: at the next heading of its rank or a higher one, else at the end of the text. */
export function sectionEnd({ headings }: Places, { level, span }: Heading, textLength: number): number {
	return headings.find(other => other.span.start > span.start && other.level <= level)?.span.start ?? textLength;
}

/** The form in which a heading and what a link calls it meet: signs that cannot stand in a link, letter case and blanks do not count. */
export function foldHeading(text: string): string {
	return NameIndex.fold(plainText(percentDecoded(text)))
		.replace(/[#|^[\]\\]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** How a link calls a heading: by its text where that can stand in one and finds it again, else by its id. */
export function headingInLink(note: Places, heading: Heading): string {
	const text = heading.text
		.replace(/[#|^[\]\\]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
	const found = text === '' ? undefined : placeIn(note, text);
	return found?.kind === 'heading' && found.heading === heading ? text : heading.anchor;
}
