import type { Field } from '../frontMatter/field.ts';
import { listText, scalarText } from '../frontMatter/fieldText.ts';
import { isLineBreak, lineEndAt, nextLineAt, skipBlanks } from '../lines.ts';
import { foldTerm } from '../term.ts';
import { slice, type Span, type TextEdit } from '../text.ts';
import type { Page } from './page.ts';

/** A tag behind a bare `#`, which begins a comment in YAML. */
export interface TagComment {
	/** From the `#` on. */
	readonly span: Span;
	/** What makes tags of it. */
	readonly edits: readonly TextEdit[];
	/** Whether it can hardly be a comment: every word begins with `#`, or it stands where only a tag can. */
	readonly certain: boolean;
}

/** The tags of a field that are written as comments: `tags: #x #y`, `[#x]`, `- #x`. A `#` with a blank behind it begins a real comment. */
export function tagComments({ text, block }: Page, field: Field): readonly TagComment[] {
	if (block?.format !== 'yaml') {
		return [];
	}
	if (field.value === undefined) {
		return inBrokenList(text, field);
	}
	return field.style === 'block' ? inLines(text, field) : onLine(text, field);
}

/** The terms that a text holds: `#a #b` two without their signs, `a, b` two; each only once. */
export function termsIn(text: string): readonly string[] {
	const words = text.trim().split(/[\s,]+/);
	const parts = words.every(isHashTag) ? words.map(word => word.slice(1)) : text.split(/[,\r\n]/).map(part => part.trim());
	const terms = new Map<string, string>();
	for (const part of parts) {
		if (part !== '' && !terms.has(foldTerm(part))) {
			terms.set(foldTerm(part), part);
		}
	}
	return [...terms.values()];
}

function isHashTag(word: string): boolean {
	return /^#[^#]/.test(word);
}

/** `tags: #x #y` and `tags: x #y`. */
function onLine(text: string, { valueSpan, style }: Field): readonly TagComment[] {
	const start = skipBlanks(text, valueSpan.end);
	const span = untilLineEnd(text, start);
	const isBare = style === 'none' || style === 'plain';
	if (!isBare || !isTagSign(text, start) || (start === valueSpan.end && style === 'plain') || isOverLines(text, valueSpan)) {
		return [];
	}
	const comment = slice(text, span);
	const terms = [...termsIn(slice(text, valueSpan)), ...termsIn(withoutSigns(comment))];
	const edit = { span: { start: style === 'none' ? start : valueSpan.start, end: span.end }, newText: listText(terms, 'yaml', 'double') };
	return [{ span, edits: [edit], certain: style === 'none' && comment.split(/[\s,]+/).every(isHashTag) }];
}

/** `#a, #b c` as `a, b c`; where every word has its sign the words are left as they are, for they are terms of their own. */
function withoutSigns(comment: string): string {
	return comment.split(/[\s,]+/).every(isHashTag) ? comment : comment.replace(/(^|,\s*)#/g, '$1');
}

/** `- #x`: nothing but a tag can stand there. */
function inLines(text: string, { span: whole }: Field): readonly TagComment[] {
	const found: TagComment[] = [];
	for (let line = nextLineAt(text, whole.start); line < text.length; line = nextLineAt(text, line)) {
		const dash = skipBlanks(text, line);
		if (line >= whole.end && !(text[dash] === '-' && skipBlanks(text, dash + 1) > dash + 1)) {
			break; // an empty item at the end of a list is in no field's lines
		}
		const start = skipBlanks(text, dash + 1);
		if (text[dash] === '-' && start > dash + 1 && isTagSign(text, start)) {
			const span = untilLineEnd(text, start);
			const term = text.slice(start + 1, span.end);
			found.push({ span, edits: [{ span, newText: scalarText(term, 'yaml', 'double') }], certain: !/\s/.test(term) });
		}
	}
	return found;
}

const itemsOrQuoted = /"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|(?<=[[,\s])#[^\s#,\]][^,\]\r\n]*/g;

/** `[#x, "a", #y]`, where the comment swallows the closing bracket: each tag gets quotation marks, the others stay. */
function inBrokenList(text: string, { valueSpan }: Field): readonly TagComment[] {
	const list = slice(text, valueSpan);
	const signs = [...list.matchAll(itemsOrQuoted)].filter(([item]) => item.startsWith('#'));
	const [first] = signs;
	if (first === undefined || !list.startsWith('[')) {
		return [];
	}
	const edits = signs.map(({ 0: item, index }) => {
		const start = valueSpan.start + index;
		const written = item.trim();
		const text = scalarText(written.slice(1), 'yaml', 'double', 'brackets');
		return { span: { start, end: start + written.length }, newText: standsAlone(list, index) ? text : `, ${text}` };
	});
	const start = valueSpan.start + first.index;
	const certain = list.endsWith(']') && signs.every(({ index }) => standsAlone(list, index));
	return [{ span: { start, end: start + first[0].trimEnd().length }, edits, certain }];
}

/** Whether a bracket or comma comes before the item: not so in `[a #b]`. */
function standsAlone(list: string, index: number): boolean {
	return /[[,]$/.test(list.slice(Math.max(0, index - 20), index).trimEnd());
}

function isTagSign(text: string, at: number): boolean {
	const next = text[at + 1];
	return text[at] === '#' && next !== undefined && !/[\s#!]/.test(next);
}

function untilLineEnd(text: string, start: number): Span {
	return { start, end: start + text.slice(start, lineEndAt(text, start)).trimEnd().length };
}

function isOverLines(text: string, { start, end }: Span): boolean {
	return isLineBreak(text.charCodeAt(lineEndAt(text, start))) && lineEndAt(text, start) < end;
}
