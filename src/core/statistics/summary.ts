import type { CivilDate, Weekday } from '../time/civilDate.ts';
import type { History } from './history.ts';
import { periodOf, periodsIn } from './periods.ts';
import { streaksOf, type Streaks } from './streaks.ts';
import { sumBetween, sumOfDays, type DayMinutes } from './sums.ts';

/** What a log adds up to, in minutes. Week, month and year are the whole ones that today lies in, their coming days included. */
export interface Summary {
	readonly today: number;
	readonly week: number;
	readonly month: number;
	readonly year: number;
	readonly all: number;
	/** The seven days of the week in order, 0 minutes where nothing is written. */
	readonly weekdays: readonly DayMinutes[];
	readonly streaks: Streaks;
}

/** The sums and streaks of a log as they stand today. */
export function summarize(history: History, today: CivilDate, weekStartsOn: Weekday): Summary {
	const minutesIn = (kind: 'day' | 'week' | 'month' | 'year'): number => sumBetween(history, periodOf(kind, today, weekStartsOn)).minutes;
	const weekdays = periodsIn('day', periodOf('week', today, weekStartsOn), weekStartsOn);
	return {
		today: minutesIn('day'),
		week: minutesIn('week'),
		month: minutesIn('month'),
		year: minutesIn('year'),
		all: sumOfDays(history.days).minutes,
		weekdays: weekdays.map(span => ({ day: span.from, minutes: sumBetween(history, span).minutes })),
		streaks: streaksOf(history, today),
	};
}
