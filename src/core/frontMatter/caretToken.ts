import type { FrontMatterFormat } from './fieldLines.ts';
import { lineEndAt, skipBlanks } from '../lines.ts';
import type { Span } from '../text.ts';

/** A value that is being written, with the caret in it or at its end. */
export interface CaretToken {
	/** What is written of it, quotation marks included; empty where nothing is written yet. */
	readonly span: Span;
	/** The quotation mark it begins with. */
	readonly quote: '"' | "'" | undefined;
	/** Whether it stands between brackets, or between the braces of JSON. */
	readonly inBrackets: boolean;
	/** The offset behind the `:`, `=`, `-`, `,` or bracket that it follows. */
	readonly behind: number;
}

/** Where to begin reading, and how far. */
export interface TokenPlace {
	/** Behind the sign of the field, or the dash of the item. In JSON the beginning of the block. */
	readonly from: number;
	readonly caret: number;
	readonly format: FrontMatterFormat;
}

interface State {
	readonly depth: number;
	readonly behind: number;
	readonly start: number | undefined;
	readonly quote: '"' | "'" | undefined;
	readonly closed: boolean;
}

/** The value at the caret, also where its quotation marks or brackets are not closed yet; undefined in a comment, and behind a value's closing quotation mark or bracket. */
export function tokenAtCaret(text: string, { from, caret, format }: TokenPlace): CaretToken | undefined {
	let state: State | undefined = { depth: 0, behind: from, start: undefined, quote: undefined, closed: false };
	let at = from;
	while (at < caret) {
		const isEscape: boolean = state.quote === '"' && text[at] === '\\';
		if (!isEscape && state.quote === undefined && isCommentAt(text, at, format)) {
			at = lineEndAt(text, at);
			state = at < caret ? state : undefined;
		} else {
			state = isEscape ? state : next(state, text.charAt(at), at, format);
			at += isEscape ? 2 : 1;
		}
		if (state === undefined) {
			return undefined;
		}
	}
	return state.closed ? undefined : tokenOf(text, state, { from, caret, format });
}

function isCommentAt(text: string, at: number, format: FrontMatterFormat): boolean {
	return text[at] === '#' && (format === 'toml' || (format === 'yaml' && /\s/.test(text[at - 1] ?? ' ')));
}

/** The state behind a character. */
function next(state: State, character: string, at: number, format: FrontMatterFormat): State {
	const { depth, start, quote } = state;
	if (quote !== undefined) {
		return character === quote ? { ...state, quote: undefined, closed: true } : state;
	}
	if (start === undefined && (character === '"' || character === "'")) {
		return { ...state, start: at, quote: character };
	}
	const change = depthChange(character, start, depth);
	if (change > 0 || isSeparator(character, depth, format)) {
		return { depth: depth + change, behind: at + 1, start: undefined, quote: undefined, closed: false };
	}
	if (change < 0) {
		return { ...state, depth: depth - 1, start: at, closed: true };
	}
	return /\s/.test(character) ? state : { ...state, start: start ?? at };
}

function depthChange(character: string, start: number | undefined, depth: number): number {
	if ((character === '[' || character === '{') && start === undefined) {
		return 1;
	}
	return (character === ']' || character === '}') && depth > 0 ? -1 : 0;
}

function isSeparator(character: string, depth: number, format: FrontMatterFormat): boolean {
	return depth > 0 && (character === ',' || (format === 'json' && character === ':'));
}

function tokenOf(text: string, { depth, behind, start, quote }: State, { caret, format }: TokenPlace): CaretToken {
	const inBrackets = depth > 0;
	const isNew = start === undefined && inBrackets;
	const span = {
		start: start ?? caret,
		end: isNew ? caret : endOfToken(text, { quote, inBrackets }, { from: start ?? caret, caret, format }),
	};
	return { span, quote, inBrackets, behind };
}

/** Right of the caret the token reaches to its closing quotation mark on the line; without one, as far as a bare value would. */
function endOfToken(text: string, { quote, inBrackets }: Pick<CaretToken, 'quote' | 'inBrackets'>, { caret, format }: TokenPlace): number {
	const rest = text.slice(caret, lineEndAt(text, caret));
	const mark = quote === undefined ? -1 : rest.indexOf(quote);
	if (mark >= 0 && !(inBrackets && /[,[\]{}]/.test(rest.slice(0, mark)))) {
		return caret + mark + 1;
	}
	const bare = rest.slice(0, rest.search(inBrackets ? /[,[\]{}]|(?:^|\s)#|$/ : format === 'toml' ? /#|$/ : /(?:^|\s)#|$/));
	return caret + bare.trimEnd().length;
}

/** What must stand before and behind a new value, so that it is apart from its neighbours: a blank, a comma. */
export function distanceOf(text: string, { span, inBrackets, behind }: CaretToken): { readonly before: string; readonly after: string } {
	const sign = text[behind - 1] ?? '';
	const before = span.start === behind && /[:=,-]/.test(sign) ? ' ' : '';
	const follows = skipBlanks(text, span.end);
	const isLast = follows === lineEndAt(text, span.end) || /[,\]}#]/.test(text[follows] ?? '');
	if (!inBrackets || isLast) {
		return { before, after: text[span.end] === '#' ? ' ' : '' };
	}
	return { before, after: follows > span.end ? ',' : ', ' };
}
