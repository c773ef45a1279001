import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, civilDateOf, dayNumberOf, isoWeekOf, startOfWeek } from '../../../src/core/time/civilDate.ts';
import type { Weekday } from '../../../src/core/time/civilDate.ts';
import { minutesBetween, minutesByDay, summarize } from '../../../src/core/time/statistics.ts';
import type { DayInput, Streak } from '../../../src/core/time/statistics.ts';

const inputs: readonly DayInput[] = [
	{ day: '2022-12-02', minutes: 90 },
	{ day: '2022-12-01', minutes: 30 },
	{ day: '2022-12-02', minutes: 25 },
	{ day: '2022-11-28', minutes: 60 },
	{ day: '2022-11-27', minutes: 15 },
	{ day: '2022-12-03', minutes: 10 },
	{ day: '2022-01-01', minutes: 120 },
	{ day: '2021-12-02', minutes: 7 },
	{ day: '2023-01-01', minutes: 1 },
];

function streakOn(today: string, ...days: string[]): Streak {
	return summarize(new Map(), new Set(days), today, 1).streak;
}

describe('minutes by day', () => {
	it('are the sum of the entries of the day', () => {
		assert.deepEqual(
			[...minutesByDay(inputs.slice(0, 4))],
			[
				['2022-12-02', 115],
				['2022-12-01', 30],
				['2022-11-28', 60],
			],
		);
		assert.deepEqual([...minutesByDay([])], []);
	});

	it('add up between two days, both included', () => {
		const byDay = minutesByDay(inputs);
		assert.deepEqual(
			[
				minutesBetween(byDay, '2022-11-28', '2022-12-02'),
				minutesBetween(byDay, '2022-12-02', '2022-12-02'),
				minutesBetween(byDay, '2022-12-03', '2022-12-02'),
				minutesBetween(byDay, '1990-01-01', '1999-12-31'),
			],
			[205, 115, 0, 0],
		);
	});
});

describe('summary', () => {
	it('has the sums of today, its week, month and year, and all', () => {
		const byDay = minutesByDay(inputs);
		assert.deepEqual(summarize(byDay, new Set(byDay.keys()), '2022-12-02', 1), {
			today: 115,
			week: 215,
			month: 155,
			year: 350,
			all: 358,
			weekdays: [
				{ day: '2022-11-28', minutes: 60 },
				{ day: '2022-11-29', minutes: 0 },
				{ day: '2022-11-30', minutes: 0 },
				{ day: '2022-12-01', minutes: 30 },
				{ day: '2022-12-02', minutes: 115 },
				{ day: '2022-12-03', minutes: 10 },
				{ day: '2022-12-04', minutes: 0 },
			],
			streak: { current: 2, longest: 2 },
		});
	});

	it('follows the day on which the week starts', () => {
		const byDay = minutesByDay(inputs);
		assert.deepEqual(
			([0, 1, 5, 6] as const).map(first => summarize(byDay, new Set(), '2022-12-02', first).week),
			[230, 215, 125, 220],
		);
	});

	it('is all zeros for an empty log', () => {
		const { weekdays, ...sums } = summarize(new Map(), new Set(), '2022-12-02', 0);
		assert.deepEqual(sums, { today: 0, week: 0, month: 0, year: 0, all: 0, streak: { current: 0, longest: 0 } });
		assert.deepEqual(weekdays.map(({ day }) => day).slice(0, 2), ['2022-11-27', '2022-11-28']);
	});
});

