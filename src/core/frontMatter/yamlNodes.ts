import { COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml';
import type { FieldStyle } from './field.ts';
import { lineEndAt } from '../lines.ts';
import type { Span } from '../text.ts';

/** A piece of YAML's tree with places; offsets count in the text that the events were read from. */
export interface YamlNode {
	readonly kind: 'scalar' | 'alias' | 'list' | 'map';
	/** Quotation marks and brackets included, tag and anchor excluded. Empty for a value that is not written. */
	readonly span: Span;
	readonly style: FieldStyle;
	/** What a scalar says, as text; empty for others. */
	readonly text: string;
	/** Items of a list; keys and values of a map in turn. */
	readonly children: readonly YamlNode[];
	/** The node's events: from `first` up to, but not including, `last`. */
	readonly first: number;
	readonly last: number;
}

interface Reading {
	readonly text: string;
	readonly events: readonly Event[];
	/** The next event. */
	index: number;
	/** Behind the last thing read. */
	offset: number;
}

/** The tree that begins with the event at `first`; undefined where none begins there. Recursion is as deep as js-yaml lets collections nest: 100. */
export function nodeAt(text: string, events: readonly Event[], first: number): YamlNode | undefined {
	return readNode({ text, events, index: first, offset: 0 });
}

function readNode(reading: Reading): YamlNode | undefined {
	const first = reading.index;
	const event = reading.events[first];
	reading.index++;
	const parts = event && partsOf(reading, event);
	if (parts === undefined) {
		return undefined;
	}
	reading.offset = parts.span.end;
	return { ...parts, first, last: reading.index };
}

function partsOf(reading: Reading, event: Event): Parts | undefined {
	if (event.type === EVENT_ID.SCALAR) {
		return scalarOf(reading, event);
	}
	if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
		return collectionOf(reading, event.type === EVENT_ID.SEQUENCE ? 'list' : 'map', event);
	}
	const alias = event.type === EVENT_ID.ALIAS ? { start: event.anchorStart - 1, end: event.anchorEnd } : undefined;
	return alias && { kind: 'alias', span: alias, style: 'plain', text: '', children: [] };
}

type Parts = Omit<YamlNode, 'first' | 'last'>;

const scalarStyles: ReadonlyMap<number, FieldStyle> = new Map([
	[SCALAR_STYLE.PLAIN, 'plain'],
	[SCALAR_STYLE.SINGLE_QUOTED, 'single'],
	[SCALAR_STYLE.DOUBLE_QUOTED, 'double'],
	[SCALAR_STYLE.LITERAL_BLOCK, 'literal'],
	[SCALAR_STYLE.FOLDED_BLOCK, 'folded'],
]);

function scalarOf(reading: Reading, event: ScalarEvent): Parts {
	const start = Math.max(reading.offset, event.anchorEnd, event.tagEnd);
	if (event.valueStart < 0) {
		return { kind: 'scalar', span: { start, end: start }, style: 'none', text: '', children: [] };
	}
	const style = scalarStyles.get(event.style) ?? 'plain';
	return {
		kind: 'scalar',
		span: scalarSpan(reading.text, event, style, start),
		style,
		text: getScalarValue(reading.text, event),
		children: [],
	};
}

function scalarSpan(text: string, event: ScalarEvent, style: FieldStyle, from: number): Span {
	const { valueStart, valueEnd } = event;
	if (style === 'single' || style === 'double') {
		return { start: valueStart - 1, end: valueEnd + 1 };
	}
	if (style === 'literal' || style === 'folded') {
		const start = Math.min(indexOfOr(text, style === 'literal' ? '|' : '>', from, valueStart), valueStart);
		return { start, end: start + text.slice(start, valueEnd).trimEnd().length };
	}
	return { start: valueStart, end: valueEnd };
}

function indexOfOr(text: string, character: string, from: number, otherwise: number): number {
	const index = text.indexOf(character, from);
	return index === -1 ? otherwise : index;
}

function collectionOf(reading: Reading, kind: 'list' | 'map', event: { readonly start: number; readonly style: number }): Parts {
	reading.offset = event.start;
	const children: YamlNode[] = [];
	while (reading.index < reading.events.length && reading.events[reading.index]?.type !== EVENT_ID.POP) {
		const child = readNode(reading);
		if (child !== undefined) {
			children.push(child);
		}
	}
	reading.index++;
	const flow = event.style === COLLECTION_STYLE.FLOW;
	const end =
		flow && isOpening(reading.text[event.start]) ? behindClosing(reading.text, Math.max(reading.offset, event.start + 1)) : reading.offset;
	return { kind, span: { start: event.start, end }, style: flow ? 'flow' : 'block', text: '', children };
}

function isOpening(character: string | undefined): boolean {
	return character === '[' || character === '{';
}

/** Behind the last child only blanks, commas, colons, tags and comments stand before the closing bracket. */
function behindClosing(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const character = text[at];
		if (character === ']' || character === '}') {
			return at + 1;
		}
		if (character === '#' && /\s/.test(text[at - 1] ?? '')) {
			at = lineEndAt(text, at);
		}
	}
	return text.length;
}
