import type { Entry } from './entry.ts';
import type { Note, NoteAddress } from './note.ts';

/**
 * What a vault asks of every note at once, as one line of JSON: whether it is an entry of the log, and which. Whoever has this need not unpack the note for it, nor read dates
 * and numbers again; it depends on the shape of the log that it was read with.
 */
export type PackedEntry = string;

type Packed = readonly [
	words: number,
	title: string,
	number: number | null,
	date: string | null,
	day: string | null,
	input: number | null,
	output: string,
	tags: readonly string[],
	draft: boolean,
	problem: string | null,
];

/** An entry, and how many words its text has. */
export interface EntryWithWords {
	readonly entry: Entry;
	readonly words: number;
}

/** `entry` is the entry that the note is; undefined where it is none. */
export function packEntry({ words }: Note, entry: Entry | undefined): PackedEntry {
	const packed: Packed | null =
		entry === undefined
			? null
			: [
					words,
					entry.title,
					entry.number ?? null,
					entry.date ?? null,
					entry.day ?? null,
					entry.input ?? null,
					entry.output,
					entry.tags,
					entry.draft,
					entry.problem ?? null,
				];
	return JSON.stringify(packed);
}

/** Undefined where the note is no entry. */
export function unpackEntry({ uri, path }: NoteAddress, text: PackedEntry): EntryWithWords | undefined {
	const packed = JSON.parse(text) as Packed | null;
	if (packed === null) {
		return undefined;
	}
	const [words, title, number, date, day, input, output, tags, draft, problem] = packed;
	const read = {
		date: date ?? undefined,
		day: day ?? undefined,
		input: input ?? undefined,
		output,
		tags,
		draft,
		problem: problem ?? undefined,
	};
	return { words, entry: { uri, path, number: number ?? undefined, title, ...read } };
}
