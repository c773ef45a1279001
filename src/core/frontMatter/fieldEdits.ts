import type { Field } from './field.ts';
import { safely } from './fieldEditCheck.ts';
import { insertLine, insertProperty, propertyWithComma, type NewField } from './fieldLineEdits.ts';
import { readFields } from './fields.ts';
import { isList, keyText, type FieldValue } from './fieldText.ts';
import { replaceWhole } from './fieldValueEdits.ts';
import type { FrontMatterBlock } from './frontMatterBlock.ts';
import { appendItem, replaceItems, textsOf } from './listEdits.ts';
import { slice, type TextEdit } from '../text.ts';

export type { NewField } from './fieldLineEdits.ts';
export type { DateValue, FieldValue } from './fieldText.ts';

/**
 * Gives a field another value. Quotation marks and list style stay where they can hold the value, a comment behind it stays.
 * Undefined where there is no such field, or where the edit would change more than this value (an anchor, comments within a list).
 */
export function replaceValue(text: string, block: FrontMatterBlock, name: string, value: FieldValue): TextEdit | undefined {
	const field = named(text, block, name).at(0);
	if (field === undefined) {
		return undefined;
	}
	const inList = isList(value) && value.length > 0 && field.items.length > 0;
	const edit = inList ? replaceItems(text, block, field, value) : replaceWhole(text, block, field, value);
	return edit && safely({ text, block, edit, change: { kind: 'set', name: field.name, value } });
}

/**
 * A new field on a line of its own behind the last; in TOML before the first table.
 * Undefined where the field is there already, or the block cannot take one, such as YAML in braces.
 */
export function insertField(text: string, block: FrontMatterBlock, key: string, value: FieldValue): TextEdit | undefined {
	return insertFieldAfter(text, block, undefined, { key, value });
}

/** As `insertField`, but behind the field named `after`, where there is one; before all others where it is `''`. */
export function insertFieldAfter(text: string, block: FrontMatterBlock, after: string | undefined, field: NewField): TextEdit | undefined {
	const { fields } = readFields(text, block);
	const name = field.key.toLowerCase();
	if (block.executable !== undefined || fields.some(other => other.name === name)) {
		return undefined;
	}
	const where = { text, block, fields, after: after?.toLowerCase() };
	const edit = block.format === 'json' ? insertProperty(where, field) : insertLine(where, field);
	return safely({ text, block, edit, change: { kind: 'set', name, value: field.value } });
}

/**
 * Gives a field another key, in the quotation marks of the old one. Undefined where there is no such field, or more than one,
 * where the new key is taken, or where the key stands in several places (tables of TOML).
 */
export function renameField(text: string, block: FrontMatterBlock, name: string, key: string): TextEdit | undefined {
	const fields = named(text, block, name);
	const field = fields[0];
	if (field === undefined || fields.length > 1 || named(text, block, key).length > 0) {
		return undefined;
	}
	const quote = /^["']/.exec(slice(text, field.keySpan))?.[0];
	const newText = quote === undefined ? keyText(key, block.format) : quote + key + quote;
	return safely({ text, block, edit: { span: field.keySpan, newText }, change: { kind: 'rename', name: field.name, key } });
}

/** Takes out a field with its lines; of several with one name the last. Undefined where there is none, or others need it (an anchor). */
export function removeField(text: string, block: FrontMatterBlock, name: string): TextEdit | undefined {
	return removeFieldAt(text, block, named(text, block, name).at(-1));
}

/** As `removeField`, for one of several fields with the same name. */
export function removeFieldAt(text: string, block: FrontMatterBlock, field: Field | undefined): TextEdit | undefined {
	if (field === undefined) {
		return undefined;
	}
	const span = block.format === 'json' ? propertyWithComma(text, field.span) : field.span;
	return safely({ text, block, edit: { span, newText: '' }, change: { kind: 'remove', name: field.name } });
}

/**
 * Adds an item at the end of a list, in the list's own style; a single value becomes a list of two, no value a list of one.
 * Undefined where the item is there already, or the value can be no list of texts.
 */
export function addListItem(text: string, block: FrontMatterBlock, name: string, item: string): TextEdit | undefined {
	const field = named(text, block, name).at(0);
	const items = field && textsOf(field);
	if (field === undefined || items === undefined || items.includes(item)) {
		return undefined;
	}
	const value = [...items, item];
	const edit = field.items.length > 0 ? appendItem(text, block, field, item) : replaceWhole(text, block, field, value);
	return edit && safely({ text, block, edit, change: { kind: 'set', name: field.name, value } });
}

function named(text: string, block: FrontMatterBlock, name: string): readonly Field[] {
	return readFields(text, block).fields.filter(field => field.name === name.toLowerCase());
}
