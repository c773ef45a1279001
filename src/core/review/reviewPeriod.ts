import { addDays, daysBetween, isCivilDate, isoWeekOf, type CivilDate, type Weekday } from '../time/civilDate.ts';
import { periodOf, previousPeriod, type DaySpan } from '../statistics/periods.ts';

/** The days that a review is about. `weekStartsOn` counts for weeks, and for the weeks that a longer review is parted into. */
export interface ReviewPeriod extends DaySpan {
	readonly kind: 'week' | 'month' | 'year' | 'span';
	readonly weekStartsOn: Weekday;
}

/** A week, month or year, by a day in it. */
export function periodAround(kind: 'week' | 'month' | 'year', day: CivilDate, weekStartsOn: Weekday): ReviewPeriod {
	return { kind, weekStartsOn, ...periodOf(kind, day, weekStartsOn) };
}

/** The one before: of a week, month or year the calendar's, of a span as many days. */
export function periodBefore(period: ReviewPeriod): ReviewPeriod {
	const { kind, from, to, weekStartsOn } = period;
	return kind === 'span'
		? { ...period, from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) }
		: { ...period, ...previousPeriod(kind, period, weekStartsOn) };
}

/** What a keybinding may hand over. */
export interface PeriodRequest {
	readonly period?: unknown;
	readonly from?: unknown;
	readonly to?: unknown;
}

/**
 * The period that is asked for: `{ period: 'week' }` is the week that today lies in, with `from` the one that that day lies in; `{ from, to }` is a span. Undefined where it
 * is none: an unknown word, no day of the calendar, an end before the beginning.
 */
export function requestedPeriod({ period, from, to }: PeriodRequest, today: CivilDate, weekStartsOn: Weekday): ReviewPeriod | undefined {
	if (![from, to].every(day => day === undefined || (typeof day === 'string' && isCivilDate(day)))) {
		return undefined;
	}
	const [first, last] = [from, to].map(day => (typeof day === 'string' ? day : undefined));
	switch (period) {
		case 'week':
		case 'month':
		case 'year':
			return to === undefined ? periodAround(period, first ?? today, weekStartsOn) : undefined;
		case undefined:
		case 'span':
			return first === undefined || last === undefined || last < first ? undefined : { kind: 'span', from: first, to: last, weekStartsOn };
		default:
			return undefined;
	}
}

/**
 * What the file of a review is called: `2026-W48` for a week that begins on Monday, which alone has a number by ISO 8601; `2026-11`, `2026`, and else the first and the last
 * day, `2026-11-01--2026-11-20`.
 */
export function nameOfPeriod({ kind, from, to, weekStartsOn }: ReviewPeriod): string {
	const isNumbered = kind === 'week' && weekStartsOn === 1;
	if (isNumbered) {
		const { year, week } = isoWeekOf(from);
		return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
	}
	return kind === 'month' ? from.slice(0, 7) : kind === 'year' ? from.slice(0, 4) : `${from}--${to}`;
}

const longestInDays = 14;
const longestInWeeks = 98;

/** Into what a review of these days is parted: days, weeks or months. */
export function partsOfPeriod({ kind, from, to }: ReviewPeriod): 'day' | 'week' | 'month' {
	const days = daysBetween(from, to) + 1;
	return kind === 'week' || days <= longestInDays ? 'day' : kind !== 'year' && days <= longestInWeeks ? 'week' : 'month';
}
