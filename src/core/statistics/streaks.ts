import { addDays, daysBetween, type CivilDate } from '../time/civilDate.ts';
import type { History } from './history.ts';
import type { DaySpan } from './periods.ts';

/** Days in a row that have an entry. */
export interface Run {
	/** How many; 0 where there is none. */
	readonly days: number;
	/** Its first and its last day; undefined where there is none. */
	readonly span: DaySpan | undefined;
}

/** The runs that matter. */
export interface Streaks {
	/** The run that ends today, or yesterday where today has no entry yet: a streak is not broken before the day is over. */
	readonly current: Run;
	/** The longest up to today; of several as long the latest. */
	readonly longest: Run;
}

const none: Run = { days: 0, span: undefined };

/** The runs of days up to today; an entry that is dated ahead keeps nothing up. */
export function streaksOf(history: History, today: CivilDate): Streaks {
	const runs = runsOf(history, today);
	const last = runs.at(-1);
	return {
		current: last?.span !== undefined && last.span.to >= addDays(today, -1) ? last : none,
		longest: runs.reduce((longest, run) => (run.days >= longest.days ? run : longest), none),
	};
}

/** The days without an entry between days that have one, up to today, which is not over and so in no gap; earliest first. */
export function gapsOf(history: History, today: CivilDate): readonly (DaySpan & { readonly days: number })[] {
	const spans = runsOf(history, today).flatMap(({ span }) => span ?? []);
	return spans.flatMap(({ to }, index) => {
		const gap = { from: addDays(to, 1), to: addDays(spans[index + 1]?.from ?? today, -1) };
		return gap.from > gap.to ? [] : [{ ...gap, days: daysBetween(gap.from, gap.to) + 1 }];
	});
}

function runsOf({ days }: History, today: CivilDate): readonly Run[] {
	const runs: Run[] = [];
	for (const { day } of days) {
		if (day > today) {
			break;
		}
		const last = runs.at(-1);
		if (last?.span !== undefined && isDayAfter(day, last.span.to)) {
			runs[runs.length - 1] = { days: last.days + 1, span: { from: last.span.from, to: day } };
		} else {
			runs.push({ days: 1, span: { from: day, to: day } });
		}
	}
	return runs;
}

/** Within a month the last two digits tell, and most neighbours are within one. */
function isDayAfter(day: CivilDate, before: CivilDate): boolean {
	return day.slice(0, 8) === before.slice(0, 8) ? Number(day.slice(8)) === Number(before.slice(8)) + 1 : addDays(before, 1) === day;
}
