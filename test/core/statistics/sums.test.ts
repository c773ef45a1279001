import assert from 'node:assert/strict';
import fc from 'fast-check';
import { averagesOf, daysIn, runningTotal, spanOf, sumBetween, sumsByPeriod } from '../../../src/core/statistics/sums.ts';
import { addDays, civilDateOf, isoWeekOf } from '../../../src/core/time/civilDate.ts';
import { historyOfDays } from '../../support/logDays.ts';

const history = historyOfDays(['2022-12-02', 90], ['2022-12-02', 25], ['2022-12-12', 10], ['2022-11-27', 15]);

describe('sums', () => {
	it('count what lies between two days, both included', () => {
		assert.deepEqual(
			[
				sumBetween(history, { from: '2022-11-27', to: '2022-12-02' }),
				sumBetween(history, { from: '2022-11-28', to: '2022-12-01' }),
				sumBetween(history, { from: '2022-12-12', to: '2022-11-27' }),
			],
			[
				{ minutes: 130, entries: 3, days: 2, words: 130 },
				{ minutes: 0, entries: 0, days: 0, words: 0 },
				{ minutes: 0, entries: 0, days: 0, words: 0 },
			],
		);
		assert.deepEqual(
			daysIn(history, { from: '2022-12-01', to: '2022-12-31' }).map(({ day }) => day),
			['2022-12-02', '2022-12-12'],
		);
	});

	it('go week by week without a gap', () => {
		assert.deepEqual(
			sumsByPeriod(history, 'week', 1).map(({ from, to, minutes }) => [from, to, minutes]),
			[
				['2022-11-21', '2022-11-27', 15],
				['2022-11-28', '2022-12-04', 115],
				['2022-12-05', '2022-12-11', 0],
				['2022-12-12', '2022-12-18', 10],
			],
		);
		assert.deepEqual(sumsByPeriod(historyOfDays(), 'week', 1), []);
		assert.deepEqual(spanOf(history), { from: '2022-11-27', to: '2022-12-12' });
		assert.equal(spanOf(historyOfDays()), undefined);
	});

	it('run up to the whole', () => {
		assert.deepEqual(runningTotal(history), [
			{ day: '2022-11-27', minutes: 15 },
			{ day: '2022-12-02', minutes: 130 },
			{ day: '2022-12-12', minutes: 140 },
		]);
	});

	it('have an average for a day with an entry and for a week', () => {
		assert.deepEqual(averagesOf(history, 1), { day: 47, week: 35 });
		assert.deepEqual(averagesOf(historyOfDays(), 1), { day: 0, week: 0 });
	});

	it('are what looking at every day one by one gives', () => {
		const anyDay = fc.integer({ min: 19_000, max: 19_200 }).map(civilDateOf);
		const anyLog = fc.array(fc.tuple(anyDay, fc.nat(300)), { maxLength: 60 });
		fc.assert(
			fc.property(anyLog, anyDay, fc.nat(150), (log, from, length) => {
				const span = { from, to: addDays(from, length) };
				const within = log.filter(([day]) => span.from <= day && day <= span.to);
				const minutes = within.reduce((sum, [, each]) => sum + each, 0);
				assert.deepEqual(sumBetween(historyOfDays(...log), span), {
					minutes,
					entries: within.length,
					days: new Set(within.map(([day]) => day)).size,
					words: minutes,
				});
			}),
		);
		fc.assert(
			fc.property(anyLog, log => {
				const weeks = sumsByPeriod(historyOfDays(...log), 'week', 1);
				for (const { from, minutes } of weeks) {
					const { year, week } = isoWeekOf(from);
					const own = log.filter(([day]) => isoWeekOf(day).week === week && isoWeekOf(day).year === year);
					assert.equal(
						minutes,
						own.reduce((sum, [, each]) => sum + each, 0),
					);
				}
				assert.equal(
					weeks.reduce((sum, { minutes }) => sum + minutes, 0),
					log.reduce((sum, [, each]) => sum + each, 0),
				);
			}),
		);
	});
});
