import { EVENT_ID, type Event } from 'js-yaml';
import { sentence } from '../l10n.ts';
import { brokenField, shifted } from './brokenField.ts';
import type { Field, FieldError, FieldItem, Fields, Piece } from './field.ts';
import { isKeyLine } from './fieldLines.ts';
import { lineEndAt, lineStartAt, nextLineAt, skipBlanks } from '../lines.ts';
import { ReadingProblem } from './readingProblem.ts';
import type { Span } from '../text.ts';
import { plainWords } from './yamlMessages.ts';
import { nodeAt, type YamlNode } from './yamlNodes.ts';
import { construct, eventsOf, secondDocument, type YamlEvents } from './yamlReading.ts';

/**
 * The fields of a piece of YAML with their places, read by the same parser as their values.
 * Where the piece as a whole cannot be read, each field is read on its own: a mistake in one leaves the others be.
 */
export function readYamlFields({ text, span }: Piece): Fields {
	const source = text.slice(span.start, span.end);
	const whole = readPart(source, span.start);
	return whole instanceof ReadingProblem ? readOneByOne(source, span.start, whole) : whole;
}

function readPart(source: string, base: number): Fields | ReadingProblem {
	try {
		return fieldsOf(source, base, eventsOf(source));
	} catch (error) {
		return problemIn(error);
	}
}

/** The error, if a reader threw it to say what is wrong with the text; any other is a defect. */
function problemIn(error: unknown): ReadingProblem {
	if (error instanceof ReadingProblem) {
		return error;
	}
	throw error;
}

function errorAt(source: string, base: number, { message, offset }: ReadingProblem): FieldError {
	const at = offset < source.length ? offset : source.trimEnd().length;
	return { code: 'syntax', message, span: { start: base + at, end: base + Math.max(lineEndAt(source, at), at) } };
}

const documentStart = 0;
const topLevel = 1;

function fieldsOf(source: string, base: number, read: YamlEvents): Fields {
	const { events } = read;
	const top = events[topLevel]?.type === EVENT_ID.POP ? undefined : nodeAt(read.text, events, topLevel);
	if (top === undefined) {
		return { fields: [], errors: [] };
	}
	const { values, problems } = valuesOf(read);
	const errors = [...stray(top, read), ...(problems.length > 0 ? problems : mergeProblems(read))].map(problem =>
		errorAt(source, base, problem),
	);
	return { fields: top.kind === 'map' ? fieldsIn(top, values, { read, source, base, inBraces: top.style === 'flow' }) : [], errors };
}

/** What is not a list of fields: text, a list, several documents, keys that are no text. */
function stray(top: YamlNode, { events, toSource }: YamlEvents): readonly ReadingProblem[] {
	if (top.kind !== 'map') {
		return [new ReadingProblem(sentence('Fields are written one to a line, as in `title: My day`.'), toSource(top.span.start))];
	}
	const keys = top.children.filter((key, index) => index % 2 === 0 && (key.kind !== 'scalar' || key.text === ''));
	const problems = keys.map(
		({ span }) => new ReadingProblem(sentence('The name of a field is missing, or is no plain text.'), toSource(span.start)),
	);
	return events.length > top.last + 1 ? [...problems, new ReadingProblem(plainWords(secondDocument), toSource(top.span.end))] : problems;
}

interface Values {
	/** Keys and values in turn; undefined where one of them cannot be built. */
	readonly values: readonly unknown[] | undefined;
	readonly problems: readonly ReadingProblem[];
}

/** Duplicate keys of the top level are not looked for here: `readFields` reports them for every format. */
function valuesOf(read: YamlEvents): Values {
	const strict = keysAndValues(read, 'refuse');
	if (!(strict instanceof ReadingProblem)) {
		return { values: strict, problems: [] };
	}
	const tolerant = keysAndValues(read, 'tolerate');
	return { values: tolerant instanceof ReadingProblem ? undefined : tolerant, problems: [strict] };
}

/** A merge key of the top level, `<<: *x`, works only where the fields are read as the map that they are. */
function mergeProblems(read: YamlEvents): readonly ReadingProblem[] {
	if (!/^[ \t]*<<[ \t]*:/m.test(read.text)) {
		return [];
	}
	try {
		construct(read, read.events, 'tolerate');
		return [];
	} catch (error) {
		return [problemIn(error)];
	}
}

function keysAndValues(read: YamlEvents, duplicates: 'refuse' | 'tolerate'): readonly unknown[] | ReadingProblem {
	try {
		const [list] = construct(read, asList(read.events), duplicates);
		const values: readonly unknown[] = Array.isArray(list) ? list : [];
		return values;
	} catch (error) {
		return problemIn(error);
	}
}

/** The events with the map of the first document turned into a list of its keys and values. */
function asList(events: readonly Event[]): readonly Event[] {
	const top = events[topLevel];
	return top?.type === EVENT_ID.MAPPING ? events.with(topLevel, { ...top, type: EVENT_ID.SEQUENCE, tagStart: -1, tagEnd: -1 }) : events;
}

