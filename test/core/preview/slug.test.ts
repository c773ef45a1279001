import assert from 'node:assert/strict';
import { previewAnchors, previewSlug } from '../../../src/core/preview/slug.ts';

describe('ids of headings in VS Code’s preview', () => {
	it('are made as its version makes them', () => {
		const cases: readonly (readonly [text: string, github: string, signs: string])[] = [
			['Week 2', 'week-2', 'week-2'],
			['A & B', 'a--b', 'a--b'],
			['What?! (no)', 'what-no', 'what-no'],
			['Über uns', 'über-uns', '%C3%BCber-uns'],
			['a – b', 'a--b', 'a-%E2%80%93-b'],
			['a_b-c', 'a_b-c', 'a_b-c'],
			['- x -', '--x--', 'x'],
			['नमस्ते', 'नमस्ते', encodeURI('नमस्ते')],
		];
		assert.deepEqual(
			cases.map(([text]) => [text, previewSlug(text, 'github'), previewSlug(text, 'signs')]),
			cases,
		);
	});

	it('count what is there twice', () => {
		const headings = ['Notes', 'Notes', 'notes', 'Notes 1'].map(text => ({ text }));
		assert.deepEqual(previewAnchors(headings, 'github'), ['notes', 'notes-1', 'notes-2', 'notes-1']);
	});
});
