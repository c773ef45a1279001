import type { LogShape } from '../entry.ts';
import { readInput, type InputUnit } from '../time/duration.ts';
import { slice, type TextEdit } from '../text.ts';
import type { Field } from './field.ts';
import { insertFieldAfter, replaceValue } from './fieldEdits.ts';
import { readFields } from './fields.ts';
import { findFrontMatter, type FrontMatterBlock } from './frontMatter.ts';
import { readingInWords } from './readingWords.ts';

/** What the core must know of a log to write its `input`. */
export type InputShape = Pick<LogShape, 'fields' | 'inputUnit'>;

/** What becomes of minutes that are added to the `input` of a text. */
export type InputAddition =
	/** `before` and `after` are minutes, as the entry counts them; `before` is 0 where the field is missing or empty. */
	| { readonly kind: 'edit'; readonly edit: TextEdit; readonly before: number; readonly after: number }
	/** Nothing changes: 0 is added, or something is taken from 0. */
	| { readonly kind: 'same'; readonly before: number }
	/** The text has no front matter. */
	| { readonly kind: 'noFrontMatter' }
	/** `---js`: a block that is never read. */
	| { readonly kind: 'executable'; readonly language: string }
	/** The field stands there twice, also by letter case. */
	| { readonly kind: 'duplicate'; readonly name: string }
	/** The front matter is broken; `message` is a sentence that says how. */
	| { readonly kind: 'unreadable'; readonly message: string }
	/** The field holds something that counts no minutes: a text such as `90 min`, a list, a negative number; `written` is what stands there. */
	| { readonly kind: 'noNumber'; readonly name: string; readonly written: string }
	/** The field cannot be written without changing more than it, for instance behind an anchor or in YAML in braces. */
	| { readonly kind: 'noPlace'; readonly name: string };

/** What the `input` of a text counts. */
export type InputReading =
	{ readonly kind: 'minutes'; readonly minutes: number } | Exclude<InputAddition, { readonly kind: 'edit' | 'same' | 'noPlace' }>;

/**
 * The edit that adds minutes to the `input` of a text, or takes some away where they are negative, never to less than 0. Only the number changes; where the field
 * is missing, it gets a line before `output`, else at the end.
 */
export function addInput(text: string, minutes: number, shape: InputShape): InputAddition {
	const reading = readInputOf(text, shape);
	if (reading.kind !== 'minutes') {
		return reading;
	}
	const before = reading.minutes;
	const after = Math.max(0, tidy(before + minutes));
	if (after === before) {
		return { kind: 'same', before };
	}
	const edit = setInput(text, after, shape);
	return edit === undefined ? { kind: 'noPlace', name: shape.fields.input } : { kind: 'edit', edit, before, after };
}

/** The minutes that the `input` of a text counts, 0 where the field is missing or empty; or why they cannot be read. */
export function readInputOf(text: string, { fields: { input }, inputUnit }: InputShape): InputReading {
	const block = findFrontMatter(text);
	if (block === undefined) {
		return { kind: 'noFrontMatter' };
	}
	if (block.executable !== undefined) {
		return { kind: 'executable', language: block.executable };
	}
	const { fields, errors } = readFields(text, block);
	const named = fields.filter(({ name }) => name === input);
	const [error] = errors;
	if (named.length > 1) {
		return { kind: 'duplicate', name: input };
	}
	return error === undefined ? readingOf(text, named[0], input, inputUnit) : { kind: 'unreadable', message: readingInWords(error.message) };
}

function readingOf(text: string, field: Field | undefined, name: string, unit: InputUnit): InputReading {
	if (field === undefined || isEmpty(field.value)) {
		return { kind: 'minutes', minutes: 0 };
	}
	const minutes = readInput(field.value, unit);
	return minutes === undefined ? { kind: 'noNumber', name, written: slice(text, field.valueSpan) } : { kind: 'minutes', minutes };
}

function isEmpty(value: unknown): boolean {
	return value === null || value === undefined || value === '';
}

/** Sums of written fractions, `0.1 + 0.2`, to a millionth. */
function tidy(minutes: number): number {
	return Math.round(minutes * 1e6) / 1e6;
}

function setInput(text: string, minutes: number, { fields: { input, output }, inputUnit }: InputShape): TextEdit | undefined {
	const block = findFrontMatter(text);
	if (block === undefined) {
		return undefined;
	}
	const value = inputUnit === 'hours' ? Number((minutes / 60).toFixed(2)) : minutes;
	return replaceValue(text, block, input, value) ?? insertFieldAfter(text, block, fieldBefore(text, block, output), { key: input, value });
}

/** The name of the field before that one: behind it the new one goes. `''` where it is the first, undefined where it is missing. */
function fieldBefore(text: string, block: FrontMatterBlock, name: string): string | undefined {
	const { fields } = readFields(text, block);
	const index = fields.findIndex(field => field.name === name);
	return index === -1 ? undefined : (fields[index - 1]?.name ?? '');
}
