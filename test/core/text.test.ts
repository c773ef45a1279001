import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, reversedEdits } from '../../src/core/text.ts';

/** A text in pieces, and what some of them become. */
const pieces = fc.array(fc.record({ old: fc.string({ maxLength: 4 }), newText: fc.option(fc.string({ maxLength: 4 })) }), { maxLength: 6 });

describe('reversedEdits', () => {
	it('takes back what applyEdits did, edits that touch included', () => {
		fc.assert(
			fc.property(pieces, fc.boolean(), (all, backwards) => {
				let at = 0;
				const edits = all.flatMap(({ old, newText }) => {
					const span = { start: at, end: (at += old.length) };
					return newText === null || old === '' ? [] : [{ span, newText }];
				});
				const text = all.map(({ old }) => old).join('');
				const given = backwards ? edits.toReversed() : edits;
				assert.equal(applyEdits(applyEdits(text, given), reversedEdits(text, given)), text);
			}),
			{ numRuns: 3000 },
		);
	});
});
