import type { Field } from './field.ts';
import { isList, listText, quoteStyleOf, scalarText, type FieldValue, type ScalarValue } from './fieldText.ts';
import type { FrontMatterBlock } from './frontMatterBlock.ts';
import { skipBlanks } from '../lines.ts';
import { slice, type Span, type TextEdit } from '../text.ts';

/** Puts a new value in the place of all that is written; undefined where an anchor, a type or a comment would be lost. */
export function replaceWhole(text: string, block: FrontMatterBlock, field: Field, value: FieldValue): TextEdit | undefined {
	const span = placeOfValue(text, block, field);
	if (span === undefined || hasCommentsBetween(text, field)) {
		return undefined;
	}
	const newText = isList(value) ? listOf(text, block, field, value) : scalarOf(block, field, value);
	const before = /[:=]/.test(text[span.start - 1] ?? '') && block.format !== 'json' ? ' ' : '';
	const after = text[span.end] === '#' ? ' ' : '';
	return { span, newText: before + newText + after };
}

/** A list on lines of its own gives way with the line end before it; a table, or a value with an anchor or type before it, gives no place. */
function placeOfValue(text: string, block: FrontMatterBlock, { keySpan, valueSpan, style }: Field): Span | undefined {
	const sign = skipBlanks(text, keySpan.end);
	const between = text.slice(sign + 1, valueSpan.start);
	if (!/[:=]/.test(text[sign] ?? '') || between.trim() !== '') {
		return undefined;
	}
	return style === 'block' && block.format === 'yaml' ? { start: sign + 1, end: valueSpan.end } : valueSpan;
}

/** Whether a comment stands among the items of a list. */
export function hasCommentsBetween(text: string, field: Field): boolean {
	return gapsOf(text, field).some(gap => gap.includes('#'));
}

/** What stands before, between and behind the items of a list: `[`, `, `, `]`. Empty where there are no items. */
export function gapsOf(text: string, { valueSpan, items }: Field): readonly string[] {
	if (items.length === 0) {
		return [];
	}
	const starts = [valueSpan.start, ...items.map(({ span }) => span.end)];
	const ends = [...items.map(({ span }) => span.start), valueSpan.end];
	return starts.map((start, index) => text.slice(start, ends[index]));
}

/** A single value in quotation marks that becomes the first item keeps its writing; a bare one gets `"..."`, as the items of every new list. */
function listOf(text: string, { format }: FrontMatterBlock, field: Field, items: readonly string[]): string {
	const style = quoteStyleOf(field.style);
	const [first, ...rest] = items;
	if ((style === 'single' || style === 'double') && first !== undefined && first === field.value) {
		const others = rest.map(item => scalarText(item, format, style, 'brackets'));
		return `[${[slice(text, field.valueSpan), ...others].join(', ')}]`;
	}
	return listText(items, format, (style === 'plain' ? undefined : style) ?? quoteStyleOf(field.items[0]?.style ?? 'none') ?? 'double');
}

function scalarOf({ format }: FrontMatterBlock, field: Field, value: ScalarValue): string {
	const staysBare = format !== 'json' && field.style === 'plain' && typeof value === 'string' && isDate(value) && isDate(field.value);
	return staysBare ? value : scalarText(value, format, quoteStyleOf(field.style) ?? 'plain');
}

/** Whether a text that stands without quotation marks is a date in YAML 1.1 and TOML: one date takes the place of another. */
function isDate(value: unknown): boolean {
	return typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[-+]\d\d:\d\d)?)?$/.test(value);
}
