import { nearestWord } from '../editDistance.ts';
import { readNumberedTitle } from '../entryNumber.ts';
import type { Note } from '../note.ts';
import { nameOf } from '../notePath.ts';
import type { Vault } from '../vault.ts';
import { targetFor } from './linkText.ts';
import { NameIndex } from './nameIndex.ts';
import { searchOf } from './noteSearch.ts';

/** So many notes are compared. */
const mostCompared = 200;

/** What a link with that target was probably meant to say: the name of a note that is a slip or two away, or the only one with all its words. Undefined where none is. */
export function nearestName(vault: Vault, target: string): string | undefined {
	const wanted = NameIndex.fold(target.trim());
	const search = searchOf(vault);
	const [first, second] = wanted.length < 3 ? [] : search.find(target, '', 2);
	if (first !== undefined && second === undefined) {
		return targetFor(vault, first);
	}
	const near = search.like(wanted, mostCompared);
	const names = new Map(near.flatMap(note => namesOf(note).map(name => [NameIndex.fold(name), note] as const)));
	const found = nearestWord(wanted, [...names.keys()], wanted.length > 7 ? 2 : 1);
	const note = found === undefined ? undefined : names.get(found);
	return note && targetFor(vault, note);
}

/** What a link to it may have been meant to say: its title, with and without the number of an entry, or its file. */
function namesOf({ title, path }: Note): readonly string[] {
	return [title, readNumberedTitle(title)?.title ?? title, nameOf(path)];
}
