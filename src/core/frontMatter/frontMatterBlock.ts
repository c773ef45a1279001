import { canBeFields, endOfFields, isKeyLine, type FrontMatterFormat } from './fieldLines.ts';
import { isLineBreak, lineEndAt, nextLineAt, skipBlanks, skipLineBreak } from '../lines.ts';
import type { Span } from '../text.ts';

/** The front matter as it stands in the text, found as Hugo finds it (https://gohugo.io/content-management/front-matter/). */
export interface FrontMatterBlock {
	readonly format: FrontMatterFormat;
	/** From the opening delimiter to the end of the closing delimiter's line, without its line end. */
	readonly span: Span;
	/** What stands before the opening delimiter, a byte order mark apart; Hugo skips it, most others do not. */
	readonly leading: Span;
	/** `---` or `+++` with the rest of its line, blanks at its end included; for JSON the brace. */
	readonly opening: Span;
	/** The fields, with the line end of the last; for JSON with the braces. */
	readonly content: Span;
	/** The line of the closing delimiter; where the block is not closed, a line that was meant to close it, such as `...`, or nothing. */
	readonly closing: Span | undefined;
	/** The first character of the body. Behind a closing `--- x` the body is ` x`, as for Hugo. */
	readonly bodyStart: number;
	readonly closed: boolean;
	/** `js` for `---js`: a language that others would run. Its content is never read, let alone run. */
	readonly executable: string | undefined;
}

/**
 * The block of front matter at the top of a text; undefined where there is none.
 * Two thematic breaks with prose between them are none, nor is a thematic break that no field follows on the next line, though Hugo stops at both.
 * A block that is never closed ends before its first blank line, heading or line of prose: what follows is the body.
 */
export function findFrontMatter(text: string): FrontMatterBlock | undefined {
	const first = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
	const start = skipWhitespace(text, first);
	const leading = { start: first, end: start };
	if (text[start] === '{') {
		return findJson(text, leading);
	}
	if (text.startsWith('---', start) || text.startsWith('+++', start)) {
		return findDelimited(text, leading);
	}
	return undefined;
}

const byteOrderMark = 0xfeff;

function skipWhitespace(text: string, offset: number): number {
	let at = offset;
	while (at < text.length && (text[at] === ' ' || text[at] === '\t' || isLineBreak(text.charCodeAt(at)))) {
		at++;
	}
	return at;
}

interface Opening {
	readonly format: FrontMatterFormat;
	readonly executable: string | undefined;
	readonly contentStart: number;
}

function findDelimited(text: string, leading: Span): FrontMatterBlock | undefined {
	const start = leading.end;
	const delimiter = text.slice(start, start + 3);
	const lineEnd = lineEndAt(text, start);
	const opening = openingOf(text, { start, end: lineEnd });
	if (opening === undefined) {
		return undefined;
	}
	const frame = { ...opening, leading, opening: { start, end: lineEnd } };
	const closing = closingLine(text, delimiter, lineEnd);
	return closing === undefined ? unclosedBlock(text, frame, delimiter) : closedBlock(text, frame, closing);
}

