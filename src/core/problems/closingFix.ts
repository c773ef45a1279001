import type { FrontMatterBlock } from '../frontMatter/frontMatter.ts';
import { findFrontMatter } from '../frontMatter/frontMatter.ts';
import { endOfFields, isKeyLine } from '../frontMatter/fieldLines.ts';
import { readFields } from '../frontMatter/fields.ts';
import { isLineBreak, lineEndAt, nextLineAt, skipBlanks, skipLineBreak } from '../lines.ts';
import { applyEdits, lineEndOf, slice, type Span, type TextEdit } from '../text.ts';
import type { Page } from './page.ts';

/** How the end of the front matter goes wrong. */
export interface BadEnd {
	readonly kind: 'none' | 'meant' | 'notExact' | 'late';
	/** What stands where the delimiter should; for a delimiter that is missing, the opening one. */
	readonly span: Span;
	/** Undefined where closing the block would not make it whole. */
	readonly edit: TextEdit | undefined;
	/** Whether it is plain where the front matter ends. */
	readonly certain: boolean;
	/** Behind it stands text that was never meant to be front matter. */
	readonly end: number;
}

/** What is wrong with the end of the block; undefined where it is closed as it should be. Blanks behind the closing delimiter do no harm. */
export function badEndOf(page: Page, block: FrontMatterBlock): BadEnd | undefined {
	if (!block.closed) {
		return unclosed(page.text, block);
	}
	return block.format === 'json' ? undefined : (closedLate(page, block) ?? notExact(page.text, block));
}

/** `---` or `+++`, for JSON the brace. */
export function closingDelimiter(text: string, { format, opening }: FrontMatterBlock): string {
	return format === 'json' ? '}' : text.slice(opening.start, opening.start + 3);
}

function unclosed(text: string, block: FrontMatterBlock): BadEnd {
	const end = block.content.end;
	if (block.closing !== undefined) {
		return {
			kind: 'meant',
			span: block.closing,
			edit: { span: block.closing, newText: closingDelimiter(text, block) },
			certain: true,
			end,
		};
	}
	const edit = delimiterAt(text, block, end);
	const isWhole = findFrontMatter(applyEdits(text, [edit]))?.closed === true;
	return {
		kind: 'none',
		span: withoutLineEnd(text, block.opening),
		edit: isWhole ? edit : undefined,
		certain: isPlainEnd(text, block, end),
		end,
	};
}

function withoutLineEnd(text: string, { start, end }: Span): Span {
	return { start, end: start + text.slice(start, end).trimEnd().length };
}

function delimiterAt(text: string, block: FrontMatterBlock, at: number): TextEdit {
	const lineEnd = lineEndOf(text);
	const isLineStart = isLineBreak(text.charCodeAt(at - 1));
	const delimiter = closingDelimiter(text, block);
	return { span: { start: at, end: at }, newText: isLineStart ? delimiter + lineEnd : lineEnd + delimiter };
}

/** Not where a heading could be a comment, or more fields seem to follow a blank line. */
function isPlainEnd(text: string, { format }: FrontMatterBlock, end: number): boolean {
	let at = end;
	while (at < text.length && skipBlanks(text, at) === lineEndAt(text, at)) {
		at = nextLineAt(text, at);
	}
	const line = text.slice(at, lineEndAt(text, at));
	return !/^#(?!#)/.test(line) && !isKeyLine(line, format);
}

/** `----`, `--- x`: to Hugo they close the block, and what follows the dashes is the beginning of the body. */
function notExact(text: string, block: FrontMatterBlock): BadEnd | undefined {
	const { closing, content } = block;
	const delimiter = closingDelimiter(text, block);
	const rest = closing === undefined ? '' : slice(text, closing).slice(delimiter.length);
	if (closing === undefined || rest.trim() === '') {
		return undefined;
	}
	const behind = closing.start + delimiter.length;
	const isLonger = rest.trimEnd().replaceAll(delimiter.charAt(0), '') === '';
	const edit = isLonger
		? { span: { start: behind, end: closing.end }, newText: '' }
		: { span: { start: behind, end: skipBlanks(text, behind) }, newText: lineEndOf(text) };
	return { kind: 'notExact', span: withoutLineEnd(text, closing), edit, certain: true, end: content.end };
}

/** The block is never closed, and a rule of dashes far below in the body closes it for Hugo: prose stands among the fields. */
function closedLate({ text, errors }: Page, block: FrontMatterBlock): BadEnd | undefined {
	const { content, format } = block;
	if (!errors.some(({ code }) => code === 'syntax')) {
		return undefined;
	}
	const end = endOfFields(text, content.start, format);
	if (end <= content.start || end >= content.end || !startsBody(text, end) || hasKeyLine(text, { start: end, end: content.end }, format)) {
		return undefined;
	}
	const fields = readFields(text, { ...block, content: { start: content.start, end } });
	return fields.errors.some(({ code }) => code === 'syntax')
		? undefined
		: { kind: 'late', span: withoutLineEnd(text, block.opening), edit: delimiterAt(text, block, end), certain: false, end };
}

/** A blank line or a heading: prose right below a field is more likely a field that is wrong. */
function startsBody(text: string, at: number): boolean {
	return text[at] === '#' || skipBlanks(text, at) === lineEndAt(text, at);
}

function hasKeyLine(text: string, { start, end }: Span, format: FrontMatterBlock['format']): boolean {
	for (let at = start; at < end; at = skipLineBreak(text, lineEndAt(text, at))) {
		if (isKeyLine(text.slice(at, lineEndAt(text, at)), format)) {
			return true;
		}
	}
	return false;
}
