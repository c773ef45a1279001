import assert from 'node:assert/strict';
import { backlinkGroups } from '../../../src/core/links/backlinks.ts';
import { entryText, vaultOf } from '../../support/notes.ts';

const vault = vaultOf({
	'log/1.md': entryText(1, {}, '[[sharp#The burr]] [[nothing]] [[Sharp|it]] and [[1]]\n'),
	'log/2.md': entryText(2, {}, 'None\n'),
	'log/10.md': entryText(10, {}, '![[Sharpening]]\n'),
	'notes/b.md': '[[sharp.md]]\n',
	'notes/A.md': '[[notes/sharp]] [[plan]]\n',
	'notes/sharp.md': '---\ntitle: Sharpening\n---\n[[sharp]] [[#Here]] [[1]]\n',
	'x/plan.md': '',
	'y/plan.md': '',
});

/** Who links to a note, and how: `?` behind a link that may mean another. */
function backlinks(path: string): readonly string[] {
	const note = vault.note(`vault:/${path}`);
	assert.ok(note);
	return backlinkGroups(vault, note).map(
		({ from, links }) => `${from.path}: ${links.map(({ link, ambiguous }) => link.label + (ambiguous ? '?' : '')).join(', ')}`,
	);
}

describe('the backlinks of a note', () => {
	it('come from other notes: entries, newest first, then the others by title', () => {
		assert.deepEqual(backlinks('notes/sharp.md'), [
			'log/10.md: Sharpening',
			'log/1.md: sharp#The burr, Sharp',
			'notes/A.md: notes/sharp',
			'notes/b.md: sharp.md',
		]);
		assert.deepEqual(backlinks('log/1.md'), ['notes/sharp.md: 1']);
		assert.deepEqual(backlinks('log/2.md'), []);
	});

	it('are marked where they may mean another note', () => {
		assert.deepEqual(backlinks('x/plan.md'), ['notes/A.md: plan?']);
	});
});
