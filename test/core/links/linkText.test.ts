import assert from 'node:assert/strict';
import { linkTo } from '../../../src/core/links/linkText.ts';
import { vaultOf } from '../../support/notes.ts';

const vault = vaultOf({
	'log/62.md': '---\ntitle: 62 - Restarting\n---\n',
	'notes/bets.md': '---\ntitle: Duke, Annie - Thinking in Bets\n---\n',
	'notes/sharp.md': '---\ntitle: "C# in Depth"\n---\n',
	'a/plan.md': '---\ntitle: Plan\n---\n',
	'b/plan/index.md': '---\ntitle: Plan\n---\n',
	'notes/piped.md': '---\ntitle: "a|b"\n---\n',
});

describe('a link to a note', () => {
	it('is written by title, by name where the title cannot be, by path where both are taken', () => {
		assert.deepEqual(Object.fromEntries([...vault.notes()].map(note => [note.path, linkTo(vault, note)])), {
			'log/62.md': '[[62 - Restarting]]',
			'notes/bets.md': '[[Duke, Annie - Thinking in Bets]]',
			'notes/sharp.md': '[[sharp]]',
			'a/plan.md': '[[a/plan]]',
			'b/plan/index.md': '[[b/plan]]',
			'notes/piped.md': '[[piped]]',
		});
	});
});
