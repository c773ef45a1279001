import assert from 'node:assert/strict';
import { historyOf } from '../../support/historyOf.ts';
import { sumsByTag } from '../../../src/core/statistics/tagSums.ts';
import { entryOn } from '../../support/logDays.ts';

describe('time by tag', () => {
	it('counts an entry under each of its tags once, however it is spelled', () => {
		const entries = [
			entryOn('2022-12-01', 30, { tags: ['Deep Work', 'deep-work', 'writing'] }),
			entryOn('2022-12-01', 10, { tags: ['deep work'] }),
			entryOn('2022-12-02', 15, { tags: ['deep work', 'Writing'] }),
			entryOn('2022-12-03', undefined, { tags: ['reading'] }),
			entryOn('2022-12-04', 99),
		];
		assert.deepEqual(sumsByTag(historyOf(entries, () => 0).days), [
			{ tag: 'deep work', minutes: 55, entries: 3 },
			{ tag: 'writing', minutes: 45, entries: 2 },
			{ tag: 'reading', minutes: 0, entries: 1 },
		]);
		assert.deepEqual(sumsByTag([]), []);
	});
});
