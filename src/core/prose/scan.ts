import { readFields } from '../frontMatter/fields.ts';
import { findFrontMatter, type FrontMatterBlock } from '../frontMatter/frontMatter.ts';
import { slice, type Span } from '../text.ts';
import { blockIdsIn, type BlockId } from './blockId.ts';
import { headingsAt, type Heading } from './heading.ts';
import { inlineTagsIn, type InlineTag } from './inlineTag.ts';
import { Lines } from './lines.ts';
import { readProse } from './prose.ts';
import { refsIn, type Ref } from './ref.ts';
import type { Skipped } from './skipped.ts';
import { wikiLinksAmong, type WikiLink } from './wikiLink.ts';

/** What a note's text holds, read in one go: every feature works on this one reading. Each list is in the order of the text. */
export interface Scan {
	readonly block: FrontMatterBlock | undefined;
	/** What is not prose. */
	readonly skipped: readonly Skipped[];
	/** In the prose, and in texts of the front matter. */
	readonly links: readonly WikiLink[];
	readonly headings: readonly Heading[];
	readonly blockIds: readonly BlockId[];
	readonly inlineTags: readonly InlineTag[];
	readonly refs: readonly Ref[];
}

/** Reads a text, whatever it is, in time that grows with its length; never throws. */
export function scanText(text: string): Scan {
	const block = findFrontMatter(text);
	const bodyStart = block?.bodyStart ?? 0;
	const { skipped, headings } = readProse(text, bodyStart);
	const lines = new Lines(text);
	const inFields = block === undefined ? [] : fieldTexts(text, block);
	const links = wikiLinksAmong(text, inFields.length === 0 ? skipped : withHoles(skipped, inFields, bodyStart), lines);
	const hidden = merge(
		skipped,
		links.map(({ span }) => span),
	);
	return {
		block,
		skipped,
		links,
		headings: headingsAt(text, headings, lines),
		blockIds: blockIdsIn(text, skipped, lines),
		inlineTags: inlineTagsIn(text, hidden, lines),
		refs: refsIn(text, bodyStart),
	};
}

/** The texts in front matter that hold `[[`: `related: "[[62]]"` is a link, `related: [[62]]` is a list in a list. */
function fieldTexts(text: string, block: FrontMatterBlock): readonly Span[] {
	const { start, end } = block.content;
	const first = text.indexOf('[[', start);
	if (first < 0 || first >= end || block.executable !== undefined) {
		return [];
	}
	return readFields(text, block)
		.fields.flatMap(({ style, value, valueSpan, items }) => [{ style, value, span: valueSpan }, ...items])
		.filter(({ style, value, span }) => typeof value === 'string' && isLineText.has(style) && slice(text, span).includes('[['))
		.map(({ span }) => span);
}

const isLineText: ReadonlySet<string> = new Set(['plain', 'single', 'double']);

/** The skipped stretches, with the front matter only where none of the texts stands. */
function withHoles(skipped: readonly Skipped[], holes: readonly Span[], bodyStart: number): readonly Skipped[] {
	const around: Skipped[] = [];
	let start = 0;
	for (const hole of holes) {
		around.push({ kind: 'frontMatter', start, end: hole.start });
		start = hole.end;
	}
	return [...around, { kind: 'frontMatter', start, end: bodyStart }, ...skipped.filter(({ kind }) => kind !== 'frontMatter')];
}

/** Two ordered lists of stretches that do not overlap, as one. */
function merge(one: readonly Span[], other: readonly Span[]): readonly Span[] {
	return other.length === 0 ? one : [...one, ...other].sort((a, b) => a.start - b.start);
}
