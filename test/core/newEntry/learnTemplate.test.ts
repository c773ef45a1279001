import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readFields } from '../../../src/core/frontMatter/fields.ts';
import { findFrontMatter } from '../../../src/core/frontMatter/frontMatter.ts';
import { learnTemplate } from '../../../src/core/newEntry/learnTemplate.ts';
import { firstTemplate, renderTemplate, type NewEntryValues, type Template } from '../../../src/core/newEntry/template.ts';

const names = { input: 'input', output: 'output' };
const values: NewEntryValues = { number: 63, title: 'Reading about craft', date: '2022-12-03T07:00:00-07:00' };

/** The entry after these, newest first and numbered down from 62, with its tab stops marked `«1»`, `«2»`; `nothing` where nothing is learned. */
function next(texts: readonly string[], changed: Partial<NewEntryValues> = {}): string {
	const template = learnTemplate(
		texts.map((text, i) => ({ text, number: 62 - i })),
		{ names, series: 'Daily Log' },
	);
	return template ? marked(template, { ...values, ...changed }) : 'nothing';
}

function marked(template: Template, filled: NewEntryValues): string {
	const { text, stops } = renderTemplate(template, filled);
	return stops
		.map(({ start }, i) => ({ start, mark: `«${i + 1}»` }))
		.toSorted((a, b) => b.start - a.start)
		.reduce((result, { start, mark }) => result.slice(0, start) + mark + result.slice(start), text);
}

function lines(...all: readonly string[]): string {
	return all.map(line => `${line}\n`).join('');
}

/** A YAML entry with these lines in its front matter. */
function yaml(...fields: readonly string[]): string {
	return lines('---', ...fields, '---', 'Prose.');
}

/** The fields that follow from the fields of the entries before. */
function nextFields(entries: readonly (readonly string[])[], changed: Partial<NewEntryValues> = {}): readonly string[] {
	const text = next(
		entries.map(fields => yaml(...fields)),
		changed,
	);
	return text.split('\n').slice(1, text.split('\n').indexOf('---', 1));
}

