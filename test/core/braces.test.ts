import assert from 'node:assert/strict';
import { expandBraces } from '../../src/core/braces.ts';

describe('braces in a glob', () => {
	it('stand for each of their parts', () => {
		assert.deepEqual(expandBraces('**/{a,b/{c,d}}.md'), ['**/a.md', '**/b/c.md', '**/b/d.md']);
		assert.deepEqual(expandBraces('plain/*.md'), ['plain/*.md']);
	});

	it('are characters where they are not closed or hold no comma', () => {
		assert.deepEqual(expandBraces('{a,b'), ['{a,b']);
		assert.deepEqual(expandBraces('{a}'), ['{a}']);
	});

	it('never explode', () => {
		const hostile = '{a,b}'.repeat(40);
		assert.deepEqual(expandBraces(hostile), [hostile]);
	});
});
