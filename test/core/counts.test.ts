import assert from 'node:assert/strict';
import { addCount, keep, mostCounted } from '../../src/core/counts.ts';

describe('counts', () => {
	it('forget a key that counts nothing any more', () => {
		const counts = new Map<string, number>();
		assert.deepEqual(
			[addCount(counts, 'a', 2), addCount(counts, 'b', 1), addCount(counts, 'a', -1), addCount(counts, 'b', -1)],
			[2, 1, 1, 0],
		);
		assert.deepEqual([...counts], [['a', 1]]);
	});

	it('set a value, or take the key out', () => {
		const map = new Map([['a', 1]]);
		keep(map, 'b', 2);
		keep(map, 'a', undefined);
		assert.deepEqual([...map], [['b', 2]]);
	});

	const highest: readonly (readonly [Readonly<Record<string, number>>, readonly string[]])[] = [
		[{}, []],
		[{ a: 1 }, ['a']],
		[{ a: 1, b: 3, c: 2 }, ['b']],
		[{ a: 1, b: 2, c: 1, d: 2 }, ['b', 'd']],
	];
	for (const [counts, expected] of highest) {
		it(`have their highest at [${expected.join()}] in ${JSON.stringify(counts)}`, () => {
			assert.deepEqual(mostCounted(new Map(Object.entries(counts))), expected);
		});
	}
});
