import { entryOf, type LogShape } from './entry.ts';
import type { LoadedNote } from './loadedNote.ts';
import { parseNote, type NoteAddress } from './note.ts';
import { packEntry } from './packedEntry.ts';
import { packNote } from './packedNote.ts';

/** Reads a note of a file's text; with the shape of the log also what it is as an entry. */
export function loadNote(address: NoteAddress, text: string, stamp: string, shape?: LogShape): LoadedNote {
	const note = parseNote(address, text);
	const packed = packNote(note);
	const { path } = address;
	return packed === undefined || shape === undefined
		? { path, stamp, content: packed ?? note, entry: '' }
		: { path, stamp, content: packed, entry: packEntry(note, entryOf(note, shape)) };
}
