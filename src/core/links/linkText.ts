import { nameOf } from '../notePath.ts';
import { linkPathOf, namesakes } from './resolve.ts';
import type { Vault } from '../vault.ts';

/** What of a note a link to it needs. */
export interface Linked {
	readonly uri: string;
	readonly path: string;
	readonly title: string;
}

/** A wiki link to a note, `[[62 - Restarting]]`: by its title where that is safe to write and leads nowhere else, then by its name, else by its path. */
export function linkTo(vault: Vault, note: Linked): string {
	return `[[${targetFor(vault, note)}]]`;
}

/** What stands between the brackets of a link to a note. */
export function targetFor(vault: Vault, note: Linked): string {
	const target = [note.title, nameOf(note.path)].find(text => canStandInLink(text) && isOnlyNoteOf(vault, note, text));
	return target ?? linkPathOf(note.path);
}

/** `|`, `#` and `^` part a link, brackets end it, and a slash makes a path of it. */
function canStandInLink(text: string): boolean {
	return text !== '' && !/[|#^[\]\\/\r\n]|\.md$/iu.test(text) && text.trim() === text;
}

/** Whether the note answers to the text, and no other does by any of its names. */
function isOnlyNoteOf(vault: Vault, note: Linked, text: string): boolean {
	const notes = namesakes(vault, text);
	return notes.length === 1 && notes[0]?.uri === note.uri;
}
