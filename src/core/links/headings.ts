import type { Note } from '../note.ts';
import type { Heading } from '../prose/heading.ts';
import type { LinkPlace } from './linkMeaning.ts';
import { blockNamed, headingNamed } from './placeNames.ts';

/** What a link needs of a note to find a place in it. */
type Places = Pick<Note, 'headings' | 'blockIds'>;

/**
 * The heading or block that `Week 2`, `week-2`, `Plans#Week 2` or `^so` calls. A heading answers to its text, to Hugo's id and to GitHub's, in any letter case; of several
 * with one text the first. `a#b` is `b` below `a`.
 */
export function placeIn(note: Places, called: string): LinkPlace {
	if (called.startsWith('^')) {
		const block = blockNamed(note.blockIds, called.slice(1));
		return block === undefined ? { kind: 'missing' } : { kind: 'block', block };
	}
	const heading = headingNamed(note.headings, called) ?? headingBelow(note.headings, called);
	return heading === undefined ? { kind: 'missing' } : { kind: 'heading', heading };
}

/** `Plans#Week 2`: the first `Week 2` in the section of `Plans`. */
function headingBelow(headings: readonly Heading[], called: string): Heading | undefined {
	const hash = called.indexOf('#');
	if (hash < 0) {
		return undefined;
	}
	const above = headingNamed(headings, called.slice(0, hash));
	if (above === undefined) {
		return undefined;
	}
	const below = called.slice(hash + 1);
	const section = sectionOf(headings, above).slice(1);
	return headingNamed(section, below) ?? headingBelow(section, below);
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

/** How a link calls a heading: by its text where that can stand in one and finds it again, else by its id. */
export function headingInLink(note: Places, heading: Heading): string {
	const text = heading.text
		.replace(/[#|^[\]\\]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
	const found = text === '' ? undefined : placeIn(note, text);
	return found?.kind === 'heading' && found.heading === heading ? text : heading.anchor;
}
