import assert from 'node:assert/strict';
import { entryOf, isDraft, type LogShape } from '../../src/core/entry.ts';
import { entryText, noteAt, plainShape } from '../support/notes.ts';

function numberOf(path: string, text: string, shape: Partial<LogShape> = {}): number | undefined | 'none' {
	const entry = entryOf(noteAt(path, text), { ...plainShape, ...shape });
	return entry === undefined ? 'none' : entry.number;
}

describe('an entry', () => {
	it('is read from a note of the series', () => {
		const text = entryText(62, { tags: '["daily-log", craft]', output: 'A roadmap', input: '90', draft: 'false' }, 'Four words of text.');
		assert.deepEqual(entryOf(noteAt('content/daily-log/62.md', text), plainShape), {
			uri: 'vault:/content/daily-log/62.md',
			path: 'content/daily-log/62.md',
			number: 62,
			title: '62 - Entry',
			date: '2022-12-02T06:21:40-07:00',
			day: '2022-12-02',
			input: 90,
			output: 'A roadmap',
			tags: ['daily-log', 'craft'],
			draft: false,
			problem: undefined,
		});
	});

	it('belongs by its series, compared as Hugo compares terms', () => {
		const series = ['["Daily Log"]', 'daily-log', '[other, "DAILY  LOG"]', '["Daily Logs"]', '[]', 'null'];
		assert.deepEqual(
			series.map(value => numberOf('1.md', entryText(1, { series: value }))),
			[1, 1, 1, 'none', 'none', 'none'],
		);
	});

	it('belongs by folder and number where a folder is set', () => {
		const shape = { folder: 'log' };
		const plain = '---\ntitle: x\n---\n';
		assert.deepEqual(
			['log/62.md', 'log/62/index.md', 'log/a/62-x.md', 'log/about.md', 'logs/62.md', 'log/_index.md'].map(path =>
				numberOf(path, plain, shape),
			),
			[62, 62, 62, 'none', 'none', 'none'],
		);
	});

	it('takes its number from the title first, then from the name', () => {
		assert.deepEqual(
			[numberOf('7.md', entryText(62)), numberOf('062-x.md', entryText(0, { title: 'x' })), numberOf('x.md', entryText(0, { title: 'x' }))],
			[62, 62, undefined],
		);
	});

	it('has no number of these: 62.5, -3, ten to the twelfth, a date, other digits', () => {
		const titles = ['62.5 - x', '-3 - x', '1000000000000 - x', '20221202 - x', '2022-12-02 - x', '٦٢ - x'];
		assert.deepEqual(
			titles.map(title => numberOf('x.md', entryText(0, { title: `"${title}"` }))),
			titles.map(() => undefined),
		);
		assert.deepEqual(
			['0 - x', '007 - x'].map(title => numberOf('x.md', entryText(0, { title: `"${title}"` }))),
			[0, 7],
		);
	});

	it('has the day that is written, whatever the reader’s zone, and the day before in the small hours where days start late', () => {
		const dayOf = (date: string, dayStartsAt = 0): string | undefined =>
			entryOf(noteAt('1.md', entryText(1, { date })), { ...plainShape, dayStartsAt })?.day;
		assert.deepEqual(
			[
				dayOf('2022-12-02T23:59:00-07:00'),
				dayOf('2022-12-03T00:10:00+13:00'),
				dayOf('2022-12-03T01:30:00-07:00', 4),
				dayOf('2022-12-03', 4),
				dayOf('soon'),
			],
			['2022-12-02', '2022-12-03', '2022-12-02', '2022-12-03', undefined],
		);
	});

	it('counts input in hours and under another name where the settings say so', () => {
		const shape: LogShape = { ...plainShape, fields: { input: 'hours', output: 'result' }, inputUnit: 'hours' };
		const entry = entryOf(noteAt('1.md', entryText(1, { hours: '1.5', result: 'done' })), shape);
		assert.deepEqual([entry?.input, entry?.output], [90, 'done']);
	});

	it('has no input where it is no number of minutes', () => {
		const inputs = ['1h30', '-5', '"90"', 'null', '.nan', '0'];
		assert.deepEqual(
			inputs.map(input => entryOf(noteAt('1.md', entryText(1, { input })), plainShape)?.input),
			[undefined, undefined, undefined, undefined, undefined, 0],
		);
	});

	it('is a draft when Hugo takes it for one', () => {
		assert.deepEqual([true, false, 'true', 'TRUE', 't', '1', 1, 0, 'yes', 'on', 'flase', null, undefined].map(isDraft), [
			true,
			false,
			true,
			true,
			true,
			true,
			true,
			false,
			false,
			false,
			false,
			false,
			false,
		]);
	});

	it('with broken front matter is listed with its problem', () => {
		const entry = entryOf(noteAt('9.md', '---\ntitle: "9 - Unclosed\nseries: ["Daily Log"]\n---\n'), plainShape);
		assert.equal(entry?.number, 9);
		assert.ok((entry.problem ?? '') !== '');
	});
});
