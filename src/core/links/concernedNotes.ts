import type { Note } from '../note.ts';
import type { Vault } from '../vault.ts';
import { calledNames, linksOf } from './linkIndex.ts';

/** A note and the number of the entry that it is; undefined where it is not there, or has none. */
export interface NamedNote {
	readonly note: Note | undefined;
	readonly number: number | undefined;
}

/** The notes with links whose meaning may be another when a note comes, goes or changes: none where neither its names nor its headings and blocks do. */
export function concernedByNote(vault: Vault, before: NamedNote, now: NamedNote): readonly Note[] {
	if (signature(before) === signature(now)) {
		return [];
	}
	return linksOf(vault).mayMean([...names(before), ...names(now)]);
}

function names({ note, number }: NamedNote): Iterable<string> {
	return note === undefined ? [] : calledNames(note, number);
}

/** All that links can call a note and its places by. */
function signature(named: NamedNote): string {
	const { note, number } = named;
	if (note === undefined) {
		return '';
	}
	const places = [...note.headings.map(({ text, anchor }) => `${text}\n${anchor}`), ...note.blockIds.map(({ id }) => id)];
	return [note.path, number ?? '', ...names(named), ...places].join('\n');
}
