import { daysBetween, startOfWeek, type CivilDate, type Weekday } from '../time/civilDate.ts';
import type { History, LogDay } from './history.ts';
import { periodsIn, type DaySpan, type PeriodKind } from './periods.ts';

/** What was done in a stretch of time. */
export interface Sum {
	readonly minutes: number;
	readonly entries: number;
	/** Days with an entry. */
	readonly days: number;
	readonly words: number;
}

/** The minutes of a day, or up to it. */
export interface DayMinutes {
	readonly day: CivilDate;
	readonly minutes: number;
}

/** The days of the span that have an entry, earliest first. */
export function daysIn({ days }: History, { from, to }: DaySpan): readonly LogDay[] {
	return from > to
		? []
		: days.slice(
				countBefore(days, day => day < from),
				countBefore(days, day => day <= to),
			);
}

/** How many days at the beginning fulfil what is asked: the days are in order. */
function countBefore(days: readonly LogDay[], isBefore: (day: CivilDate) => boolean): number {
	let [low, high] = [0, days.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		[low, high] = isBefore(days[middle]?.day ?? '') ? [middle + 1, high] : [low, middle];
	}
	return low;
}

/** What was done in the span; all zeros where nothing was. */
export function sumBetween(history: History, span: DaySpan): Sum {
	return sumOfDays(daysIn(history, span));
}

/** What was done on these days. */
export function sumOfDays(days: readonly LogDay[]): Sum {
	let [minutes, entries, words] = [0, 0, 0];
	for (const day of days) {
		minutes += day.minutes;
		entries += day.entries.length;
		words += day.words;
	}
	return { minutes, entries, days: days.length, words };
}

/** The span from the first day of the log to the last, those to come included; undefined where no entry has a date. */
export function spanOf({ days }: History): DaySpan | undefined {
	const [first, last] = [days[0], days.at(-1)];
	return first && last && { from: first.day, to: last.day };
}

/** What was done week by week, or by another period, in order and without a gap: periods without an entry have zeros. By default over the whole log. */
export function sumsByPeriod(
	history: History,
	kind: PeriodKind,
	weekStartsOn: Weekday,
	span: DaySpan | undefined = spanOf(history),
): readonly (DaySpan & Sum)[] {
	const periods = span === undefined ? [] : periodsIn(kind, span, weekStartsOn);
	return periods.map(period => ({ ...period, ...sumBetween(history, period) }));
}

/** The minutes of each day with an entry, and of all days before it. */
export function runningTotal({ days }: History): readonly DayMinutes[] {
	let minutes = 0;
	return days.map(each => ({ day: each.day, minutes: (minutes += each.minutes) }));
}

/** What a day with an entry, and a week from the first entry to the last, has on average, in whole minutes; 0 for an empty log. */
export function averagesOf(history: History, weekStartsOn: Weekday): { readonly day: number; readonly week: number } {
	const { minutes, days } = sumOfDays(history.days);
	const span = spanOf(history);
	const weeks = span === undefined ? 0 : daysBetween(startOfWeek(span.from, weekStartsOn), startOfWeek(span.to, weekStartsOn)) / 7 + 1;
	return { day: days === 0 ? 0 : Math.round(minutes / days), week: weeks === 0 ? 0 : Math.round(minutes / weeks) };
}
