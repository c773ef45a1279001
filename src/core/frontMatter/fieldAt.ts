import type { Field, FieldItem } from './field.ts';
import { readFields } from './fields.ts';
import { findFrontMatter } from './frontMatterBlock.ts';
import { touches, type Span } from '../text.ts';

/** What stands at an offset in the front matter: a field's name, its value, or an item of its list. `span` is what one points at. */
export type FieldPlace =
	| { readonly kind: 'name'; readonly field: Field; readonly span: Span }
	| { readonly kind: 'value'; readonly field: Field; readonly span: Span }
	| { readonly kind: 'item'; readonly field: Field; readonly item: FieldItem; readonly span: Span };

/** The part of a top-level field that the offset touches; undefined between fields and outside the front matter. */
export function fieldAt(text: string, offset: number): FieldPlace | undefined {
	const block = findFrontMatter(text);
	const fields = block && touches(block.content, offset) ? readFields(text, block).fields : [];
	const field = fields.find(({ span }) => span.start <= offset && offset < span.end);
	if (field === undefined) {
		return undefined;
	}
	if (touches(field.keySpan, offset)) {
		return { kind: 'name', field, span: field.keySpan };
	}
	const item = field.items.find(({ span }) => touches(span, offset));
	if (item !== undefined) {
		return { kind: 'item', field, item, span: item.span };
	}
	return touches(field.valueSpan, offset) ? { kind: 'value', field, span: field.valueSpan } : undefined;
}
