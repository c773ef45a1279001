import type { LogDay } from '../statistics/history.ts';
import { daysBetween, isCivilDate, weekdayOf, type CivilDate } from '../time/civilDate.ts';
import type { DayView, YearView } from './dashboard.ts';
import { usualMinutes, type Ground } from './source.ts';

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

/** The years that have an entry, and the current one, newest first. */
export function yearsOf(ground: Ground): readonly YearView[] {
	const byYear = new Map<string, LogDay[]>([[yearOf(ground.source.today), []]]);
	for (const logDay of ground.history.days) {
		const days = byYear.get(yearOf(logDay.day));
		if (days === undefined) {
			byYear.set(yearOf(logDay.day), [logDay]);
		} else {
			days.push(logDay);
		}
	}
	return [...byYear].sort(([a], [b]) => (a < b ? 1 : -1)).map(([year, days]) => yearView(year, days, ground));
}

function yearOf(day: CivilDate): string {
	return day.slice(0, 4);
}

function yearView(year: string, logDays: readonly LogDay[], { source, indexesOf }: Ground): YearView {
	const first = `${year}-01-01`;
	const length = isCivilDate(`${year}-02-29`) ? 366 : 365;
	const days = logDays.map(({ day, minutes, entries }): DayView => ({
		index: daysBetween(first, day),
		day,
		minutes,
		entries: indexesOf(entries),
		doubtful: usualMinutes(entries) !== minutes,
	}));
	return {
		year,
		length,
		offset: (weekdayOf(first) - source.weekStartsOn + 7) % 7,
		months: months.map(month => daysBetween(first, `${year}-${month}-01`)),
		today: Math.min(Math.max(daysBetween(first, source.today), -1), length),
		sum: {
			minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
			entries: days.reduce((sum, { entries }) => sum + entries.length, 0),
		},
		days,
	};
}

const shades = [5, 10, 15, 20, 30, 45, 60, 90, 120, 150, 180, 240, 300, 360];

/** The minutes of one shade: a third of what all but one day in twenty stay below, so that neither one long day nor an absurd one pales the rest. */
export function shadeOf({ history }: Ground): number {
	const minutes = history.days
		.map(({ entries }) => usualMinutes(entries))
		.filter(each => each > 0)
		.sort((a, b) => a - b);
	const most = minutes[Math.ceil((minutes.length - 1) * 0.95)] ?? 0;
	return shades.find(shade => shade * 3 >= most) ?? 360;
}
