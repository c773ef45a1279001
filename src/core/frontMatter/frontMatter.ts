import matter from 'gray-matter';
import type { FrontMatterFormat } from './fieldLines.ts';
import type { FrontMatterBlock } from './frontMatterBlock.ts';
import { readJson } from './jsonReading.ts';
import { readPlainYaml } from './plainYaml.ts';
import { ReadingProblem } from './readingProblem.ts';
import { slice } from '../text.ts';
import { readToml } from './tomlReading.ts';
import { readYaml } from './yamlReading.ts';

export { findFrontMatter } from './frontMatterBlock.ts';
export type { FrontMatterBlock, FrontMatterFormat };

/** Why front matter cannot be read, in plain words, and where in the text. */
export interface FrontMatterError {
	readonly message: string;
	readonly offset: number;
}

/** What the fields say. */
export interface FrontMatterValues {
	/** By lower-cased name, as Hugo compares names; where two names differ only by case, the first. Empty where there is an error. */
	readonly values: ReadonlyMap<string, unknown>;
	readonly error: FrontMatterError | undefined;
}

/**
 * Reads the fields of a block, quickly: for thousands of notes. For their places, and for what is left of broken ones, see `readFields`.
 * Never throws; a block that names a language of its own is not read at all.
 */
export function readValues(text: string, block: FrontMatterBlock): FrontMatterValues {
	if (block.executable !== undefined) {
		return { values: new Map(), error: { message: executableMessage(block.executable), offset: block.opening.start } };
	}
	try {
		return { values: byName(topLevel(slice(text, block.content), block.format)), error: undefined };
	} catch (error) {
		if (error instanceof ReadingProblem) {
			return { values: new Map(), error: { message: error.message, offset: block.content.start + error.offset } };
		}
		throw error;
	}
}

/** Said of `---js` and its like. */
export function executableMessage(language: string): string {
	return `After the dashes comes '${language}'. Some programs would run such a block; it is never read here.`;
}

function topLevel(content: string, format: FrontMatterFormat): unknown {
	switch (format) {
		case 'yaml':
			return readPlainYaml(content) ?? readThroughGrayMatter(content);
		case 'toml':
			return readToml(content);
		case 'json':
			return readJson(content);
	}
}

function byName(top: unknown): ReadonlyMap<string, unknown> {
	const values = new Map<string, unknown>();
	for (const [key, value] of entriesOf(top)) {
		const name = key.toLowerCase();
		if (!values.has(name)) {
			values.set(name, value);
		}
	}
	return values;
}

function entriesOf(top: unknown): Iterable<[string, unknown]> {
	if (top === undefined || top === null) {
		return [];
	}
	if (typeof top !== 'object' || Array.isArray(top)) {
		throw new ReadingProblem('Fields are written one to a line, as in `title: My day`.', 0);
	}
	return Object.entries(top);
}

/**
 * gray-matter sees an object and options, never the bare text: so it keeps no cache, in which the second reading of broken text succeeds
 * (https://github.com/jonschlinkert/gray-matter/issues/166). It sees exactly one block between plain delimiters: so neither a language that
 * would be run (issues/131) nor a lost first line is left to it. Its engine is ours: so dates stay as written.
 */
function readThroughGrayMatter(content: string): unknown {
	if (slowsGrayMatter.test(content)) {
		return readYaml(content);
	}
	const engine = (input: string) => ({ top: readYaml(input.slice(1)) });
	const { data } = matter({ content: `---\n${content}\n---` }, { language: 'yaml', engines: { ...refusedEngines, yaml: engine } });
	const top: unknown = data['top'];
	return top;
}

/** Its search for comments takes quadratic time over long stretches of blank lines, and takes no single `\r` for a line end. */
const slowsGrayMatter = /\s{200}|\r(?!\n)/;

function refuse(): never {
	throw new ReadingProblem('Only YAML, TOML and JSON are read.', 0);
}

const refusedEngines = { javascript: refuse, js: refuse, coffee: refuse, json: refuse };