describe('the learned template', () => {
	it('writes the fields of the newest in their order and quoting, input 0, output empty, the common tail', () => {
		const entry = (number: number, title: string, body: readonly string[]) =>
			lines(
				...[
					'---',
					`title: "${number} - ${title}"`,
					`date: 2022-12-0${number - 60}T06:21:40-07:00`,
					'series: ["Daily Log"]',
					'tags: ["daily-log"]',
				],
				...['toc: false', 'input: 90', 'output: The same every day', 'draft: false', '---', ...body, '', '{{% subscribe %}}'],
			);
		const samples = [entry(62, 'Restarting', ['One.', '', 'Two.']), entry(61, 'Hexes', ['Three.'])];
		const expected = (title: string, output: string, body: string) =>
			lines(
				...['---', `title: "63 - ${title}"`, 'date: 2022-12-03T07:00:00-07:00', 'series: ["Daily Log"]', 'tags: ["daily-log"]'],
				...['toc: false', 'input: 0', `output: ${output}`, 'draft: false', '---', body, '', '{{% subscribe %}}'],
			);
		assert.deepEqual(
			[next(samples), next(samples, { title: '' })],
			[expected('Reading about craft', '«1»', '«2»'), expected('«1»', '«2»', '«3»')],
		);
	});

	it('learns nothing from nothing, nor from broken entries', () => {
		assert.deepEqual(
			[
				next([]),
				next(['Prose.\n']),
				next(['---\ntitle: "unclosed\n---\n']),
				next(['---js\nalert(1)\n---\n']),
				next(['---\ntitle: x\n']),
				next(['---\n---\n']),
			],
			['nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing'],
		);
	});

	it('passes over a broken newest entry', () => {
		assert.deepEqual(nextFields([['title: "62 - unclosed'], ["title: '61 - x'", 'toc: true']]), [
			"title: '63 - Reading about craft'",
			'toc: true',
		]);
	});

	it('writes titles as the log does', () => {
		const title = (...titles: readonly string[]) => nextFields(titles.map(written => [`title: ${written}`]))[0];
		assert.deepEqual(
			[
				title('62 - a', '61 - b'),
				title('"62: a"', '"61: b"'),
				title("'062 – a'"),
				title('"#62 a"', '"#61 b"'),
				title('"62 - C: a"', '61 - b', '60 - c'),
				title('"62"', '61 - b'),
				title('"62"'),
				title('Only words', 'More words'),
			],
			[
				'title: 63 - Reading about craft',
				'title: "63: Reading about craft"',
				"title: '063 – Reading about craft'",
				'title: "#63 Reading about craft"',
				'title: 63 - Reading about craft',
				'title: 63 - Reading about craft',
				'title: "63 - Reading about craft"',
				'title: Reading about craft',
			],
		);
	});

	it('quotes just the title that needs it', () => {
		const title = (typed: string) => nextFields([['title: 62 - a'], ['title: 61 - b']], { title: typed })[0];
		assert.deepEqual(
			[title('Why: because'), title('C #1'), title('say "x"'), title('')],
			['title: "63 - Why: because"', 'title: "63 - C #1"', 'title: 63 - say "x"', 'title: "63 - «1»"'],
		);
	});

	it('writes dates as the log does', () => {
		const date = (...dates: readonly string[]) => nextFields(dates.map(written => ['title: 62 - a', `date: ${written}`])).slice(1);
		assert.deepEqual(
			[
				date('2022-12-02'),
				date('"2022-12-02T06:21:40-07:00"'),
				date("'2022-12-02'"),
				date('2022-12-02 06:21:40'),
				date('2022-12-02T06:21:40Z'),
			],
			[
				['date: 2022-12-03'],
				['date: "2022-12-03T07:00:00-07:00"'],
				["date: '2022-12-03'"],
				['date: 2022-12-03T07:00:00-07:00'],
				['date: 2022-12-03T07:00:00-07:00'],
			],
		);
		assert.deepEqual(nextFields([['date: 2022-12-02']], { day: '2022-12-02' }), ['date: 2022-12-02']);
	});

	it('gives the other dates the new one, and leaves out what would expire', () => {
		const entry = (day: number) => [
			`date: 2022-12-0${day}`,
			`lastmod: 2022-12-09`,
			`begun: 2022-12-0${day}`,
			`expiryDate: 2023-01-0${day}`,
			`seen: 2022-11-0${day}`,
		];
		assert.deepEqual(nextFields([entry(2), entry(1)]), ['date: 2022-12-03', 'lastmod: 2022-12-03', 'begun: 2022-12-03']);
	});

	it('is a draft unless all the latest are published', () => {
		const draft = (...drafts: readonly string[]) => nextFields(drafts.map(written => [`draft: ${written}`]))[0];
		assert.deepEqual(
			[draft('false', 'false'), draft('true', 'false'), draft('false', 'true'), draft('true'), draft('yes')],
			['draft: false', 'draft: true', 'draft: true', 'draft: true', 'draft: true'],
		);
	});

	it('empties what differs and copies what is constant', () => {
		const words: Readonly<Record<number, string>> = { 62: 'bread', 61: 'salt', 60: 'a' };
		const entry = (n: number) => [
			...[
				`title: ${n} - a`,
				`description: About ${words[n]}`,
				`summary: "${words[n]} in short"`,
				'author: Ann',
				`images: [${words[n]}.png]`,
				`mood: ${n % 2}`,
			],
			...[
				`cover: {src: ${words[n]}.png}`,
				'toc: false',
				'layout: "log"  # ours',
				`public: ${n !== 62}`,
				`place: "${words[n]}"  # where`,
				'nothing:',
			],
		];
		assert.deepEqual(nextFields([entry(62), entry(61), entry(60)]).slice(1), [
			...['description:', 'summary: ""', 'author: Ann', 'images: []', 'mood: 0', 'cover: {}'],
			...['toc: false', 'layout: "log"  # ours', 'public: true', 'place: ""  # where', 'nothing:'],
		]);
	});

	it('of one entry copies only what looks constant', () => {
		assert.deepEqual(
			nextFields([
				[
					'title: 62 - a',
					'author: Ann',
					'description: A day',
					'tags: [x, y]',
					'series:',
					'  - Daily Log',
					'weight: 62',
					'rank: 5',
					'images:',
					'  - a.png',
				],
			]),
			[
				'title: 63 - Reading about craft',
				'author: Ann',
				'description:',
				'tags: [x, y]',
				'series:',
				'  - Daily Log',
				'weight: 63',
				'rank: 0',
				'images: []',
			],
		);
	});

	it('keeps the terms that all have, in the style of the list', () => {
		const tags = (...lists: readonly (readonly string[])[]) => nextFields(lists).join('|');
		assert.deepEqual(
			[
				tags(['tags: ["daily-log", "wood"]'], ['tags: ["daily-log", "dsp"]']),
				tags(['tags: [ wood, daily-log, x ]'], ['tags: [ daily-log, x ]']),
				tags(['tags:', '  - wood', '  - "daily-log"', '  - x'], ['tags:', '  - daily-log', '  - x']),
				tags(['tags:', '- wood', '- x # why'], ['tags:', '- x']),
				tags(['tags: [a]'], ['tags: [b]']),
				tags(['tags: a, b'], ['tags: [daily-log, x]'], ['tags: [daily-log, y]']),
			],
			['tags: ["daily-log"]', 'tags: [ daily-log, x ]', 'tags:|  - "daily-log"|  - x', 'tags:|- x', 'tags: []', 'tags: [daily-log]'],
		);
	});

	it('forgives one slip in ten', () => {
		const entry = (n: number) => [
			`title: "${n} - a"`,
			`author: ${n === 58 ? 'Bob' : 'Ann'}`,
			`tags: [${n === 57 ? 'x' : `daily-log, t${n}`}]`,
		];
		assert.deepEqual(nextFields(Array.from({ length: 10 }, (_, i) => entry(62 - i))).slice(1), ['author: Ann', 'tags: [daily-log]']);
	});

	it('counts with the number, and makes what is made of it', () => {
		const entry = (n: number, words: string) => [
			...[
				`title: "${n} - ${words}"`,
				`date: 2022-12-0${n - 60}`,
				`weight: ${n}`,
				`rank: ${1000 - n}`,
				`slug: "${n}-${words.toLowerCase()}"`,
			],
			...[`url: /log/${n}/`, `nr: "0${n}"`, `linkTitle: ${words}`, `image: 2022-12-0${n - 60}.png`, 'constant: 7'],
		];
		const samples = [entry(62, 'Craft'), entry(61, 'Hexes')];
		const rest = ['url: /log/63/', 'nr: "063"'];
		assert.deepEqual(
			[nextFields(samples).slice(2), nextFields(samples, { title: '' }).slice(2)],
			[
				[
					'weight: 63',
					'rank: 937',
					'slug: "63-reading-about-craft"',
					...rest,
					'linkTitle: Reading about craft',
					'image: 2022-12-03.png',
					'constant: 7',
				],
				['weight: 63', 'rank: 937', 'slug: "63"', ...rest, 'linkTitle: ""', 'image: 2022-12-03.png', 'constant: 7'],
			],
		);
	});

	it('takes fields that most have, and puts what the newest lacks where the others have it', () => {
		const samples = [
			['b: 1', 'd: 1', 'only: 1'],
			['a: 1', 'b: 1', 'c: 1', 'd: 1'],
			['a: 1', 'b: 1', 'c: 1', 'd: 1', 'old: 1'],
		];
		assert.deepEqual(nextFields(samples), ['a: 1', 'b: 1', 'c: 1', 'd: 1']);
	});

	it("keeps comments and spacing that are the log's habit", () => {
		const entry = (n: number) => [
			`# entry`,
			`title:   "${n} - a"`,
			`input: ${n}  # minutes`,
			`output: x # ${n}`,
			'',
			'# flags',
			'draft: false',
		];
		assert.deepEqual(nextFields([entry(62), entry(61)]), [
			...['# entry', 'title:   "63 - Reading about craft"', 'input: 0  # minutes', 'output: «1»', '', '# flags', 'draft: false'],
		]);
	});

	it('starts at nothing in every writing of input and output, also under other names', () => {
		const fields = (...written: readonly string[]) => nextFields([written, written]).join('|');
		assert.deepEqual(
			[
				fields('input: "90"', 'output: "x"'),
				fields('Input: 1.5', "Output: 'x'"),
				fields('input:', 'output:'),
				fields('output: >-', '  folded', '  text', 'input: 5'),
				fields('output: ""', 'input: 0'),
			],
			['input: 0|output: "«1»"', "Input: 0|Output: '«1»'", 'input: 0|output: «1»', 'output: «1»|input: 0', 'output: "«1»"|input: 0'],
		);
		const renamed = learnTemplate([{ text: yaml('minutes: 90', 'result: x', 'input: 7'), number: 62 }], {
			names: { input: 'Minutes', output: 'result' },
			series: '',
		});
		assert.equal(renamed && renderTemplate(renamed, values).text, lines('---', 'minutes: 0', 'result: ', 'input: 0', '---', ''));
	});

	it('learns from TOML', () => {
		const entry = (n: number) =>
			lines(
				...[
					'+++',
					`title = '${n} - a'`,
					`date = 2022-12-0${n - 60}T06:21:40-07:00`,
					'series = ["Daily Log"]',
					`tags = ["daily-log", "t${n}"]`,
					'input = 90',
				],
				...['output = "x"', `note = "${n === 62 ? 'bread' : 'salt'}"`, 'draft = false', '[params]', 'color = "red"', '+++', '', 'Prose.'],
			);
		assert.equal(
			next([entry(62), entry(61)], { title: 'Craft' }),
			lines(
				...[
					'+++',
					"title = '63 - Craft'",
					'date = 2022-12-03T07:00:00-07:00',
					'series = ["Daily Log"]',
					'tags = ["daily-log"]',
					'input = 0',
				],
				...['output = "«1»"', 'note = ""', 'draft = false', '[params]', 'color = "red"', '+++', '', '«2»'],
			),
		);
	});

	it('learns from JSON', () => {
		const entry = (n: number) =>
			lines(
				'{',
				`  "title": "${n} - a",`,
				`  "date": "2022-12-0${n - 60}",`,
				'  "tags": ["daily-log"],',
				'  "input": 90,',
				`  "output": "x${n}"`,
				'}',
				`Prose ${n}.`,
			);
		assert.equal(
			next([entry(62), entry(61)]),
			lines(
				'{',
				'  "title": "63 - Reading about craft",',
				'  "date": "2022-12-03",',
				'  "tags": ["daily-log"],',
				'  "input": 0,',
				'  "output": "«1»"',
				'}',
				'«2»',
			),
		);
	});

	it('follows the line ends and the byte order mark of most', () => {
		const entry = (n: number) => yaml(`title: ${n} - a`, 'output: x');
		const windows = (n: number) => `\uFEFF${entry(n).replaceAll('\n', '\r\n')}`;
		assert.deepEqual(
			[next([windows(62), windows(61)]), next([entry(62), windows(61), entry(60)])],
			[
				'\uFEFF---\r\ntitle: 63 - Reading about craft\r\noutput: «1»\r\n---\r\n«2»\r\n',
				'---\ntitle: 63 - Reading about craft\noutput: «1»\n---\n«2»\n',
			],
		);
	});
});

