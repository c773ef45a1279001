import assert from 'node:assert/strict';
import { isDoubtful } from '../../../src/core/statistics/history.ts';
import { historyOf } from '../../support/historyOf.ts';
import { entryOn } from '../../support/logDays.ts';

describe('the history of a log', () => {
	it('has the days in order, each with its entries, minutes and words', () => {
		const first = entryOn('2022-12-02', 90);
		const second = entryOn('2022-12-02', undefined);
		const earlier = entryOn('2022-11-30', 12.5);
		const later = entryOn('2023-01-01', 0);
		const words = new Map([
			[first, 100],
			[second, 20],
		]);
		assert.deepEqual(
			historyOf([first, second, later, earlier], entry => words.get(entry) ?? 0),
			{
				days: [
					{ day: '2022-11-30', minutes: 12.5, words: 0, entries: [earlier] },
					{ day: '2022-12-02', minutes: 90, words: 120, entries: [first, second] },
					{ day: '2023-01-01', minutes: 0, words: 0, entries: [later] },
				],
				undated: [],
			},
		);
	});

	it('sets entries without a date apart', () => {
		const entry = entryOn(undefined, 50);
		assert.deepEqual(
			historyOf([entry], () => 7),
			{ days: [], undated: [entry] },
		);
	});

	it('doubts an entry with more minutes than a day has', () => {
		assert.deepEqual(
			[undefined, 0, 1440, 1441, 1e9].map(minutes => isDoubtful(entryOn('2022-12-02', minutes))),
			[false, false, false, true, true],
		);
	});
});
