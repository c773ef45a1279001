import { slice, type Position } from '../text.ts';
import type { Lines } from './lines.ts';
import type { HeadingPlace } from './proseBlocks.ts';

/** A heading of a note, with what a link can call it by. */
export interface Heading extends HeadingPlace {
	/** What a reader sees: without emphasis, link targets and `{#id}`. */
	readonly text: string;
	/** The id that Hugo gives it, unlike every other of the note: `week-2`, a second time `week-2-1`. */
	readonly anchor: string;
	/** Where `span` begins. */
	readonly at: Position;
}

/** The headings at those places, in order. */
export function headingsAt(text: string, places: readonly HeadingPlace[], lines: Lines): readonly Heading[] {
	const anchors = new Anchors();
	return places.map(place => {
		const { said, id } = withoutAttributes(slice(text, place.textSpan));
		const anchor = id === undefined ? anchors.make(lastLineOf(said)) : anchors.take(id);
		return { ...place, text: plainText(said), anchor, at: lines.positionOf(place.span.start) };
	});
}

/** What a heading says, apart from its attributes. */
export interface Said {
	readonly said: string;
	/** Written as `{#id}`; undefined where Hugo makes one. */
	readonly id: string | undefined;
}

/** `Week 2 {#week .wide}` says `Week 2`. @see https://gohugo.io/content-management/markdown-attributes/ */
export function withoutAttributes(written: string): Said {
	const opening = written.endsWith('}') ? written.lastIndexOf('{') : -1;
	const attributes = opening < 0 ? '' : written.slice(opening + 1, -1);
	if (!/^\s*[#.]|^[^{]*=/u.test(attributes)) {
		return { said: written, id: undefined };
	}
	return { said: written.slice(0, opening).trimEnd(), id: /#([^\s}]+)/u.exec(attributes)?.[1] };
}

/**
 * The id that Hugo makes of a heading as written: lower case, hyphens for blanks, and only letters, digits, `_` and `-`; `heading` where nothing is left.
 * @see https://gohugo.io/configuration/markup/#parserautoheadingidtype
 */
export function anchorOf(written: string): string {
	const kept = written
		.trim()
		.replace(/ /gu, '-')
		.replace(/[^\p{L}\p{Nd}_-]/gu, '');
	return kept === '' ? 'heading' : kept.toLowerCase();
}

function lastLineOf(text: string): string {
	return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}

/** Gives each heading of a note an id of its own. */
class Anchors {
	readonly #taken = new Set<string>();
	readonly #numbers = new Map<string, number>();

	take(id: string): string {
		this.#taken.add(id);
		return id;
	}

	make(written: string): string {
		const wanted = anchorOf(written);
		let number = this.#numbers.get(wanted) ?? 0;
		let anchor = number === 0 ? wanted : `${wanted}-${number}`;
		while (this.#taken.has(anchor)) {
			number++;
			anchor = `${wanted}-${number}`;
		}
		this.#numbers.set(wanted, number);
		return this.take(anchor);
	}
}

/** A line of Markdown as a reader sees it: `**On** [craft](x.md) and [[62|that day]]` is `On craft and that day`. */
export function plainText(written: string): string {
	return hasMarks.test(written) ? withoutMarks(written) : written.replace(/\s+/gu, ' ').trim();
}

const hasMarks = /[*_~`[<\\]/u;

function withoutMarks(written: string): string {
	return written
		.replace(/!?\[\[([^[\]|]*)(?:\\?\|([^[\]]*))?\]\]/gu, (_, target: string, alias: string | undefined) => alias ?? target)
		.replace(/!?\[([^[\]]*)\]\([^()\r\n]*\)/gu, '$1')
		.replace(/<\/?[A-Za-z][^<>]*>/gu, '')
		.replace(/(?<![\p{L}\p{N}\\])[*_~]{1,3}(?=\S)|(?<=[^\s\\])[*_~]{1,3}(?![\p{L}\p{N}])/gu, '')
		.replace(/`+/gu, '')
		.replace(/\\([!-/:-@[-`{-~])/gu, '$1')
		.replace(/\s+/gu, ' ')
		.trim();
}
