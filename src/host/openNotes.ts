import * as vscode from 'vscode';
import { readNote, type Note, type NoteAddress, type ReadNote } from '../core/note.ts';

/** The notes of open documents, each version read once and shared by all who ask. */
export class OpenNotes {
	readonly #read = new WeakMap<vscode.TextDocument, ReadNote & { readonly version: number }>();

	/** The document as a note at that address, unsaved changes included. */
	get(document: vscode.TextDocument, address: NoteAddress): Note {
		return this.read(document, address).note;
	}

	/** The same, with what else was read of the text. */
	read(document: vscode.TextDocument, address: NoteAddress): ReadNote {
		const known = this.#read.get(document);
		if (known?.version === document.version && known.note.uri === address.uri && known.note.path === address.path) {
			return known;
		}
		const read = readNote(address, document.getText());
		this.#read.set(document, { ...read, version: document.version });
		return read;
	}
}

/** The document that is open at that uri, shown or not; undefined where none is. */
export function openDocument(uri: string): vscode.TextDocument | undefined {
	return vscode.workspace.textDocuments.find(document => !document.isClosed && document.uri.toString() === uri);
}
