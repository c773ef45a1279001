import { distanceOf, tokenAtCaret, type CaretToken } from './caretToken.ts';
import type { Field } from './field.ts';
import { isKeyLine, type FrontMatterFormat } from './fieldLines.ts';
import { readFields } from './fields.ts';
import { quoteStyleOf } from './fieldText.ts';
import { findFrontMatter } from './frontMatterBlock.ts';
import { lineEndAt, lineStartAt } from '../lines.ts';
import type { QuoteStyle } from './quoting.ts';
import { applyEdits, slice, type Span } from '../text.ts';

/** What is being written at the caret. `span` is to be replaced by the whole of what is meant; `before` and `after` keep that apart from its neighbours. */
interface Writing {
	readonly format: FrontMatterFormat;
	/** Touches the caret, on one line; empty where nothing is written yet. */
	readonly span: Span;
	readonly before: string;
	readonly after: string;
}

/** The name of a top-level field. */
export interface NameCaret extends Writing {
	readonly kind: 'name';
	/** Whether a colon or an equals sign follows: then only the name is to be written. */
	readonly hasSign: boolean;
	/** Lower-cased names of the other fields. */
	readonly others: ReadonlySet<string>;
}

/** The value of a top-level field, or one item of it. */
export interface ValueCaret extends Writing {
	readonly kind: 'value';
	/** Lower-cased. */
	readonly field: string;
	/** Alone behind its field, in brackets, or behind a dash on a line of its own. */
	readonly place: 'alone' | 'brackets' | 'dash';
	/** What is written of it, left and right of the caret, without quotation marks. */
	readonly written: string;
	/** The quotation mark that is written already. */
	readonly quote: '"' | "'" | undefined;
	/** How the other items of its list are written; undefined where there is none. */
	readonly usualStyle: QuoteStyle | undefined;
	/** The other items of its list. */
	readonly others: readonly unknown[];
}

export type FrontMatterCaret = NameCaret | ValueCaret;

/** More lines than front matter has. */
const mostLines = 500;

/**
 * Whether a line can be one of the front matter, as far as can be told without reading the text as a whole: an early way out for what is called
 * on every keystroke. `lineAt` gives the text of a line, counted from 0.
 */
export function mayBeInFrontMatter(lineAt: (line: number) => string, line: number): boolean {
	const closing = closingOf(lineAt(0));
	if (closing === undefined || line > mostLines) {
		return false;
	}
	for (let above = 1; above < line; above++) {
		if (lineAt(above).startsWith(closing)) {
			return false;
		}
	}
	return line > 0 || closing === '}';
}

