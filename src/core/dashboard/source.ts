import type { Entry } from '../entry.ts';
import { isDoubtful, type History } from '../statistics/history.ts';
import type { DaySpan } from '../statistics/periods.ts';
import { addDays, type CivilDate, type Weekday } from '../time/civilDate.ts';
import type { EntryIndexes, EntryView } from './dashboard.ts';

/** What a dashboard is made from. */
export interface DashboardSource {
	/** All, lowest number first. */
	readonly entries: readonly Entry[];
	/** Their days. */
	readonly history: History;
	readonly today: CivilDate;
	readonly weekStartsOn: Weekday;
	/** Minutes a week; 0 for none. */
	readonly goal: number;
}

/** A source made ready for the parts of the dashboard. */
export interface Ground {
	readonly source: DashboardSource;
	readonly history: History;
	readonly views: readonly EntryView[];
	readonly indexesOf: (entries: readonly Entry[]) => EntryIndexes;
	/** What is drawn along a calendar: from the first entry to today or the last one, and no more than a lifetime of it. */
	readonly drawn: DaySpan;
}

export function groundOf(source: DashboardSource): Ground {
	const { history } = source;
	const places = new Map(source.entries.map((entry, index) => [entry.uri, index]));
	return {
		source,
		history,
		views: source.entries.map(viewOf),
		indexesOf: entries => entries.map(({ uri }) => places.get(uri) ?? -1).filter(index => index >= 0),
		drawn: drawnSpan(history, source.today),
	};
}

const views = new WeakMap<Entry, EntryView>();

/** The same view for the same entry. */
function viewOf(entry: Entry): EntryView {
	const view = views.get(entry) ?? newViewOf(entry);
	views.set(entry, view);
	return view;
}

function newViewOf(entry: Entry): EntryView {
	const { uri, title, day, output, tags, draft, input } = entry;
	return { uri, title, day, output: output.trim(), tags, draft, minutes: input ?? 0, doubtful: isDoubtful(entry) };
}

const mostDaysBack = 60 * 366;
const mostDaysAhead = 366;

/** One date mistyped by two thousand years would make every bar as thin as a hair. */
function drawnSpan({ days }: History, today: CivilDate): DaySpan {
	const first = addDays(today, -mostDaysBack);
	const last = addDays(today, mostDaysAhead);
	const near = days.filter(({ day }) => first <= day && day <= last);
	const from = near[0]?.day ?? today;
	const to = near.at(-1)?.day ?? today;
	return { from: from < today ? from : today, to: to > today ? to : today };
}

/** The minutes of entries that are no longer than a day each. */
export function usualMinutes(entries: readonly Entry[]): number {
	return entries.reduce((sum, entry) => sum + (isDoubtful(entry) ? 0 : (entry.input ?? 0)), 0);
}
