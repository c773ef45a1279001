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
