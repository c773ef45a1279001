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

/** The day that these entries make; `words` of their texts. */
export function logDay(day: CivilDate, entries: readonly Entry[], words: number): LogDay {
	return { day, minutes: entries.reduce((sum, { input }) => sum + (input ?? 0), 0), words, entries };
}

/** The histories of several logs as if they were one; of one day the entries of each log after those of the log before. */
export function mergedHistory(histories: readonly History[]): History {
	const byDay = new Map<CivilDate, LogDay>();
	for (const each of histories.flatMap(({ days }) => days)) {
		const own = byDay.get(each.day);
		byDay.set(each.day, own === undefined ? each : logDay(each.day, [...own.entries, ...each.entries], own.words + each.words));
	}
	return {
		days: [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
		undated: histories.flatMap(({ undated }) => undated),
	};
}

const minutesPerDay = 1440;

/** Whether its input is more than a day has minutes: it counts as written, and is marked wherever it is shown. */
export function isDoubtful({ input }: Entry): boolean {
	return input !== undefined && input > minutesPerDay;
}
