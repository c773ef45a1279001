import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readFields, type Field } from '../../../src/core/frontMatter/fields.ts';
import { findFrontMatter, readValues } from '../../../src/core/frontMatter/frontMatter.ts';
import { slice } from '../../../src/core/text.ts';

function read(text: string) {
	const block = findFrontMatter(text);
	assert.ok(block, 'the text has no front matter');
	return readFields(text, block);
}

/** A field as key, value, style and what stands in its spans. */
function described(text: string, { keySpan, valueSpan, span, value, style, items }: Field): readonly unknown[] {
	const parts = [slice(text, keySpan), slice(text, valueSpan), slice(text, span), style, value];
	return items.length === 0 ? parts : [...parts, items.map(item => [slice(text, item.span), item.style, item.value])];
}

function fieldsOf(text: string) {
	return read(text).fields.map(field => described(text, field));
}

function errorsOf(text: string) {
	return read(text).errors.map(({ code, message, span }) => [code, message, slice(text, span)]);
}

describe('readFields of YAML', () => {
	it('finds keys, values, lines, styles', () => {
		const text = '---\n# above\nTitle: "62 - x"  # c\ndate: 2022-12-02T06:21:40-07:00\n"q k": \'it\'\'s\'\n\nn: 90 # minutes\n---\n';
		assert.deepEqual(fieldsOf(text), [
			['Title', '"62 - x"', 'Title: "62 - x"  # c\n', 'double', '62 - x'],
			['date', '2022-12-02T06:21:40-07:00', 'date: 2022-12-02T06:21:40-07:00\n', 'plain', '2022-12-02T06:21:40-07:00'],
			['"q k"', "'it''s'", "\"q k\": 'it''s'\n", 'single', "it's"],
			['n', '90', 'n: 90 # minutes\n', 'plain', 90],
		]);
		assert.deepEqual(read(text).fields.map(({ key, name }) => [key, name])[0], ['Title', 'title']);
	});

	it('finds values of several lines', () => {
		const text = '---\na: |  # c\n  one\n\n  two\n\nb: >-\n  three\nc: one\n  two\nd:\n  e: 1 # c\n  # d\nf: 1\n---\n';
		assert.deepEqual(fieldsOf(text), [
			['a', '|  # c\n  one\n\n  two', 'a: |  # c\n  one\n\n  two\n', 'literal', 'one\n\ntwo\n'],
			['b', '>-\n  three', 'b: >-\n  three\n', 'folded', 'three'],
			['c', 'one\n  two', 'c: one\n  two\n', 'plain', 'one two'],
			['d', 'e: 1', 'd:\n  e: 1 # c\n', 'block', { e: 1 }],
			['f', '1', 'f: 1\n', 'plain', 1],
		]);
	});

	it('finds the items of lists', () => {
		const text = '---\na: [x, "y z" , {k: v}, ] # c\nb:\n- x # c\n- "y"\nc: []\nd:\n  - 1\n---\n';
		assert.deepEqual(fieldsOf(text), [
			[
				'a',
				'[x, "y z" , {k: v}, ]',
				'a: [x, "y z" , {k: v}, ] # c\n',
				'flow',
				['x', 'y z', { k: 'v' }],
				[
					['x', 'plain', 'x'],
					['"y z"', 'double', 'y z'],
					['{k: v}', 'flow', { k: 'v' }],
				],
			],
			[
				'b',
				'- x # c\n- "y"',
				'b:\n- x # c\n- "y"\n',
				'block',
				['x', 'y'],
				[
					['x', 'plain', 'x'],
					['"y"', 'double', 'y'],
				],
			],
			['c', '[]', 'c: []\n', 'flow', []],
			['d', '- 1', 'd:\n  - 1\n', 'block', [1], [['1', 'plain', 1]]],
		]);
	});

	it('puts the place of a missing value behind the colon and one blank', () => {
		const text = '---\na:\nb: \nc:   # c\ntags: #x\n---\n';
		const places = read(text).fields.map(({ valueSpan, style }) => [
			text.slice(valueSpan.start - 2, valueSpan.end),
			style,
			valueSpan.start === valueSpan.end,
		]);
		assert.deepEqual(places, [
			['a:', 'none', true],
			[': ', 'none', true],
			[': ', 'none', true],
			[': ', 'none', true],
		]);
	});

	it('counts in CRLF text, behind a byte order mark, an indentation, an opening line with content', () => {
		assert.deepEqual(fieldsOf('\ufeff---\r\na: "x"\r\nb: [y]\r\n---\r\n'), [
			['a', '"x"', 'a: "x"\r\n', 'double', 'x'],
			['b', '[y]', 'b: [y]\r\n', 'flow', ['y'], [['y', 'plain', 'y']]],
		]);
		assert.deepEqual(
			fieldsOf('---\n  a: 1\n  b: 2\n---\n').map(([, , line]) => line),
			['  a: 1\n', '  b: 2\n'],
		);
		assert.deepEqual(fieldsOf('---a: 🙂\n---\n'), [['a', '🙂', 'a: 🙂\n', 'plain', '🙂']]);
	});

	it('counts right where a closing bracket at the start of a line is tolerated', () => {
		assert.deepEqual(fieldsOf('---\na: [\n  x\n]\nb: {\n  c: 1\n}\nd: 2\n---\n'), [
			['a', '[\n  x\n]', 'a: [\n  x\n]\n', 'flow', ['x'], [['x', 'plain', 'x']]],
			['b', '{\n  c: 1\n}', 'b: {\n  c: 1\n}\n', 'flow', { c: 1 }],
			['d', '2', 'd: 2\n', 'plain', 2],
		]);
	});

	it('is not misled by a bracket in a comment', () => {
		assert.deepEqual(
			fieldsOf('---\na: [x # ]\n  ]\nb: 1\n---\n').map(([, written]) => written),
			['[x # ]\n  ]', '1'],
		);
	});

	it('takes time in proportion to the text where no value can be built', () => {
		const start = performance.now();
		const { fields } = read(`---\n${Array.from({ length: 20_000 }, (_, i) => `k${i}: *x\n`).join('')}---\n`);
		assert.deepEqual([fields.length, performance.now() - start < 3000], [20_000, true]);
	}).timeout(20_000);

	it('leaves anchors and types out of the value', () => {
		assert.deepEqual(
			fieldsOf('---\na: &x "1"\nb: *x\nc: !!str 2\n---\n').map(([, written, , , value]) => [written, value]),
			[
				['"1"', '1'],
				['*x', '1'],
				['2', '2'],
			],
		);
	});

	it('reads fields in braces', () => {
		assert.deepEqual(
			fieldsOf('---\n{a: 1, b: [2]}\n---\n').map(([key, , whole]) => [key, whole]),
			[
				['a', 'a: 1'],
				['b', 'b: [2]'],
			],
		);
	});

	it('reads what is right around a mistake', () => {
		const text = '---\ntitle: 62: x\nb: "y\ntags: [a\nd: 1\n---\n';
		assert.deepEqual(fieldsOf(text), [
			['title', '62: x', 'title: 62: x\n', 'plain', undefined],
			['b', '"y', 'b: "y\n', 'plain', undefined],
			['tags', '[a', 'tags: [a\n', 'plain', undefined],
			['d', '1', 'd: 1\n', 'plain', 1],
		]);
		assert.deepEqual(errorsOf(text), [
			['syntax', 'This value needs quotation marks around it, or its line is indented wrongly.', ': x'],
			['syntax', 'A quotation mark or bracket is not closed before the next field begins.', '"y'],
			['syntax', 'A quotation mark or bracket is not closed before the next field begins.', '[a'],
		]);
	});

	it('reports a key that stands twice, also by letter case, and gives both', () => {
		const text = '---\nDraft: true\ndraft: false\n---\n';
		assert.deepEqual(errorsOf(text), [['duplicateKey', "'draft' is written here a second time.", 'draft']]);
		assert.deepEqual(
			read(text).fields.map(({ value }) => value),
			[true, false],
		);
	});

	it('gives values around an alias that leads nowhere, a foreign type, a duplicate deeper down', () => {
		const text = '---\na: *x\nb: !foo y\nc: {d: 1, d: 2}\ne: 1\n---\n';
		assert.deepEqual(
			read(text).fields.map(({ value }) => value),
			[undefined, undefined, { d: 2 }, 1],
		);
		assert.equal(read(text).errors.length, 1);
	});

	it('reports a merge key that merges nothing', () => {
		assert.equal(errorsOf('---\na: 1\n<<: x\n---\n').length, 1);
		assert.deepEqual(errorsOf('---\na: &a {b: 1}\n<<: *a\n---\n'), []);
	});

	it('reads nothing of a block that would be run', () => {
		assert.deepEqual([read('---js\na: 1\n---\n').fields, read('---js\na: 1\n---\n').errors.map(({ code }) => code)], [[], ['executable']]);
	});
});

