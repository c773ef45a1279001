import type { Note } from './note.ts';

/** What the text of a note holds. */
export type NoteContent = Pick<Note, 'links' | 'headings' | 'blockIds' | 'inlineTags' | 'refs'>;

type PackedPlace = readonly [start: number, end: number, line: number, character: number];
type PackedLink = readonly [
	...PackedPlace,
	targetStart: number,
	targetEnd: number,
	embed: 0 | 1,
	target: string,
	label: string,
	heading?: string | null,
	alias?: string,
];
type PackedHeading = readonly [...PackedPlace, level: number, textStart: number, textEnd: number, text: string, anchor: string];
type PackedName = readonly [...PackedPlace, name: string];

/** In the order of `NoteContent`; what is empty at the end is left out. */
type PackedContent = readonly [
	links: readonly PackedLink[],
	headings: readonly PackedHeading[],
	blockIds: readonly PackedName[],
	inlineTags: readonly PackedName[],
	refs: readonly string[],
];

/** One line of JSON; `''` where the text holds nothing. */
export function packContent({ links, headings, blockIds, inlineTags, refs }: NoteContent): string {
	const packed: PackedContent = [
		links.map(packLink),
		headings.map(({ level, textSpan, text, anchor, ...place }) => [...packPlace(place), level, textSpan.start, textSpan.end, text, anchor]),
		blockIds.map(({ id, ...place }) => [...packPlace(place), id]),
		inlineTags.map(({ name, ...place }) => [...packPlace(place), name]),
		refs,
	];
	const used = packed.findLastIndex(list => list.length > 0) + 1;
	return used === 0 ? '' : JSON.stringify(packed.slice(0, used));
}

/** What `packContent` packed. */
export function unpackContent(packed: string): NoteContent {
	if (packed === '') {
		return nothing;
	}
	const [links = [], headings = [], blockIds = [], inlineTags = [], refs = []] = JSON.parse(packed) as Partial<PackedContent>;
	return {
		links: links.map(unpackLink),
		headings: headings.map(([start, end, line, character, level, textStart, textEnd, text, anchor]) => ({
			level,
			span: { start, end },
			textSpan: { start: textStart, end: textEnd },
			text,
			anchor,
			at: { line, character },
		})),
		blockIds: blockIds.map(([start, end, line, character, id]) => ({ id, span: { start, end }, at: { line, character } })),
		inlineTags: inlineTags.map(([start, end, line, character, name]) => ({ name, span: { start, end }, at: { line, character } })),
		refs,
	};
}

const nothing: NoteContent = { links: [], headings: [], blockIds: [], inlineTags: [], refs: [] };

function packPlace({ span, at }: Pick<Note['blockIds'][number], 'span' | 'at'>): PackedPlace {
	return [span.start, span.end, at.line, at.character];
}

function packLink({ targetSpan, embed, target, label, heading, alias, ...place }: Note['links'][number]): PackedLink {
	const always = [...packPlace(place), targetSpan.start, targetSpan.end, embed ? 1 : 0, target, label] as const;
	return alias !== undefined ? [...always, heading ?? null, alias] : heading !== undefined ? [...always, heading] : always;
}

function unpackLink([start, end, line, character, targetStart, targetEnd, embed, target, label, heading, alias]: PackedLink) {
	return {
		target,
		heading: heading ?? undefined,
		alias,
		embed: embed === 1,
		span: { start, end },
		targetSpan: { start: targetStart, end: targetEnd },
		label,
		at: { line, character },
	};
}
