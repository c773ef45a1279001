import assert from 'node:assert/strict';
import { safely, type Change } from '../../../src/core/frontMatter/fieldEditCheck.ts';
import { findFrontMatter } from '../../../src/core/frontMatter/frontMatter.ts';

/** Whether the edit that puts `after` in the place of `before` is let through. */
function isLetThrough(before: string, after: string, change: Change): boolean {
	const block = findFrontMatter(before);
	assert.ok(block);
	const edit = { span: { start: 0, end: before.length }, newText: after };
	return safely({ text: before, block, edit, change }) === edit;
}

const setA: Change = { kind: 'set', name: 'a', value: 2 };

describe('safely', () => {
	const before = '---\na: 1\nb: 1\n---\nBody';
	for (const [what, after, expected] of [
		['does what is meant', '---\na: 2\nb: 1\n---\nBody', true],
		['gives another value', '---\na: 3\nb: 1\n---\nBody', false],
		['changes another field', '---\na: 2\nb: 2\n---\nBody', false],
		['loses another field', '---\na: 2\n---\nBody', false],
		['makes a mistake', '---\na: 2\nb: 1\nb\n---\nBody', false],
		['writes the field twice', '---\na: 2\nb: 1\na: 2\n---\nBody', false],
		['moves the body', '---\na: 2\nb: 1\n---\n---\nBody', false],
		['loses the front matter', 'Body', false],
		['writes another format', '{"a": 2, "b": 1}\nBody', false],
	] as const) {
		it(`${expected ? 'lets through' : 'refuses'} an edit that ${what}`, () => {
			assert.equal(isLetThrough(before, after, setA), expected);
		});
	}

	it('lets a removal take one of two', () => {
		const remove: Change = { kind: 'remove', name: 'a' };
		assert.deepEqual(
			['---\na: 1\n---\n', '---\n---\n', '---\na: 1\na: 2\n---\n'].map(after => isLetThrough('---\na: 1\na: 2\n---\n', after, remove)),
			[true, false, false],
		);
	});
});
