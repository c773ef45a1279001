import assert from 'node:assert/strict';
import { UniqueQueue } from '../../src/core/uniqueQueue.ts';

describe('a queue of unique items', () => {
	it('gives each once, in the order in which they came', () => {
		const queue = new UniqueQueue(['b', 'a', 'b']);
		queue.add('c');
		queue.add('a');
		assert.equal(queue.size, 3);
		assert.deepEqual(queue.take(2), ['b', 'a']);
		assert.deepEqual([queue.has('a'), queue.has('c')], [false, true]);
		assert.deepEqual(queue.take(2), ['c']);
		assert.deepEqual(queue.take(2), []);
	});

	it('takes up again what comes after it was taken, behind the others', () => {
		const queue = new UniqueQueue(['a', 'b', 'c']);
		assert.deepEqual(queue.take(1), ['a']);
		queue.add('a');
		assert.deepEqual(queue.take(Infinity), ['b', 'c', 'a']);
		queue.add('b');
		assert.deepEqual(queue.take(Infinity), ['b']);
	});
});
