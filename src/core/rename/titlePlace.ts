import { readFields } from '../frontMatter/fields.ts';
import { findFrontMatter } from '../frontMatter/frontMatter.ts';
import type { Span } from '../text.ts';

/** Where a note's title stands: as the value of its field, quotation marks included, or as the text of its first heading. */
export interface TitlePlace {
	readonly kind: 'field' | 'heading';
	readonly span: Span;
}

/** The place of the title; undefined where the note goes by its name. */
export function placeOfTitle(text: string): TitlePlace | undefined {
	const block = findFrontMatter(text);
	const field = block && readFields(text, block).fields.find(({ name }) => name === 'title');
	if (field !== undefined) {
		return { kind: 'field', span: field.valueSpan };
	}
	const body = block?.bodyStart ?? 0;
	const heading = /^# +(.+)/mu.exec(text.slice(body, body + 1000));
	const start = heading === null ? 0 : body + heading.index + heading[0].length - (heading[1] ?? '').length;
	return heading === null ? undefined : { kind: 'heading', span: { start, end: start + (heading[1] ?? '').length } };
}
