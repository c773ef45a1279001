import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { defused, writeCsv, type Cell } from '../../../src/core/export/csv.ts';

/** Read back by a strict parser of RFC 4180, with line ends as the RFC has them. */
function read(text: string): readonly (readonly string[])[] {
	return parse(text, { record_delimiter: '\r\n' });
}

/** Texts made of what is dangerous in a cell, and of anything. */
const hostile = fc.oneof(
	fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", ' ', '＝', '＠', '|', 'a', '1', '\\') }),
	fc.string({ unit: 'binary' }),
);

describe('comma-separated values', () => {
	it('have a header, a line for each row, and CRLF behind each', () => {
		assert.equal(
			writeCsv(
				['number', 'title', 'draft'],
				[
					[62, 'A drawer', false],
					[undefined, '', true],
				],
			),
			'number,title,draft\r\n62,A drawer,false\r\n,,true\r\n',
		);
	});

	it('quote what would part cells or rows, or lose its blanks', () => {
		const cells = ['a,b', 'a"b"', 'a\r\nb', 'a\nb', 'a;b', ' a', 'a ', "it's", 'é 木 😀'];
		assert.equal(writeCsv(['x'], [cells]), 'x\r\n"a,b","a""b""","a\r\nb","a\nb","a;b"," a","a ",it\'s,é 木 😀\r\n');
	});

	it('write no text that a spreadsheet would run', () => {
		const cells = [
			'"=1',
			'=1+1',
			'+1',
			'-1',
			'@SUM(A1)',
			'\t=1',
			'\rx',
			'\nx',
			'＝1',
			'＋1',
			'－1',
			'＠x',
			' =1',
			'a;=1',
			'a\n=1',
			'a\t @x',
		];
		assert.deepEqual(cells.map(defused), [
			'\'"=1',
			"'=1+1",
			"'+1",
			"'-1",
			"'@SUM(A1)",
			"'\t'=1",
			"'\rx",
			"'\nx",
			"'＝1",
			"'＋1",
			"'－1",
			"'＠x",
			"' =1",
			"a;'=1",
			"a\n'=1",
			"a\t' @x",
		]);
	});

	it('leave other texts, and numbers of ours, as they are', () => {
		const texts = ['1 = 1', 'a-b', 'x@y.example', '2026-12-02T06:21:40-07:00', "'=1", '', 'C++', '1;2'];
		assert.deepEqual(texts.map(defused), texts);
		assert.equal(writeCsv(['x'], [[-5, -0.5, 1e21]]), 'x\r\n-5,-0.5,1e+21\r\n');
	});

	it('are read back as they were meant, whatever they hold', () => {
		const cell: fc.Arbitrary<Cell> = fc.oneof(hostile, fc.integer(), fc.boolean(), fc.constant(undefined));
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 }), rows => {
				const meant = rows.map(row => row.map(each => (typeof each === 'string' ? defused(each) : String(each ?? ''))));
				assert.deepEqual(read(writeCsv(['a', 'b', 'c'], rows)), [['a', 'b', 'c'], ...meant]);
			}),
			{ numRuns: 1000 },
		);
	});

	it('change a text only by apostrophes', () => {
		fc.assert(
			fc.property(hostile, text => {
				assert.equal(defused(text).replaceAll("'", ''), text.toWellFormed().replaceAll("'", ''));
			}),
			{ numRuns: 1000 },
		);
	});

	it('hold no formula for any program that parts cells, whatever it takes for their end', () => {
		const formula = /^[\s"]*[=+\-@＝＋－＠]/u;
		fc.assert(
			fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), row => {
				const text = writeCsv(['a'], [['first', ...row]]).slice('a\r\nfirst,'.length);
				const cells = [...read(text).flat(), ...text.split(/[;\t\r\n]/u)];
				assert.deepEqual(
					cells.filter(each => formula.test(each)),
					[],
				);
			}),
			{ numRuns: 1000 },
		);
	});
});
