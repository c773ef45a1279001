import assert from 'node:assert/strict';
import {
	firstTemplate,
	renderTemplate,
	titleFormOf,
	usualTitleForm,
	type NewEntryValues,
	type Template,
} from '../../../src/core/newEntry/template.ts';

const values: NewEntryValues = { number: 1, title: 'Hello', date: '2022-12-02T06:21:40-07:00' };

/** The text with its tab stops marked by their order: `«1»`, `«2»`. */
function marked(template: Template, changed: Partial<NewEntryValues> = {}): string {
	const { text, stops } = renderTemplate(template, { ...values, ...changed });
	return stops
		.map(({ start }, i) => ({ start, mark: `«${i + 1}»` }))
		.toSorted((a, b) => b.start - a.start)
		.reduce((result, { start, mark }) => result.slice(0, start) + mark + result.slice(start), text);
}

describe('the first entry ever', () => {
	it('has the usual fields, and stops at title, output and body', () => {
		const expected = (title: string, first: string, second: string) =>
			`---\ntitle: "1 - ${title}"\ndate: 2022-12-02T06:21:40-07:00\nseries: ["Daily Log"]\ntags: ["daily-log"]\n` +
			`toc: false\ninput: 0\noutput: ${first}\ndraft: true\n---\n${second}\n`;
		const template = firstTemplate('Daily Log');
		assert.deepEqual([marked(template), marked(template, { title: '' })], [expected('Hello', '«1»', '«2»'), expected('«1»', '«2»', '«3»')]);
	});

	it('calls the fields as the user does, and quotes what needs it', () => {
		const text = marked(firstTemplate('My "own" log', { input: 'minutes', output: 'result' }), { title: 'C#: a "tour"' });
		assert.deepEqual(
			text.split('\n').filter(line => /^(?:title|series|minutes|result)/.test(line)),
			['title: "1 - C#: a \\"tour\\""', 'series: ["My \\"own\\" log"]', 'minutes: 0', 'result: «1»'],
		);
	});
});

describe('renderTemplate', () => {
	const raw = { format: 'yaml', style: 'raw' } as const;

	it('fills in what is made of the other values', () => {
		const derived = (pattern: string): Template => ({
			pieces: [{ kind: 'derived', pattern, digits: 3, scalar: raw }],
			lineEnd: '\n',
			byteOrderMark: false,
		});
		const all = '{number} {title} {slug} {date} {dateTime} {name}';
		assert.deepEqual(
			[
				marked(derived(all), { title: 'Big day' }),
				marked(derived(all), { title: '', day: '2022-12-01', name: 'x' }),
				marked(derived('/log/{number}-{slug}/'), { title: '' }),
			],
			['001 Big day big-day 2022-12-02 2022-12-02T06:21:40-07:00 001-big-day', '001 2022-12-01 2022-12-02T06:21:40-07:00 x', '/log/001/'],
		);
	});

	it('writes the line ends of the log and its byte order mark, and stops where they are', () => {
		const template: Template = { ...firstTemplate('Daily Log'), lineEnd: '\r\n', byteOrderMark: true };
		const { text, stops } = renderTemplate(template, values);
		assert.equal(text.startsWith('\uFEFF---\r\ntitle: "1 - Hello"\r\n'), true);
		assert.deepEqual(
			stops.map(({ start, end }) => [text.slice(start - 8, start), text.slice(end, end + 2)]),
			[
				['output: ', '\r\n'],
				['e\r\n---\r\n', '\r\n'],
			],
		);
	});

	it('tells how titles are written', () => {
		assert.deepEqual([titleFormOf(firstTemplate('x')), titleFormOf(undefined)], [usualTitleForm, usualTitleForm]);
	});
});
