import { readFields, type Field, type FieldError } from '../frontMatter/fields.ts';
import { findFrontMatter, type FrontMatterBlock } from '../frontMatter/frontMatter.ts';
import type { NoteAddress } from '../note.ts';

/** The text of an entry with everything the rules ask of it, read once. */
export interface Page extends NoteAddress {
	readonly text: string;
	readonly block: FrontMatterBlock | undefined;
	/** In their order; of broken front matter those that can be found. */
	readonly fields: readonly Field[];
	readonly errors: readonly FieldError[];
}

export function readPage({ uri, path }: NoteAddress, text: string): Page {
	const block = findFrontMatter(text);
	return { uri, path, text, block, ...(block === undefined ? { fields: [], errors: [] } : readFields(text, block)) };
}

/** So many characters of front matter no one writes by hand. */
const mostMended = 40_000;

/** Whether the front matter is so long that nothing is mended in it: each fix is tried on all of it, which would take too long. */
export function isTooLongToMend({ block }: Pick<Page, 'block'>): boolean {
	return block !== undefined && block.content.end - block.content.start > mostMended;
}

/** The field of that lower-cased name; the first of several. Undefined where there is none. */
export function fieldOf({ fields }: Page, name: string): Field | undefined {
	return fields.find(field => field.name === name);
}

/** The field on whose lines the offset stands, or right behind them. Undefined where it stands on none. Takes the time of a binary search. */
export function fieldAt(fields: readonly Field[], offset: number): Field | undefined {
	let low = 0;
	let high = fields.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((fields[middle]?.span.start ?? Infinity) <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	const field = fields[low - 1];
	return field !== undefined && offset <= field.span.end ? field : undefined;
}
