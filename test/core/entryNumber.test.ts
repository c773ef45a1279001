import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nextNumber, padNumber, paddingOf, readNumberedTitle, readNumberInPath } from '../../src/core/entryNumber.ts';

/** A title as `prefix|digits|separator|title`, `none` where it has no number. */
function parts(title: string): string {
	const read = readNumberedTitle(title);
	return read ? [read.prefix, read.digits, read.separator, read.title].join('|') : 'none';
}

/** What follows from each text, as one object: a whole table is compared at once. */
function table(texts: readonly string[], read: (text: string) => unknown): Record<string, unknown> {
	return Object.fromEntries(texts.map(text => [text, read(text)]));
}

function expectTable(expected: Record<string, unknown>, read: (text: string) => unknown): void {
	assert.deepEqual(table(Object.keys(expected), read), expected);
}

describe('the number in a title', () => {
	it('is read from every form a log uses', () => {
		expectTable(
			{
				'62 - Restarting': '|62| - |Restarting',
				'62: Restarting': '|62|: |Restarting',
				'062 – Restarting': '|062| – |Restarting',
				'62 — Restarting': '|62| — |Restarting',
				'#62 Restarting': '#|62| |Restarting',
				'#62 - Restarting': '#|62| - |Restarting',
				'#62: Restarting': '#|62|: |Restarting',
				'62': '|62||',
				'#62': '#|62||',
				'62 - ': '|62| - |',
				'62 -': '|62| -|',
				'63- typed in haste ': '|63|- |typed in haste',
				'0 - Before the first': '|0| - |Before the first',
				'007 - Bond': '|007| - |Bond',
				'1234567 - Seven digits': '|1234567| - |Seven digits',
				'62 - 3 - 2': '|62| - |3 - 2',
				' 62 - Indented': '|62| - |Indented',
			},
			parts,
		);
	});

	it('is not seen where there is none', () => {
		const texts = ['', '62.5 - Half', '-3 - Below', '1000000000000 - Far', '12345678 - Eight', '٦٢ - Arabic-Indic', '६२ - Devanagari'];
		const words = [
			'2022-12-02 Friday',
			'2022-12-02',
			'20221202',
			'62 things I learned',
			'1:30 run',
			'62nd - x',
			'62-year-old',
			'62. x',
			'# 62 x',
		];
		expectTable(Object.fromEntries([...texts, ...words].map(text => [text, 'none'])), parts);
	});

	it('tells its number and where the digits stand', () => {
		const read = readNumberedTitle(' #062 - 062');
		assert.deepEqual([read?.number, read?.numberSpan], [62, { start: 2, end: 5 }]);
	});

	it('never throws and stays quick on long blanks', () => {
		fc.assert(fc.property(fc.string(), title => readNumberedTitle(title) === undefined || /\d/.test(title)));
		assert.equal(readNumberedTitle(`62${' '.repeat(200_000)}x`), undefined);
	});
});

describe('the number in a path', () => {
	it('is that of the file or of the leaf bundle', () => {
		expectTable(
			{
				'62.md': 62,
				'content/daily-log/62.md': 62,
				'content/daily-log/62-restarting.md': 62,
				'content/daily-log/62_restarting.markdown': 62,
				'content/daily-log/62 - Restarting my search.md': 62,
				'content/daily-log/062-x.md': 62,
				'content/daily-log/62.en.md': 62,
				'content/daily-log/62/index.md': 62,
				'content/daily-log/62-restarting/index.md': 62,
				'content/7/index/8.md': 8,
				'0.md': 0,
				'62-12-monkeys.md': 62,
			},
			path => readNumberInPath(path)?.number,
		);
	});

	it('is not seen where there is none', () => {
		const dated = [
			'2022-12-02.md',
			'2022-12-02-x.md',
			'2022-12.md',
			'2022_12_02.md',
			'2022.12.02.md',
			'20221202.md',
			'2022-W48.md',
			'2022-12-02/index.md',
		];
		const others = [
			'62.5.md',
			'-3.md',
			'1000000000000.md',
			'٦٢.md',
			'62 things.md',
			'62nd.md',
			'x-62.md',
			'62/_index.md',
			'index.md',
			'62/notes.md',
			'',
		];
		expectTable(Object.fromEntries([...dated, ...others].map(path => [path, undefined])), path => readNumberInPath(path)?.number);
	});

	it('stands where it says', () => {
		assert.deepEqual(readNumberInPath('62/062-x/index.md'), { number: 62, digits: '062', numberSpan: { start: 3, end: 6 } });
	});
});

describe('the next number', () => {
	it('is 1 in an empty log', () => {
		assert.equal(nextNumber([]), 1);
	});

	it('is one above the highest, in any order', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(9_999_999), { minLength: 1 }), numbers => {
				const next = nextNumber(numbers);
				return numbers.includes(next - 1) && numbers.every(number => number < next);
			}),
		);
	});
});

describe('padding', () => {
	it('is learned only from a leading zero', () => {
		const learned = (digits: readonly string[]) => padNumber(Number(digits[0]) + 1, paddingOf(digits));
		assert.deepEqual(
			[['62'], ['99'], ['007'], ['099'], ['100', '099'], ['0999'], ['8', '007'], ['0'], ['999', '998'], []].map(digits =>
				digits.length > 0 ? learned(digits) : paddingOf(digits),
			),
			['63', '100', '008', '100', '101', '1000', '9', '1', '1000', 1],
		);
	});
});
