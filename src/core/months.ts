import type { Entry } from './entry.ts';

/** The entries of one month, newest first. */
export interface Month {
	/** `2022-12`; `''` for entries without a date. */
	readonly key: string;
	readonly entries: readonly Entry[];
}

/** Entries by the month of their day, newest month and newest entry first, those without a date at the very top, where they are seen. */
export function monthsOf(entries: readonly Entry[]): readonly Month[] {
	const months = new Map<string, Entry[]>();
	for (let i = entries.length - 1; i >= 0; i--) {
		const entry = entries[i];
		if (entry !== undefined) {
			const key = entry.day?.slice(0, 7) ?? '';
			const month = months.get(key);
			if (month === undefined) {
				months.set(key, [entry]);
			} else {
				month.push(entry);
			}
		}
	}
	const keys = [...months.keys()].sort().reverse();
	const ordered = months.has('') ? ['', ...keys.slice(0, -1)] : keys;
	return ordered.map(key => ({ key, entries: months.get(key) ?? [] }));
}
