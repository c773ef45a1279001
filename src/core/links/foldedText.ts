import { NameIndex } from './nameIndex.ts';

/** The form in which a name and its mention in a text meet: Unicode form and letter case do not count, and no more does the form that a sigma has at the end of a word. */
export function foldText(text: string): string {
	return NameIndex.fold(text).replaceAll('ς', 'σ');
}

/** What a base character and the marks behind it are: nothing that follows composes with it. Vowels and finals of Korean are no marks, but compose too. */
const clusters = /[\s\S][\p{M}\u1160-\u11ff\ud7b0-\ud7fb]*/gu;

/**
 * For each offset in the folded text the one in the text itself, `-1` where a character of the text has no edge there, as between the two parts that folding makes of `İ`.
 * Undefined where folding has moved nothing, which is so of almost every text.
 */
export function offsetsOfFolded(text: string, folded: string): Int32Array | undefined {
	if (isAligned(text)) {
		return undefined;
	}
	const offsets = new Int32Array(folded.length + 1).fill(-1);
	let at = 0;
	for (const { 0: cluster, index } of text.matchAll(clusters)) {
		offsets[at] = index;
		at += foldText(cluster).length;
	}
	offsets[folded.length] = text.length;
	return offsets;
}

/** Composed already, before and after it becomes lower case, and as long: only `İ` becomes longer. */
function isAligned(text: string): boolean {
	const lower = text.toLowerCase();
	return lower.length === text.length && text.normalize('NFC') === text && lower.normalize('NFC') === lower;
}
