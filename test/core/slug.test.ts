import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteLength, cutToBytes, safeName, slugOf } from '../../src/core/slug.ts';

function expectTable(expected: Record<string, string>, write: (text: string) => string): void {
	assert.deepEqual(Object.fromEntries(Object.keys(expected).map(text => [text, write(text)])), expected);
}

describe('slugOf', () => {
	it('writes words as Hugo does', () => {
		expectTable(
			{
				'Reading about craft': 'reading-about-craft',
				"It's done – don't panic!": 'its-done-dont-panic',
				'and/or 3.5 hours': 'and-or-3-5-hours',
				'snake_case  kept': 'snake_case-kept',
				'Crème brûlée': 'crème-brûlée',
				'Cre\u0300me': 'crème',
				'Über 日本語 и мир': 'über-日本語-и-мир',
				'C++ and C#': 'c++-and-c',
				' - trimmed - ': 'trimmed',
				'???': '',
				'- _ +': '',
				'🎉': '',
			},
			slugOf,
		);
	});

	it('is stable: a slug of a slug is that slug', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), title => {
				assert.equal(slugOf(slugOf(title)), slugOf(title));
			}),
		);
	});
});

describe('safeName', () => {
	it('keeps what every system takes', () => {
		expectTable(
			{
				'Reading about craft': 'Reading about craft',
				'AC/DC: why?': 'AC-DC - why',
				'12:30 | lunch \\ break': '12-30-lunch-break',
				'say "x" <y> *z*': 'say x y z',
				'C# [notes]': 'C notes',
				CON: 'CON_',
				'nul.txt': 'nul_.txt',
				com1: 'com1_',
				console: 'console',
				'..hidden..': 'hidden',
				'ends with dot. ': 'ends with dot',
				'tab\there\nand there': 'tab here and there',
				'a\u202Eb\u0000c\uD800d': 'abcd',
				'Cafe\u0301': 'Café',
				'***': '',
			},
			safeName,
		);
	});

	it('never leaves what Windows refuses', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), text => {
				const name = safeName(text);
				assert.doesNotMatch(name, /[<>:"/\\|?*\p{Cc}]|[ .]$|^(?:con|nul|aux|prn)(?:$|\.)/iu);
			}),
		);
	});
});

describe('cutToBytes', () => {
	it('cuts between words, and never inside a character', () => {
		assert.deepEqual(
			[cutToBytes('one-two-three', 20), cutToBytes('one-two-three', 9), cutToBytes('ééééé', 5), cutToBytes('🎉🎉', 6)],
			['one-two-three', 'one-two', 'éé', '🎉'],
		);
	});

	it('never takes more than it was given', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, bytes) => byteLength(cutToBytes(text, bytes)) <= bytes));
	});
});
