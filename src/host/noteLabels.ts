import * as vscode from 'vscode';
import type { Note } from '../core/note.ts';
import { homeOf } from '../core/notePath.ts';
import { describeEntry, describeState, iconOf, writeDay } from './entryLabels.ts';
import type { FolderVault } from './folderVault.ts';

/** A row for a note in a list of notes: an entry with its mark and its day, any other note with where it stands. */
export interface NoteLabel {
	readonly title: string;
	readonly icon: vscode.ThemeIcon;
	/** `Nov 20` for an entry, `notes/finishing` for another note; `''` where there is neither day nor folder. */
	readonly place: string;
	/** What a screen reader says. */
	readonly spoken: string;
}

/** What a row says of the note; `now` in milliseconds since 1970. */
export function labelOfNote({ vault }: FolderVault, note: Note, now: number): NoteLabel {
	const entry = vault.entry(note.uri);
	const place = entry === undefined ? homeOf(note.path) : entry.day === undefined ? '' : writeDay(entry.day);
	const parts = entry === undefined ? [place] : [describeEntry(entry), describeState(entry, now)];
	return {
		title: note.title,
		icon: entry === undefined ? new vscode.ThemeIcon('markdown') : iconOf(entry, now),
		place,
		spoken: [note.title, ...parts].filter(Boolean).join(', '),
	};
}