/** Reads the opening line; undefined where it is no delimiter, such as the thematic break `----`. */
function openingOf(text: string, line: Span): Opening | undefined {
	const yaml = text[line.start] === '-';
	const rest = text.slice(line.start + 3, line.end);
	const format = yaml ? 'yaml' : 'toml';
	const behindLine = skipLineBreak(text, line.end);
	if (rest.trim() === '') {
		return { format, executable: undefined, contentStart: behindLine };
	}
	const language = /^[ \t]*([a-z_][\w#+.-]*)[ \t]*$/i.exec(rest)?.[1];
	if (yaml && language !== undefined) {
		const known = knownLanguages.get(language.toLowerCase());
		return { format: known ?? 'yaml', executable: known === undefined ? language : undefined, contentStart: behindLine };
	}
	const isContent = rest[0] !== '-' && rest[0] !== '+' && (isKeyLine(rest, format) || /^[ \t]+#/.test(rest));
	return isContent ? { format, executable: undefined, contentStart: line.start + 3 } : undefined;
}

const knownLanguages: ReadonlyMap<string, FrontMatterFormat> = new Map([
	['yaml', 'yaml'],
	['yml', 'yaml'],
	['toml', 'toml'],
	['json', 'json'],
]);

/** The first line behind the opening one that begins with the delimiter: to Hugo `----` and `--- x` close the block too. */
function closingLine(text: string, delimiter: string, from: number): Span | undefined {
	let at = text.indexOf(delimiter, from);
	while (at !== -1 && !isLineBreak(text.charCodeAt(at - 1))) {
		at = text.indexOf(delimiter, at + 1);
	}
	return at === -1 ? undefined : { start: at, end: lineEndAt(text, at) };
}

type Frame = Opening & Pick<FrontMatterBlock, 'leading' | 'opening'>;

function closedBlock(text: string, frame: Frame, closing: Span): FrontMatterBlock | undefined {
	const content = { start: frame.contentStart, end: closing.start };
	if (frame.format === 'yaml' && frame.executable === undefined && !canBeFields(text, content, 'yaml')) {
		return undefined;
	}
	const behind = closing.start + 3;
	const exact = skipBlanks(text, behind) === closing.end;
	return {
		...parts(frame),
		span: { start: frame.opening.start, end: closing.end },
		content,
		closing,
		bodyStart: exact ? skipLineBreak(text, closing.end) : behind,
		closed: true,
	};
}

function unclosedBlock(text: string, frame: Frame, delimiter: string): FrontMatterBlock | undefined {
	const end = endOfFields(text, frame.contentStart, frame.format);
	const firstLine = text.slice(frame.contentStart, lineEndAt(text, frame.contentStart));
	if (frame.executable === undefined && !isKeyLine(firstLine, frame.format)) {
		return undefined;
	}
	const lineEnd = lineEndAt(text, end);
	const meant = isMeantToClose(text.slice(end, lineEnd), delimiter);
	return {
		...parts(frame),
		span: { start: frame.opening.start, end: meant ? lineEnd : end },
		content: { start: frame.contentStart, end },
		closing: meant ? { start: end, end: lineEnd } : undefined,
		bodyStart: meant ? nextLineAt(text, end) : end,
		closed: false,
	};
}

/** `...`, `--`, ` ---` and dashes that a word processor made of `---`. */
function isMeantToClose(line: string, delimiter: string): boolean {
	return /^(?:\.{3}|--|[-–—]*[–—][-–—]*|\+\+)[ \t]*$/.test(line) || line.trim() === delimiter;
}

function parts({ format, executable, leading, opening }: Frame): Pick<FrontMatterBlock, 'format' | 'executable' | 'leading' | 'opening'> {
	return { format, executable, leading, opening };
}

/** JSON ends at the brace that closes its first; `{{` and `{%` begin a shortcode or a template instead. */
function findJson(text: string, leading: Span): FrontMatterBlock | undefined {
	const start = leading.end;
	if (text[start + 1] === '{' || text[start + 1] === '%') {
		return undefined;
	}
	const close = matchingBrace(text, start);
	const end = close ?? endOfParagraph(text, start);
	return {
		format: 'json',
		executable: undefined,
		leading,
		span: { start, end },
		opening: { start, end: start + 1 },
		content: { start, end },
		closing: close === undefined ? undefined : { start: end - 1, end },
		bodyStart: close !== undefined && skipBlanks(text, end) === lineEndAt(text, end) ? nextLineAt(text, end) : end,
		closed: close !== undefined,
	};
}

/** The offset behind the brace that closes the one at `start`; undefined where none does. */
function matchingBrace(text: string, start: number): number | undefined {
	let inQuote = false;
	let level = 0;
	for (let at = start; at < text.length; at++) {
		const character = text[at];
		if (character === '\\') {
			at++;
		} else if (character === '"') {
			inQuote = !inQuote;
		} else if (!inQuote && (character === '{' || character === '}')) {
			level += character === '{' ? 1 : -1;
			if (level === 0) {
				return at + 1;
			}
		}
	}
	return undefined;
}

function endOfParagraph(text: string, start: number): number {
	let at = start;
	while (at < text.length && skipBlanks(text, at) !== lineEndAt(text, at)) {
		at = nextLineAt(text, at);
	}
	return at;
}
