import type { FrontMatterError, FrontMatterFormat } from './frontMatter/frontMatter.ts';
import type { Note, NoteAddress } from './note.ts';
import { packContent, unpackContent, type NoteContent } from './packedContent.ts';

/**
 * A note's text without what only its open document needs, as two lines of JSON: what its front matter says, and what its text holds. One string takes a fifth of the memory
 * of the objects it stands for, crosses from a worker thread as it is, and is what the index on the disk is made of.
 */
export type PackedNote = string;

/** What a front matter says, and what is told beside it. */
interface Head {
	readonly title: string;
	readonly words: number;
	readonly format: FrontMatterFormat | undefined;
	readonly values: ReadonlyMap<string, unknown>;
	readonly error: FrontMatterError | undefined;
}

/** A field as it is packed: its name and its value, or the name alone where the value cannot be read. */
type PackedField = readonly [name: string, value?: unknown];

type PackedHead = readonly [
	title: string,
	words: number,
	format: FrontMatterFormat | null,
	fields: readonly PackedField[],
	error: FrontMatterError | null,
];

/** The note without its address, packed; undefined where JSON cannot tell one of its values, such as `.nan`. */
export function packNote({ title, words, format, values, error, ...content }: Note): PackedNote | undefined {
	const fields = [...values].map(([name, value]): PackedField => (value === undefined ? [name] : [name, value]));
	if (!fields.every(([, value]) => value === undefined || isJson(value))) {
		return undefined;
	}
	const head: PackedHead = [title, words, format ?? null, fields, error ?? null];
	return `${JSON.stringify(head)}\n${packContent(content)}`;
}

/** The note at that address. Its parts are read of the packed text whenever they are asked for; the last few hundred notes keep theirs. What is `known` of it need not be read. */
export function unpackNote({ uri, path }: NoteAddress, packed: PackedNote, known?: Pick<Note, 'title' | 'words'>): Note {
	return new UnpackedNote(uri, path, packed, known);
}

/** The same note as plain data, to be copied or compared part by part. */
export function plainNote({ uri, path, title, format, values, error, words, links, headings, blockIds, inlineTags, refs }: Note): Note {
	return { uri, path, title, format, values, error, words, links, headings, blockIds, inlineTags, refs };
}

/** Whether JSON gives the value back as it is. */
function isJson(value: unknown): boolean {
	switch (typeof value) {
		case 'string':
		case 'boolean':
			return true;
		case 'number':
			return Number.isFinite(value) && !Object.is(value, -0);
		case 'object':
			return value === null || (isPlain(value) && Object.values(value).every(isJson));
		default:
			return false;
	}
}

function isPlain(value: object): boolean {
	return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

/** The parts of the notes that were asked lately; the elder half is forgotten when the younger is full. */
class Lately<T> {
	readonly #most: number;
	#young = new Map<object, T>();
	#old = new Map<object, T>();

	/** So many of the youngest, and as many elder ones at most. */
	constructor(most: number) {
		this.#most = most;
	}

	get(key: object, read: () => T): T {
		const known = this.#young.get(key) ?? this.#old.get(key) ?? read();
		this.#young.set(key, known);
		if (this.#young.size >= this.#most) {
			this.#old = this.#young;
			this.#young = new Map();
		}
		return known;
	}
}

/** As many as are read at once (`loadNotes`): whoever hears of them asks for these. */
const heads = new Lately<Head>(256);
const contents = new Lately<NoteContent>(64);

class UnpackedNote implements Note {
	readonly uri: string;
	readonly path: string;
	readonly #packed: PackedNote;
	#title: string | undefined;
	#words: number | undefined;

	constructor(uri: string, path: string, packed: PackedNote, known: Pick<Note, 'title' | 'words'> | undefined) {
		this.uri = uri;
		this.path = path;
		this.#packed = packed;
		this.#title = known?.title;
		this.#words = known?.words;
	}

	get title(): string {
		return (this.#title ??= this.#head.title);
	}

	get words(): number {
		return (this.#words ??= this.#head.words);
	}

	get format(): FrontMatterFormat | undefined {
		return this.#head.format;
	}

	get values(): ReadonlyMap<string, unknown> {
		return this.#head.values;
	}

	get error(): FrontMatterError | undefined {
		return this.#head.error;
	}

	get links(): Note['links'] {
		return this.#content.links;
	}

	get headings(): Note['headings'] {
		return this.#content.headings;
	}

	get blockIds(): Note['blockIds'] {
		return this.#content.blockIds;
	}

	get inlineTags(): Note['inlineTags'] {
		return this.#content.inlineTags;
	}

	get refs(): Note['refs'] {
		return this.#content.refs;
	}

	get #head(): Head {
		return heads.get(this, () => headOf(this.#packed));
	}

	get #content(): NoteContent {
		return contents.get(this, () => unpackContent(this.#packed.slice(this.#packed.indexOf('\n') + 1)));
	}
}

function headOf(packed: PackedNote): Head {
	const [title, words, format, fields, error] = JSON.parse(packed.slice(0, packed.indexOf('\n'))) as PackedHead;
	return {
		title,
		words,
		format: format ?? undefined,
		values: new Map(fields.map(([name, value]) => [name, value])),
		error: error ?? undefined,
	};
}