describe('readFields of TOML', () => {
	it('finds keys, values, tables', () => {
		const text =
			'+++\ntitle = "x" # c\ndate = 2022-12-02T06:21:40-07:00\ntags = [\n  "a", # c\n  \'b\',\n]\nq.a = 1\n[params]\ncolor = 1 # c\n[params.author]\nname = "n"\n+++\n';
		assert.deepEqual(fieldsOf(text), [
			['title', '"x"', 'title = "x" # c\n', 'double', 'x'],
			['date', '2022-12-02T06:21:40-07:00', 'date = 2022-12-02T06:21:40-07:00\n', 'plain', '2022-12-02T06:21:40-07:00'],
			[
				'tags',
				'[\n  "a", # c\n  \'b\',\n]',
				'tags = [\n  "a", # c\n  \'b\',\n]\n',
				'flow',
				['a', 'b'],
				[
					['"a"', 'double', 'a'],
					["'b'", 'single', 'b'],
				],
			],
			['q.a', '1', 'q.a = 1\n', 'block', { a: 1 }],
			[
				'params',
				'color = 1 # c\n[params.author]\nname = "n"',
				'[params]\ncolor = 1 # c\n[params.author]\nname = "n"\n',
				'block',
				{ color: 1, author: { name: 'n' } },
			],
		]);
	});

	it('reads what is right around a mistake', () => {
		const text = '+++\na = x\nb = 1\nB = 2\nb = 3\n+++\n';
		assert.deepEqual(
			fieldsOf(text).map(([key, written, , , value]) => [key, written, value]),
			[
				['a', 'x', undefined],
				['b', '1', 1],
				['B', '2', 2],
				['b', '3', 3],
			],
		);
		assert.deepEqual(
			errorsOf(text).map(([code, , at]) => [code, at]),
			[
				['syntax', 'x'],
				['duplicateKey', 'B'],
				['duplicateKey', 'b'],
			],
		);
	});
});

