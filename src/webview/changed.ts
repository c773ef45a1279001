import type { Dashboard } from '../core/dashboard/dashboard.ts';
import type { DashboardChange, ListChange } from '../core/dashboard/dashboardChange.ts';

/** The dashboard with what is different in it; `dashboard` itself stays. */
export function changed(dashboard: Dashboard, { parts, entries, years, weeks }: DashboardChange): Dashboard {
	return {
		...dashboard,
		...parts,
		entries: listWith(dashboard.entries, entries),
		years: listWith(dashboard.years, years),
		weeks: listWith(dashboard.weeks, weeks),
	};
}

function listWith<Item>(list: readonly Item[], { length, items }: ListChange<Item>): readonly Item[] {
	const now = list.slice(0, length);
	for (const [index, item] of items) {
		now[index] = item;
	}
	return now;
}
