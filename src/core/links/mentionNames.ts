import type { Entry } from '../entry.ts';
import { readNumberedTitle } from '../entryNumber.ts';
import type { Note } from '../note.ts';
import { baseName, folderOf, nameOf } from '../notePath.ts';
import { foldText } from './foldedText.ts';
import { beginsAnywhere, wordsOf } from './wordIndex.ts';

/** Nobody writes a longer name into a sentence. */
const longestName = 200;

/**
 * What a text may call the note without linking to it, folded: its title; the title of an entry without its number, where that says enough; the name of its file or bundle. Not
 * numbers (`62`), not a letter or two, not `index`. Each once; `[]` where no name is fit to be looked for.
 */
export function mentionNames({ title, path }: Pick<Note, 'title' | 'path'>, entry: Entry | undefined): readonly string[] {
	const bare = entry === undefined ? '' : (readNumberedTitle(title)?.title ?? '');
	const names = [isFolderPage.test(title) ? '' : title, isTelling(bare) ? bare : '', calledByPath(path)];
	return [...new Set(names.map(name => foldText(name.trim())).filter(isFit))];
}

const isFolderPage = /^(?:_?index|readme)$/iu;

/** A page that stands for its folder goes by that. */
function calledByPath(path: string): string {
	const name = nameOf(path);
	return isFolderPage.test(name) ? baseName(folderOf(path)) : name;
}

function isFit(name: string): boolean {
	const letters = name.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
	const fewest = hasWordsWithoutBlanks(name) ? 2 : 3;
	return letters >= fewest && name.length <= longestName && !/^\d{1,7}$/u.test(name) && !/[\r\n]/u.test(name);
}

/** `Wedging the legs` means that entry; `Monday` and `Day one` may mean anything. */
function isTelling(title: string): boolean {
	const words = wordsOf(title);
	return hasWordsWithoutBlanks(title) ? words.length >= 4 : words.length >= 2 && words.join('').length >= 8;
}

function hasWordsWithoutBlanks(text: string): boolean {
	return wordsOf(text).some(beginsAnywhere);
}
