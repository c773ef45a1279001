import assert from 'node:assert/strict';
import { mend } from '../../../src/core/problems/certainFixes.ts';
import { factsOf } from '../../../src/core/problems/logFacts.ts';
import { readPage } from '../../../src/core/problems/page.ts';
import { applyEdits, slice } from '../../../src/core/text.ts';
import { plainShape, vaultOf } from '../../support/notes.ts';

const path = 'content/daily-log/62.md';

function mending(text: string) {
	const facts = factsOf(vaultOf({ [path]: text }, plainShape), {
		now: Date.UTC(2022, 11, 3, 12),
		timeZone: 'America/Denver',
		shortcodes: undefined,
	});
	return mend(readPage({ uri: `vault:/${path}`, path }, text), facts, () => true);
}

const entry =
	'---\ntitle: "62 - x"\ndate: 2022/12/02\nseries: ["Daily Log"]\ntags: a, b\ninput: 1h30\noutput: @home\ndraft: no\n---\nText\n';

describe('what needs no decision', () => {
	it('is mended, with an edit for each place and whole values in them', () => {
		const { text, mended, edits } = mending(entry);
		assert.equal(
			text,
			'---\ntitle: "62 - x"\ndate: 2022-12-02\nseries: ["Daily Log"]\ntags: ["a", "b"]\ninput: 90\noutput: "@home"\ndraft: false\n---\nText\n',
		);
		assert.equal(applyEdits(entry, edits), text);
		assert.deepEqual(
			edits.map(({ span, newText }) => [slice(entry, span), newText]),
			[
				['2022/12/02', '2022-12-02'],
				['a, b', '["a", "b"]'],
				['1h30', '90'],
				['@home', '"@home"'],
				['no', 'false'],
			],
		);
		assert.equal(mended, 5);
	});

	it('is nothing where all is well', () => {
		const { text } = mending(entry);
		assert.deepEqual(mending(text), { text, mended: 0, edits: [] });
	});
});
