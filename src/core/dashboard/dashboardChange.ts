import { isSameData } from '../sameData.ts';
import type { Dashboard, EntryView, WeekView, YearView } from './dashboard.ts';

/** What is different in a list: its length now, and the items that are not what they were, each with its index. */
export interface ListChange<Item> {
	readonly length: number;
	readonly items: readonly (readonly [index: number, item: Item])[];
}

/** What is different in a dashboard: of the long lists the items, of the rest the parts that are not what they were. */
export interface DashboardChange {
	readonly parts: Partial<Omit<Dashboard, 'entries' | 'years' | 'weeks'>>;
	readonly entries: ListChange<EntryView>;
	readonly years: ListChange<YearView>;
	readonly weeks: ListChange<WeekView>;
}

/** What must be told to somebody who knows `before`, so that it is `now` for him. */
export function changeBetween(before: Dashboard, now: Dashboard): DashboardChange {
	const { entries, years, weeks, ...rest } = now;
	const known = new Map(Object.entries(before));
	return {
		parts: Object.fromEntries(Object.entries(rest).filter(([name, part]) => !isSameData(known.get(name), part))),
		entries: listChange(before.entries, entries),
		years: listChange(before.years, years),
		weeks: listChange(before.weeks, weeks),
	};
}

function listChange<Item>(before: readonly Item[], now: readonly Item[]): ListChange<Item> {
	const items = now.flatMap((item, index): readonly (readonly [number, Item])[] =>
		isSameData(before[index], item) ? [] : [[index, item]],
	);
	return { length: now.length, items };
}
