import type * as vscode from 'vscode';
import { parseNote, type Note, type NoteAddress } from '../core/note.ts';

/** The notes of open documents, each version read once and shared by all who ask. */
export class OpenNotes {
	readonly #read = new WeakMap<vscode.TextDocument, { readonly version: number; readonly note: Note }>();

	/** The document as a note at that address, unsaved changes included. */
	get(document: vscode.TextDocument, address: NoteAddress): Note {
		const known = this.#read.get(document);
		if (known?.version === document.version && known.note.uri === address.uri) {
			return known.note;
		}
		const note = parseNote(address, document.getText());
		this.#read.set(document, { version: document.version, note });
		return note;
	}
}
