import { anchorOf, plainText, type Heading } from '../prose/heading.ts';
import type { BlockId } from '../prose/blockId.ts';
import { NameIndex } from './nameIndex.ts';
import { percentDecoded } from './resolve.ts';

/** Of each name the first place that has it. */
type Names<T> = ReadonlyMap<string, T>;

interface HeadingNames {
	readonly byText: Names<Heading>;
	readonly byAnchor: Names<Heading>;
	readonly byTextAnchor: Names<Heading>;
}

/** In lists longer than this, names are looked up rather than compared one by one: a note may have as many links to its places as places. */
const longList = 40;

const headingNames = new WeakMap<readonly Heading[], HeadingNames>();
const blockNames = new WeakMap<readonly BlockId[], Names<BlockId>>();

/** The heading with that text, else with that id of Hugo's, else with that id of GitHub's; the first of several, undefined where there is none. */
export function headingNamed(headings: readonly Heading[], called: string): Heading | undefined {
	const [text, anchor] = [foldHeading(called), anchorOf(percentDecoded(called))];
	if (headings.length <= longList) {
		return (
			headings.find(heading => foldHeading(heading.text) === text) ??
			headings.find(heading => heading.anchor.toLowerCase() === anchor) ??
			headings.find(heading => anchorOf(heading.text) === anchor)
		);
	}
	const names = headingNames.get(headings) ?? {
		byText: namesOf(headings, heading => foldHeading(heading.text)),
		byAnchor: namesOf(headings, heading => heading.anchor.toLowerCase()),
		byTextAnchor: namesOf(headings, heading => anchorOf(heading.text)),
	};
	headingNames.set(headings, names);
	return names.byText.get(text) ?? names.byAnchor.get(anchor) ?? names.byTextAnchor.get(anchor);
}

/** The first block with that id, in any letter case; undefined where there is none. */
export function blockNamed(blockIds: readonly BlockId[], id: string): BlockId | undefined {
	const wanted = id.toLowerCase();
	if (blockIds.length <= longList) {
		return blockIds.find(each => each.id.toLowerCase() === wanted);
	}
	const names = blockNames.get(blockIds) ?? namesOf(blockIds, each => each.id.toLowerCase());
	blockNames.set(blockIds, names);
	return names.get(wanted);
}

/** The form in which a heading and what a link calls it meet: signs that cannot stand in a link, letter case and blanks do not count. */
export function foldHeading(text: string): string {
	return NameIndex.fold(plainText(percentDecoded(text)))
		.replace(/[#|^[\]\\]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
}

function namesOf<T>(places: readonly T[], nameOf: (place: T) => string): Names<T> {
	return new Map(places.toReversed().map(place => [nameOf(place), place]));
}
