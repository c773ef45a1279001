import { parse, TomlDate, TomlError } from 'smol-toml';
import { nextLineAt } from '../lines.ts';
import { isNestedDeeply, ReadingProblem, tooDeep } from './readingProblem.ts';

/** The top-level values of a piece of TOML ; dates as the text that was written. Throws a ReadingProblem. */
export function readToml(source: string): Record<string, unknown> {
	if (isNestedDeeply(source)) {
		throw tooDeep();
	}
	try {
		const values = Object.entries(parse(source));
		const written = values.length > 0 && /\d[-:]\d/.test(source) ? datesIn(source) : new Map<string, string>();
		return Object.fromEntries(values.map(([key, value]) => [key, withoutDates(value, written)]));
	} catch (error) {
		throw problemOf(error, source);
	}
}

const writtenDate = /\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[-+]\d\d:\d\d)?)?|\d\d:\d\d(?::\d\d(?:\.\d+)?)?/g;

/** Every date and time in the source by its normal form, so that the text that was written can be found again. */
function datesIn(source: string): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const [text] of source.matchAll(writtenDate)) {
		const date = new TomlDate(text);
		if (date.isValid() && !found.has(date.toISOString())) {
			found.set(date.toISOString(), text);
		}
	}
	return found;
}

function withoutDates(value: unknown, written: ReadonlyMap<string, string>): unknown {
	if (value instanceof TomlDate) {
		return written.get(value.toISOString()) ?? value.toISOString();
	}
	if (Array.isArray(value)) {
		return value.map(item => withoutDates(item, written));
	}
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutDates(item, written)]));
	}
	return value;
}

function problemOf(error: unknown, source: string): ReadingProblem {
	if (error instanceof TomlError) {
		const reason = error.message.split('\n', 1)[0]?.replace('Invalid TOML document: ', '') ?? '';
		return new ReadingProblem(tomlMessage(reason), offsetOf(source, error));
	}
	if (error instanceof RangeError) {
		return tooDeep();
	}
	throw error;
}

/** A sentence for writers around the parser's reason. */
export function tomlMessage(reason: string): string {
	return `This cannot be read as TOML: ${reason.charAt(0).toLowerCase()}${reason.slice(1).replace(/\.$/, '')}.`;
}

function offsetOf(source: string, { line, column }: TomlError): number {
	let at = 0;
	for (let i = 1; i < line; i++) {
		at = nextLineAt(source, at);
	}
	return Math.min(at + column - 1, source.length);
}
