import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Field, FieldItem, Fields, FieldStyle, Piece } from './field.ts';
import { jsonMessage } from './jsonReading.ts';
import { isNestedDeeply, tooDeep } from './readingProblem.ts';
import type { Span } from '../text.ts';

/** The fields of a JSON object with their places; jsonc-parser steps over mistakes, so that the fields around one are found. */
export function readJsonFields({ text, span }: Piece): Fields {
	const source = text.slice(span.start, span.end);
	if (isNestedDeeply(source)) {
		return { fields: [], errors: [{ code: 'syntax', message: tooDeep().message, span }] };
	}
	const problems: ParseError[] = [];
	const root = parseTree(source, problems, { disallowComments: true });
	return {
		fields: (root?.children ?? []).flatMap(property => fieldOf(property, source, span.start) ?? []),
		errors: problems
			.slice(0, mostErrors)
			.map(problem => ({ code: 'syntax', message: jsonMessage(problem), span: spanOf(problem, span.start) })),
	};
}

/** More than anyone reads. */
const mostErrors = 100;

function spanOf({ offset, length }: Pick<Node, 'offset' | 'length'>, base: number): Span {
	return { start: base + offset, end: base + offset + length };
}

function fieldOf(property: Node, source: string, base: number): Field | undefined {
	const [key, value] = property.children ?? [];
	const name: unknown = key?.value;
	if (key === undefined || typeof name !== 'string') {
		return undefined;
	}
	const empty = base + (property.colonOffset === undefined ? key.offset + key.length : property.colonOffset + 1);
	const valueSpan = value === undefined ? { start: empty, end: empty } : spanOf(value, base);
	return {
		key: name,
		name: name.toLowerCase(),
		keySpan: spanOf(key, base),
		valueSpan,
		span: { start: base + key.offset, end: valueSpan.end },
		value: value === undefined ? undefined : getNodeValue(value),
		style: value === undefined ? 'none' : styleOf(source[value.offset]),
		items: value?.type === 'array' ? (value.children ?? []).map(item => itemOf(item, source, base)) : [],
	};
}

function itemOf(item: Node, source: string, base: number): FieldItem {
	return { value: getNodeValue(item), span: spanOf(item, base), style: styleOf(source[item.offset]) };
}

function styleOf(first: string | undefined): FieldStyle {
	if (first === '"') {
		return 'double';
	}
	return first === '[' || first === '{' ? 'flow' : 'plain';
}
