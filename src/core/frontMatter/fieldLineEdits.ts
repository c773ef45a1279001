import type { Field } from './field.ts';
import { keyText, valueText, type FieldValue } from './fieldText.ts';
import type { FrontMatterBlock } from './frontMatterBlock.ts';
import { isLineBreak, lineStartAt, skipBlanks } from '../lines.ts';
import { lineEndOf, type Span, type TextEdit } from '../text.ts';

/** A field that is to be written. */
export interface NewField {
	readonly key: string;
	readonly value: FieldValue;
}

/** Where a new field goes. */
export interface Where {
	readonly text: string;
	readonly block: FrontMatterBlock;
	/** Those that are there. */
	readonly fields: readonly Field[];
	/** Name of the field behind which it goes; `''` for the place before all, undefined for the place behind the last. */
	readonly after: string | undefined;
}

/** A line for YAML or TOML. */
export function insertLine(where: Where, field: NewField): TextEdit {
	const { text, block, fields } = where;
	const previous = previousField(where);
	const at = previous?.span.end ?? (fields.length === 0 ? block.content.end : block.content.start);
	const sign = block.format === 'toml' ? ' = ' : ': ';
	const indentation = previous === undefined ? '' : blanksBefore(text, previous);
	const line = indentation + keyText(field.key, block.format) + sign + valueText(field.value, block.format);
	const lineEnd = lineEndOf(text);
	const isLineStart = at === 0 || isLineBreak(text.charCodeAt(at - 1));
	return { span: { start: at, end: at }, newText: isLineStart ? line + lineEnd : lineEnd + line };
}

/** What follows a table in TOML belongs to it: a new field goes before the first. */
function previousField({ text, block, fields, after }: Where): Field | undefined {
	if (after === '') {
		return undefined;
	}
	const firstTable = block.format === 'toml' ? fields.findIndex(({ span }) => text[skipBlanks(text, span.start)] === '[') : -1;
	const candidates = firstTable === -1 ? fields : fields.slice(0, firstTable);
	return candidates.find(({ name }) => name === after) ?? candidates.at(-1);
}

function blanksBefore(text: string, { keySpan }: Field): string {
	const before = text.slice(lineStartAt(text, keySpan.start), keySpan.start);
	return before.trim() === '' ? before : '';
}

/** A property for JSON, on a line of its own where its neighbour is. */
export function insertProperty({ text, block, fields, after }: Where, field: NewField): TextEdit {
	const isFirst = after === '';
	const neighbour = isFirst ? fields[0] : (fields.find(({ name }) => name === after) ?? fields.at(-1));
	const property = `${keyText(field.key, 'json')}: ${valueText(field.value, 'json')}`;
	if (neighbour === undefined) {
		const at = block.content.start + 1;
		return { span: { start: at, end: at }, newText: property };
	}
	const lineStart = lineStartAt(text, neighbour.keySpan.start);
	const before = text.slice(lineStart, neighbour.keySpan.start);
	const separator = before.trim() === '' && lineStart > block.content.start ? `,${lineEndOf(text)}${before}` : ', ';
	const at = isFirst ? neighbour.span.start : neighbour.span.end;
	return { span: { start: at, end: at }, newText: isFirst ? property + separator : separator + property };
}

/** A property of JSON with the comma behind it and the blanks up to the next; the last one with the comma before it. */
export function propertyWithComma(text: string, span: Span): Span {
	const behind = skipSpace(text, span.end);
	if (text[behind] === ',') {
		return { start: span.start, end: skipSpace(text, behind + 1) };
	}
	const before = text.slice(0, span.start).trimEnd().length;
	return text[before - 1] === ',' ? { start: before - 1, end: span.end } : span;
}

function skipSpace(text: string, offset: number): number {
	let at = offset;
	while (/\s/.test(text[at] ?? '')) {
		at++;
	}
	return at;
}
