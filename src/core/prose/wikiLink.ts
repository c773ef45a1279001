import { skippedIn } from './prose.ts';
import { spanAround, type Skipped } from './skipped.ts';
import { Lines } from './lines.ts';
import { slice, withoutBlanks, type Position, type Span } from '../text.ts';

/** A link as written. For `[[On Craft#Week 2|craft]]` the parts are `On Craft`, `Week 2` and `craft`. */
export interface WikiLink {
	/** Without blanks around it, `\#` read as `#`; empty where the link leads into its own note: `[[#Week 2]]`. */
	readonly target: string;
	/** What stands behind the first `#`; `^id` for a block. Undefined where there is no `#`. */
	readonly heading: string | undefined;
	/** What stands behind the first `|`, which in tables is written `\|`. Undefined where there is none. */
	readonly alias: string | undefined;
	/** Whether a `!` stands before it. */
	readonly embed: boolean;
	/** Everything from `[[` to `]]`; UTF-16 offsets, as all spans. */
	readonly span: Span;
	/** Only the target: what rename edits and completion replaces. */
	readonly targetSpan: Span;
	/** What stands between the brackets, up to the pipe: `On Craft#Week 2`. */
	readonly label: string;
	/** Where `span` begins. A link never goes over a line end. */
	readonly at: Position;
}

/**
 * The wiki links of a note in the order of the text, in one pass. None stands in what `skipped` leaves alone, goes over a line end, or is empty (`[[]]`, `[[|x]]`, `[[#]]`);
 * of `[[[[A]] B]]` the inner one counts, and `\[[a]]` is text.
 */
export function wikiLinksIn(text: string): readonly WikiLink[] {
	return text.includes('[[') ? wikiLinksAmong(text, skippedIn(text), new Lines(text)) : [];
}

/** The same, where it is known what is left alone. */
export function wikiLinksAmong(text: string, skipped: readonly Skipped[], lines: Lines): readonly WikiLink[] {
	const links: WikiLink[] = [];
	let at = text.indexOf('[[');
	while (at >= 0) {
		const hidden = spanAround(skipped, at);
		const opening = hidden === undefined ? lastPairOfRun(text, at) : at;
		const found: Attempt = hidden === undefined ? readLink(text, opening, skipped) : { link: undefined, next: hidden.end };
		if (found.link !== undefined) {
			links.push({ ...found.link, at: lines.positionOf(found.link.span.start) });
		}
		at = text.indexOf('[[', found.next);
	}
	return links;
}

interface Attempt {
	readonly link: Omit<WikiLink, 'at'> | undefined;
	/** Where to look for the next one. */
	readonly next: number;
}

/** Of `[[[` the last two brackets open. */
function lastPairOfRun(text: string, at: number): number {
	let opening = at;
	while (text[opening + 2] === '[') {
		opening++;
	}
	return opening;
}

/** Where the parts of a link begin and end; each offset is that of the sign itself. */
interface Signs {
	hash: number | undefined;
	/** The pipe, or the backslash before it. */
	pipe: number | undefined;
	aliasStart: number | undefined;
	/** How many brackets are open within the alias. */
	depth: number;
}

function readLink(text: string, opening: number, skipped: readonly Skipped[]): Attempt {
	if (isEscaped(text, opening)) {
		return { link: undefined, next: opening + 1 };
	}
	const signs: Signs = { hash: undefined, pipe: undefined, aliasStart: undefined, depth: 0 };
	const start = opening + 2;
	for (let at = start; at < text.length;) {
		const hidden = spanAround(skipped, at);
		if (hidden !== undefined && (signs.pipe === undefined || /[\r\n]/u.test(slice(text, hidden)))) {
			return { link: undefined, next: hidden.end };
		}
		const step = hidden === undefined ? readSign(text, at, signs) : hidden.end - at;
		if (step === 'close') {
			return { link: linkOf(text, { start: opening, end: at + 2 }, signs), next: at + 2 };
		}
		if (step === 'fail') {
			return { link: undefined, next: at };
		}
		at += step;
	}
	return { link: undefined, next: text.length };
}

/** How many characters to go on by, or what ends the link. */
function readSign(text: string, at: number, signs: Signs): number | 'close' | 'fail' {
	switch (text.charAt(at)) {
		case '\n':
		case '\r':
			return 'fail';
		case '\\':
			return readBackslash(text, at, signs);
		case '|':
			return readPipe(at, at + 1, signs);
		case '#':
			signs.hash ??= signs.pipe === undefined ? at : undefined;
			return 1;
		case '[':
			return readOpening(text, at, signs);
		case ']':
			return readClosing(text, at, signs);
		default:
			return 1;
	}
}

function readBackslash(text: string, at: number, signs: Signs): number {
	if (text[at + 1] === '|') {
		return readPipe(at, at + 2, signs) + 1;
	}
	return /[#[\]\\]/u.test(text[at + 1] ?? '') ? 2 : 1;
}

function readPipe(at: number, aliasStart: number, signs: Signs): number {
	if (signs.pipe === undefined) {
		signs.pipe = at;
		signs.aliasStart = aliasStart;
	}
	return 1;
}

function readOpening(text: string, at: number, signs: Signs): number | 'fail' {
	if (text[at + 1] === '[' || signs.pipe === undefined) {
		return 'fail';
	}
	signs.depth++;
	return 1;
}

/** A bracket that was opened within the alias is closed within it: `[[a|[b]]]`. */
function readClosing(text: string, at: number, signs: Signs): number | 'close' | 'fail' {
	if (signs.depth > 0 && (text[at + 1] !== ']' || text[at + 2] === ']')) {
		signs.depth--;
		return 1;
	}
	if (text[at + 1] === ']') {
		return 'close';
	}
	return signs.pipe === undefined ? 'fail' : 1;
}

/** Whether the sign at the offset stands behind an odd number of backslashes. */
export function isEscaped(text: string, at: number): boolean {
	let before = at;
	while (text[before - 1] === '\\') {
		before--;
	}
	return (at - before) % 2 === 1;
}

function linkOf(text: string, span: Span, { hash, pipe, aliasStart }: Signs): Omit<WikiLink, 'at'> | undefined {
	const end = span.end - 2;
	const targetSpan = withoutBlanks(text, { start: span.start + 2, end: hash ?? pipe ?? end });
	const target = unescaped(slice(text, targetSpan));
	const heading = hash === undefined ? undefined : text.slice(hash + 1, pipe ?? end).trim();
	if (target === '' && (heading ?? '') === '') {
		return undefined;
	}
	const alias = aliasStart === undefined ? undefined : text.slice(aliasStart, end).trim();
	const embed = text[span.start - 1] === '!' && !isEscaped(text, span.start - 1);
	return { target, heading, alias, embed, span, targetSpan, label: text.slice(span.start + 2, pipe ?? end) };
}

/** `C\\# in Depth` as it is meant: `C# in Depth`. */
export function unescaped(written: string): string {
	return written.replace(/\\([#[\]\\])/gu, '$1');
}
