import assert from 'node:assert/strict';
import { fieldAt } from '../../../src/core/frontMatter/fieldAt.ts';
import { slice } from '../../../src/core/text.ts';
import { atCaret } from '../../support/caret.ts';

function seen(marked: string): string | undefined {
	const { text, caret } = atCaret(marked);
	const place = fieldAt(text, caret);
	return place && `${place.kind} of ${place.field.name}: ${slice(text, place.span)}`;
}

describe('the field at a place', () => {
	const cases: readonly (readonly [string, string | undefined])[] = [
		['---\nDa|te: 2022-12-02\n---\n', 'name of date: Date'],
		['---\ndate: 2022-|12-02 # x\n---\n', 'value of date: 2022-12-02'],
		['---\ndate: 2022-12-02| # x\n---\n', 'value of date: 2022-12-02'],
		['---\ndate: 2022-12-02 # |x\n---\n', undefined],
		['---\ntags: ["a", "|b"]\n---\n', 'item of tags: "b"'],
		['---\ntags: ["a",| "b"]\n---\n', 'value of tags: ["a", "b"]'],
		['---\ntags:\n  - a\n  - b|c\nx: 1\n---\n', 'item of tags: bc'],
		['---\na: 1\n|---\n', undefined],
		['---\na: 1\n---\na: |1\n', undefined],
		['+++\ntags = ["|a"]\n+++\n', 'item of tags: "a"'],
		['{"a": 1, "tags": ["|a"]}', 'item of tags: "a"'],
		['{"a"|: 1}', 'name of a: "a"'],
		['a: |1', undefined],
	];
	for (const [marked, expected] of cases) {
		it(`${JSON.stringify(marked)} is ${expected ?? 'none'}`, () => {
			assert.equal(seen(marked), expected);
		});
	}
});
