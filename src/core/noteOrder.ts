import { compareEntries } from './entry.ts';
import type { Note } from './note.ts';
import type { Vault } from './vault.ts';

/** The order of notes in lists: entries, newest first, then the other notes by title. */
export function newestFirst(vault: Vault): (a: Note, b: Note) => number {
	return (a, b) => {
		const [entryA, entryB] = [vault.entry(a.uri), vault.entry(b.uri)];
		if (entryA !== undefined && entryB !== undefined) {
			return compareEntries(entryB, entryA);
		}
		if (entryA !== undefined || entryB !== undefined) {
			return entryA === undefined ? 1 : -1;
		}
		return compareTexts(a.title, b.title) || compareTexts(a.path, b.path);
	};
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** By alphabet, numbers by their value: the order of names in lists. */
export function compareNames(a: string, b: string): number {
	return collator.compare(a, b);
}

function compareTexts(a: string, b: string): number {
	return compareNames(a, b) || (a === b ? 0 : a < b ? -1 : 1);
}
