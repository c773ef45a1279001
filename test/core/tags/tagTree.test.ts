import assert from 'node:assert/strict';
import { firstNotes, sortBranches, tagTree, type TagBranch, type TagOrder } from '../../../src/core/tags/tagTree.ts';
import { entryText, vaultOf } from '../../support/notes.ts';

/** `tools 3 (1 of its own) > [planes 2]`, by name and counts, as the view orders them. */
function tree(tags: Readonly<Record<string, string>>, order: TagOrder = 'count'): unknown {
	const show = ({ name, notes, own, below }: TagBranch): unknown =>
		below.length === 0 ? `${name} ${notes.size}` : [`${name} ${notes.size}, own ${own.size}`, ...sortBranches(below, order).map(show)];
	return sortBranches(tagTree(Object.entries(tags).map(([tag, notes]) => ({ tag, notes: new Set(notes) }))), order).map(show);
}

describe('the tree of tags', () => {
	it('has tags by their slashes, with the notes below them counted once', () => {
		assert.deepEqual(tree({ tools: 'ab', 'tools/planes': 'bc', 'Tools/saws/back': 'cd', pine: 'a' }), [
			['tools 4, own 2', 'planes 2', ['saws 2, own 0', 'back 2']],
			'pine 1',
		]);
	});

	it('is ordered by count, then name, or by name alone', () => {
		const tags = { 'week 10': 'a', 'week 9': 'a', élan: 'ab', Zebra: 'abc', apple: 'a' };
		assert.deepEqual(tree(tags), ['Zebra 3', 'élan 2', 'apple 1', 'week 9 1', 'week 10 1']);
		assert.deepEqual(tree(tags, 'name'), ['apple 1', 'élan 2', 'week 9 1', 'week 10 1', 'Zebra 3']);
	});

	it('has no empty names, and takes slashes in any number', () => {
		assert.deepEqual(tree({ '/a//b/': 'x', 'a / b': 'y', '/': 'z' }), [['a 2, own 0', 'b 2'], '/ 1']);
		const [deep] = tagTree([{ tag: Array(100_000).fill('x').join('/'), notes: new Set('a') }]);
		assert.equal(deep?.notes.size, 1);
	});
});

describe('the notes of a tag', () => {
	const vault = vaultOf({
		'log/2.md': entryText(2),
		'log/10.md': entryText(10),
		'log/1.md': entryText(1),
		'b.md': '# Bench 10\n',
		'a.md': '# Bench 9\n',
		'c.md': '# Apart\n',
	});
	const uris = new Set(['vault:/b.md', 'vault:/log/1.md', 'vault:/a.md', 'vault:/log/10.md', 'vault:/gone.md']);

	it('are its entries, newest first, then the others by title', () => {
		assert.deepEqual(
			firstNotes(vault, uris, 9).map(({ title }) => title),
			['10 - Entry', '1 - Entry', 'Bench 9', 'Bench 10'],
		);
	});

	it('are no more than asked for', () => {
		assert.deepEqual(
			[firstNotes(vault, uris, 1).map(({ path }) => path), firstNotes(vault, uris, 3).map(({ path }) => path)],
			[['log/10.md'], ['log/10.md', 'log/1.md', 'a.md']],
		);
	});
});
