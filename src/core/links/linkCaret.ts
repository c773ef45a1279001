import { lineEndAt, lineStartAt } from '../lines.ts';
import { mayBegin } from '../prose/inlineTag.ts';
import { spanAround, type Skipped } from '../prose/skipped.ts';
import { isEscaped, unescaped } from '../prose/wikiLink.ts';
import type { Span } from '../text.ts';

/** What stands at a caret that is in a wiki link, finished or not. */
export interface LinkCaret {
	/** Which part of the link is being written. */
	readonly part: 'target' | 'heading' | 'block' | 'alias';
	/** What stands before that part: the target of a heading, block or alias, empty for one in the same note. */
	readonly target: string;
	/** The heading that stands before an alias, or before a heading below it: `Plans` in `[[note#Plans#We|`. Empty where there is none. */
	readonly above: string;
	/** What is written of the part, up to the caret. */
	readonly query: string;
	/** What gives way to a suggestion: the part on both sides of the caret, and `]]` where that follows. */
	readonly span: Span;
	/** What is written behind the suggestion: `]]` where it stands in `span` or nowhere, nothing where more of the link follows. */
	readonly ending: ']]' | '';
	/** Whether the link is an embed. */
	readonly embed: boolean;
}

/** What of a text the caret's surroundings are read from. */
export interface CaretText {
	readonly text: string;
	readonly skipped: readonly Skipped[];
}

/**
 * The part of a wiki link at the offset; undefined where there is none, as in code, comments, shortcodes and front matter. `leads` says whether a target leads to
 * a note: `[[C#` is a target as long as no note is called `C`.
 */
export function linkCaretAt({ text, skipped }: CaretText, offset: number, leads: (target: string) => boolean): LinkCaret | undefined {
	const lineStart = lineStartAt(text, offset);
	const opening = offset < 2 ? -1 : text.lastIndexOf('[[', offset - 2);
	if (opening < lineStart || isEscaped(text, opening) || spanAround(skipped, opening) !== undefined) {
		return undefined;
	}
	const inside = text.slice(opening + 2, offset);
	const pipe = /(?:^|[^\\])(\\?\|)/u.exec(inside);
	const label = pipe === null ? inside : inside.slice(0, pipe.index + pipe[0].length - (pipe[1] ?? '').length);
	if (/[[\]]/u.test(label.replace(/\\./gu, '')) || inside.includes(']]')) {
		return undefined;
	}
	const signs = { text, start: opening + 2, offset, embed: text[opening - 1] === '!' };
	const parted = partAt(label, leads);
	return pipe === null ? labelCaret(signs, label, parted) : aliasCaret(signs, inside.slice(pipe.index + pipe[0].length), parted);
}

interface Signs {
	readonly text: string;
	/** Behind `[[`. */
	readonly start: number;
	readonly offset: number;
	readonly embed: boolean;
}

interface Parted {
	readonly target: string;
	/** Where in the label the heading begins, behind its `#`; undefined where there is none. */
	readonly heading: number | undefined;
}

function partAt(label: string, leads: (target: string) => boolean): Parted {
	const hashes = [...label.matchAll(/\\[\s\S]|#/gu)].filter(([sign]) => sign === '#').map(({ index }) => index);
	const hash = hashes.toReversed().find(index => label.slice(0, index).trim() === '' || leads(targetIn(label.slice(0, index))));
	return hash === undefined
		? { target: targetIn(label), heading: undefined }
		: { target: targetIn(label.slice(0, hash)), heading: hash + 1 };
}

function targetIn(written: string): string {
	return unescaped(written.trim());
}

function labelCaret(signs: Signs, label: string, { target, heading }: Parted): LinkCaret {
	if (heading === undefined) {
		const { span, ending } = around(signs, signs.start, /[#|]|\\\|/u);
		return { part: 'target', target: '', above: '', query: label.trimStart(), span, ending, embed: signs.embed };
	}
	const last = Math.max(heading, label.lastIndexOf('#') + 1);
	const written = label.slice(last);
	const isBlock = written.startsWith('^');
	const { span, ending } = around(signs, signs.start + last, /[#|]|\\\|/u);
	const above = label.slice(heading, Math.max(heading, last - 1)).trim();
	const query = (isBlock ? written.slice(1) : written).trimStart();
	return { part: isBlock ? 'block' : 'heading', target, above, query, span, ending, embed: signs.embed };
}

function aliasCaret(signs: Signs, written: string, { target, heading }: Parted): LinkCaret {
	const label = signs.text.slice(signs.start, signs.offset - written.length).replace(/\\?\|$/u, '');
	const { span, ending } = around(signs, signs.offset - written.length, /(?!)/u);
	const above = heading === undefined ? '' : label.slice(heading).trim();
	return { part: 'alias', target, above, query: written.trimStart(), span, ending, embed: signs.embed };
}

/** The part that begins at `from` and ends before one of the signs or `]]`, behind the caret; without a `]]` on the line, at the caret. */
function around({ text, offset }: Signs, from: number, signs: RegExp): Pick<LinkCaret, 'span' | 'ending'> {
	const rest = text.slice(offset, lineEndAt(text, offset));
	const close = rest.indexOf(']]');
	const opens = rest.indexOf('[[');
	if (close < 0 || (opens >= 0 && opens < close)) {
		return { span: { start: from, end: offset + (/^\](?!\])/u.test(rest) ? 1 : 0) }, ending: ']]' };
	}
	const sign = signs.exec(rest.slice(0, close))?.index;
	return sign === undefined
		? { span: { start: from, end: offset + close + 2 }, ending: ']]' }
		: { span: { start: from, end: offset + sign }, ending: '' };
}

/** What stands at a caret that is in an inline tag. */
export interface TagCaret {
	/** What is written of it, up to the caret, without `#`. */
	readonly query: string;
	/** The whole name, without `#`. */
	readonly span: Span;
}

/** The tag that is being written at the offset; undefined where there is none. */
export function tagCaretAt({ text, skipped }: CaretText, offset: number): TagCaret | undefined {
	const before = /#([\p{L}\p{N}\p{M}_/-]*)$/u.exec(text.slice(Math.max(lineStartAt(text, offset), offset - longestTag), offset));
	if (before === null) {
		return undefined;
	}
	const query = before[1] ?? '';
	const hash = offset - query.length - 1;
	if (!mayBegin(text, hash) || spanAround(skipped, hash) !== undefined) {
		return undefined;
	}
	const behind = /^[\p{L}\p{N}\p{M}_/-]*/u.exec(text.slice(offset, offset + longestTag))?.[0] ?? '';
	return { query, span: { start: hash + 1, end: offset + behind.length } };
}

const longestTag = 200;
