import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tz } from '@date-fns/tz';
import { addDays as addDaysByDateFns, getISOWeek, getISOWeekYear, startOfWeek as startOfWeekByDateFns } from 'date-fns';
import {
	addDays,
	civilDateOf,
	dayNumberOf,
	daysBetween,
	isCivilDate,
	isoWeekOf,
	startOfMonth,
	startOfWeek,
	startOfYear,
	weekdayOf,
} from '../../../src/core/time/civilDate.ts';
import type { Weekday } from '../../../src/core/time/civilDate.ts';

const utc = { in: tz('UTC') };
const anyDay = fc.integer({ min: dayNumberOf('1800-01-01'), max: dayNumberOf('2400-12-31') }).map(civilDateOf);
const anyWeekday = fc.constantFrom<Weekday[]>(0, 1, 2, 3, 4, 5, 6);

describe('civil dates', () => {
	it('are days that the calendar has', () => {
		const days = ['2022-12-02', '2024-02-29', '2000-02-29', '0000-01-01', '0099-03-01', '9999-12-31'];
		const none = ['2022-02-29', '1900-02-29', '2022-13-01', '2022-00-10', '2022-04-31', '2022-01-00', '9999-12-32'];
		const otherForms = ['', '2022-2-9', '20221202', ' 2022-12-02', '2022-12-02\n', '2022-12-02T00:00:00', '+2022-12-02', '٢٠٢٢-١٢-٠٢'];
		assert.deepEqual(days.filter(isCivilDate), days);
		assert.deepEqual([...none, ...otherForms].filter(isCivilDate), []);
	});

	it('count on over months, leap days, years and the ends of the calendar', () => {
		assert.deepEqual(
			[
				addDays('2022-12-02', 30),
				addDays('2024-02-28', 1),
				addDays('2023-02-28', 1),
				addDays('2022-01-01', -1),
				addDays('0099-12-31', 1),
				addDays('0000-01-01', -1),
				addDays('9999-12-31', 1),
			],
			['2023-01-01', '2024-02-29', '2023-03-01', '2021-12-31', '0100-01-01', '0000-01-01', '9999-12-31'],
		);
	});

	it('lie a number of days apart', () => {
		assert.deepEqual(
			[daysBetween('2022-12-02', '2022-12-03'), daysBetween('2023-01-01', '2022-01-01'), dayNumberOf('1970-01-01')],
			[1, -365, 0],
		);
	});

	it('have the weekday, week, month and year they lie in', () => {
		assert.deepEqual([weekdayOf('2022-12-02'), weekdayOf('1969-12-28'), weekdayOf('0001-01-01')], [5, 0, 1]);
		assert.deepEqual(
			([0, 1, 5, 6] as const).map(first => startOfWeek('2022-12-02', first)),
			['2022-11-27', '2022-11-28', '2022-12-02', '2022-11-26'],
		);
		assert.deepEqual([startOfMonth('2022-12-02'), startOfYear('2022-12-02')], ['2022-12-01', '2022-01-01']);
	});

	it('lie in ISO weeks, also of the year before and after', () => {
		assert.deepEqual(['2021-01-03', '2021-01-04', '2024-12-30', '2022-12-02', '2020-12-31'].map(isoWeekOf), [
			{ year: 2020, week: 53 },
			{ year: 2021, week: 1 },
			{ year: 2025, week: 1 },
			{ year: 2022, week: 48 },
			{ year: 2020, week: 53 },
		]);
	});

	it('are what date-fns says of the same days in UTC', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), anyWeekday, (day, count, weekStartsOn) => {
				const date = new Date(`${day}T00:00:00Z`);
				assert.deepEqual(
					[addDays(day, count), weekdayOf(day), startOfWeek(day, weekStartsOn), isoWeekOf(day)],
					[
						addDaysByDateFns(date, count, utc).toISOString().slice(0, 10),
						date.getUTCDay(),
						new Date(+startOfWeekByDateFns(date, { ...utc, weekStartsOn })).toISOString().slice(0, 10),
						{ year: getISOWeekYear(date, utc), week: getISOWeek(date, utc) },
					],
				);
			}),
		);
	});

	it('go there and back, in the order of their text', () => {
		const wholeCalendar = fc.integer({ min: dayNumberOf('0000-01-01'), max: dayNumberOf('9999-12-31') });
		fc.assert(
			fc.property(wholeCalendar, wholeCalendar, (one, other) => {
				const [day, otherDay] = [civilDateOf(one), civilDateOf(other)];
				assert.deepEqual(
					[dayNumberOf(day), isCivilDate(day), daysBetween(day, otherDay), addDays(day, other - one), day < otherDay],
					[one, true, other - one, otherDay, one < other],
				);
			}),
		);
	});
});
