import { boundWordsIn } from '../prose/boundWords.ts';
import { Lines } from '../prose/lines.ts';
import { scanText } from '../prose/scan.ts';
import { slice, type Position, type Span } from '../text.ts';
import { foldText, offsetsOfFolded } from './foldedText.ts';
import { beginsAnywhere } from './wordIndex.ts';

/** A place in a text that names a note without linking to it. */
export interface Mention {
	readonly span: Span;
	/** Where `span` begins. */
	readonly at: Position;
	/** As it stands there: `wedging the LEGS`. */
	readonly written: string;
}

/** Finds a note's names in many texts. Most texts name it nowhere, and of those only that is asked. */
export class MentionMatcher {
	readonly #names: readonly string[];

	/** `names` as `mentionNames` gives them. */
	constructor(names: readonly string[]) {
		this.#names = names;
	}

	/**
	 * The mentions in the prose of a text, in order, none overlapping another; of two that do, the one that begins first, then the longer one. A mention stands as whole words, in
	 * any letter case and Unicode form, and not where its words belong to something else; see `boundWordsIn`.
	 */
	find(text: string): readonly Mention[] {
		const hits = this.#hits(text);
		if (hits.length === 0) {
			return [];
		}
		const bound = boundWordsIn(text, scanText(text));
		const lines = new Lines(text);
		return firstOf(hits.filter(hit => !overlapsAny(bound, hit))).map(span => ({
			span,
			at: lines.positionOf(span.start),
			written: slice(text, span),
		}));
	}

	/** Wherever a name stands as whole words, in no order. */
	#hits(text: string): readonly Span[] {
		const folded = foldText(text);
		const names = this.#names.filter(name => folded.includes(name));
		if (names.length === 0) {
			return [];
		}
		const offsets = offsetsOfFolded(text, folded);
		const hits: Span[] = [];
		for (const name of names) {
			for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
				const start = offsets?.[at] ?? at;
				const end = offsets?.[at + name.length] ?? at + name.length;
				if (start >= 0 && end >= 0 && standsAlone(text, start, end)) {
					hits.push({ start, end });
				}
			}
		}
		return hits;
	}
}

function firstOf(hits: readonly Span[]): readonly Span[] {
	const result: Span[] = [];
	for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
		if (hit.start >= (result.at(-1)?.end ?? 0)) {
			result.push(hit);
		}
	}
	return result;
}

/** `bound` in order, none touching another. */
function overlapsAny(bound: readonly Span[], { start, end }: Span): boolean {
	let low = 0;
	let high = bound.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((bound[middle]?.start ?? Infinity) < end) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return (bound[low - 1]?.end ?? 0) > start;
}

/** Whether no word goes over either end, and neither path, address, tag nor embed goes on there. */
function standsAlone(text: string, start: number, end: number): boolean {
	const [outer, before, first] = [
		characterBefore(text, start - characterBefore(text, start).length),
		characterBefore(text, start),
		characterAt(text, start),
	];
	const [last, after, next] = [characterBefore(text, end), characterAt(text, end), characterAt(text, end + characterAt(text, end).length)];
	return (
		!areOneWord(before, first) &&
		!areOneWord(last, after) &&
		!/[/\\@#[!^$]/u.test(before) &&
		!/[/@\]]/u.test(after) &&
		!(/[._]/u.test(before) && isWord(outer)) &&
		!(/[._\\:]/u.test(after) && /[/\p{L}\p{N}]/u.test(next))
	);
}

/** Whether two neighbours belong to one word. In scripts without blanks each character stands for itself, but for the long words of Katakana. */
function areOneWord(a: string, b: string): boolean {
	if (!isWord(a) || !isWord(b)) {
		return false;
	}
	const isKatakana = /[\p{Script=Katakana}ー]/u;
	return /\p{M}/u.test(b) || (isKatakana.test(a) && isKatakana.test(b)) || !(beginsAnywhere(a) || beginsAnywhere(b));
}

function isWord(character: string): boolean {
	return /[\p{L}\p{N}\p{M}]/u.test(character);
}

/** `''` at the end of the text. */
function characterAt(text: string, at: number): string {
	const code = text.codePointAt(at);
	return code === undefined ? '' : String.fromCodePoint(code);
}

/** `''` at the beginning of the text. */
function characterBefore(text: string, at: number): string {
	const pair = at < 2 ? '' : characterAt(text, at - 2);
	return pair.length === 2 ? pair : text.charAt(at - 1);
}
