import { editDistance } from './editDistance.ts';
import type { Entry, LogShape } from './entry.ts';
import { readNumberedTitle, readNumberInPath } from './entryNumber.ts';
import { homesOf } from './homeCount.ts';
import { homeOf } from './notePath.ts';
import type { Note, NoteAddress } from './note.ts';
import { foldTerm, termsOf } from './term.ts';
import type { Vault } from './vault.ts';

/**
 * A note with a number that is no entry, but may be meant for one: its series is absent, misspelled, or cannot be read. Whether it is one
 * is decided by the company it keeps: see `isMissed`.
 */
export interface Stray extends NoteAddress {
	readonly number: number;
	/** As written, number included. */
	readonly title: string;
}

/** The stray that a note is. Undefined for an entry, for a note without a number or of another series, and where a folder makes the entries. */
export function strayOf(note: Note, shape: LogShape): Stray | undefined {
	const { uri, path, title } = note;
	const inPath = readNumberInPath(path)?.number;
	const number = note.format === undefined ? inPath : (readNumberedTitle(title)?.number ?? inPath);
	if (shape.folder !== '' || number === undefined) {
		return undefined;
	}
	const terms = termsOf(note.values.get('series'));
	const isOpen = terms.length === 0 || (!isOfSeries(terms, shape.series) && terms.some(term => isNearlyTerm(term, shape.series)));
	return isOpen ? { uri, path, number, title } : undefined;
}

function isOfSeries(terms: readonly string[], series: string): boolean {
	return terms.some(term => foldTerm(term) === foldTerm(series));
}

/** In a shorter name one letter easily makes another word. */
const longName = 8;

/** Whether a term is probably meant for the other: a slip or two apart, or one of several behind commas. Other digits are another series. */
export function isNearlyTerm(term: string, meant: string): boolean {
	const wanted = foldTerm(meant);
	const slips = wanted.length < longName ? 1 : 2;
	return term
		.split(',')
		.map(foldTerm)
		.some(part => digitsOf(part) === digitsOf(wanted) && editDistance(part, wanted, slips) !== undefined);
}

function digitsOf(text: string): string {
	return text.replace(/\D+/gu, '');
}

/** What tells whether a stray is an entry that was missed. */
export interface Company {
	/** All entries, lowest number first. */
	readonly entries: readonly Entry[];
	/** The folders in which at least as many entries as strays stand. */
	readonly homes: ReadonlySet<string>;
}

/** The company that the entries of a vault are; takes one pass over the strays. */
export function companyIn(vault: Vault): Company {
	const entries = vault.entries();
	const counts = new Map(homesOf(vault).counts);
	const homes = new Set(counts.keys());
	for (const { path } of vault.strays()) {
		const home = homeOf(path);
		const count = (counts.get(home) ?? 0) - 1;
		counts.set(home, count);
		if (count < 0) {
			homes.delete(home);
		}
	}
	return { entries, homes };
}

/** How far behind the log's highest number an entry may stand that was missed: `2022 - The year` among sixty entries is none. */
const farthest = 100;

/** Whether a stray is most probably an entry: it stands in a home of the log, with a number that the log may have. */
export function isMissed({ path, number }: Stray, { entries, homes }: Company): boolean {
	return homes.has(homeOf(path)) && number <= (entries.at(-1)?.number ?? 0) + farthest;
}

/** The strays that are most probably entries, lowest number first. */
export function missedIn(vault: Vault, company: Company): readonly Stray[] {
	return vault
		.strays()
		.filter(stray => isMissed(stray, company))
		.sort((a, b) => a.number - b.number);
}

/** The numbers that the log has given away: those of its entries, and of the notes that are most probably entries. */
export function takenNumbers(vault: Vault): ReadonlySet<number> {
	const numbered = [...vault.entries(), ...missedIn(vault, companyIn(vault))];
	return new Set(numbered.flatMap(({ number }) => number ?? []));
}
