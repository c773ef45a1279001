import type { Span } from '../text.ts';
import type { Scan } from './scan.ts';
import { spanAround, type Skipped } from './skipped.ts';

/**
 * The stretches of a text whose words belong to something else and cannot become a link: what is not prose, headings (their ids follow their words), links of every kind and
 * whatever else stands in brackets, tags, HTML tags, links and code in HTML, web addresses. In order, none touching another. One pass for each kind.
 */
export function boundWordsIn(text: string, { skipped, links, headings, inlineTags }: Scan): readonly Span[] {
	return united([
		...skipped,
		...[...links, ...headings, ...inlineTags].map(({ span }) => span),
		...bracketsIn(text, skipped),
		...definitionsIn(text),
		...htmlIn(text, skipped),
		...addressesIn(text),
	]);
}

/** Stretches in any order as the fewest that cover the same. */
export function united(spans: readonly Span[]): readonly Span[] {
	const result: Span[] = [];
	for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
		const last = result.at(-1);
		if (last === undefined || start > last.end) {
			result.push({ start, end });
		} else if (end > last.end) {
			result[result.length - 1] = { start: last.start, end };
		}
	}
	return result;
}

const bracketSigns = /\\[\s\S]|[[\]]|(?:\r\n?|\n)[ \t]*(?=[\r\n])/gu;
const destination = /\((?:<[^<>\r\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)?)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/uy;

/** `[words]`, `[words][name]`, `[words](address "title")`, `[^1]`: pairs of brackets within a paragraph. */
function bracketsIn(text: string, skipped: readonly Skipped[]): readonly Span[] {
	const found: Span[] = [];
	let open: number[] = [];
	for (const { 0: sign, index } of text.matchAll(bracketSigns)) {
		if (sign.startsWith('\\') || spanAround(skipped, index) !== undefined) {
			continue;
		}
		if (sign === '[') {
			open.push(index);
		} else if (sign !== ']') {
			open = [];
		} else {
			const start = open.pop();
			found.push(...(start === undefined ? [] : [{ start, end: behindDestination(text, index + 1) }]));
		}
	}
	return found;
}

function behindDestination(text: string, at: number): number {
	destination.lastIndex = at;
	return at + (destination.exec(text)?.[0].length ?? 0);
}

/** `[name]: https://… "title"`, but not the text of a footnote. */
function definitionsIn(text: string): readonly Span[] {
	return [...text.matchAll(/^ {0,3}\[(?!\^)[^\]\r\n]+\]:[^\r\n]*/gmu)].map(spanOf);
}

/** What stands between their tags is a link, code, or no text at all. */
const closedWhole = /^<(a|code|pre|kbd|script|style|textarea|button|svg)\b/iu;

function htmlIn(text: string, skipped: readonly Skipped[]): readonly Span[] {
	const found: Span[] = [];
	const absent = new Set<string>();
	let done = 0;
	for (const match of text.matchAll(/<[A-Za-z/!?][^<>]*>/gu)) {
		const { start, end } = spanOf(match);
		if (start >= done && spanAround(skipped, start) === undefined) {
			const name = closedWhole.exec(match[0])?.[1]?.toLowerCase();
			done = name === undefined ? end : behindClosing(text, { name, from: end, absent });
			found.push({ start, end: done });
		}
	}
	return found;
}

interface Element {
	readonly name: string;
	readonly from: number;
	/** Names that are closed nowhere further on: looked for once. */
	readonly absent: Set<string>;
}

/** `from` itself where the element is not closed. */
function behindClosing(text: string, { name, from, absent }: Element): number {
	const tag = new RegExp(`</${name}\\s*>`, 'giu');
	tag.lastIndex = from;
	const found = absent.has(name) ? null : tag.exec(text);
	if (found === null) {
		absent.add(name);
	}
	return found === null ? from : found.index + found[0].length;
}

function addressesIn(text: string): readonly Span[] {
	return [...text.matchAll(/:\/\/[^\s<>]*|\bwww\.[^\s<>]*/giu)].map(spanOf);
}

function spanOf({ 0: found, index }: RegExpExecArray): Span {
	return { start: index, end: index + found.length };
}
