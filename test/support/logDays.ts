import type { Entry } from '../../src/core/entry.ts';
import type { History } from '../../src/core/statistics/history.ts';
import { historyOf } from './historyOf.ts';

/** An entry of that day, with only what is given; one word of text a minute. */
export function entryOn(day: string | undefined, minutes: number | undefined, fields: Partial<Entry> = {}): Entry {
	const path = `${day ?? 'undated'}.md`;
	const date = day === undefined ? undefined : `${day}T23:30:00+14:00`;
	return {
		uri: `vault:/${path}`,
		path,
		number: undefined,
		title: '',
		date,
		day,
		input: minutes,
		output: '',
		tags: [],
		draft: false,
		problem: undefined,
		...fields,
	};
}

/** A log of days and their minutes; a day may come twice. */
export function historyOfDays(...days: readonly (readonly [day: string, minutes: number])[]): History {
	return historyOf(
		days.map(([day, minutes]) => entryOn(day, minutes)),
		({ input }) => input ?? 0,
	);
}