describe('streak', () => {
	it('is kept by the entry of yesterday until today is over', () => {
		assert.deepEqual(streakOn('2022-12-03', '2022-12-01', '2022-12-02'), { current: 2, longest: 2 });
		assert.deepEqual(streakOn('2022-12-04', '2022-12-01', '2022-12-02'), { current: 0, longest: 2 });
	});

	it('goes over the ends of months and years and over clock changes', () => {
		assert.deepEqual(streakOn('2023-01-01', '2022-12-30', '2022-12-31', '2023-01-01'), { current: 3, longest: 3 });
		assert.deepEqual(streakOn('2023-03-13', '2023-03-11', '2023-03-12', '2023-03-13'), { current: 3, longest: 3 });
		assert.deepEqual(streakOn('2024-03-01', '2024-02-28', '2024-03-01'), { current: 1, longest: 1 });
	});

	it('counts days without input, and not the days to come', () => {
		assert.deepEqual(streakOn('2022-12-02', '2022-12-02', '2022-12-03', '2022-12-04'), { current: 1, longest: 1 });
		assert.deepEqual(streakOn('2022-12-02', '2022-12-03', '2022-12-04'), { current: 0, longest: 0 });
	});

	it('may have been longer before', () => {
		assert.deepEqual(streakOn('2022-12-02', '2022-10-01', '2022-10-02', '2022-10-03', '2022-12-01', '2022-12-02'), {
			current: 2,
			longest: 3,
		});
	});
});

describe('summary of any log', () => {
	const first = dayNumberOf('2021-12-20');
	const anyDay = fc.integer({ min: first, max: first + 60 }).map(civilDateOf);
	const anyInputs = fc.array(fc.record({ day: anyDay, minutes: fc.nat(300) }), { maxLength: 80 });
	const anyFirst = fc.constantFrom<Weekday[]>(0, 1, 6);

	it('is what counting every day one by one gives', () => {
		fc.assert(
			fc.property(anyInputs, anyDay, anyFirst, (some, today, weekStartsOn) => {
				const { streak, ...sums } = summarize(minutesByDay(some), new Set(some.map(({ day }) => day)), today, weekStartsOn);
				assert.deepEqual(sums, slowSums(some, today, weekStartsOn));
				assert.deepEqual(streak, slowStreak(some, today));
			}),
		);
	});

	it('agrees with the ISO week and with the sum between two days', () => {
		fc.assert(
			fc.property(anyInputs, anyDay, (some, today) => {
				const byDay = minutesByDay(some);
				const { week } = isoWeekOf(today);
				const inWeek = some.filter(({ day }) => isoWeekOf(day).week === week);
				const monday = startOfWeek(today, 1);
				assert.deepEqual(
					[summarize(byDay, new Set(), today, 1).week, minutesBetween(byDay, monday, addDays(monday, 6))],
					[sumOf(inWeek), sumOf(inWeek)],
				);
			}),
		);
	});
});

function sumOf(some: readonly DayInput[]): number {
	return some.reduce((sum, { minutes }) => sum + minutes, 0);
}

function slowSums(some: readonly DayInput[], today: string, weekStartsOn: Weekday): unknown {
	const on = (day: string): number => sumOf(some.filter(input => input.day === day));
	const calendarWeek = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6].map(offset => addDays(today, offset));
	const start = calendarWeek.findLastIndex((day, index) => index <= 6 && new Date(`${day}T12:00:00Z`).getUTCDay() === weekStartsOn);
	const weekdays = calendarWeek.slice(start, start + 7).map(day => ({ day, minutes: on(day) }));
	return {
		today: on(today),
		week: sumOf(weekdays),
		month: sumOf(some.filter(({ day }) => day.slice(0, 7) === today.slice(0, 7))),
		year: sumOf(some.filter(({ day }) => day.slice(0, 4) === today.slice(0, 4))),
		all: sumOf(some),
		weekdays,
	};
}

function slowStreak(some: readonly DayInput[], today: string): Streak {
	const marks = Array.from({ length: 100 }, (_, back) => addDays(today, back - 99)).map(day =>
		some.some(input => input.day === day) ? 'x' : '.',
	);
	const line = marks.join('');
	return {
		current: /x*$/.exec(line.endsWith('x') ? line : line.slice(0, -1))?.[0].length ?? 0,
		longest: Math.max(...line.split('.').map(run => run.length)),
	};
}
