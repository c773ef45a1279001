import { readFields, type Field, type FieldError } from '../fields.ts';
import { findFrontMatter, type FrontMatterBlock } from '../frontMatter.ts';
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

/** The field of that lower-cased name; the first of several. Undefined where there is none. */
export function fieldOf({ fields }: Page, name: string): Field | undefined {
	return fields.find(field => field.name === name);
}
