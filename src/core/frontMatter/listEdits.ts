import type { Field } from './field.ts';
import { quoteStyleOf, scalarText } from './fieldText.ts';
import { gapsOf, hasCommentsBetween } from './fieldValueEdits.ts';
import type { FrontMatterBlock } from './frontMatterBlock.ts';
import { lineEndAt, lineStartAt } from '../lines.ts';
import { lineEndOf, slice, type TextEdit } from '../text.ts';

/** The items of a list as texts, a single text as a list of one, no value as an empty list; undefined where something else is among them. */
export function textsOf({ value, items, style }: Field): readonly string[] | undefined {
	if (value === null || style === 'none') {
		return [];
	}
	const values: readonly unknown[] = Array.isArray(value) ? value : [value];
	const texts = values.filter(item => typeof item === 'string');
	return texts.length === values.length && (items.length === values.length || items.length === 0) ? texts : undefined;
}

/** Writes other items into a list that has some: those that stay keep their writing. Undefined where comments would be lost. */
export function replaceItems(text: string, block: FrontMatterBlock, field: Field, items: readonly string[]): TextEdit | undefined {
	if (hasCommentsBetween(text, field)) {
		return undefined;
	}
	const gaps = gapsOf(text, field);
	const written = items.map(item => {
		const old = field.items.find(({ value }) => value === item);
		return old === undefined ? itemText(block, field, item) : slice(text, old.span);
	});
	const separator = gaps.length > 2 ? gaps[1] : separatorOf(text, field);
	return separator === undefined
		? undefined
		: { span: field.valueSpan, newText: (gaps[0] ?? '') + written.join(separator) + (gaps.at(-1) ?? '') };
}

/** Puts an item behind the last of a list that has some. */
export function appendItem(text: string, block: FrontMatterBlock, field: Field, item: string): TextEdit | undefined {
	const last = field.items.at(-1);
	const separator = separatorOf(text, field);
	if (last === undefined || separator === undefined) {
		return undefined;
	}
	const at = field.style === 'block' ? lineEndAt(text, last.span.end) : last.span.end;
	return { span: { start: at, end: at }, newText: separator + itemText(block, field, item) };
}

function itemText({ format }: FrontMatterBlock, field: Field, item: string): string {
	const style = quoteStyleOf(field.items.at(-1)?.style ?? 'none') ?? 'double';
	return scalarText(item, format, style, field.style === 'block' ? 'line' : 'brackets');
}

/** What goes before a new last item: a line with dash, a line, or a comma. Undefined where the last item begins in the middle of another. */
function separatorOf(text: string, field: Field): string | undefined {
	const start = field.items.at(-1)?.span.start ?? field.valueSpan.start;
	const before = text.slice(lineStartAt(text, start), start);
	if (field.style === 'block') {
		return /^[ \t]*-[ \t]+$/.test(before) ? lineEndOf(text) + before : undefined;
	}
	return before.trim() === '' ? `,${lineEndOf(text)}${before}` : ', ';
}
