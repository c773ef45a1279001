import assert from 'node:assert/strict';
import fc from 'fast-check';
import { periodOf, periodsIn, previousPeriod, type PeriodKind } from '../../../src/core/statistics/periods.ts';
import { addDays, civilDateOf, weekdayOf, type Weekday } from '../../../src/core/time/civilDate.ts';

const kinds: readonly PeriodKind[] = ['day', 'week', 'month', 'year'];

describe('a period', () => {
	it('is the one that the day lies in', () => {
		assert.deepEqual(
			kinds.map(kind => periodOf(kind, '2024-02-29', 1)),
			[
				{ from: '2024-02-29', to: '2024-02-29' },
				{ from: '2024-02-26', to: '2024-03-03' },
				{ from: '2024-02-01', to: '2024-02-29' },
				{ from: '2024-01-01', to: '2024-12-31' },
			],
		);
		assert.deepEqual(periodOf('week', '2024-02-29', 0), { from: '2024-02-25', to: '2024-03-02' });
	});

	it('has one before it', () => {
		assert.deepEqual(
			kinds.map(kind => previousPeriod(kind, periodOf(kind, '2024-03-01', 1), 1)),
			[
				{ from: '2024-02-29', to: '2024-02-29' },
				{ from: '2024-02-19', to: '2024-02-25' },
				{ from: '2024-02-01', to: '2024-02-29' },
				{ from: '2023-01-01', to: '2023-12-31' },
			],
		);
	});
});

describe('the periods of a span', () => {
	it('are all that have a day in it', () => {
		assert.deepEqual(periodsIn('month', { from: '2022-12-31', to: '2023-02-01' }, 1), [
			{ from: '2022-12-01', to: '2022-12-31' },
			{ from: '2023-01-01', to: '2023-01-31' },
			{ from: '2023-02-01', to: '2023-02-28' },
		]);
		assert.deepEqual(periodsIn('week', { from: '2023-01-01', to: '2023-01-02' }, 1), [
			{ from: '2022-12-26', to: '2023-01-01' },
			{ from: '2023-01-02', to: '2023-01-08' },
		]);
		assert.deepEqual(periodsIn('week', { from: '2023-01-05', to: '2023-01-04' }, 1), []);
	});

	it('end where the calendar ends', () => {
		for (const kind of kinds) {
			assert.equal(periodsIn(kind, { from: '9999-12-30', to: '9999-12-31' }, 1).at(-1)?.to, '9999-12-31');
		}
	});

	it('cover every day once, in any zone of this computer', () => {
		const anyDay = fc.integer({ min: 18_000, max: 20_000 }).map(civilDateOf);
		fc.assert(
			fc.property(
				anyDay,
				fc.nat(900),
				fc.constantFrom(...kinds),
				fc.constantFrom<Weekday[]>(0, 1, 6),
				(from, length, kind, weekStartsOn) => {
					const span = { from, to: addDays(from, length) };
					const periods = periodsIn(kind, span, weekStartsOn);
					periods.forEach((period, index) => {
						assert.deepEqual(period, periodOf(kind, period.to, weekStartsOn));
						assert.equal(period.from, index === 0 ? period.from : addDays(periods[index - 1]?.to ?? '', 1));
						assert.ok(kind !== 'week' || weekdayOf(period.from) === weekStartsOn);
					});
					assert.ok((periods[0]?.from ?? '') <= span.from && span.from <= (periods[0]?.to ?? ''));
					assert.ok((periods.at(-1)?.from ?? '') <= span.to && span.to <= (periods.at(-1)?.to ?? ''));
				},
			),
		);
	});
});
