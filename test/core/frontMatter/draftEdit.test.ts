import assert from 'node:assert/strict';
import { toggleDraft } from '../../../src/core/frontMatter/draftEdit.ts';
import { applyEdits } from '../../../src/core/text.ts';

function toggled(text: string): string | undefined {
	const edit = toggleDraft(text);
	return edit && applyEdits(text, [edit]);
}

describe('toggling draft', () => {
	it('changes the value and nothing else, as Hugo reads it', () => {
		assert.equal(
			toggled('---\r\ntitle: x\r\ndraft: false # as yet\r\n---\r\nText'),
			'---\r\ntitle: x\r\ndraft: true # as yet\r\n---\r\nText',
		);
		assert.equal(toggled('---\ndraft: yes\n---\n'), '---\ndraft: true\n---\n');
		assert.equal(toggled('+++\ndraft = true\n+++\n'), '+++\ndraft = false\n+++\n');
	});

	it('adds the field where it is missing', () => {
		assert.equal(toggled('---\ntitle: x\n---\n'), '---\ntitle: x\ndraft: true\n---\n');
	});

	it('leaves alone what cannot be read', () => {
		assert.deepEqual(['no front matter', '---\ntitle: "x\n---\n', '---js\ndraft: true\n---\n'].map(toggled), [
			undefined,
			undefined,
			undefined,
		]);
	});
});
