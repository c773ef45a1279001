import { ParseError, parseTOML, type AST } from 'toml-eslint-parser';
import { sentence } from '../l10n.ts';
import { brokenField, shifted } from './brokenField.ts';
import type { Field, FieldError, FieldItem, Fields, FieldStyle, Piece } from './field.ts';
import { isKeyLine } from './fieldLines.ts';
import { lineEndAt, lineStartAt, nextLineAt } from '../lines.ts';
import { ReadingProblem } from './readingProblem.ts';
import type { Span } from '../text.ts';
import { readToml, tomlMessage } from './tomlReading.ts';

/** The fields of a piece of TOML with their places. Where the piece as a whole cannot be read, each line that begins a field is read on its own. */
export function readTomlFields({ text, span }: Piece): Fields {
	const source = text.slice(span.start, span.end);
	const whole = readPart(source, span.start);
	return whole.errors.length === 0 ? whole : readOneByOne(source, span.start, whole.errors);
}

function readPart(source: string, base: number): Fields {
	try {
		const values = readToml(source);
		return { fields: fieldsIn(source, base, values), errors: [] };
	} catch (error) {
		return { fields: [], errors: [errorAt(source, base, problemIn(error))] };
	}
}

function problemIn(error: unknown): ReadingProblem {
	if (error instanceof ReadingProblem) {
		return error;
	}
	if (error instanceof ParseError) {
		return new ReadingProblem(tomlMessage(error.message), error.index);
	}
	if (error instanceof RangeError) {
		return new ReadingProblem(sentence('This value is too long.'), 0);
	}
	throw error;
}

function errorAt(source: string, base: number, { message, offset }: ReadingProblem): FieldError {
	const at = offset < source.length ? offset : source.trimEnd().length;
	return { code: 'syntax', message, span: { start: base + at, end: base + lineEndAt(source, at) } };
}

function fieldsIn(source: string, base: number, values: Record<string, unknown>): readonly Field[] {
	const fields = new Map<string, Field>();
	for (const node of parseTOML(source).body[0].body) {
		const key = firstKey(node.key);
		const value = Object.hasOwn(values, key) ? values[key] : undefined;
		const field = node.type === 'TOMLTable' ? tableField(node, source, value) : pairField(node, source, value);
		const before = fields.get(key);
		fields.set(key, before === undefined ? field : joined(before, field));
	}
	return [...fields.values()].map(field => shiftedField(field, base));
}

/** `[params]` and a later `[params.author]`, or `params.a` and `params.b`, are one field; its lines reach to the last where nothing stands between. */
function joined(before: Field, after: Field): Field {
	const adjacent = before.span.end === after.span.start;
	return adjacent
		? {
				...before,
				span: { start: before.span.start, end: after.span.end },
				valueSpan: { start: before.valueSpan.start, end: after.valueSpan.end },
			}
		: before;
}

function firstKey(key: AST.TOMLKey): string {
	const [first] = key.keys;
	if (first === undefined) {
		return '';
	}
	return first.type === 'TOMLBare' ? first.name : first.value;
}

function spanOf({ range: [start, end] }: { readonly range: AST.Range }): Span {
	return { start, end };
}

function pairField(node: AST.TOMLKeyValue, source: string, value: unknown): Field {
	const key = firstKey(node.key);
	const dotted = node.key.keys.length > 1;
	const values: readonly unknown[] = Array.isArray(value) ? value : [];
	const elements = !dotted && node.value.type === 'TOMLArray' ? node.value.elements : [];
	return {
		key,
		name: key.toLowerCase(),
		keySpan: spanOf(node.key),
		valueSpan: spanOf(node.value),
		span: { start: lineStartAt(source, node.range[0]), end: nextLineAt(source, node.range[1]) },
		value,
		style: dotted ? 'block' : styleOf(source, spanOf(node.value)),
		items: elements.map((element, index): FieldItem => ({
			value: values[index],
			span: spanOf(element),
			style: styleOf(source, spanOf(element)),
		})),
	};
}

function tableField(node: AST.TOMLTable, source: string, value: unknown): Field {
	const key = firstKey(node.key);
	const headerEnd = nextLineAt(source, node.key.range[1]);
	const end = Math.max(node.range[1], headerEnd);
	return {
		key,
		name: key.toLowerCase(),
		keySpan: spanOf(node.key),
		valueSpan: { start: Math.min(headerEnd, node.range[1]), end: node.range[1] },
		span: { start: lineStartAt(source, node.range[0]), end: end === headerEnd ? end : nextLineAt(source, end) },
		value,
		style: 'block',
		items: [],
	};
}

function styleOf(source: string, { start }: Span): FieldStyle {
	switch (source.charAt(start)) {
		case '"':
			return source.startsWith('"""', start) ? 'folded' : 'double';
		case "'":
			return source.startsWith("'''", start) ? 'literal' : 'single';
		case '[':
		case '{':
			return 'flow';
		default:
			return 'plain';
	}
}

function shiftedField(field: Field, by: number): Field {
	return {
		...field,
		keySpan: shifted(field.keySpan, by),
		valueSpan: shifted(field.valueSpan, by),
		span: shifted(field.span, by),
		items: field.items.map(item => ({ ...item, span: shifted(item.span, by) })),
	};
}

/** A duplicate key breaks the whole but no part; `readFields` reports it for every format. */
function readOneByOne(source: string, base: number, whole: readonly FieldError[]): Fields {
	const parts = startsOfKeys(source).map((start, index, starts) => readAlone(source.slice(start, starts[index + 1]), base + start));
	const errors = parts.flatMap(part => part.errors);
	const fields = parts.flatMap(part => part.fields);
	const duplicates = new Set(fields.map(field => field.key)).size < fields.length;
	return { fields, errors: errors.length > 0 || duplicates ? errors : whole };
}

function startsOfKeys(source: string): readonly number[] {
	const starts: number[] = [];
	let inTable = false;
	for (let at = 0; at < source.length; at = nextLineAt(source, at)) {
		const line = source.slice(at, lineEndAt(source, at));
		const table = /^[ \t]*\[/.test(line);
		if (table || (!inTable && isKeyLine(line, 'toml'))) {
			starts.push(at);
		}
		inTable ||= table;
	}
	return starts;
}

function readAlone(source: string, base: number): Fields {
	const read = readPart(source, base);
	const field = read.errors.length === 0 ? undefined : brokenField(source, base, '=');
	return field === undefined ? read : { fields: [field], errors: read.errors };
}
