import assert from 'node:assert/strict';
import { mentionEdits } from '../../../src/core/links/mentionLink.ts';
import { mentionNames } from '../../../src/core/links/mentionNames.ts';
import { MentionMatcher } from '../../../src/core/links/mentions.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { vaultOf } from '../../support/notes.ts';

const vault = vaultOf({
	'log/40.md': '---\ntitle: 40 - Wedging the legs\nseries: Daily Log\n---\n',
	'log/41.md': '---\ntitle: "41 - C# and the [rest] of it"\nseries: Daily Log\n---\n',
	'notes/sharpening.md': '---\ntitle: Sharpening, step by step\n---\n',
	'a/plan.md': '---\ntitle: Plan\n---\n',
	'b/plan.md': '---\ntitle: Plan\n---\n',
	'notes/either.md': '---\ntitle: "either|or"\n---\n',
});

/** The text at `notes/here.md` with every mention of the note made a link. */
function linked(path: string, text: string, here = 'notes/here.md'): string {
	const note = vault.note(`vault:/${path}`);
	assert.ok(note);
	const mentions = new MentionMatcher(mentionNames(note, vault.entry(note.uri))).find(text);
	return applyEdits(text, mentionEdits(vault, note, { path: here, text }, mentions));
}

describe('a mention that becomes a link', () => {
	it('stays as it is written where that leads to the note', () => {
		assert.equal(linked('log/40.md', 'See 40 - WEDGING the legs.\r\n'), 'See [[40 - WEDGING the legs]].\r\n');
		assert.equal(linked('notes/sharpening.md', '-\tOn *sharpening*\n'), '-\tOn *[[sharpening]]*\n');
	});

	it('is shown as it is written where only the title leads there', () => {
		assert.equal(linked('log/40.md', 'After wedging the Legs,  sit'), 'After [[40 - Wedging the legs|wedging the Legs]],  sit');
	});

	it('has its pipe escaped in a table, and only there', () => {
		assert.equal(
			linked('log/40.md', 'x | wedging the legs\n\n| a | wedging the legs |\n|---|---|\n| wedging the legs | b |\n\nwedging the legs'),
			'x | [[40 - Wedging the legs|wedging the legs]]\n\n' +
				'| a | [[40 - Wedging the legs\\|wedging the legs]] |\n|---|---|\n| [[40 - Wedging the legs\\|wedging the legs]] | b |\n\n' +
				'[[40 - Wedging the legs|wedging the legs]]',
		);
	});

	it('names a path where the title may mean another note, and the nearer note where it does not', () => {
		assert.equal(linked('a/plan.md', 'The plan', 'c/here.md'), 'The [[a/plan|plan]]');
		assert.equal(linked('a/plan.md', 'The plan', 'a/here.md'), 'The [[plan]]');
		assert.equal(linked('a/plan.md', 'The plan', 'b/here.md'), 'The [[a/plan|plan]]');
	});

	it('never leads elsewhere, whatever signs the title has', () => {
		assert.equal(linked('notes/either.md', 'either|or'), '[[either|either|or]]');
		assert.equal(linked('log/41.md', 'C# and the [rest] of it'), 'C# and the [rest] of it');
	});
});
