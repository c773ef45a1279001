import type { Position, Span } from '../text.ts';
import type { Lines } from './lines.ts';
import { spanAround } from './skipped.ts';

/** A tag written in the text, `#joinery` or `#tools/planes`. */
export interface InlineTag {
	/** Without `#`. */
	readonly name: string;
	/** With `#`. */
	readonly span: Span;
	readonly at: Position;
}

const form = /#([\p{L}\p{N}\p{M}_/-]+)/uy;

/**
 * The tags in the text of a note, in order; `hidden` are the ordered stretches in which there is none: code, links. A tag begins behind a blank or an opening sign and holds at
 * least one letter; `#123`, `word#x`, `[x](#x)`, `&#39;` and colours (`#fff`, `#1f3a4d`) are none.
 */
export function inlineTagsIn(text: string, hidden: readonly Span[], lines: Lines): readonly InlineTag[] {
	const found: InlineTag[] = [];
	for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
		const name = mayBegin(text, at) ? tagAt(text, at) : undefined;
		if (name !== undefined && spanAround(hidden, at) === undefined) {
			found.push({ name, span: { start: at, end: at + name.length + 1 }, at: lines.positionOf(at) });
		}
	}
	return found;
}

/** Behind these a tag may begin, apart from blanks. */
const openers = new Set('([{"\'“‘«*_~|>—–');

/** Whether a tag could begin at the `#` that stands there. */
export function mayBegin(text: string, at: number): boolean {
	const before = text.charAt(at - 1);
	if (before === '' || /\s/u.test(before)) {
		return !isBehindLabel(text, at);
	}
	const two = text.slice(Math.max(0, at - 2), at);
	return openers.has(before) && two !== '](' && two !== '="' && two !== "='";
}

/** `[x]: #place` names a place. */
function isBehindLabel(text: string, at: number): boolean {
	let start = at;
	while (text[start - 1] === ' ' || text[start - 1] === '\t') {
		start--;
	}
	return start < at && text.slice(Math.max(0, start - 2), start) === ']:';
}

function tagAt(text: string, at: number): string | undefined {
	form.lastIndex = at;
	const name = form.exec(text)?.[1]?.replace(/[/-]+$/u, '');
	return name === undefined || !/\p{L}/u.test(name) || name.startsWith('/') || isColour(name) ? undefined : name;
}

/** `fff`, `1f3a4d`, but not `bad` or `facade`: a colour has a digit, or no vowel, or one digit throughout. */
function isColour(name: string): boolean {
	return /^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/iu.test(name) && (/\d/u.test(name) || !/[ae]/iu.test(name) || /^(.)\1+$/u.test(name));
}
