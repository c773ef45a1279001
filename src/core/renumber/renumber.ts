import type { Entry } from '../entry.ts';
import { paddingOf, readNumberedTitle, readNumberInPath, writeNumber } from '../entryNumber.ts';
import type { Note } from '../note.ts';
import { plainNote } from '../packedNote.ts';
import { orderMoves, takenBy, type Move } from '../rename/moves.ts';
import { numberMoveOf } from './numberMove.ts';
import { relinkingOf, type Relinking } from '../rename/relinking.ts';
import type { Vault } from '../vault.ts';

/** What is wanted. */
export type RenumberRequest =
	/** All entries in the order they have now, from the lowest number on, without gaps and duplicates. */
	| { readonly kind: 'closeGaps' }
	/** Only the gap right before this number: the entries from it on move down together. */
	| { readonly kind: 'closeGap'; readonly before: number }
	/** The entries from this number on, up by so many or, if negative, down. */
	| { readonly kind: 'shift'; readonly from: number; readonly by: number };

/** An entry that gets another number. */
export interface NewNumber {
	readonly entry: Entry;
	readonly from: number;
	readonly to: number;
}

/** The entries that get another number, or why none can. */
export type NewNumbers =
	| { readonly kind: 'numbers'; readonly changes: readonly NewNumber[] }
	/** An entry below those to be shifted has a number that one of them would get. */
	| { readonly kind: 'taken'; readonly number: number }
	/** A number would be below 0 or have more than seven digits. */
	| { readonly kind: 'outOfRange'; readonly number: number };

type NumberedEntry = Entry & { readonly number: number };

/**
 * The new numbers for entries in the order of the log. Of two entries with one number the later, by date, then by path, moves on: also where a
 * shift up begins at that number. Entries without a number have no part in it.
 */
export function newNumbers(entries: readonly Entry[], request: RenumberRequest): NewNumbers {
	const numbered = entries.filter(isNumbered);
	switch (request.kind) {
		case 'closeGaps':
			return changed(numbered.map((entry, index) => ({ entry, from: entry.number, to: (numbered[0]?.number ?? 0) + index })));
		case 'closeGap': {
			const last = numbered.findLast(entry => entry.number < request.before);
			const first = numbered.find(entry => entry.number >= request.before);
			return shift(numbered, request.before, last === undefined || first === undefined ? 0 : last.number + 1 - first.number);
		}
		case 'shift':
			return shift(numbered, request.from, request.by);
	}
}

function isNumbered(entry: Entry): entry is NumberedEntry {
	return entry.number !== undefined;
}

const largestNumber = 9_999_999;

function shift(entries: readonly NumberedEntry[], from: number, by: number): NewNumbers {
	const start = firstToShift(entries, from, by);
	const moving = entries.slice(start).map(entry => ({ entry, from: entry.number, to: entry.number + by }));
	const outside = [moving[0], moving.at(-1)].find(change => change !== undefined && (change.to < 0 || change.to > largestNumber));
	if (outside !== undefined) {
		return { kind: 'outOfRange', number: outside.to };
	}
	const below = entries[start - 1]?.number ?? -1;
	const lowest = moving[0]?.to ?? Infinity;
	return by < 0 && lowest <= below ? { kind: 'taken', number: below } : changed(moving);
}

/** Of two entries with the number that a shift up begins at, the first stays. */
function firstToShift(entries: readonly NumberedEntry[], from: number, by: number): number {
	const first = entries.findIndex(({ number }) => number >= from);
	if (first < 0) {
		return entries.length;
	}
	const isDuplicate = entries[first]?.number === from && entries[first + 1]?.number === from;
	return isDuplicate && by > 0 ? first + 1 : first;
}

function changed(all: readonly NewNumber[]): NewNumbers {
	return { kind: 'numbers', changes: all.filter(({ from, to }) => from !== to) };
}

/** All that follows from new numbers apart from what stands in the texts; for those see `renumberText`. */
export interface Renumbering extends Relinking {
	readonly changes: ReadonlyMap<string, NewNumber>;
	/** Moves of files and of leaf bundles' folders, in an order in which no name is taken when its turn comes. */
	readonly moves: readonly Move[];
	/** The same by what they move. */
	readonly movesBySource: ReadonlyMap<string, Move>;
	/** Vault-relative paths that a move leads to and that something else has; where there is one, the plan must not be carried out. */
	readonly taken: readonly string[];
	/** To how many digits the log pads the numbers in its titles; 1 for no padding. */
	readonly titleWidth: number;
}

/** Follows the new numbers to names and titles. A file or folder is renamed where its name carries the number that the entry had. */
export function planRenumbering(vault: Vault, changes: readonly NewNumber[]): Renumbering {
	const newestFirst = vault.entries().toReversed();
	const titleWidth = paddingOf(newestFirst.flatMap(({ title }) => readNumberedTitle(title)?.digits ?? []));
	const nameWidth = paddingOf(newestFirst.flatMap(({ path }) => readNumberInPath(path)?.digits ?? []));
	const byUri = new Map(changes.map(change => [change.entry.uri, change]));
	const moves = orderMoves(changes.flatMap(change => numberMoveOf(change, digits => writeNumber(change.to, digits, nameWidth)) ?? []));
	const notes = new Map(changes.flatMap(change => retitled(vault, change, titleWidth)));
	return {
		...relinkingOf(vault, { moves: moves.bySource, notes }),
		changes: byUri,
		moves: moves.ordered,
		movesBySource: moves.bySource,
		taken: takenBy(moves.ordered, vault.notes()),
		titleWidth,
	};
}

function retitled(vault: Vault, change: NewNumber, width: number): readonly (readonly [string, Note])[] {
	const note = vault.note(change.entry.uri);
	const title = note && titleAfter(note.title, change, width);
	if (note === undefined || title === undefined) {
		return [];
	}
	const values = note.values.has('title') ? new Map([...note.values, ['title', title]]) : note.values;
	return [[note.uri, { ...plainNote(note), title, values }]];
}

/** The title with the new number; undefined where it does not carry the old one. */
function titleAfter(title: string, { from, to }: NewNumber, width: number): string | undefined {
	const read = readNumberedTitle(title);
	return read?.number === from
		? title.slice(0, read.numberSpan.start) + writeNumber(to, read.digits, width) + title.slice(read.numberSpan.end)
		: undefined;
}
