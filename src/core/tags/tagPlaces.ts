import { readFields } from '../frontMatter/fields.ts';
import type { Scan } from '../prose/scan.ts';
import { foldTerm } from '../term.ts';
import type { Span } from '../text.ts';

/** Where a text has a tag, in any spelling that Hugo takes for the same: in `tags`, quotation marks included, and, where wanted, as `#tag`. In the order of the text. */
export function tagPlacesIn(
	text: string,
	{ block, inlineTags }: Pick<Scan, 'block' | 'inlineTags'>,
	tag: string,
	withInline: boolean,
): readonly Span[] {
	const term = foldTerm(tag);
	const isIt = (value: unknown): boolean => (typeof value === 'string' || typeof value === 'number') && foldTerm(String(value)) === term;
	const field = block && readFields(text, block).fields.find(({ name }) => name === 'tags');
	const items = field === undefined ? [] : field.items.length > 0 ? field.items : [{ value: field.value, span: field.valueSpan }];
	const inFields = items.filter(({ value }) => isIt(value)).map(({ span }) => span);
	const inText = withInline ? inlineTags.filter(({ name }) => isIt(name)).map(({ span }) => span) : [];
	return [...inFields, ...inText];
}
