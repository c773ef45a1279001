import type { Entry } from './entry.ts';
import type { Note } from './note.ts';
import { uriBelow } from './notePath.ts';
import { unpackEntry, type PackedEntry } from './packedEntry.ts';
import { unpackNote, type PackedNote } from './packedNote.ts';

/** A note as it was read from its file, in the form in which it is sent and kept, and what tells whether the file has changed since. */
export interface LoadedNote {
	/** Relative to the vault, with `/`. */
	readonly path: string;
	readonly stamp: string;
	/** The note itself where it cannot be packed. */
	readonly content: PackedNote | Note;
	/** What it is as an entry; `''` where that was not asked for, or the note cannot be packed. */
	readonly entry: PackedEntry;
}

/** Notes that were loaded. */
export interface UnpackedNotes {
	readonly notes: readonly Note[];
	/** What they are as entries, undefined for none; only of those of which that was asked. */
	readonly entries: ReadonlyMap<Note, Entry | undefined>;
}

/** The notes that were loaded, in the folder of that uri. */
export function unpackNotes(loaded: readonly LoadedNote[], folderUri: string): UnpackedNotes {
	const entries = new Map<Note, Entry | undefined>();
	const notes = loaded.map(({ path, content, entry }) => {
		if (typeof content !== 'string') {
			return content;
		}
		const address = { uri: uriBelow(folderUri, path), path };
		if (entry === '') {
			return unpackNote(address, content);
		}
		const known = unpackEntry(address, entry);
		const note = unpackNote(address, content, known && { title: known.entry.title, words: known.words });
		entries.set(note, known?.entry);
		return note;
	});
	return { notes, entries };
}

/** A note that can be kept as text. */
export type LinedNote = LoadedNote & { readonly content: PackedNote };

export function isLined(note: LoadedNote): note is LinedNote {
	return typeof note.content === 'string';
}

/** Notes as one text, four lines each: such a text crosses between threads and into a file at the cost of one, and its notes are parts of it that take no room of their own. */
export function linesOf(notes: readonly LinedNote[]): string {
	return notes.map(({ path, stamp, content, entry }) => `${JSON.stringify([path, stamp])}\n${entry}\n${content}\n`).join('');
}

/** The notes that `linesOf` made the text of. */
export function notesInLines(text: string): readonly LinedNote[] {
	const notes: LinedNote[] = [];
	for (let at = 0; at < text.length;) {
		const addressEnd = text.indexOf('\n', at);
		const entryEnd = text.indexOf('\n', addressEnd + 1);
		const contentEnd = text.indexOf('\n', text.indexOf('\n', entryEnd + 1) + 1);
		const [path, stamp] = JSON.parse(text.slice(at, addressEnd)) as [string, string];
		notes.push({ path, stamp, entry: text.slice(addressEnd + 1, entryEnd), content: text.slice(entryEnd + 1, contentEnd) });
		at = contentEnd + 1;
	}
	return notes;
}
