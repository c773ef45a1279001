import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance, nearestWord } from '../../src/core/editDistance.ts';

describe('edit distance', () => {
	it('is none of words that are too long to be mistyped', () => {
		const long = (length: number, end: string): string => 'x'.repeat(length - 1) + end;
		assert.deepEqual([editDistance(long(200, 'a'), long(200, 'b'), 1), editDistance(long(201, 'a'), long(201, 'b'), 1)], [1, undefined]);
		assert.equal(nearestWord(long(1_000_000, 'a'), [long(1_000_000, 'b')], 3), undefined);
	});

	it('counts letters put in, left out, changed and swapped', () => {
		const pairs = [
			['output', 'output', 0],
			['ouput', 'output', 1],
			['outputt', 'output', 1],
			['outpat', 'output', 1],
			['otuput', 'output', 1],
			['otupt', 'output', 2],
			['ca', 'abc', undefined],
			['', 'ab', 2],
			['', '', 0],
			['', 'abc', undefined],
			['Output', 'output', 1],
		] as const;
		assert.deepEqual(
			pairs.map(([a, b]) => editDistance(a, b, 2)),
			pairs.map(([, , distance]) => distance),
		);
	});

	it('is the same both ways, and no more than the limit says', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
		fc.assert(
			fc.property(word, word, fc.nat(7), (a, b, limit) => {
				const distance = editDistance(a, b, 7) ?? Infinity;
				assert.equal(distance, editDistance(b, a, 7));
				assert.equal(distance === 0, a === b);
				assert.equal(editDistance(a, b, limit), distance <= limit ? distance : undefined);
			}),
		);
	});
});

describe('the nearest word', () => {
	it('is the first of those that are least away', () => {
		const words = ['daft', 'draft', 'drift', 'date'];
		assert.deepEqual(
			['draf', 'drafft', 'draft', 'dart', 'series'].map(word => nearestWord(word, words, 2)),
			['draft', 'draft', 'draft', 'daft', undefined],
		);
	});
});
