import assert from 'node:assert/strict';
import { checkFields } from '../../../src/core/problems/fieldRules.ts';
import { check, fixAll, problemsIn, type Around, type SeenProblem } from '../../support/problems.ts';
import { entryText, plainShape } from '../../support/notes.ts';

const whole = { tags: '["daily-log", craft]', toc: 'false', output: 'Words', draft: 'false' };

/** A log of four entries with all usual fields, for the entry 62 to differ from. */
const others = Object.fromEntries(
	[58, 59, 60, 61].map(number => [`content/daily-log/${number}.md`, entryText(number, { ...whole, tags: `["daily-log", tag${number}]` })]),
);
const inLog: Around = { others };

function yaml(lines: string, around: Around = inLog): readonly SeenProblem[] {
	return check(checkFields, `---\n${lines}\n---\nBody\n`, around);
}

/** The lines of the block after each fix. */
function fixed(lines: string, around: Around = inLog): Readonly<Record<string, string>> {
	const texts = Object.entries(fixAll(checkFields, `---\n${lines}\n---\nBody\n`, around));
	return Object.fromEntries(texts.map(([title, text]) => [title, text.slice(4, -'\n---\nBody\n'.length)]));
}

/** All fields of the log's entries but those named, and with these lines behind them. */
function lines(without: readonly string[], ...more: readonly string[]): string {
	const all = entryText(62, whole).split('\n').slice(1, -2);
	return [...all.filter(line => !without.includes(line.split(':')[0] ?? '')), ...more].join('\n');
}

