import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeEdits } from '../../src/core/composeEdits.ts';
import { applyEdits, type TextEdit } from '../../src/core/text.ts';

function edit(start: number, end: number, newText: string): TextEdit {
	return { span: { start, end }, newText };
}

/** Edits of a text of that length that do not overlap. */
function editsOf(length: number): fc.Arbitrary<readonly TextEdit[]> {
	return fc
		.array(fc.tuple(fc.nat(length), fc.nat(length), fc.string({ maxLength: 3 })), { maxLength: 4 })
		.map(found => found.map(([a, b, newText]) => edit(Math.min(a, b), Math.max(a, b), newText)))
		.map(edits =>
			edits.filter(({ span }, index) => edits.slice(0, index).every(other => span.start > other.span.end || span.end < other.span.start)),
		);
}

describe('composeEdits', () => {
	it('leaves each place its own edit, counted in the first text', () => {
		assert.deepEqual(composeEdits('input: 1h30\ndraft: yes\n', [edit(7, 11, '90')], [edit(17, 20, 'true')]), [
			edit(7, 11, '90'),
			edit(19, 22, 'true'),
		]);
	});

	it('makes one of what touches', () => {
		assert.deepEqual(composeEdits('a b c', [edit(2, 3, 'xyz')], [edit(3, 4, '-')]), [edit(2, 3, 'x-z')]);
		assert.deepEqual(composeEdits('a b c', [edit(2, 3, 'xyz')], [edit(0, 3, '')]), [edit(0, 3, 'yz')]);
	});

	it('leaves what both rounds leave', () => {
		const cases = fc
			.string({ maxLength: 20 })
			.chain(text => editsOf(text.length).chain(first => editsOf(applyEdits(text, first).length).map(second => ({ text, first, second }))));
		fc.assert(
			fc.property(cases, ({ text, first, second }) => {
				assert.equal(applyEdits(text, composeEdits(text, first, second)), applyEdits(applyEdits(text, first), second));
			}),
			{ numRuns: 5000 },
		);
	});
});
