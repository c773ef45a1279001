import assert from 'node:assert/strict';
import { tablesIn } from '../../../src/core/prose/tableRows.ts';
import { slice } from '../../../src/core/text.ts';

const tables = (text: string): readonly string[] => tablesIn(text).map(span => slice(text, span));

describe('tables', () => {
	it('go from the row above the delimiters to the next empty line', () => {
		assert.deepEqual(tables('x\n| a | b |\r\n|:--|---:|\r\n| c | d |\r\ne\r\n\r\nf | g\n'), ['| a | b |\r\n|:--|---:|\r\n| c | d |\r\ne']);
		assert.deepEqual(tables('a | b\n--|--\n'), ['a | b\n--|--']);
		assert.deepEqual(tables('> | a |\n> |---|\n> | b |\n>\n> c'), ['> | a |\n> |---|\n> | b |']);
		assert.deepEqual(tables('| a |\n|-|\n\n| b |\n|-|'), ['| a |\n|-|', '| b |\n|-|']);
	});

	it('are none without delimiters', () => {
		assert.deepEqual(tables('a | b\nc | d\n\n|--|\n\na\n---\nb | c'), []);
	});
});
