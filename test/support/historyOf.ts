import type { Entry } from '../../src/core/entry.ts';
import { logDay, type History } from '../../src/core/statistics/history.ts';
import type { CivilDate } from '../../src/core/time/civilDate.ts';

/** The days of a log, counted anew from its entries, in their order; `wordsOf` tells the words of an entry's text. What `DayCount` is held against. */
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
	const sumOfWords = (own: readonly Entry[]): number => own.reduce((sum, entry) => sum + wordsOf(entry), 0);
	return { days: days.map(([day, own]) => logDay(day, own, sumOfWords(own))), undated };
}
