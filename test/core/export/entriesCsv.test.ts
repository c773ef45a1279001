import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { csvColumns, entriesCsv } from '../../../src/core/export/entriesCsv.ts';
import { entryText, plainShape, vaultOf } from '../../support/notes.ts';
import type { LogShape } from '../../../src/core/entry.ts';

/** The rows that the entries of such files become, read back by a strict parser; the header apart. */
function rowsOf(texts: Readonly<Record<string, string>>, shape: LogShape = plainShape): readonly (readonly string[])[] {
	const vault = vaultOf(texts, shape);
	const text = entriesCsv(vault.entries(), ({ uri }) => vault.note(uri)?.words ?? 0);
	const [header, ...rows]: readonly string[][] = parse(text, { bom: true, record_delimiter: '\r\n' });
	assert.deepEqual(header, csvColumns);
	return rows;
}

describe('the entries as CSV', () => {
	it('have a row each, lowest number first', () => {
		const texts = {
			'log/10.md': entryText(
				10,
				{ title: '"10 - Größe, 木"', output: 'A "drawer", and more', tags: '[joinery, hand tools]', draft: 'true' },
				'Two words.\n',
			),
			'log/2/index.md': entryText(2, { input: '12.5', date: '2022-12-02' }),
			'notes/a.md': '# A note\n',
		};
		assert.deepEqual(rowsOf(texts), [
			['2', '2022-12-02', '2 - Entry', '12.5', '', '', 'false', '0', 'log/2/index.md'],
			['10', '2022-12-02T06:21:40-07:00', '10 - Größe, 木', '30', 'A "drawer", and more', 'joinery, hand tools', 'true', '2', 'log/10.md'],
		]);
	});

	it('leave empty what is not there or cannot be read', () => {
		const texts = {
			'a.md': entryText(1, { title: 'No number', date: 'yesterday', input: 'long' }),
			'b.md': entryText(2, { input: '-5' }),
			'c.md': '---\ntitle: "3 - Broken\nseries: ["Daily Log"]\n---\n',
		};
		assert.deepEqual(rowsOf(texts), [
			['', '', 'No number', '', '', '', 'false', '0', 'a.md'],
			['', '', 'c', '', '', '', 'false', '0', 'c.md'],
			['2', '2022-12-02T06:21:40-07:00', '2 - Entry', '', '', '', 'false', '0', 'b.md'],
		]);
	});

	it('count input in minutes, whatever the log counts in', () => {
		assert.equal(rowsOf({ '1.md': entryText(1, { input: '1.5' }) }, { ...plainShape, inputUnit: 'hours' })[0]?.[3], '90');
	});

	it('hold no formula', () => {
		const fields = { title: '"=HYPERLINK(1)"', output: '"@SUM(1)"', tags: '["+1"]' };
		assert.deepEqual(rowsOf({ '-1.md': entryText(1, fields) })[0]?.slice(2), [
			"'=HYPERLINK(1)",
			'30',
			"'@SUM(1)",
			"'+1",
			'false',
			'0',
			"'-1.md",
		]);
	});

	it('begin with the mark by which spreadsheets know UTF-8, and are a header alone where there is none', () => {
		assert.equal(
			entriesCsv([], () => 0),
			'\uFEFFnumber,date,title,input,output,tags,draft,words,path\r\n',
		);
	});
});
