import { parseNote, type Note, type NoteAddress } from './note.ts';
import { uriBelow } from './notePath.ts';
import { packNote, unpackNote, type PackedNote } from './packedNote.ts';

/** A note as it was read from its file, in the form in which it is sent and kept, and what tells whether the file has changed since. */
export interface LoadedNote {
	/** Relative to the vault, with `/`. */
	readonly path: string;
	readonly stamp: string;
	/** The note itself where it cannot be packed. */
	readonly content: PackedNote | Note;
}

/** Reads a note of a file's text. */
export function loadNote(address: NoteAddress, text: string, stamp: string): LoadedNote {
	const note = parseNote(address, text);
	return { path: address.path, stamp, content: packNote(note) ?? note };
}

/** The note that was loaded, in the folder of that uri. */
export function noteOf({ path, content }: LoadedNote, folderUri: string): Note {
	return typeof content === 'string' ? unpackNote({ uri: uriBelow(folderUri, path), path }, content) : content;
}

/** A note that can be kept as text. */
export type LinedNote = LoadedNote & { readonly content: PackedNote };

export function isLined(note: LoadedNote): note is LinedNote {
	return typeof note.content === 'string';
}

/** Notes as one text, three lines each: such a text crosses between threads and into a file at the cost of one, and its notes are parts of it that take no room of their own. */
export function linesOf(notes: readonly LinedNote[]): string {
	return notes.map(({ path, stamp, content }) => `${JSON.stringify([path, stamp])}\n${content}\n`).join('');
}

/** The notes that `linesOf` made the text of. */
export function notesInLines(text: string): readonly LinedNote[] {
	const notes: LinedNote[] = [];
	for (let at = 0; at < text.length;) {
		const addressEnd = text.indexOf('\n', at);
		const contentEnd = text.indexOf('\n', text.indexOf('\n', addressEnd + 1) + 1);
		const [path, stamp] = JSON.parse(text.slice(at, addressEnd)) as [string, string];
		notes.push({ path, stamp, content: text.slice(addressEnd + 1, contentEnd) });
		at = contentEnd + 1;
	}
	return notes;
}
