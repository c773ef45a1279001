import { lineEndAt, lineStartAt, nextLineAt } from '../lines.ts';
import { slice, type TextEdit } from '../text.ts';
import type { Field, FieldItem } from './field.ts';

/**
 * Takes one item out of a list: its line, or the item with a comma beside it. Undefined where more stands on the line, a comment would be lost, or it is the only item.
 */
export function withoutItem(text: string, field: Field, item: FieldItem): TextEdit | undefined {
	return field.style === 'block' ? lineOfItem(text, item) : itemInBrackets(text, field, item);
}

function lineOfItem(text: string, { span }: FieldItem): TextEdit | undefined {
	const start = lineStartAt(text, span.start);
	const isAlone = /^[ \t]*-[ \t]+$/.test(text.slice(start, span.start)) && text.slice(span.end, lineEndAt(text, span.end)).trim() === '';
	return isAlone ? { span: { start, end: nextLineAt(text, span.end) }, newText: '' } : undefined;
}

/** With the comma before it; the first item with the one behind it. */
function itemInBrackets(text: string, { items }: Field, item: FieldItem): TextEdit | undefined {
	const index = items.indexOf(item);
	const [left, right] = index > 0 ? [items[index - 1]?.span.end, item.span.end] : [item.span.start, items[index + 1]?.span.start];
	if (left === undefined || right === undefined) {
		return undefined;
	}
	const span = { start: left, end: right };
	return slice(text, span).replace(slice(text, item.span), '').includes('#') ? undefined : { span, newText: '' };
}
