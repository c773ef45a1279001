import type { Span } from '../text.ts';

/**
 * How a value is written: bare, in single or double quotation marks, as a block of lines behind `|` or `>`, as a list or map in brackets,
 * as a list or map on lines of its own, or not at all.
 */
export type FieldStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'flow' | 'block' | 'none';

/** One item of a list. */
export interface FieldItem {
	/** As read; dates as strings. `undefined` where it cannot be read. */
	readonly value: unknown;
	/** The item's own characters, quotation marks included, dash and comma excluded. */
	readonly span: Span;
	readonly style: FieldStyle;
}

/** One top-level key of the front matter and where its parts stand, in UTF-16 offsets of the text. */
export interface Field {
	/** As written, without quotation marks. For TOML's `[params]` and `params.color` it is `params`. */
	readonly key: string;
	/** Lower-cased, as Hugo compares keys. */
	readonly name: string;
	/** The whole written key, quotation marks included. */
	readonly keySpan: Span;
	/** The value's own characters: quotation marks and brackets included, comment excluded. Empty where there is no value: behind `key: `, or behind `key:`. */
	readonly valueSpan: Span;
	/**
	 * Whole lines, from the start of the key's line to behind the line end of its last; comments and blank lines around belong to no field.
	 * In JSON, and in YAML written in braces, from the key to the end of the value.
	 */
	readonly span: Span;
	/** As read; dates as strings. `undefined` where it cannot be read: then `valueSpan` is what stands behind the colon on its first line. */
	readonly value: unknown;
	readonly style: FieldStyle;
	/** Empty where the value is no list. */
	readonly items: readonly FieldItem[];
}

/** What is wrong with the front matter, at its place. */
export interface FieldError {
	readonly code: 'syntax' | 'duplicateKey' | 'executable';
	/** A sentence for writers. */
	readonly message: string;
	readonly span: Span;
}

/** The fields in the order in which they stand, and what is wrong with them. */
export interface Fields {
	readonly fields: readonly Field[];
	readonly errors: readonly FieldError[];
}

/** A piece of front matter: `text` is all of the document, `span` the part to read. */
export interface Piece {
	readonly text: string;
	readonly span: Span;
}
