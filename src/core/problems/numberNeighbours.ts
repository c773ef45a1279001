import type { Entry } from '../entry.ts';
import type { Stray } from '../stray.ts';
import type { LogFacts } from './logFacts.ts';

/** The entries whose numbers are next to a number; several where one number is taken several times, none at the ends of the log. */
export interface Neighbours {
	readonly lower: readonly Entry[];
	readonly higher: readonly Entry[];
}

/** The entries of the next lower and of the next higher number that the log has. */
export function neighboursOf(facts: LogFacts, number: number): Neighbours {
	return {
		lower: groupOf(facts, facts.entries[firstFrom(facts.entries, number) - 1]),
		higher: groupOf(facts, facts.entries[firstFrom(facts.entries, number + 1)]),
	};
}

/**
 * The entries whose number problems may change when an entry with that number appears, changes or goes: those with the number itself, and
 * those with the next lower and the next higher one.
 */
export function concernedBy(facts: LogFacts, number: number): readonly Entry[] {
	const { lower, higher } = neighboursOf(facts, number);
	return [...lower, ...(facts.byNumber.get(number) ?? []), ...higher];
}

function groupOf({ byNumber }: LogFacts, entry: Entry | undefined): readonly Entry[] {
	return entry?.number === undefined ? [] : (byNumber.get(entry.number) ?? []);
}

/** The missed note of the next lower number; undefined where there is none. */
export function missedBefore({ missed }: LogFacts, number: number): Stray | undefined {
	return missed[firstFrom(missed, number) - 1];
}

/** Whether an entry, or a missed one, has the number. */
export function isTaken({ byNumber, missed }: LogFacts, number: number): boolean {
	return byNumber.has(number) || missed[firstFrom(missed, number)]?.number === number;
}

/** The index of the first entry with the number or a higher one; entries without a number come before all. */
function firstFrom(entries: readonly Pick<Entry, 'number'>[], number: number): number {
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((entries[middle]?.number ?? -1) < number) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
