import assert from 'node:assert/strict';
import { describeAge } from '../../../src/core/time/age.ts';

describe('an age in words', () => {
	const cases: readonly (readonly [number, string])[] = [
		[0, 'today'],
		[1, 'tomorrow'],
		[-1, 'yesterday'],
		[-13, '13 days ago'],
		[-14, '2 weeks ago'],
		[20, 'in 3 weeks'],
		[-59, '8 weeks ago'],
		[-60, '2 months ago'],
		[-729, '24 months ago'],
		[-730, '2 years ago'],
		[-1460, '4 years ago'],
	];
	for (const [days, words] of cases) {
		it(`${days} days are ${words}`, () => {
			assert.equal(describeAge(days, 'en'), words);
		});
	}

	it('is told in the language asked for', () => {
		assert.equal(describeAge(-3, 'de'), 'vor 3 Tagen');
	});
});