describe('readFields of JSON', () => {
	it('finds keys and values', () => {
		assert.deepEqual(fieldsOf('{\n  "title": "x",\n  "tags": ["a", "b"],\n  "n": 1\n}\n'), [
			['"title"', '"x"', '"title": "x"', 'double', 'x'],
			[
				'"tags"',
				'["a", "b"]',
				'"tags": ["a", "b"]',
				'flow',
				['a', 'b'],
				[
					['"a"', 'double', 'a'],
					['"b"', 'double', 'b'],
				],
			],
			['"n"', '1', '"n": 1', 'plain', 1],
		]);
	});

	it('reads what is right around a mistake', () => {
		assert.deepEqual(
			fieldsOf('{"a": , "b": 1}').map(([key, , , , value]) => [key, value]),
			[
				['"a"', undefined],
				['"b"', 1],
			],
		);
		assert.deepEqual(errorsOf('{"a": , "b": 1}'), [['syntax', 'This cannot be read as JSON: value expected.', ',']]);
	});
});

const corpus = new URL('../../../../shared/corpora/hugo-docs/', import.meta.url);

describe('readFields and readValues', () => {
	it('agree on every value of a thousand real pages', function () {
		if (!existsSync(corpus)) {
			console.log('        (skipped: the corpus of real pages is not here)');
			this.skip();
		}
		let compared = 0;
		for (const name of readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.md'))) {
			const text = readFileSync(new URL(encodeURI(name), corpus), 'utf8');
			const block = findFrontMatter(text);
			if (block !== undefined) {
				const { values, error } = readValues(text, block);
				const { fields, errors } = readFields(text, block);
				assert.deepEqual([new Map(fields.map(field => [field.name, field.value])), errors, error], [values, [], undefined], name);
				compared++;
			}
		}
		assert.ok(compared > 900);
	}).timeout(20_000);

	it('never throw, and agree where nothing is wrong, on mutated documents', () => {
		let blocks = 0;
		let wrong = 0;
		fc.assert(
			fc.property(mutated, text => {
				const block = findFrontMatter(text);
				if (block === undefined) {
					return;
				}
				blocks++;
				const { values, error } = readValues(text, block);
				const { fields, errors } = readFields(text, block);
				wrong += error === undefined ? 0 : 1;
				assert.equal(error !== undefined && errors.length === 0, false, JSON.stringify(text));
				assert.ok(
					fields.every(field => isInside(field, block.content)),
					JSON.stringify(text),
				);
				if (error === undefined && errors.length === 0) {
					const merged = fields.some(({ key }) => key === '<<');
					assert.ok(merged || isSame(fields, values), JSON.stringify(text));
				}
			}),
			{ numRuns: 4000 },
		);
		assert.ok(blocks > 3000 && wrong > 500, `${blocks} had a block, ${wrong} of them were wrong`);
	}).timeout(20_000);
});