function closingOf(firstLine: string): string | undefined {
	const opening = /^(?:---|\+\+\+|\{(?![{%]))/.exec(firstLine)?.[0];
	return opening === '{' ? '}' : opening;
}

/** What stands at the caret, an offset in the text; undefined outside the front matter, and where nothing that can be completed is written. */
export function frontMatterCaretAt(text: string, caret: number): FrontMatterCaret | undefined {
	const format = formats.get(text.charAt(text.charCodeAt(0) === 0xfeff ? 1 : 0));
	if (format === undefined) {
		return undefined;
	}
	return format === 'json' ? writtenInBraces(text, caret) : writtenInLines(text, caret, format);
}

const formats: ReadonlyMap<string, FrontMatterFormat> = new Map([
	['-', 'yaml'],
	['+', 'toml'],
	['{', 'json'],
]);

/** Stands for what is being written while the text is read: it is a name as well as a value, and nobody writes it. */
const mark = 'daily-log--caret';

/** The fields of the text with other characters in a span; none where the span is outside the front matter. */
function readWith(text: string, span: Span, newText: string): readonly Field[] {
	const repaired = applyEdits(text, [{ span, newText }]);
	const block = findFrontMatter(repaired);
	return block === undefined || span.start < block.content.start || span.start >= block.content.end
		? []
		: readFields(repaired, block).fields;
}

function nameAt(text: string, caret: number, format: 'yaml' | 'toml'): NameCaret | undefined {
	const start = lineStartAt(text, caret);
	const line = text.slice(start, lineEndAt(text, caret));
	const [name = ''] = /^[\w.-]*/.exec(line) ?? [];
	const rest = line.slice(name.length);
	const hasSign = (format === 'toml' ? /^[ \t]*=/ : /^[ \t]*:(?:\s|$)/).test(rest);
	if (caret > start + name.length || name.startsWith('-') || (!hasSign && rest.trim() !== '')) {
		return undefined;
	}
	const span = { start, end: start + name.length };
	const fields = readWith(text, span, hasSign ? mark : `${mark}${format === 'toml' ? ' = 0' : ':'}`);
	return nameAmong(fields, { format, span, before: '', after: '' }, hasSign);
}

function nameAmong(fields: readonly Field[], writing: Writing, hasSign: boolean): NameCaret | undefined {
	if (!fields.some(({ key }) => key === mark)) {
		return undefined;
	}
	return { kind: 'name', ...writing, hasSign, others: new Set(fields.flatMap(({ key, name }) => (key === mark ? [] : name))) };
}

/** A word at the beginning of a line is a name, unless the brackets of a list reach to it from above. */
function writtenInLines(text: string, caret: number, format: 'yaml' | 'toml'): FrontMatterCaret | undefined {
	const from = startOfValue(text, caret, format);
	const token = from === undefined ? undefined : tokenAtCaret(text, { from, caret, format });
	const value = token?.inBrackets === true ? valueOf({ text, token, format }) : undefined;
	return value ?? nameAt(text, caret, format) ?? (token && valueOf({ text, token, format }));
}

/** The value that a token on one line is part of. */
function valueOf(found: Found): ValueCaret | undefined {
	const { text, token } = found;
	return isOnOneLine(text, token.span) ? valueAmong(readAround(text, token), found) : undefined;
}

function isOnOneLine(text: string, { start, end }: Span): boolean {
	return lineEndAt(text, start) >= end;
}

/** Behind the dash or the sign that the caret's value follows; looked for upwards from its line. */
function startOfValue(text: string, caret: number, format: 'yaml' | 'toml'): number | undefined {
	let start = lineStartAt(text, caret);
	const dash = /^[ \t]*-(?=[ \t]|$)/.exec(text.slice(start, caret))?.[0];
	if (dash !== undefined && format === 'yaml') {
		return start + dash.length;
	}
	let line = text.slice(start, lineEndAt(text, caret));
	for (let count = 0; count < mostLines && start > 0 && !beginsField(line, format); count++) {
		start = lineStartAt(text, start - 1);
		line = text.slice(start, lineEndAt(text, start));
	}
	const sign = (format === 'toml' ? /^[ \t]*["']?[\w.-]+["']?[ \t]*=/ : /^["']?[^"'#]*?["']?[ \t]*:/).exec(line)?.[0];
	return sign === undefined || start + sign.length > caret ? undefined : start + sign.length;
}

/** A colon without a blank behind it, as in `tags:da`, makes no field yet, but is about to. */
function beginsField(line: string, format: 'yaml' | 'toml'): boolean {
	return /^["'\w]/.test(line) && (isKeyLine(line, format) || /^[\w-]+:/.test(line));
}

/** Reads the text with a mark for what is being written; where brackets are not closed yet, with brackets that are. */
function readAround(text: string, token: CaretToken): readonly Field[] {
	const { before, after } = distanceOf(text, token);
	const marked = `${before}"${mark}"${after}`;
	const fields = readWith(text, token.span, marked);
	return !token.inBrackets || fields.some(holdsMark) ? fields : readWith(text, token.span, `${marked}]`);
}

function holdsMark({ value, items }: Field): boolean {
	return value === mark || items.some(item => item.value === mark);
}

interface Found {
	readonly text: string;
	readonly token: CaretToken;
	readonly format: FrontMatterFormat;
}

function valueAmong(fields: readonly Field[], { text, token, format }: Found): ValueCaret | undefined {
	const field = fields.find(holdsMark);
	if (field === undefined) {
		return undefined;
	}
	const others = field.items.filter(({ value }) => value !== mark);
	const first = others.at(0);
	const { span, quote } = token;
	return {
		kind: 'value',
		format,
		span,
		...distanceOf(text, token),
		field: field.name,
		place: field.value === mark ? 'alone' : field.style === 'flow' ? 'brackets' : 'dash',
		written: withoutQuotes(slice(text, span), quote),
		quote,
		usualStyle: first && quoteStyleOf(first.style),
		others: others.map(({ value }) => value),
	};
}

function withoutQuotes(token: string, quote: string | undefined): string {
	const inner = token.slice(quote?.length ?? 0);
	return (quote !== undefined && inner.endsWith(quote) ? inner.slice(0, -1) : inner).trim();
}

/** In JSON names and values look alike; which of them it is shows when the text is read. */
function writtenInBraces(text: string, caret: number): FrontMatterCaret | undefined {
	const format = 'json';
	const token = tokenAtCaret(text, { from: 0, caret, format });
	if (token?.inBrackets !== true || !isOnOneLine(text, token.span)) {
		return undefined;
	}
	const hasSign = /^[ \t]*:/.test(text.slice(token.span.end, lineEndAt(text, token.span.end)));
	const { before, after } = distanceOf(text, token);
	const asName = readWith(text, token.span, `"${mark}"${hasSign ? '' : `: 0${after}`}`);
	return nameAmong(asName, { format, span: token.span, before, after: hasSign ? '' : after }, hasSign) ?? valueOf({ text, token, format });
}
