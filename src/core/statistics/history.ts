import type { Entry } from '../entry.ts';
import type { CivilDate } from '../time/civilDate.ts';

/** A day that has an entry, in the log's own reckoning (`Entry.day`), which no reader's time zone shifts. */
export interface LogDay {
	readonly day: CivilDate;
	/** Of all its entries; 0 where none says its input. */
	readonly minutes: number;
	/** Of the texts, front matter apart. */
	readonly words: number;
	/** At least one; lowest number first, where they were given so. */
	readonly entries: readonly Entry[];
}

/** A log as its days, from which everything is counted that is shown of hours. */
export interface History {
	/** Only days with an entry, earliest first; those to come included. */
	readonly days: readonly LogDay[];
	/** Entries without a date that Hugo reads: they belong to no day and count in no sum. */
	readonly undated: readonly Entry[];
}

/** The days of a log; `wordsOf` tells the words of an entry's text. */
export function historyOf(entries: readonly Entry[], wordsOf: (entry: Entry) => number): History {
	const byDay = new Map<CivilDate, Entry[]>();
	const undated: Entry[] = [];
	for (const entry of entries) {
		const own = entry.day === undefined ? undated : byDay.get(entry.day);
		if (own === undefined && entry.day !== undefined) {
			byDay.set(entry.day, [entry]);
		} else {
			own?.push(entry);
		}
	}
	const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
	return { days: days.map(([day, own]) => dayOf(day, own, wordsOf)), undated };
}

function dayOf(day: CivilDate, entries: readonly Entry[], wordsOf: (entry: Entry) => number): LogDay {
	return {
		day,
		minutes: entries.reduce((sum, { input }) => sum + (input ?? 0), 0),
		words: entries.reduce((sum, entry) => sum + wordsOf(entry), 0),
		entries,
	};
}

const minutesPerDay = 1440;

/** Whether its input is more than a day has minutes: it counts as written, and is marked wherever it is shown. */
export function isDoubtful({ input }: Entry): boolean {
	return input !== undefined && input > minutesPerDay;
}
