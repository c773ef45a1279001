import assert from 'node:assert/strict';
import { parseTemplateText, type TemplateTextOptions } from '../../../src/core/newEntry/archetype.ts';
import { renderTemplate, usualTitleForm, type NewEntryValues } from '../../../src/core/newEntry/template.ts';

const values: NewEntryValues = { number: 63, title: 'Reading about craft', date: '2022-12-03T07:00:00-07:00' };
const usual: TemplateTextOptions = { names: { input: 'input', output: 'output' }, title: usualTitleForm };

/** What the template of these lines writes, tab stops marked `«1»`; `line 3: …` where something is wrong with it. */
function write(
	template: readonly string[],
	changed: Partial<NewEntryValues> = {},
	options: Partial<TemplateTextOptions> = {},
): readonly string[] {
	const read = parseTemplateText(template.join('\n'), { ...usual, ...options });
	if (read.kind === 'problem') {
		return [`line ${read.line}: ${read.message}`];
	}
	const { text, stops } = renderTemplate(read.template, { ...values, ...changed });
	return stops
		.map(({ start }, i) => ({ start, mark: `«${i + 1}»` }))
		.toSorted((a, b) => b.start - a.start)
		.reduce((result, { start, mark }) => result.slice(0, start) + mark + result.slice(start), text)
		.split('\n');
}

describe('a template of the user', () => {
	it('has its placeholders filled in, and everything else left as it is', () => {
		const template = [
			'---',
			'# mine',
			'title: "{number} - {title}"',
			'date: {date}',
			'slug: {slug}',
			'nr: {number}',
			'output: ""',
			'---',
			'# {title}',
			'',
			'{{% subscribe %}}',
			'',
		];
		const expected = (title: string, slug: string) => [
			...['---', '# mine', `title: "63 - ${title}"`, 'date: 2022-12-03T07:00:00-07:00', `slug: ${slug}`, 'nr: 63'],
		];
		assert.deepEqual(
			[write(template), write(template, { title: '' })],
			[
				[
					...expected('Reading about craft', 'reading-about-craft'),
					'output: "«1»"',
					'---',
					'# Reading about craft',
					'«2»',
					'{{% subscribe %}}',
					'',
				],
				[...expected('«1»', '""'), 'output: "«2»"', '---', '#', '«3»', '{{% subscribe %}}', ''],
			],
		);
	});

	it('gets the title in the form of the log, and the date, where it has them not', () => {
		const title = { pattern: '#{number}: {title}', digits: 3 };
		assert.deepEqual(
			[
				write(['---', 'title: "{title}"', 'toc: false', '---', ''], {}, { title }),
				write(['---', 'title: ""', 'date:', '---', '']),
				write(['---', 'toc: false', '---', '']),
				write(['+++', 'toc = false', '[params]', 'x = 1', '+++', '']),
				write(['{ "toc": false }', '']),
			],
			[
				['---', 'title: "#063: Reading about craft"', 'date: 2022-12-03T07:00:00-07:00', 'toc: false', '---', '«1»'],
				['---', 'title: "63 - Reading about craft"', 'date: 2022-12-03T07:00:00-07:00', '---', '«1»'],
				['---', 'title: "63 - Reading about craft"', 'date: 2022-12-03T07:00:00-07:00', 'toc: false', '---', '«1»'],
				['+++', 'title = "63 - Reading about craft"', 'date = 2022-12-03T07:00:00-07:00', 'toc = false', '[params]', 'x = 1', '+++', '«1»'],
				['{ "title": "63 - Reading about craft", "date": "2022-12-03T07:00:00-07:00", "toc": false }', '«1»'],
			],
		);
	});

	it('quotes the title as the place needs it', () => {
		const title = `C#: "a" 'tour'`;
		assert.deepEqual(
			[
				write(['---', 'title: {title}', 'tags: [{slug}]', 'about: "On {title}"', 'date: 2000-01-01', '---', ''], { title }).slice(1, 5),
				write(['+++', "title = '{title}'", 'date = {date}', '+++', ''], { title }).slice(1, 3),
			],
			[
				['title: "63 - C#: \\"a\\" \'tour\'"', 'tags: [c-a-tour]', 'about: "On C#: \\"a\\" \'tour\'"', 'date: 2022-12-03T07:00:00-07:00'],
				['title = "63 - C#: \\"a\\" \'tour\'"', 'date = 2022-12-03T07:00:00-07:00'],
			],
		);
	});

	it('keeps its line ends and byte order mark', () => {
		const read = parseTemplateText('\uFEFF---\r\ntitle: "{title}"\r\n---\r\n\r\nBye\r\n', usual);
		assert.equal(
			read.kind === 'template' && renderTemplate(read.template, values).text,
			'\uFEFF---\r\ntitle: "63 - Reading about craft"\r\ndate: 2022-12-03T07:00:00-07:00\r\n---\r\n\r\nBye\r\n',
		);
	});
});

describe("Hugo's archetype", () => {
	it('is read as far as it uses plain variables', () => {
		assert.deepEqual(
			write([
				...[
					'+++',
					"date = '{{ .Date }}'",
					'draft = true',
					`title = '{{ replace .File.ContentBaseName "-" " " | title }}'`,
					"slug = '{{ .Name }}'",
					'weight = {number}',
				],
				...['+++', '{{/* not for readers */}}{{< figure src="x.png" >}}', '', 'Written {{ now.Format "2006-01-02" }}.', ''],
			]),
			[
				...[
					'+++',
					"date = '2022-12-03T07:00:00-07:00'",
					'draft = true',
					"title = '63 - Reading about craft'",
					"slug = '63-reading-about-craft'",
					'weight = 63',
				],
				...['+++', '{{< figure src="x.png" >}}', '«1»', 'Written 2022-12-03.', ''],
			],
		);
	});

	it('is never run: everything else is a problem at its line', () => {
		const known =
			'of Hugo\'s variables there are {{ .Date }}, {{ .Name }}, {{ .File.ContentBaseName }}, {{ .Title }} and {{ replace .Name "-" " " | title }}.';
		const problem = (expression: string) => write(['---', 'title: x', `site: ${expression}`, '---'])[0];
		assert.deepEqual(
			['{{ .Site.Title }}', '{{ exec "rm" }}', '{{ if .Draft }}', '{{- .Date | upper -}}', '{{ .Date'].map(problem),
			['{{ .Site.Title }}', '{{ exec "rm" }}', '{{ if .Draft }}', '{{- .Date | upper -}}', '{{'].map(
				shown => `line 3: '${shown}' is not known here: ${known}`,
			),
		);
	});
});

describe('a broken template', () => {
	it('says where and what', () => {
		const lineOf = (...template: readonly string[]) => write(template)[0]?.split(':')[0];
		assert.deepEqual(
			[
				lineOf('Prose.'),
				lineOf(''),
				lineOf('---', 'title: x'),
				lineOf('---js', 'title: x', '---'),
				lineOf('---', '---'),
				lineOf('---', 'title: x', 'draft: true', 'output: "a" b', '---'),
				lineOf('---', 'title: x', 'title: y', '---'),
				lineOf('---', 'title: x', 'params:', '  about: {title}', '---'),
			],
			['line 1', 'line 1', 'line 1', 'line 1', 'line 1', 'line 4', 'line 3', 'line 4'],
		);
		assert.deepEqual(write(['Prose.']), ['line 1: The template has no front matter that could be read.']);
	});
});
