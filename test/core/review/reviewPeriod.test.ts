import assert from 'node:assert/strict';
import { nameOfPeriod, partsOfPeriod, periodAround, periodBefore, requestedPeriod } from '../../../src/core/review/reviewPeriod.ts';
import type { Weekday } from '../../../src/core/time/civilDate.ts';

const today = '2026-11-24';

/** Name, first and last day of what is asked for, then of the one before. */
function asked(request: object, weekStartsOn: Weekday = 1): string {
	const period = requestedPeriod(request, today, weekStartsOn);
	return period === undefined
		? 'none'
		: [period, periodBefore(period)].map(each => `${nameOfPeriod(each)} ${each.from} ${each.to}`).join(' < ');
}

describe('the period of a review', () => {
	it('is a week, month or year around a day, today by default', () => {
		assert.deepEqual(
			[{ period: 'week' }, { period: 'month' }, { period: 'year' }, { period: 'week', from: '2021-01-03' }].map(each => asked(each)),
			[
				'2026-W48 2026-11-23 2026-11-29 < 2026-W47 2026-11-16 2026-11-22',
				'2026-11 2026-11-01 2026-11-30 < 2026-10 2026-10-01 2026-10-31',
				'2026 2026-01-01 2026-12-31 < 2025 2025-01-01 2025-12-31',
				'2020-W53 2020-12-28 2021-01-03 < 2020-W52 2020-12-21 2020-12-27',
			],
		);
	});

	it('has no week number where weeks begin on another day', () => {
		assert.equal(
			asked({ period: 'week' }, 0),
			'2026-11-22--2026-11-28 2026-11-22 2026-11-28 < 2026-11-15--2026-11-21 2026-11-15 2026-11-21',
		);
	});

	it('is a span, with as many days before it', () => {
		const span = { from: '2026-11-01', to: '2026-11-20' };
		const expected = '2026-11-01--2026-11-20 2026-11-01 2026-11-20 < 2026-10-12--2026-10-31 2026-10-12 2026-10-31';
		assert.deepEqual(
			[span, { period: 'span', ...span }].map(each => asked(each)),
			[expected, expected],
		);
	});

	it('is none where nothing sensible is asked for', () => {
		const requests = [
			{},
			{ period: 'fortnight' },
			{ period: 7 },
			{ period: 'week', from: 'yesterday' },
			{ period: 'week', from: '2026-02-30' },
			{ period: 'week', from: 20_261_101 },
			{ period: 'month', from: '2026-11-01', to: '2026-11-20' },
			{ from: '2026-11-20' },
			{ from: '2026-11-20', to: '2026-11-01' },
		];
		assert.deepEqual(
			requests.map(each => asked(each)).filter(each => each !== 'none'),
			[],
		);
	});

	it('is parted into what can be overlooked', () => {
		const spans = ['2026-11-14', '2026-11-15', '2027-02-06', '2027-02-07'].map(to => requestedPeriod({ from: '2026-11-01', to }, today, 1));
		const periods = [...(['week', 'month', 'year'] as const).map(kind => periodAround(kind, today, 1)), ...spans];
		assert.deepEqual(
			periods.map(each => each && partsOfPeriod(each)),
			['day', 'week', 'month', 'day', 'week', 'week', 'month'],
		);
	});
});
