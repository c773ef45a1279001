import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WordIndex, wordsOf } from '../../../src/core/links/wordIndex.ts';

const found = (index: WordIndex, ...words: readonly string[]): readonly string[] => [...index.mayHave(words).ids()].sort();

describe('the index of words', () => {
	it('finds by beginnings of one, two, three and more letters, each thing once', () => {
		const index = new WordIndex();
		index.set('a', ['Morning mood', 'Mosaic']);
		index.set('b', ['The mo']);
		index.set('c', ['道場 note']);
		assert.deepEqual(found(index, 'm'), ['a', 'b']);
		assert.deepEqual(found(index, 'mo'), ['a', 'b']);
		assert.deepEqual(found(index, 'moo'), ['a']);
		assert.deepEqual(found(index, 'mooring'), ['a'], 'what follows the third letter is for others to compare');
		assert.deepEqual(found(index, '場'), ['c']);
		assert.deepEqual(found(index, 'x'), []);
		assert.deepEqual(found(index), []);
	});

	it('has after any history those that have such a word, and no others', () => {
		const texts = fc.array(fc.constantFrom('mo', 'mor', 'morning', 'Mood', 'a', 'an ant', 'Über', '道場'), { maxLength: 3 });
		const step = fc.record({ id: fc.constantFrom('1', '2', '3', '4'), texts: fc.option(texts, { nil: undefined }) });
		fc.assert(
			fc.property(fc.array(step, { maxLength: 30 }), steps => {
				const index = new WordIndex();
				const kept = new Map<string, readonly string[]>();
				for (const { id, texts: has } of steps) {
					if (has === undefined) {
						index.delete(id);
						kept.delete(id);
					} else {
						index.set(id, has);
						kept.set(id, has);
					}
				}
				for (const word of ['m', 'mo', 'mor', 'a', 'an', 'ü', '場', 'z']) {
					const expected = [...kept].filter(([, has]) => has.some(text => wordsOf(text.toLowerCase()).some(each => each.startsWith(word))));
					assert.deepEqual(found(index, word), expected.map(([id]) => id).sort(), word);
				}
				assert.deepEqual([...index.all.ids()].sort(), [...kept.keys()].sort());
			}),
		);
	});
});
