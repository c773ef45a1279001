import { readValues, type FrontMatterBlock, type FrontMatterError, type FrontMatterFormat } from './frontMatter/frontMatter.ts';
import { readFields } from './frontMatter/fields.ts';
import { nameOf } from './notePath.ts';
import type { BlockId } from './prose/blockId.ts';
import type { Heading } from './prose/heading.ts';
import type { InlineTag } from './prose/inlineTag.ts';
import { scanText, type Scan } from './prose/scan.ts';
import type { WikiLink } from './prose/wikiLink.ts';

/** One Markdown page of a vault, as far as others need to know it; its text stays on the disk or in its editor. */
export interface Note {
	/** For example `file:///site/content/daily-log/62.md`. */
	readonly uri: string;
	/** Relative to the vault, with `/`: `content/daily-log/62.md`. */
	readonly path: string;
	/** The front matter's title; without one the first heading; without that the name of the file or leaf bundle. */
	readonly title: string;
	/** Undefined where the note has no front matter. */
	readonly format: FrontMatterFormat | undefined;
	/** Front matter fields by lower-cased name. Of broken front matter those that can still be read. */
	readonly values: ReadonlyMap<string, unknown>;
	/** Why the front matter cannot be read as a whole; undefined where it can. */
	readonly error: FrontMatterError | undefined;
	/** Words of the body, front matter apart. */
	readonly words: number;
	/** The wiki links in its text, in order; so are the three that follow. */
	readonly links: readonly WikiLink[];
	readonly headings: readonly Heading[];
	readonly blockIds: readonly BlockId[];
	readonly inlineTags: readonly InlineTag[];
	/** The pages that its calls of `ref` and `relref` name, as written. */
	readonly refs: readonly string[];
}

/** Where a note stands: its uri, and its path in the vault. */
export interface NoteAddress {
	readonly uri: string;
	readonly path: string;
}

/** A note, and what its text holds. */
export interface ReadNote {
	readonly note: Note;
	readonly scan: Scan;
}

/** Reads a note, whatever its text is; never throws. */
export function parseNote(address: NoteAddress, text: string): Note {
	return readNote(address, text).note;
}

/** Reads a note and keeps what else was read of its text. */
export function readNote({ uri, path }: NoteAddress, text: string): ReadNote {
	const scan = scanText(text);
	const { block, links, headings, blockIds, inlineTags, refs } = scan;
	const { values, error } = block === undefined ? nothing : readFrontMatter(text, block);
	const body = text.slice(block?.bodyStart ?? 0);
	const title = writtenTitle(values) ?? firstHeading(body) ?? nameOf(path);
	const found = { links, headings, blockIds, inlineTags, refs: refs.map(ref => ref.path) };
	return { note: { uri, path, title, format: block?.format, values, error, words: countWords(body), ...found }, scan };
}

const nothing = { values: new Map<string, unknown>(), error: undefined };

function readFrontMatter(text: string, block: FrontMatterBlock): Pick<Note, 'values' | 'error'> {
	const read = readValues(text, block);
	if (read.error === undefined || block.executable !== undefined) {
		return read;
	}
	const { fields } = readFields(text, block);
	return { values: new Map(fields.map(field => [field.name, field.value])), error: read.error };
}

/** The title that front matter gives, by which links call the note; undefined where it gives none. */
export function writtenTitle(values: ReadonlyMap<string, unknown>): string | undefined {
	const title = values.get('title');
	const text = typeof title === 'string' || typeof title === 'number' ? String(title).trim() : '';
	return text === '' ? undefined : text;
}

/** The text of the body's first `# Heading`, looked for in its first lines only: a title stands at the top. */
export function firstHeading(body: string): string | undefined {
	const heading = /^# +(.+?)(?: +#+)? *\r?$/mu.exec(body.slice(0, 1000))?.[1];
	return heading === undefined || heading.trim() === '' ? undefined : heading.trim();
}

const space = 32;
const noBreakSpace = 160;

/** Runs of characters between blanks: what a word count in an editor shows. */
function countWords(body: string): number {
	let words = 0;
	let inWord = false;
	for (let i = 0; i < body.length; i++) {
		const code = body.charCodeAt(i);
		const blank = code <= space || code === noBreakSpace;
		if (!blank && !inWord) {
			words++;
		}
		inWord = !blank;
	}
	return words;
}