describe('field.missing', () => {
	it('finds nothing in an entry that has all fields', () => {
		assert.deepEqual(yaml(lines([])), []);
	});

	it('names the fields that the log has, with their severity', () => {
		const found = problemsIn(checkFields, '---\nseries: Daily Log\nslug: x\n---\n', inLog);
		assert.deepEqual(
			found.map(({ severity, message, fixes }) => [severity, message, fixes.map(({ title }) => title)]),
			[
				['error', `The entry has no 'title': lists and links have nothing to show for it.`, [`Insert 'title'`]],
				['error', `The entry has no 'date': Hugo puts it in the year 1, and the log cannot count its hours.`, [`Insert 'date'`]],
				[undefined, `The entry has no 'input', as the others of the log have.`, [`Insert 'input'`]],
				[undefined, `The entry has no 'tags', as the others of the log have.`, [`Insert 'tags'`]],
				[undefined, `The entry has no 'toc', as the others of the log have.`, [`Insert 'toc'`]],
				[undefined, `The entry has no 'output', as the others of the log have.`, [`Insert 'output'`]],
				[
					undefined,
					`The entry has no 'draft', as the others of the log have; Hugo publishes it.`,
					[`Insert 'draft: true'`, `Insert 'draft: false'`],
				],
			],
		);
	});

	it('stands at the opening delimiter', () => {
		assert.deepEqual(
			yaml(lines(['toc'])).map(({ code, at, fixes }) => [code, at, fixes]),
			[['field.missing', '---', [`Insert 'toc'`]]],
		);
	});

	it('inserts the default behind the usual neighbour', () => {
		assert.deepEqual(fixed(lines(['toc'])), { [`Insert 'toc'`]: lines([]) });
		assert.deepEqual(fixed(lines(['input'])), { [`Insert 'input'`]: lines([]).replace('input: 30', 'input: 0') });
		assert.deepEqual(fixed(lines(['tags'])), { [`Insert 'tags'`]: lines([]).replace('["daily-log", craft]', '["daily-log"]') });
		assert.deepEqual(fixed(lines(['output'])), { [`Insert 'output'`]: lines([]).replace('output: Words', 'output: ""') });
		assert.deepEqual(fixed(lines(['draft'])), {
			[`Insert 'draft: true'`]: lines([]).replace('draft: false', 'draft: true'),
			[`Insert 'draft: false'`]: lines([]),
		});
		assert.deepEqual(fixed(lines(['title'])), { [`Insert 'title'`]: lines([]).replace('"62 - Entry"', '"62"') });
		assert.deepEqual(fixed(lines(['date'])), { [`Insert 'date'`]: lines([]).replace(/date: .*/, 'date: 2022-12-03T05:00:00-07:00') });
	});

	it('finds words for the title in the heading or the name', () => {
		const titleOf = (path: string, body = '') => {
			const text = `---\n${lines(['title'])}\n---\n${body}`;
			return Object.values(fixAll(checkFields, text, { others, path })).map(after => after.split('\n')[1]);
		};
		assert.deepEqual(titleOf('content/daily-log/62-reading_about-craft.md'), ['title: 62 - Reading about craft']);
		assert.deepEqual(titleOf('content/daily-log/62.md', '# On craft\n'), ['title: 62 - On craft']);
		assert.deepEqual(titleOf('content/daily-log/x.md', '# 70: On craft\n'), ['title: "70: On craft"']);
		assert.deepEqual(titleOf('content/daily-log/craft/index.md'), ['title: 62 - Craft']);
	});

	it('takes an empty title for none, and fills it', () => {
		for (const title of ['title:', 'title: ""', `title: '  '`]) {
			const text = lines(['title'], title);
			assert.deepEqual(
				yaml(text).map(({ code, at }) => [code, at]),
				[['field.missing', 'title']],
				title,
			);
			assert.match(Object.values(fixed(text))[0] ?? '', /\ntitle: ["']?62["']?$/);
		}
	});

	it('is silent where Hugo takes the date from elsewhere', () => {
		assert.deepEqual(yaml(lines(['date'], 'publishDate: 2022-12-02')), []);
	});

	it('is silent in broken or unclosed front matter', () => {
		assert.deepEqual(yaml('title: "62 - x\nseries: Daily Log'), []);
		assert.deepEqual(check(checkFields, '---\ntitle: 62 - x\nseries: Daily Log\n\nBody\n', inLog), []);
		assert.deepEqual(check(checkFields, '---js\ntitle: 62 - x\n---\n', inLog), []);
		assert.deepEqual(check(checkFields, 'no front matter', inLog), []);
	});

	it('asks for no field that only some entries need', () => {
		const rich = Object.fromEntries(
			Object.entries(others).map(([path, text]) => [path, text.replace('toc:', 'description: x\ncover: a.png\nslug: y\nmood: good\ntoc:')]),
		);
		assert.deepEqual(
			yaml(lines([]), { others: rich }).map(({ message }) => message),
			[`The entry has no 'mood', as the others of the log have.`],
		);
	});

	it('asks for title, date and series even where most entries lack them', () => {
		const bare = Object.fromEntries([1, 2, 3, 4].map(number => [`log/${number}.md`, '---\nseries: Daily Log\n---\n']));
		for (const around of [
			{ others: bare, path: 'log/5.md' },
			{ others: {}, path: 'log/5.md' },
		]) {
			assert.deepEqual(
				yaml('slug: x', around).map(({ fixes }) => fixes[0]),
				[`Insert 'title'?`, `Insert 'date'?`, `Insert 'series'`],
			);
		}
	});

	it('takes a series without a term for none, unless a tag is hidden in a comment there', () => {
		for (const series of ['series:', 'series: []', 'series: # Daily Log']) {
			assert.deepEqual(
				yaml(lines(['series'], series)).map(({ code, at }) => [code, at]),
				[['field.missing', 'series']],
				series,
			);
			assert.match(Object.values(fixed(lines(['series'], series)))[0] ?? '', /\nseries: \["Daily Log"\]/);
		}
		assert.deepEqual(yaml(lines(['series'], 'series: #Daily Log')), []);
	});

	it('corrects a series that is nearly that of the log', () => {
		const seriesOf = (series: string) =>
			Object.values(fixed(lines(['series'], `series: ${series}`))).map(text => text.split('series: ')[1]);
		assert.deepEqual(seriesOf('["Dayli Log", "b"]'), ['["Daily Log", "b"]']);
		assert.deepEqual(seriesOf('["Daily Log, b"]'), ['["Daily Log", "b"]']);
		assert.deepEqual(yaml(lines(['series'], 'series: ["Daily Logs"]')), [
			{
				code: 'field.missing',
				at: '"Daily Logs"',
				message: `The entry does not count in the log: its series is 'Daily Logs', and that of the log is 'Daily Log'.`,
				fixes: [`Write 'Daily Log'?`],
			},
		]);
		for (const series of ['[Garden]', '["Daily Log 2"]', '[b, "daily-log"]', 'Daily Log, b']) {
			assert.deepEqual(yaml(lines(['series'], `series: ${series}`)), [], series);
		}
		const inFolder = { others, shape: { ...plainShape, folder: 'content/daily-log' } };
		assert.deepEqual(yaml(lines(['series'], 'series: ["Daily Logs"]'), inFolder), []);
	});

	it('misses the series where the folder makes the log', () => {
		const around = { shape: { ...plainShape, folder: 'content/daily-log' }, others };
		const found = problemsIn(checkFields, `---\n${lines(['series'])}\n---\n`, around);
		assert.deepEqual(
			found.map(({ code, severity, fixes }) => [code, severity, fixes[0]?.title]),
			[['field.missing', 'error', `Insert 'series'`]],
		);
		assert.deepEqual(fixed(lines(['series']), around), { [`Insert 'series'`]: lines([]) });
	});

	it('goes by the names that the settings give', () => {
		const shape = { ...plainShape, fields: { input: 'minutes', output: 'result' } };
		const renamed = Object.fromEntries(
			Object.entries(others).map(([path, text]) => [path, text.replace('input:', 'minutes:').replace('output:', 'result:')]),
		);
		assert.deepEqual(
			yaml(lines([], 'minutes: 3'), { others: renamed, shape }).flatMap(({ fixes }) => fixes),
			[`Insert 'result'`],
		);
	});

	it('writes TOML and JSON, and keeps CRLF', () => {
		const toml = `+++\ntitle = "62 - x"\ndate = 2022-12-02\nseries = ["Daily Log"]\ninput = 3\noutput = "x"\ntags = ["a"]\ndraft = true\n+++\n`;
		assert.deepEqual(fixAll(checkFields, toml, inLog), { [`Insert 'toc'`]: toml.replace('tags = ["a"]\n', 'tags = ["a"]\ntoc = false\n') });
		const json = `{\n  "date": "2022-12-02",\n  "series": ["Daily Log"], "input": 3, "output": "", "tags": [], "toc": true, "draft": true\n}\n`;
		assert.deepEqual(fixAll(checkFields, json, inLog), { [`Insert 'title'`]: json.replace('"date"', '"title": "62",\n  "date"') });
		const crlf = entryText(62, { ...whole })
			.replace('toc: false\n', '')
			.replaceAll('\n', '\r\n');
		assert.deepEqual(fixAll(checkFields, crlf, inLog), { [`Insert 'toc'`]: entryText(62, whole).replaceAll('\n', '\r\n') });
	});
});

describe('field.unknown', () => {
	it('names the field that was probably meant, and is silent about its lack', () => {
		assert.deepEqual(yaml(lines(['output'], 'otuput: x')), [
			{
				code: 'field.unknown',
				at: 'otuput',
				message: `'otuput' is no field of the log's, and Hugo does not know it. Did you mean 'output', which is missing here?`,
				fixes: [`Rename 'otuput' to 'output'?`],
			},
		]);
		assert.deepEqual(fixed(lines(['output'], '"otuput" : x # y')), {
			[`Rename 'otuput' to 'output'`]: lines(['output'], '"output" : x # y'),
		});
	});

	it('is an error where the entry so has no title, date or series', () => {
		const series = problemsIn(checkFields, `---\n${lines(['series'], 'serie: [Daily Log]')}\n---\n`, inLog);
		assert.deepEqual(
			series.map(({ code, severity }) => [code, severity]),
			[['field.unknown', 'error']],
		);
		const found = problemsIn(checkFields, `---\n${lines(['title'], 'titel: 62 - x')}\n---\n`, inLog);
		assert.deepEqual(
			found.map(({ code, severity }) => [code, severity]),
			[['field.unknown', 'error']],
		);
	});

	it('finds slips, and leaves other words alone', () => {
		const slips = {
			tag: 'tags',
			serie: 'series',
			outut: 'output',
			inptu: 'input',
			drafts: 'draft',
			tco: 'toc',
			PublishDat: 'publishDate',
			alias: 'aliases',
		};
		for (const [slip, meant] of Object.entries(slips)) {
			assert.deepEqual(
				yaml(lines([meant], `${slip}: 3`)).flatMap(({ fixes }) => fixes),
				[`Rename '${slip}' to '${meant}'?`],
			);
		}
		const words = ['height', 'site', 'mood', 'place', 'image', 'theme', 'author', 'lead', 'status', 'rate', 'x', '""'];
		assert.deepEqual(
			yaml(lines([], ...words.map(word => `${word}: 3`))).filter(({ code }) => code === 'field.unknown'),
			[],
		);
	});

	it('believes a name whose neighbour is there', () => {
		assert.deepEqual(yaml(lines([], 'tag: x', 'outpt: y')), []);
	});

	it('speaks of one of two', () => {
		assert.deepEqual(
			yaml(lines(['output'], 'outpu: x', 'outpt: y')).map(({ at }) => at),
			['outpu'],
		);
	});

	it('renames in TOML and JSON', () => {
		const toml = `+++\ntitle = "62 - x"\ndate = 2022-12-02\nseries = ["Daily Log"]\ninput = 3\n'otuput' = "x"\n+++\n`;
		assert.equal(fixAll(checkFields, toml, inLog)[`Rename 'otuput' to 'output'`], toml.replace('otuput', 'output'));
		const json = `{"title": "62 - x", "date": "2022-12-02", "series": ["Daily Log"], "otuput": "x"}\n`;
		assert.equal(fixAll(checkFields, json, inLog)[`Rename 'otuput' to 'output'`], json.replace('otuput', 'output'));
	});
});

describe('field.reserved', () => {
	it('takes words in outputs for the output', () => {
		const text = lines(['output'], 'outputs: A lid with two ends # done');
		assert.deepEqual(yaml(text), [
			{
				code: 'field.reserved',
				at: 'outputs',
				message: `To Hugo, 'outputs' names the formats a page is rendered in, such as html; any other word stops the build. What came out of the day is written in 'output'.`,
				fixes: [`Rename 'outputs' to 'output'`],
			},
		]);
		assert.deepEqual(fixed(text), { [`Rename 'outputs' to 'output'`]: lines(['output'], 'output: A lid with two ends # done') });
	});

	it('believes lists of formats', () => {
		for (const value of ['[html, RSS]', 'html', 'html json', '[html, jsonfeed]', '[]', '\n- HTML']) {
			assert.deepEqual(yaml(lines([], `outputs: ${value}`)), [], value);
		}
	});

	it('reports what is no list of formats', () => {
		for (const value of ['[A lid]', '[lid]', 'html lid', '3', '', '{a: b}', 'true']) {
			assert.deepEqual(
				yaml(lines(['output'], `outputs: ${value}`)).map(({ code }) => code),
				['field.reserved'],
				value,
			);
		}
	});

	it('moves the text where an empty output stands too, and else offers to remove', () => {
		assert.deepEqual(fixed(lines(['output'], 'output: ""', 'outputs: A lid')), {
			[`Move the text to 'output'`]: lines(['output'], 'output: "A lid"'),
		});
		assert.deepEqual(yaml(lines([], 'outputs: A lid'))[0]?.fixes, [`Remove 'outputs'?`]);
		assert.deepEqual(fixed(lines([], 'outputs: A lid')), { [`Remove 'outputs'`]: lines([]) });
	});

	it('goes by the name that the settings give', () => {
		const shape = { ...plainShape, fields: { input: 'input', output: 'result' } };
		assert.deepEqual(yaml(lines([], 'outputs: A lid'), { ...inLog, shape })[0]?.fixes, [`Rename 'outputs' to 'result'`]);
		const asOutputs = { ...plainShape, fields: { input: 'input', output: 'outputs' } };
		assert.match(yaml(lines([], 'outputs: A lid'), { ...inLog, shape: asOutputs })[0]?.message ?? '', /dailyLog\.fields\.$/);
	});

	it('renames in TOML and JSON', () => {
		const toml = `+++\ntitle = "62 - x"\ndate = 2022-12-02\nseries = ["Daily Log"]\noutputs = "A lid"\n+++\n`;
		assert.deepEqual(fixAll(checkFields, toml), { [`Rename 'outputs' to 'output'`]: toml.replace('outputs', 'output') });
		const json = `{"title": "62 - x", "date": "2022-12-02", "series": ["Daily Log"], "outputs": "A lid"}\n`;
		assert.deepEqual(fixAll(checkFields, json), { [`Rename 'outputs' to 'output'`]: json.replace('outputs', 'output') });
	});
});

describe('field.type', () => {
	const types = (line: string) => yaml(lines([line.split(':')[0] ?? ''], line)).filter(({ code }) => code === 'field.type');

	it('is silent about what Hugo casts, about null, and about what others report', () => {
		const fine = ['title: 62', 'output:', 'output: 3', 'weight: "10"', 'weight: 0', 'toc:', 'toc: {enable: true}', 'headless: "true"'];
		const more = ['params:', 'params: {a: b}', 'build: {list: never}', 'cascade: [{draft: true}]', 'aliases: /a /b', 'aliases: [/a, b]'];
		const elsewhere = ['draft: yes', 'input: 1h', 'date: [x]', 'tags: x', 'output: [[62]]', 'outputs: [x]', 'title: [broken'];
		for (const line of [...fine, ...more, ...elsewhere, 'url: /a/', 'keywords: a b', 'menus: main', 'sitemap: false', 'title: true']) {
			assert.deepEqual(types(line), [], line);
		}
	});

	const table: readonly (readonly [string, string, readonly string[], ...string[]])[] = [
		['title: [62 - x]', '[62 - x]', ['Write it as text'], 'title: 62 - x'],
		['title: ["62 - x", y]', '["62 - x", y]', ['Write the items as one text?'], 'title: 62 - x, y'],
		['summary: {a: b}', '{a: b}', []],
		['output: [a b, c]', '[a b, c]', ['Write the items as one text?'], 'output: a b, c'],
		['output:\n- a b', '- a b', ['Write it as text'], 'output: a b'],
		['output: true', 'true', [`Quote 'true'`], 'output: "true"'],
		['output: {a: 1}', '{a: 1}', []],
		['toc: yes # x', 'yes', ['Write true'], 'toc: true # x'],
		['toc: "false"', '"false"', ['Write false'], 'toc: false'],
		['toc: 1', '1', ['Write true'], 'toc: true'],
		['toc: maybe', 'maybe', []],
		['headless: on', 'on', ['Write true'], 'headless: true'],
		['isCJKLanguage: [x]', '[x]', []],
		['weight: ten', 'ten', []],
		['weight: [1]', '[1]', []],
		['url: https://example.org/a/b', 'https://example.org/a/b', ['Write /a/b?'], 'url: /a/b'],
		['url: [a]', '[a]', ['Write it as text'], 'url: a'],
		['aliases: [/x, "http://example.org"]', '"http://example.org"', ['Write only the path?'], 'aliases: [/x, "/"]'],
		['aliases: https://example.org/x', 'https://example.org/x', ['Write only the path?'], 'aliases: ["/x"]'],
		['build: never', 'never', []],
		['params: [a]', '[a]', []],
		['cascade: x', 'x', []],
	];
	for (const [line, at, fixes, after] of table) {
		it(JSON.stringify(line), () => {
			const found = types(line);
			assert.deepEqual(
				found.map(problem => [problem.code, problem.at, problem.fixes]),
				[['field.type', at, fixes]],
			);
			assert.match(found[0]?.message ?? '', /^'[\w]+' .+\.$/);
			assert.deepEqual(
				Object.values(fixed(lines([line.split(':')[0] ?? ''], line))),
				after === undefined ? [] : [lines([line.split(':')[0] ?? ''], after)],
			);
		});
	}

	it('reads TOML and JSON', () => {
		const toml = `+++\ntitle = ["62 - x"]\ndate = 2022-12-02\nseries = ["Daily Log"]\ntoc = "no"\nparams = 3\n+++\n`;
		assert.deepEqual(
			check(checkFields, toml).map(({ at }) => at),
			['["62 - x"]', '"no"', '3'],
		);
		assert.deepEqual(fixAll(checkFields, toml), {
			'Write it as text': toml.replace('["62 - x"]', '"62 - x"'),
			'Write false': toml.replace('"no"', 'false'),
		});
		const tables = '[params]\na = 1\n[[cascade]]\ndraft = true\n';
		assert.deepEqual(check(checkFields, `+++\ntitle = "62 - x"\ndate = 2022-12-02\nseries = ["Daily Log"]\n${tables}+++\n`), []);
		const json = `{"title": ["62 - x"], "date": "2022-12-02", "series": ["Daily Log"], "weight": {}}\n`;
		assert.deepEqual(
			check(checkFields, json).map(({ at }) => at),
			['["62 - x"]', '{}'],
		);
		assert.deepEqual(fixAll(checkFields, json), { 'Write it as text': json.replace('["62 - x"]', '"62 - x"') });
	});
});

describe('field.deprecated', () => {
	it('renames _build', () => {
		assert.deepEqual(yaml(lines([], '_build: {list: never}')), [
			{
				code: 'field.deprecated',
				at: '_build',
				message: `Hugo calls '_build' 'build' now; since 0.160 the old name stops the build of the site.`,
				fixes: [`Rename '_build' to 'build'`],
			},
		]);
		assert.deepEqual(fixed(lines([], '_build:\n  list: never # x')), {
			[`Rename '_build' to 'build'`]: lines([], 'build:\n  list: never # x'),
		});
		assert.deepEqual(yaml(lines([], '_build: {list: never}', 'build: {}'))[0]?.fixes, []);
	});

	it('renames the target of a cascade', () => {
		const text = lines([], 'cascade:\n- _target: {path: /a}\n  toc: true\n- "_target":\n    path: /b');
		assert.deepEqual(
			yaml(text).map(({ at, fixes }) => [at, fixes]),
			[['_target', [`Rename '_target' to 'target'?`]]],
		);
		assert.deepEqual(fixed(text), { [`Rename '_target' to 'target'`]: text.replaceAll('_target', 'target') });
	});

	it('speaks of what Hugo no longer reads', () => {
		assert.deepEqual(
			yaml(lines([], 'paginate: 5', 'paginatePath: x', 'kind: page', 'Lang: en', 'path: /x')).map(({ at, fixes }) => [at, fixes]),
			[
				['paginate', [`Remove 'paginate'?`]],
				['paginatePath', [`Remove 'paginatePath'?`]],
				['kind', []],
				['Lang', []],
				['path', []],
			],
		);
		assert.deepEqual(fixed(lines([], 'paginate: 5')), { [`Remove 'paginate'`]: lines([]) });
	});

	it('renames a table of TOML where it stands once', () => {
		const toml = `+++\ntitle = "62 - x"\ndate = 2022-12-02\nseries = ["Daily Log"]\n[_build]\nlist = "never"\n+++\n`;
		assert.deepEqual(fixAll(checkFields, toml), { [`Rename '_build' to 'build'`]: toml.replace('_build', 'build') });
		const twice = toml.replace('[_build]\n', '[_build]\nrender = "never"\n[_build.x]\n');
		assert.deepEqual(check(checkFields, twice)[0]?.fixes, []);
		const json = `{"title": "62 - x", "date": "2022-12-02", "series": ["Daily Log"], "_build": {}}\n`;
		assert.deepEqual(fixAll(checkFields, json), { [`Rename '_build' to 'build'`]: json.replace('_build', 'build') });
	});
});

describe('the fields of any text', () => {
	it('are checked in linear time', () => {
		const timed = (count: number) => {
			const text = `---\n${'title: [x]\n_build: {}\notuput: [[a]]\n'.repeat(count)}---\n`;
			const start = performance.now();
			assert.ok(problemsIn(checkFields, text).length > 0);
			return performance.now() - start;
		};
		timed(100);
		assert.ok(timed(1000) < 40 * timed(100) + 500);
	}).timeout(20_000);
});
