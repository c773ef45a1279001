import type { Note } from '../note.ts';
import type { Heading } from '../prose/heading.ts';
import type { BlockId } from '../prose/blockId.ts';
import { unescaped, type WikiLink } from '../prose/wikiLink.ts';
import { slice, withoutBlanks, type Span } from '../text.ts';
import type { Vault } from '../vault.ts';
import { placeIn } from './headings.ts';
import { resolve, type Resolution } from './resolve.ts';

/** A link's label read as a target and the place in it. `[[C# in Depth]]` has two readings; which is meant is decided by the notes there are. */
export interface LinkReading {
	/** Without blanks around it; empty for a place in the link's own note. */
	readonly target: string;
	/** UTF-16 offsets in the text, as all spans. */
	readonly targetSpan: Span;
	/** What stands behind the `#`; `^id` for a block, `a#b` for a heading below another. Undefined without a `#`. */
	readonly heading: string | undefined;
	/** Empty where there is no `#`. */
	readonly headingSpan: Span;
}

/** What a link means in a vault. */
export interface LinkMeaning extends LinkReading {
	readonly resolution: Resolution;
}

/** The part of a link that its meaning follows from. */
type Label = Pick<WikiLink, 'label' | 'span'>;

/** More signs `#` than this nobody writes into one link. */
const mostReadings = 8;

/** The readings of a label: whole, then parted at each `#` that is not `\#`, from the last to the first. A label that begins with `#` has one. */
export function readingsOf({ label, span }: Label): readonly LinkReading[] {
	const start = span.start + 2;
	const hashes = [...label.matchAll(/\\[\s\S]|#/gu)].filter(([sign]) => sign === '#').map(({ index }) => index);
	const first = hashes[0];
	const usual = readingAt(label, start, first);
	if (first === undefined || usual.target === '') {
		return [usual];
	}
	const others = hashes.slice(1, mostReadings).reverse();
	return [readingAt(label, start, undefined), ...others.map(hash => readingAt(label, start, hash)), usual];
}

function readingAt(label: string, start: number, hash: number | undefined): LinkReading {
	const targetSpan = withoutBlanks(label, { start: 0, end: hash ?? label.length });
	const headingSpan =
		hash === undefined ? { start: label.length, end: label.length } : withoutBlanks(label, { start: hash + 1, end: label.length });
	return {
		target: unescaped(slice(label, targetSpan)),
		targetSpan: moved(targetSpan, start),
		heading: hash === undefined ? undefined : unescaped(slice(label, headingSpan)),
		headingSpan: moved(headingSpan, start),
	};
}

function moved({ start, end }: Span, by: number): Span {
	return { start: start + by, end: end + by };
}

/**
 * What a link in the note at the path `from` means: the longest reading that names a note, else the one parted at the first `#`. A slug alone does not make a longer
 * reading right.
 */
export function meaningOf(vault: Vault, link: Label, from: string): LinkMeaning {
	const readings = readingsOf(link);
	for (const reading of readings.slice(0, -1)) {
		const resolution = resolve(vault, reading.target, from);
		if (resolution.kind === 'ambiguous' || (resolution.kind === 'resolved' && resolution.by !== 'slug')) {
			return { ...reading, resolution };
		}
	}
	const usual = readings.at(-1) ?? readingAt(link.label, link.span.start + 2, undefined);
	return { ...usual, resolution: resolve(vault, usual.target, from) };
}

/** The note that a link leads to; undefined where it leads to none or to several. */
export function noteOfLink(vault: Vault, link: Label, from: string): Note | undefined {
	const { resolution } = meaningOf(vault, link, from);
	return resolution.kind === 'resolved' ? resolution.note : undefined;
}

/** Where in a note a link leads. */
export type LinkPlace =
	/** The note as a whole. */
	| { readonly kind: 'top' }
	| { readonly kind: 'heading'; readonly heading: Heading }
	| { readonly kind: 'block'; readonly block: BlockId }
	/** The note has no such heading or block. */
	| { readonly kind: 'missing' };

/** Where in the note a reading leads. */
export function placeOf(note: Note, { heading }: Pick<LinkReading, 'heading'>): LinkPlace {
	return heading === undefined || heading === '' ? { kind: 'top' } : placeIn(note, heading);
}
