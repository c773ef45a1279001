import type { Entry } from './entry.ts';

/** The entries of one month, newest first. */
export interface Month {
	/** `2022-12`; `''` for entries without a date. */
	readonly key: string;
	readonly entries: readonly Entry[];
}

/** The key of the month that the entry is in. */
export function monthKey({ day }: Entry): string {
	return day?.slice(0, 7) ?? '';
}

/** Entries by the month of their day, newest month and newest entry first, those without a date at the very top, where they are seen. */
export function monthsOf(entries: readonly Entry[]): readonly Month[] {
	const months = new Map<string, { readonly key: string; readonly entries: Entry[] }>();
	for (const entry of entries.toReversed()) {
		const key = monthKey(entry);
		const month = months.get(key) ?? { key, entries: [] };
		month.entries.push(entry);
		months.set(key, month);
	}
	return inOrder(months);
}

/** Months by their keys: without a date first, then the newest. */
export function inOrder(months: ReadonlyMap<string, Month>): readonly Month[] {
	const keys = [...months.keys()]
		.filter(key => key !== '')
		.sort()
		.reverse();
	return ['', ...keys].flatMap(key => months.get(key) ?? []);
}