function fieldsIn(top: YamlNode, values: readonly unknown[] | undefined, place: Place): readonly Field[] {
	const fields: Field[] = [];
	let failures = 0;
	for (let i = 0; i + 1 < top.children.length; i += 2) {
		const [key, node] = top.children.slice(i, i + 2);
		if (key?.kind === 'scalar' && node !== undefined) {
			const alone = values === undefined && failures < mostFailures ? valueOf(place.read, node) : undefined;
			failures += alone === undefined ? 1 : 0;
			fields.push(fieldOf(place, key, node, values === undefined ? alone : values[i + 1]));
		}
	}
	return fields;
}

/** Each failure costs the parser a walk through all of the text; what comes after so many is not tried. */
const mostFailures = 20;

/** The value of one node on its own; undefined where it cannot be built. */
function valueOf(read: YamlEvents, { first, last }: YamlNode): unknown {
	const document = read.events.slice(documentStart, topLevel);
	try {
		return construct(read, [...document, ...read.events.slice(first, last), { type: EVENT_ID.POP }], 'tolerate')[0];
	} catch (error) {
		problemIn(error);
		return undefined;
	}
}

interface Place {
	readonly read: YamlEvents;
	readonly source: string;
	readonly base: number;
	readonly inBraces: boolean;
}

function fieldOf(place: Place, key: YamlNode, node: YamlNode, value: unknown): Field {
	const { source, base } = place;
	const keySpan = inSource(place, key.span);
	const written = node.style === 'none' && node.span.end <= behindColon(place.read.text, key.span.end);
	const start = written ? behindOneBlank(source, behindColon(source, keySpan.end)) : 0;
	const valueSpan = written ? { start, end: start } : inSource(place, node.span);
	const whole = place.inBraces
		? { start: keySpan.start, end: Math.max(valueSpan.end, keySpan.end) }
		: wholeLines(source, keySpan, valueSpan);
	const values: readonly unknown[] = Array.isArray(value) ? value : [];
	return {
		key: key.text,
		name: key.text.toLowerCase(),
		keySpan: shifted(keySpan, base),
		valueSpan: shifted(valueSpan, base),
		span: shifted(whole, base),
		value,
		style: node.style,
		items: node.kind === 'list' ? node.children.map((child, index) => itemOf(place, child, values[index])) : [],
	};
}

function itemOf(place: Place, node: YamlNode, value: unknown): FieldItem {
	return { value, span: shifted(inSource(place, node.span), place.base), style: node.style };
}

function inSource({ read }: Place, { start, end }: Span): Span {
	return { start: read.toSource(start), end: read.toSource(end) };
}

function wholeLines(source: string, key: Span, value: Span): Span {
	return { start: lineStartAt(source, key.start), end: nextLineAt(source, Math.max(value.end, key.end)) };
}

/** Behind the colon that follows a key; the end of the key where none does. */
function behindColon(source: string, keyEnd: number): number {
	const at = skipBlanks(source, keyEnd);
	return source[at] === ':' ? at + 1 : keyEnd;
}

function behindOneBlank(source: string, at: number): number {
	return Math.min(skipBlanks(source, at), at + 1);
}

/** Reads each top-level key with the lines up to the next on its own. */
function readOneByOne(source: string, base: number, whole: ReadingProblem): Fields {
	const parts = startsOfKeys(source).map((start, index, starts) => readAlone(source.slice(start, starts[index + 1]), base + start));
	const errors = parts.flatMap(part => part.errors);
	return { fields: parts.flatMap(part => part.fields), errors: errors.length > 0 ? errors : [errorAt(source, base, whole)] };
}

/** Where the lines begin that hold a key at the indentation of the first. */
function startsOfKeys(source: string): readonly number[] {
	const starts: number[] = [];
	let indentation: number | undefined;
	for (let at = 0; at < source.length; at = nextLineAt(source, at)) {
		const behind = skipBlanks(source, at);
		if ((indentation === undefined || behind - at <= indentation) && isKeyLine(source.slice(at, lineEndAt(source, at)), 'yaml')) {
			indentation ??= behind - at;
			starts.push(at);
		}
	}
	return starts;
}

/** What is found missing only at the field's end, such as a quotation mark, is reported at its value. */
function readAlone(source: string, base: number): Fields {
	const read = readPart(source, base);
	if (!(read instanceof ReadingProblem)) {
		return read;
	}
	const field = brokenField(source, base, ':');
	if (field === undefined) {
		return { fields: [], errors: [errorAt(source, base, read)] };
	}
	const isAtEnd = read.offset >= source.trimEnd().length;
	return {
		fields: [field],
		errors: [isAtEnd ? { code: 'syntax', message: read.message, span: field.valueSpan } : errorAt(source, base, read)],
	};
}
