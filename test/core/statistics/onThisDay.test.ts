import assert from 'node:assert/strict';
import { onThisDay } from '../../../src/core/statistics/onThisDay.ts';
import { historyOfDays } from '../../support/logDays.ts';

function daysOn(today: string, ...days: readonly string[]): readonly string[] {
	return onThisDay(historyOfDays(...days.map(day => [day, 1] as const)), today).map(({ day }) => day);
}

describe('on this day', () => {
	it('are the same days of earlier years, the latest first', () => {
		assert.deepEqual(daysOn('2022-12-02', '2019-12-02', '2021-12-02', '2021-12-03', '2022-12-02', '2023-12-02'), [
			'2021-12-02',
			'2019-12-02',
		]);
		assert.deepEqual(daysOn('2022-12-02'), []);
	});

	it('gives 29 February the 28th of years that have no other', () => {
		assert.deepEqual(daysOn('2024-02-29', '2020-02-28', '2020-02-29', '2023-02-28'), ['2023-02-28', '2020-02-29']);
	});
});
