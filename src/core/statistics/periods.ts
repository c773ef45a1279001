import { addDays, isCivilDate, startOfMonth, startOfWeek, startOfYear, type CivilDate, type Weekday } from '../time/civilDate.ts';

/** Days from one to another, both included; empty where the first is the later one. */
export interface DaySpan {
	readonly from: CivilDate;
	readonly to: CivilDate;
}

/** A stretch of the calendar by which hours are summed. */
export type PeriodKind = 'day' | 'week' | 'month' | 'year';

/** The week, month or year that the day lies in, or the day itself. Only weeks heed `weekStartsOn`. */
export function periodOf(kind: PeriodKind, day: CivilDate, weekStartsOn: Weekday): DaySpan {
	const from = startOf(kind, day, weekStartsOn);
	return { from, to: endOf(kind, from) };
}

/** The period of that kind just before the one given: November before December. */
export function previousPeriod(kind: PeriodKind, { from }: DaySpan, weekStartsOn: Weekday): DaySpan {
	return periodOf(kind, addDays(from, -1), weekStartsOn);
}

/** All periods of that kind that have a day in the span, in order and without a gap; none for an empty span. */
export function periodsIn(kind: PeriodKind, { from, to }: DaySpan, weekStartsOn: Weekday): readonly DaySpan[] {
	const periods: DaySpan[] = [];
	const last = periodOf(kind, to, weekStartsOn).to;
	for (let end: CivilDate | undefined; from <= to && end !== last; end = periods.at(-1)?.to) {
		periods.push(periodOf(kind, end === undefined ? from : addDays(end, 1), weekStartsOn));
	}
	return periods;
}

function startOf(kind: PeriodKind, day: CivilDate, weekStartsOn: Weekday): CivilDate {
	switch (kind) {
		case 'day':
			return day;
		case 'week':
			return startOfWeek(day, weekStartsOn);
		case 'month':
			return startOfMonth(day);
		case 'year':
			return startOfYear(day);
	}
}

/** The last day of the period that begins on `start`. */
function endOf(kind: PeriodKind, start: CivilDate): CivilDate {
	switch (kind) {
		case 'day':
			return start;
		case 'week':
			return addDays(start, 6);
		case 'month':
			return `${start.slice(0, 8)}${daysInMonth(start)}`;
		case 'year':
			return `${start.slice(0, 4)}-12-31`;
	}
}

function daysInMonth(first: CivilDate): number {
	return [31, 30, 29, 28].find(length => isCivilDate(`${first.slice(0, 8)}${length}`)) ?? 28;
}