describe('the law of the learned template', () => {
	const title = fc
		.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
		.filter(text => text.trim() === text && !/[\p{Cc}\u2028\u2029]/u.test(text));
	const written: fc.Arbitrary<NewEntryValues> = fc.record({
		number: fc.integer({ min: 1, max: 99_999 }),
		title,
		date: fc.constantFrom('2022-12-02T06:21:40-07:00', '2024-02-29T23:59:59+05:45', '2026-11-22T00:00:00Z'),
	});
	const shapes = fc.constantFrom<readonly string[]>(
		['title: "0 - x"', 'date: 2022-12-02T00:00:00Z', 'input: 5', 'output: x', 'draft: false'],
		['draft: true', "output: 'x'", 'input: 0 # minutes', "title: '0: x'", 'date: "2022-12-02T00:00:00Z"', 'tags:', '  - daily-log'],
		['# a log', 'title: 0 — x', 'date: 2022-12-02', 'series: [ Daily Log ]', 'input: 1', 'output:'],
	);
	const bodies = fc.constantFrom(
		'',
		'\n',
		'Prose.\n',
		'\nProse.\n\n{{% subscribe %}}\n',
		'## Plan\n\nProse.\n\n## Done\n\nMore.\n\n{{< bye >}}\n',
	);

	/** The template of a log of two entries: 0 and 1 differ in number, words and prose. */
	function templateOf(shape: readonly string[], body: string): Template {
		const text = lines('---', ...shape, '---') + body;
		const other = text
			.replace(/\b0( -|:| —) x/, '1$1 y')
			.replaceAll('Prose', 'Other')
			.replaceAll('More', 'Less');
		const template = learnTemplate(
			[
				{ text: other, number: 1 },
				{ text, number: 0 },
			],
			{ names, series: 'Daily Log' },
		);
		assert.ok(template);
		return template;
	}

	it('renders again what it was learned from', () => {
		fc.assert(
			fc.property(shapes, bodies, fc.array(written, { minLength: 2, maxLength: 6 }), written, (shape, body, earlier, later) => {
				const template = templateOf(shape, body);
				const samples = earlier.map(filled => ({ text: renderTemplate(template, filled).text, number: filled.number }));
				const learned = learnTemplate(samples, { names, series: 'Daily Log' });
				assert.ok(learned);
				assert.equal(renderTemplate(learned, later).text, renderTemplate(template, later).text);
			}),
			{ numRuns: 200 },
		);
	});

	it('reads back as what was given', () => {
		fc.assert(
			fc.property(shapes, written, (shape, filled) => {
				for (const template of [templateOf(shape, 'Prose.\n'), firstTemplate('Daily Log')]) {
					const { text } = renderTemplate(template, filled);
					const block = findFrontMatter(text);
					assert.ok(block?.closed);
					const { fields, errors } = readFields(text, block);
					const read = new Map(fields.map(field => [field.name, field.value]));
					assert.deepEqual(errors, []);
					assert.match(String(read.get('title')), /^\d+(?: - |: | — )/);
					assert.equal(String(read.get('title')).endsWith(filled.title), true);
					assert.equal(filled.date.startsWith(String(read.get('date'))), true);
					assert.deepEqual([read.get('input'), read.get('output') ?? ''], [0, '']);
				}
			}),
			{ numRuns: 200 },
		);
	});
});

describe('the real log', () => {
	const folder = new URL('../../../../shared/log/', import.meta.url);

	it('gives entry 63 as entry 62 is written', function () {
		if (!existsSync(folder)) {
			console.log('      skipped: ../shared/log is not here');
			this.skip();
		}
		const read = (number: number) => readFileSync(new URL(`${number}.md`, folder), 'utf8');
		assert.equal(
			next([read(62), read(39)]),
			lines(
				...['---', 'title: "63 - Reading about craft"', 'date: 2022-12-03T07:00:00-07:00', 'series: ["Daily Log"]', 'tags: ["daily-log"]'],
				...['toc: false', 'input: 0', 'output: «1»', 'draft: false', '---', '«2»', '', '{{% subscribe %}}'],
			),
		);
		assert.equal(next([read(62)]).endsWith('---\n«2»\n\n{{% subscribe %}}\n'), true);
	});
});
