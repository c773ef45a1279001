import { constructFromEvents, CORE_SCHEMA, mergeTag, parseEvents, YAMLException, type ConstructorOptions, type Event } from 'js-yaml';
import { ReadingProblem } from './readingProblem.ts';
import { plainWords } from './yamlMessages.ts';

/**
 * YAML 1.2 with merge keys, as Hugo reads it since 0.152 (https://github.com/gohugoio/hugo/issues/8822):
 * dates stay the text that was written, `yes` and `1:30` are strings.
 */
const schema = CORE_SCHEMA.withTags(mergeTag);

/** More values than this, aliases followed, are taken for an alias bomb. */
const mostValues = 10_000;

/** The parser's events together with the text that their offsets count in. */
export interface YamlEvents {
	/** The source, with a blank put before each closing bracket that stands at the start of a line. */
	readonly text: string;
	readonly events: readonly Event[];
	/** The offset in the source for one in `text`. */
	readonly toSource: (offset: number) => number;
}

/** Takes YAML apart without building values. Throws a ReadingProblem. */
export function eventsOf(source: string): YamlEvents {
	try {
		return { text: source, events: parseEvents(source, {}), toSource: offset => offset };
	} catch (error) {
		if (closingBracketAtLineStart.test(source) && error instanceof YAMLException && error.reason === 'deficient indentation') {
			return relaxedEventsOf(source);
		}
		throw problemOf(error, source.length);
	}
}

const closingBracketAtLineStart = /^[\]}]/m;

/**
 * The specification wants every line of a flow list indented, Hugo's reader does not mind the last:
 * `tags: [` / `  a` / `]` is common.
 */
function relaxedEventsOf(source: string): YamlEvents {
	const inserted: number[] = [];
	const text = source.replace(/^(?=[\]}])/gm, (_, offset: number) => {
		inserted.push(offset + inserted.length);
		return ' ';
	});
	const toSource = (offset: number) => offset - countBelow(inserted, offset);
	try {
		return { text, events: parseEvents(text, {}), toSource };
	} catch (error) {
		const problem = problemOf(error, text.length);
		throw new ReadingProblem(problem.message, toSource(problem.offset));
	}
}

function countBelow(ascending: readonly number[], limit: number): number {
	let low = 0;
	let high = ascending.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((ascending[middle] ?? limit) < limit) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

/** The values of all documents in the events; nested duplicate keys are an error unless they are to be tolerated. Throws a ReadingProblem. */
export function construct(read: YamlEvents, events: readonly Event[], duplicates: 'refuse' | 'tolerate'): unknown[] {
	const options: ConstructorOptions = { source: read.text, schema, json: duplicates === 'tolerate' };
	try {
		const documents = constructFromEvents([...events], options);
		refuseAliasBombs(read.text, documents);
		return documents;
	} catch (error) {
		const problem = problemOf(error, read.text.length);
		throw new ReadingProblem(problem.message, read.toSource(problem.offset));
	}
}

/** The one document of a piece of YAML, `undefined` for an empty piece. Throws a ReadingProblem. */
export function readYaml(source: string): unknown {
	const read = eventsOf(source);
	const documents = construct(read, read.events, 'refuse');
	if (documents.length > 1) {
		throw new ReadingProblem(plainWords(secondDocument), source.length);
	}
	return documents[0];
}

/** The reason given when `...` or a second start of a document stands among the fields. */
export const secondDocument = 'a second document begins';

function problemOf(error: unknown, end: number): ReadingProblem {
	if (error instanceof ReadingProblem) {
		return error;
	}
	if (error instanceof YAMLException) {
		return new ReadingProblem(plainWords(error.reason), Math.min(error.mark?.position ?? end, end));
	}
	if (error instanceof RangeError) {
		return new ReadingProblem(plainWords('nesting exceeded'), 0);
	}
	throw error;
}

function refuseAliasBombs(text: string, documents: unknown[]): void {
	if (text.includes('*') && sizeOf(documents, new Map()) > mostValues) {
		throw new ReadingProblem(plainWords('aliases exceeded'), text.indexOf('*'));
	}
}

/** How many values there are when aliases are written out; Infinity where one contains itself. */
function sizeOf(value: unknown, known: Map<object, number>): number {
	if (typeof value !== 'object' || value === null) {
		return 1;
	}
	const size = known.get(value);
	if (size !== undefined) {
		return size;
	}
	known.set(value, Infinity);
	const total = Object.values(value).reduce((sum: number, item: unknown) => sum + sizeOf(item, known), 1);
	known.set(value, total);
	return total;
}
