import type { Fields } from './field.ts';
import { readFields } from './fields.ts';
import { isList, type FieldValue } from './fieldText.ts';
import { findFrontMatter, type FrontMatterBlock } from './frontMatterBlock.ts';
import { applyEdits, type TextEdit } from '../text.ts';

/** What an edit is meant to do. */
export type Change =
	| { readonly kind: 'set'; readonly name: string; readonly value: FieldValue }
	| { readonly kind: 'remove'; readonly name: string }
	| { readonly kind: 'rename'; readonly name: string; readonly key: string };

/** An edit before it is trusted. */
export interface Proposal {
	readonly text: string;
	readonly block: FrontMatterBlock;
	readonly edit: TextEdit;
	readonly change: Change;
}

/**
 * The edit, if the text it leaves reads as meant: the field has its value, every other field the value it had, the body its length,
 * and nothing is wrong that was not before. Undefined otherwise.
 */
export function safely({ text, block, edit, change }: Proposal): TextEdit | undefined {
	const edited = applyEdits(text, [edit]);
	const after = findFrontMatter(edited);
	if (after?.format !== block.format || edited.length - after.bodyStart !== text.length - block.bodyStart) {
		return undefined;
	}
	const before = readFields(text, block);
	const now = readFields(edited, after);
	return now.errors.length <= before.errors.length && isAsMeant(before, now, change) ? edit : undefined;
}

function isAsMeant(before: Fields, now: Fields, change: Change): boolean {
	if (change.kind === 'rename') {
		return isSame(renamed(before, change), renamed(now, change));
	}
	return isSame(othersIn(before, change.name), othersIn(now, change.name)) && isChanged(before, now, change);
}

function renamed({ fields }: Fields, { name, key }: Extract<Change, { kind: 'rename' }>): unknown {
	return fields.map(field => ({ key: field.name === name ? key : field.key, value: field.value }));
}

function isChanged(before: Fields, now: Fields, change: Exclude<Change, { kind: 'rename' }>): boolean {
	const changed = now.fields.filter(({ name }) => name === change.name);
	if (change.kind === 'remove') {
		return changed.length === before.fields.filter(({ name }) => name === change.name).length - 1;
	}
	return isSame(changed.at(0)?.value, plain(change.value));
}

function othersIn({ fields }: Fields, changed: string): unknown {
	return fields.filter(({ name }) => name !== changed).map(({ key, value }) => ({ key, value }));
}

function plain(value: FieldValue): unknown {
	return typeof value === 'object' && !isList(value) ? value.text : value;
}

/** Front matter holds what JSON can hold; the reader refuses values that contain themselves. */
function isSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
