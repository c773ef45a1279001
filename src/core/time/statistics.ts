import { addDays, dayNumberOf, startOfWeek } from './civilDate.ts';
import type { CivilDate, Weekday } from './civilDate.ts';

/** Minutes of work on a day; a day may have several of these. */
export interface DayInput {
	readonly day: CivilDate;
	readonly minutes: number;
}

/** Days in a row that have an entry, counted in days. */
export interface Streak {
	/** The days in a row that end today, or yesterday where today has no entry yet: today is not over. 0 where neither has one. */
	readonly current: number;
	/** The most days in a row up to today. */
	readonly longest: number;
}

/** What a log adds up to, in minutes. Week, month and year are the whole ones that today lies in, their coming days included. */
export interface Summary {
	readonly today: number;
	readonly week: number;
	readonly month: number;
	readonly year: number;
	readonly all: number;
	/** The seven days of the week in order, 0 minutes where nothing is written. */
	readonly weekdays: readonly DayInput[];
	readonly streak: Streak;
}

/** The minutes of each day that has any input, summed over its entries, in the order in which the days first come. */
export function minutesByDay(inputs: Iterable<DayInput>): ReadonlyMap<CivilDate, number> {
	const byDay = new Map<CivilDate, number>();
	for (const { day, minutes } of inputs) {
		byDay.set(day, (byDay.get(day) ?? 0) + minutes);
	}
	return byDay;
}

/** The minutes from one day to another, both included; 0 where the first is the later one. */
export function minutesBetween(byDay: ReadonlyMap<CivilDate, number>, from: CivilDate, to: CivilDate): number {
	return sumWhere(byDay, day => from <= day && day <= to);
}

/** The sums and streaks of a log as they stand today. `entryDays` are the days that have an entry, with or without input. */
export function summarize(
	byDay: ReadonlyMap<CivilDate, number>,
	entryDays: ReadonlySet<CivilDate>,
	today: CivilDate,
	weekStartsOn: Weekday,
): Summary {
	const firstOfWeek = startOfWeek(today, weekStartsOn);
	const weekdays = Array.from({ length: 7 }, (_, index) => inputOn(byDay, addDays(firstOfWeek, index)));
	return {
		today: inputOn(byDay, today).minutes,
		week: weekdays.reduce((sum, { minutes }) => sum + minutes, 0),
		month: sumWhere(byDay, day => day.startsWith(today.slice(0, 7))),
		year: sumWhere(byDay, day => day.startsWith(today.slice(0, 4))),
		all: sumWhere(byDay, () => true),
		weekdays,
		streak: streakOf(entryDays, today),
	};
}

function inputOn(byDay: ReadonlyMap<CivilDate, number>, day: CivilDate): DayInput {
	return { day, minutes: byDay.get(day) ?? 0 };
}

function sumWhere(byDay: ReadonlyMap<CivilDate, number>, counts: (day: CivilDate) => boolean): number {
	let sum = 0;
	for (const [day, minutes] of byDay) {
		sum += counts(day) ? minutes : 0;
	}
	return sum;
}

function streakOf(entryDays: ReadonlySet<CivilDate>, today: CivilDate): Streak {
	const last = dayNumberOf(today);
	const days = new Set(Array.from(entryDays, dayNumberOf).filter(day => day <= last));
	const firstDays = [...days].filter(day => !days.has(day - 1));
	const longest = firstDays.reduce((most, day) => Math.max(most, runLength(days, day, 1)), 0);
	return { current: runLength(days, days.has(last) ? last : last - 1, -1), longest };
}

/** How many days in a row are in the set from the given one on, forwards (1) or backwards (-1). */
function runLength(days: ReadonlySet<number>, from: number, step: 1 | -1): number {
	let length = 0;
	while (days.has(from + length * step)) {
		length++;
	}
	return length;
}
