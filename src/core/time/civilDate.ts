/**
 * A day of the calendar as it is written, `2022-12-02`, in the years 0000 to 9999; it compares as text.
 * It stands in no time zone, and nothing here asks the machine for one: a day is a number, and a week is seven of them.
 */
export type CivilDate = string;

/** A day of the week, 0 for Sunday to 6 for Saturday, as `Date` and VS Code's settings count them. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** A week by ISO 8601: it begins on Monday and belongs to the year of its Thursday, so 2021-01-03 is in week 53 of 2020. */
export interface IsoWeek {
	readonly year: number;
	readonly week: number;
}

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const millisecondsPerDay = 86_400_000;
const daysPer400Years = 146_097;
const firstDayNumber = dayNumberOf('0000-01-01');
const lastDayNumber = dayNumberOf('9999-12-31');

/** Whether the text is a day that the calendar has, in exactly this form: `2024-02-29` is one, `2022-02-29` and `2022-2-9` are none. */
export function isCivilDate(text: string): boolean {
	return isInEveryMonth.test(text) || (/^\d{4}-\d\d-\d\d$/.test(text) && civilDateOf(dayNumberOf(text)) === text);
}

/** Most days need no calendar: every month has them. */
const isInEveryMonth = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** Days since 1970-01-01, negative before it. */
export function dayNumberOf(date: CivilDate): number {
	// The calendar repeats itself after 400 years; Date.UTC would take the years 0 to 99 for 1900 to 1999.
	const shifted = Date.UTC(Number(date.slice(0, 4)) + 400, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
	return shifted / millisecondsPerDay - daysPer400Years;
}

/** The day with that number of days since 1970-01-01; beyond the years 0000 to 9999 the first or the last day of them. */
export function civilDateOf(dayNumber: number): CivilDate {
	const within = Math.min(Math.max(dayNumber, firstDayNumber), lastDayNumber);
	const date = new Date(within * millisecondsPerDay);
	return `${padded(date.getUTCFullYear(), 4)}-${padded(date.getUTCMonth() + 1, 2)}-${padded(date.getUTCDate(), 2)}`;
}

/** The day so many days later, or earlier where the count is negative. A day has no hours here, so no clock change can skip or repeat one. */
export function addDays(date: CivilDate, count: number): CivilDate {
	return civilDateOf(dayNumberOf(date) + count);
}

/** How many days lie from the first to the second: 1 from today to tomorrow, negative where the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
	return dayNumberOf(to) - dayNumberOf(from);
}

/** The day of the week: 5, a Friday, for `2022-12-02`. */
export function weekdayOf(date: CivilDate): Weekday {
	const thursday = 4; // 1970-01-01
	return weekdays[modulo(dayNumberOf(date) + thursday, 7)] ?? 0;
}

/** The first day of the week that the day lies in: the day itself or one of the six before it. */
export function startOfWeek(date: CivilDate, weekStartsOn: Weekday): CivilDate {
	return addDays(date, -modulo(weekdayOf(date) - weekStartsOn, 7));
}

/** The first day of the month: `2022-12-01` for `2022-12-02`. */
export function startOfMonth(date: CivilDate): CivilDate {
	return `${date.slice(0, 7)}-01`;
}

/** The first day of the year: `2022-01-01` for `2022-12-02`. */
export function startOfYear(date: CivilDate): CivilDate {
	return `${date.slice(0, 4)}-01-01`;
}

/** The ISO week of the day, and the year that the week belongs to (not always the day's own). */
export function isoWeekOf(date: CivilDate): IsoWeek {
	const thursday = addDays(startOfWeek(date, 1), 3);
	return { year: Number(thursday.slice(0, 4)), week: Math.floor(daysBetween(startOfYear(thursday), thursday) / 7) + 1 };
}

function padded(value: number, length: number): string {
	return String(value).padStart(length, '0');
}

function modulo(value: number, divisor: number): number {
	return ((value % divisor) + divisor) % divisor;
}
