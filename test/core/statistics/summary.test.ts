import assert from 'node:assert/strict';
import { summarize } from '../../../src/core/statistics/summary.ts';
import { historyOfDays } from '../../support/logDays.ts';

const history = historyOfDays(
	['2022-12-02', 90],
	['2022-12-01', 30],
	['2022-12-02', 25],
	['2022-11-28', 60],
	['2022-11-27', 15],
	['2022-12-03', 10],
	['2022-01-01', 120],
	['2021-12-02', 7],
	['2023-01-01', 1],
);

describe('the summary', () => {
	it('has the sums of today, its week, month and year, and all', () => {
		assert.deepEqual(summarize(history, '2022-12-02', 1), {
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
			streaks: {
				current: { days: 2, span: { from: '2022-12-01', to: '2022-12-02' } },
				longest: { days: 2, span: { from: '2022-12-01', to: '2022-12-02' } },
			},
		});
	});

	it('follows the day on which the week starts', () => {
		assert.deepEqual(
			([0, 1, 5, 6] as const).map(first => summarize(history, '2022-12-02', first).week),
			[230, 215, 125, 220],
		);
	});

	it('is all zeros for an empty log', () => {
		const { weekdays, streaks, ...sums } = summarize(historyOfDays(), '2022-12-02', 0);
		assert.deepEqual(sums, { today: 0, week: 0, month: 0, year: 0, all: 0 });
		assert.equal(streaks.longest.days, 0);
		assert.deepEqual(weekdays.map(({ day }) => day).slice(0, 2), ['2022-11-27', '2022-11-28']);
	});
});