function isInside({ span, keySpan, valueSpan, items }: Field, content: { readonly start: number; readonly end: number }): boolean {
	return [span, keySpan, valueSpan, ...items.map(item => item.span)].every(
		({ start, end }) => content.start <= start && start <= end && end <= content.end,
	);
}

/** Keys that YAML reads as numbers and the like have another spelling in the values: `010` is `10` there. */
function isSame(fields: readonly Field[], values: ReadonlyMap<string, unknown>): boolean {
	return (
		fields.length === values.size &&
		fields.every(
			({ name, value }) => /^[-+.\d~]|^(?:null|true|false)$/.test(name) || JSON.stringify(value) === JSON.stringify(values.get(name)),
		)
	);
}

const seeds = [
	'---\ntitle: "62 - x"\ndate: 2022-12-02T06:21:40-07:00\nseries: ["Daily Log"]\ntags:\n  - a # c\n  - \'b\'\ninput: 90\noutput:\na: &x {b: 1}\nc: *x\nd: |\n  e\n---\nBody\n',
	'+++\ntitle = "x"\ndate = 2022-12-02T06:21:40-07:00\ntags = ["a", \'b\']\nq.r = 1\n[params]\na = 1\n[[c]]\nd = """\ne"""\n+++\n',
	'{\n  "title": "x",\n  "tags": ["a", "b"],\n  "n": {"m": null}\n}\nBody\n',
];
const scraps = [
	'\n',
	'\r\n',
	'\r',
	'---',
	'+++',
	'"',
	"'",
	'[',
	']',
	'{',
	'}',
	':',
	': ',
	' #',
	'#',
	'- ',
	'\t',
	' ',
	',',
	'&',
	'*',
	'!',
	'|',
	'>',
	'%',
	'@',
	'`',
	'?',
	'<<',
	'\\',
	'\0',
	'\ud800',
	'\ufeff',
	'\u2028',
	'=',
	'.',
	'...',
	'x',
	'__proto__',
	'1',
];

const longest = Math.max(...seeds.map(seed => seed.length));

/** A right document with up to eight pieces cut out or put in. */
const mutated = fc
	.tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(longest), fc.nat(3), fc.constantFrom('', ...scraps)), { maxLength: 8 }))
	.map(([seed, changes]) =>
		changes.reduce((text, [where, cut, scrap]) => {
			const at = where % (text.length + 1);
			return text.slice(0, at) + scrap + text.slice(at + cut);
		}, seed),
	);
