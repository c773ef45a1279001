import type { Field, FieldError, Fields } from './field.ts';
import { executableMessage } from './frontMatter.ts';
import type { FrontMatterBlock } from './frontMatterBlock.ts';
import { readJsonFields } from './jsonFields.ts';
import { readTomlFields } from './tomlFields.ts';
import { readYamlFields } from './yamlFields.ts';

export type { Field, FieldError, FieldItem, Fields, FieldStyle } from './field.ts';

/**
 * The fields of a block with their places: for the open document, for edits, for learning a template.
 * Of broken front matter the fields that can be found, the broken ones with the value `undefined`. Never throws.
 */
export function readFields(text: string, block: FrontMatterBlock): Fields {
	const known = lately.get(block);
	if (known?.text === text) {
		return known.fields;
	}
	const fields = readAnew(text, block);
	lately.set(block, { text, fields });
	return fields;
}

/** A rule, each of its fixes, and the check of each edit ask for the same reading; it lives as long as the block does. */
const lately = new WeakMap<FrontMatterBlock, { readonly text: string; readonly fields: Fields }>();

function readAnew(text: string, block: FrontMatterBlock): Fields {
	if (block.executable !== undefined) {
		return { fields: [], errors: [{ code: 'executable', message: executableMessage(block.executable), span: block.opening }] };
	}
	const { fields, errors } = readFormat(text, block);
	return { fields, errors: [...errors, ...duplicatesIn(fields)].toSorted((a, b) => a.span.start - b.span.start) };
}

function readFormat(text: string, { format, content }: FrontMatterBlock): Fields {
	const piece = { text, span: content };
	switch (format) {
		case 'yaml':
			return readYamlFields(piece);
		case 'toml':
			return readTomlFields(piece);
		case 'json':
			return readJsonFields(piece);
	}
}

/** Hugo lower-cases keys: which of `Draft` and `draft` counts is left to chance. */
function duplicatesIn(fields: readonly Field[]): readonly FieldError[] {
	const seen = new Set<string>();
	const errors: FieldError[] = [];
	for (const { name, key, keySpan } of fields) {
		if (seen.has(name)) {
			errors.push({ code: 'duplicateKey', message: `'${key}' is written here a second time.`, span: keySpan });
		}
		seen.add(name);
	}
	return errors;
}
