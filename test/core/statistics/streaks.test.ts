import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gapsOf, streaksOf } from '../../../src/core/statistics/streaks.ts';
import { addDays, civilDateOf, daysBetween } from '../../../src/core/time/civilDate.ts';
import { historyOfDays } from '../../support/logDays.ts';

function streaksOn(today: string, ...days: readonly string[]): readonly string[] {
	const { current, longest } = streaksOf(historyOfDays(...days.map(day => [day, 0] as const)), today);
	return [current, longest].map(({ days: count, span }) => `${count} ${span === undefined ? '' : `${span.from} ${span.to}`}`.trim());
}

describe('a streak', () => {
	it('is kept by the entry of yesterday until today is over', () => {
		assert.deepEqual(streaksOn('2022-12-03', '2022-12-01', '2022-12-02'), ['2 2022-12-01 2022-12-02', '2 2022-12-01 2022-12-02']);
		assert.deepEqual(streaksOn('2022-12-04', '2022-12-01', '2022-12-02'), ['0', '2 2022-12-01 2022-12-02']);
		assert.deepEqual(streaksOn('2022-12-04'), ['0', '0']);
	});

	it('goes over the ends of months and years and over clock changes', () => {
		assert.deepEqual(streaksOn('2023-01-01', '2022-12-30', '2022-12-31', '2023-01-01')[0], '3 2022-12-30 2023-01-01');
		assert.deepEqual(streaksOn('2023-03-13', '2023-03-11', '2023-03-12', '2023-03-13')[0], '3 2023-03-11 2023-03-13');
		assert.deepEqual(streaksOn('2024-03-01', '2024-02-28', '2024-03-01')[0], '1 2024-03-01 2024-03-01');
	});

	it('counts days without input, and not the days to come', () => {
		assert.deepEqual(streaksOn('2022-12-02', '2022-12-02', '2022-12-03')[0], '1 2022-12-02 2022-12-02');
		assert.deepEqual(streaksOn('2022-12-02', '2022-12-03', '2022-12-04'), ['0', '0']);
	});

	it('may have been longer before; of two as long the later one is told', () => {
		const days = ['2022-10-01', '2022-10-02', '2022-10-03', '2022-12-01', '2022-12-02'];
		assert.deepEqual(streaksOn('2022-12-02', ...days), ['2 2022-12-01 2022-12-02', '3 2022-10-01 2022-10-03']);
		assert.deepEqual(streaksOn('2022-12-03', ...days, '2022-12-03')[1], '3 2022-12-01 2022-12-03');
	});
});

describe('gaps', () => {
	it('are the days without an entry between days with one, up to yesterday', () => {
		const history = historyOfDays(['2022-11-28', 0], ['2022-12-01', 0], ['2022-12-02', 0], ['2022-12-09', 0]);
		assert.deepEqual(gapsOf(history, '2022-12-05'), [
			{ from: '2022-11-29', to: '2022-11-30', days: 2 },
			{ from: '2022-12-03', to: '2022-12-04', days: 2 },
		]);
		assert.deepEqual(gapsOf(historyOfDays(), '2022-12-05'), []);
	});
});

describe('streaks and gaps of any log', () => {
	const anyDay = fc.integer({ min: 19_000, max: 19_060 }).map(civilDateOf);

	it('are what a row of marks, a day each, shows', () => {
		fc.assert(
			fc.property(fc.array(anyDay, { maxLength: 60 }), anyDay, (days, today) => {
				const history = historyOfDays(...days.map(day => [day, 1] as const));
				const marks = Array.from({ length: 100 }, (_, back) => addDays(today, back - 99)).map(day => (days.includes(day) ? 'x' : '.'));
				const line = marks.join('');
				const { current, longest } = streaksOf(history, today);
				const kept = line.endsWith('x') ? line : line.slice(0, -1);
				assert.equal(current.days, /x*$/u.exec(kept)?.[0].length);
				assert.equal(longest.days, Math.max(...line.split('.').map(run => run.length)));
				const gaps = kept
					.replace(/^\.+/u, '')
					.split('x')
					.map(gap => gap.length)
					.filter(length => length > 0);
				assert.deepEqual(
					gapsOf(history, today).map(gap => gap.days),
					gaps,
				);
				assert.ok(gapsOf(history, today).every(({ from, to, days: count }) => daysBetween(from, to) + 1 === count));
			}),
		);
	});
});
