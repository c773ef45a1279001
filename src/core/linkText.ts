import type { Vault } from './vault.ts';
import { homeOf, joinPath, nameOf } from './notePath.ts';

/** What of a note a link to it needs. */
export interface Linked {
	readonly uri: string;
	readonly path: string;
	readonly title: string;
}

/** A wiki link to a note, `[[62 - Restarting]]`: by its title where that is safe to write and leads nowhere else, then by its name, else by its path. */
export function linkTo(vault: Vault, note: Linked): string {
	const name = nameOf(note.path);
	const target = [note.title, name].find(text => canStandInLink(text) && isOnlyNoteOf(vault, note, text));
	return `[[${target ?? joinPath(homeOf(note.path), name)}]]`;
}

/** `|`, `#` and `^` part a link, brackets end it, and a slash makes a path of it. */
function canStandInLink(text: string): boolean {
	return text !== '' && !/[|#^[\]\\/\r\n]|\.md$/iu.test(text) && text.trim() === text;
}

function isOnlyNoteOf(vault: Vault, note: Linked, text: string): boolean {
	const wanted = fold(text);
	for (const other of vault.notes()) {
		if (other.uri !== note.uri && (fold(nameOf(other.path)) === wanted || fold(other.title) === wanted)) {
			return false;
		}
	}
	return true;
}

function fold(text: string): string {
	return text.normalize('NFC').toLowerCase();
}
