import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
	addListItem,
	insertField,
	insertFieldAfter,
	removeField,
	renameField,
	replaceValue,
	type FieldValue,
} from '../../../src/core/frontMatter/fieldEdits.ts';
import { readFields } from '../../../src/core/frontMatter/fields.ts';
import { findFrontMatter, type FrontMatterBlock } from '../../../src/core/frontMatter/frontMatter.ts';
import { applyEdits, type TextEdit } from '../../../src/core/text.ts';

type Edit = (text: string, block: FrontMatterBlock) => TextEdit | undefined;

const replace =
	(name: string, value: FieldValue): Edit =>
	(text, block) =>
		replaceValue(text, block, name, value);
const insert =
	(key: string, value: FieldValue, after?: string): Edit =>
	(text, block) =>
		after === undefined ? insertField(text, block, key, value) : insertFieldAfter(text, block, after, { key, value });
const remove =
	(name: string): Edit =>
	(text, block) =>
		removeField(text, block, name);
const rename =
	(name: string, key: string): Edit =>
	(text, block) =>
		renameField(text, block, name, key);
const add =
	(name: string, item: string): Edit =>
	(text, block) =>
		addListItem(text, block, name, item);

/** The whole text after the edit; undefined where the edit is refused. */
function edited(text: string, edit: Edit): string | undefined {
	const block = findFrontMatter(text);
	assert.ok(block, 'the text has no front matter');
	const change = edit(text, block);
	return change && applyEdits(text, [change]);
}

/** The lines of a YAML block after the edit; `undefined` where it is refused. */
function yaml(lines: string, edit: Edit): string | undefined {
	return edited(`---\n${lines}\n---\nBody\n`, edit)?.slice(4, -10);
}

function table(
	cases: readonly (readonly [string, Edit, string | undefined])[],
	run: (text: string, edit: Edit) => string | undefined,
): void {
	for (const [before, edit, after] of cases) {
		it(`${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
			assert.equal(run(before, edit), after);
		});
	}
}

describe('replaceValue in YAML', () => {
	table(
		[
			['a: 1 # c', replace('a', 2), 'a: 2 # c'],
			['A:   "x"', replace('a', 'y'), 'A:   "y"'],
			["a: 'x'", replace('a', "it's"), "a: 'it''s'"],
			['a: x', replace('a', 'y z'), 'a: y z'],
			['a: x', replace('a', 'y: z'), 'a: "y: z"'],
			['a: "90"', replace('a', 90), 'a: 90'],
			['a: yes', replace('a', true), 'a: true'],
			['a:', replace('a', 'x'), 'a: x'],
			['a: ', replace('a', 'x'), 'a: x'],
			['a: # c', replace('a', 'x'), 'a: x # c'],
			['a:   # c', replace('a', 'x'), 'a: x  # c'],
			['tags: #x', replace('tags', ['#x']), 'tags: ["#x"] #x'],
			['date: 2022-12-02', replace('date', '2022-12-03T06:21:40-07:00'), 'date: 2022-12-03T06:21:40-07:00'],
			['date: soon', replace('date', { kind: 'date', text: '2022-12-03' }), 'date: 2022-12-03'],
			['a: x', replace('a', '2022-12-03'), 'a: "2022-12-03"'],
			['a: |\n  x\n  y\nb: 1', replace('a', 'z'), 'a: z\nb: 1'],
			['title: 62: x', replace('title', '62: x'), 'title: "62: x"'],
			['output: @home', replace('output', '@home'), 'output: "@home"'],
			['a: [x, "y"] # c', replace('a', ['x', 'z']), 'a: [x, "z"] # c'],
			['a: [ x ]', replace('a', ['v', 'z']), 'a: [ v, z ]'],
			['a: [x]', replace('a', []), 'a: []'],
			['a:\n  - x\n  - y', replace('a', ['y', 'z', 'w']), 'a:\n  - y\n  - z\n  - w'],
			['a:\n- x', replace('a', ['v', 'z']), 'a:\n- v\n- z'],
			['a:\n  - x', replace('a', []), 'a: []'],
			['a:\n  - x', replace('a', 'x'), 'a: x'],
			['a:\n  - x # c\n  - y', replace('a', ['y']), undefined],
			['a: [\n  x, # c\n  y\n]', replace('a', ['y']), undefined],
			['a: &x 1\nb: *x', replace('a', 2), undefined],
			['a: 1', replace('b', 2), undefined],
			['a: 1', replace('a', Number.NaN), undefined],
			['a: &x [1]\nb: *x', replace('b', 2), 'a: &x [1]\nb: 2'],
			['{a: 1, b: 2}', replace('a', 'x, y'), undefined],
		],
		yaml,
	);
});

describe('insertField in YAML', () => {
	table(
		[
			['a: 1', insert('b', 'x'), 'a: 1\nb: x'],
			['a: 1 # c\nb: 2', insert('Output', '', 'a'), 'a: 1 # c\nOutput: ""\nb: 2'],
			['a:\n  - x\nb: 2', insert('c', ['x'], 'A'), 'a:\n  - x\nc: ["x"]\nb: 2'],
			['  a: 1', insert('b', 2), '  a: 1\n  b: 2'],
			['# c', insert('b', { kind: 'date', text: '2022-12-02' }), '# c\nb: 2022-12-02'],
			['a: 1', insert('x: y', 2), 'a: 1\n"x: y": 2'],
			['a: 1', insert('A', 2), undefined],
			['{a: 1}', insert('b', 2), undefined],
			['a: "x\nb: 1', insert('c', true), 'a: "x\nb: 1\nc: true'],
		],
		yaml,
	);
	table(
		[
			['---\n---\n', insert('a', 1), '---\na: 1\n---\n'],
			['\ufeff---\r\na: 1\r\n---\r\nB\n', insert('b', 2), '\ufeff---\r\na: 1\r\nb: 2\r\n---\r\nB\n'],
			['---a: 1\n---', insert('b', 2), '---a: 1\nb: 2\n---'],
			['---\na: 1', insert('b', 2), '---\na: 1\nb: 2'],
			['---\na: 1\n\nBody', insert('b', 2), '---\na: 1\nb: 2\n\nBody'],
			['---js\na: 1\n---\n', insert('b', 2), undefined],
		],
		edited,
	);
});

describe('removeField in YAML', () => {
	table(
		[
			['a: 1\n# above\nb:\n  - x # c\n  # d\nc: 3', remove('B'), 'a: 1\n# above\n  # d\nc: 3'],
			['draft: true\nDraft: false\nb: 1', remove('draft'), 'draft: true\nb: 1'],
			['a: &x 1\nb: *x', remove('a'), undefined],
			['a: 1', remove('b'), undefined],
			['a: "x\nb: 1', remove('a'), 'b: 1'],
		],
		yaml,
	);
	table([['---\r\na: 1\r\nb: 2\r\n---\r\n', remove('b'), '---\r\na: 1\r\n---\r\n']], edited);
});

describe('renameField', () => {
	table(
		[
			['a: 1\nB : 2 # x\nc: 3', rename('b', 'new'), 'a: 1\nnew : 2 # x\nc: 3'],
			['"b": 2', rename('B', 'new'), '"new": 2'],
			["'b': 2", rename('b', 'new'), "'new': 2"],
			['b: 2', rename('b', 'yes'), '"yes": 2'],
			['b: "x', rename('b', 'c'), 'c: "x'],
			['a: 1\nb: 2', rename('b', 'A'), undefined],
			['b: 1\nB: 2', rename('b', 'c'), undefined],
			['a: 1', rename('b', 'c'), undefined],
		],
		yaml,
	);
	table(
		[
			['+++\nb = 1\n+++\n', rename('b', 'c'), '+++\nc = 1\n+++\n'],
			['+++\n[b]\nx = 1\n+++\n', rename('b', 'c'), '+++\n[c]\nx = 1\n+++\n'],
			['+++\n[b]\nx = 1\n[b.y]\n+++\n', rename('b', 'c'), undefined],
			['{"b": 1}\n', rename('b', 'c'), '{"c": 1}\n'],
		],
		edited,
	);
});

describe('a field that is to come first', () => {
	table(
		[
			['---\na: 1\n---\n', insert('b', 'x', ''), '---\nb: x\na: 1\n---\n'],
			['---\n# c\na: 1\n---\n', insert('b', 'x', ''), '---\nb: x\n# c\na: 1\n---\n'],
			['---\r\na: 1\r\n---\r\n', insert('b', 'x', ''), '---\r\nb: x\r\na: 1\r\n---\r\n'],
			['---a: 1\n---\n', insert('b', 'x', ''), undefined],
			['+++\na = 1\n+++\n', insert('b', 'x', ''), '+++\nb = "x"\na = 1\n+++\n'],
			['{"a": 1}\n', insert('b', 'x', ''), '{"b": "x", "a": 1}\n'],
			['{\n\t"a": 1\n}\n', insert('b', 'x', ''), '{\n\t"b": "x",\n\t"a": 1\n}\n'],
			['{}\n', insert('b', 'x', ''), '{"b": "x"}\n'],
		],
		edited,
	);
});

describe('addListItem in YAML', () => {
	table(
		[
			['a: ["x"] # c', add('a', 'y'), 'a: ["x", "y"] # c'],
			['a: [x, y,]', add('a', 'z, w'), 'a: [x, y, "z, w",]'],
			['a: []', add('a', 'x'), 'a: ["x"]'],
			['a:', add('a', 'x'), 'a: ["x"]'],
			['a: ~', add('a', 'x'), 'a: ["x"]'],
			['a: x, y', add('a', 'z'), 'a: ["x, y", "z"]'],
			["a: 'x'", add('a', 'y'), "a: ['x', 'y']"],
			['a:\n  - x # c\n  # d\nb: 1', add('a', 'v'), 'a:\n  - x # c\n  - v\n  # d\nb: 1'],
			["a:\n-  'x'", add('a', 'y'), "a:\n-  'x'\n-  'y'"],
			['a: [\n  "x",\n  "y"\n]', add('a', 'z'), 'a: [\n  "x",\n  "y",\n  "z"\n]'],
			['a: [x]', add('a', 'x'), undefined],
			['a: [1]', add('a', 'x'), undefined],
			['a: {b: 1}', add('a', 'x'), undefined],
			['a: 1', add('b', 'x'), undefined],
		],
		yaml,
	);
});

describe('edits of TOML', () => {
	const toml = (lines: string, edit: Edit) => edited(`+++\n${lines}\n+++\nBody\n`, edit)?.slice(4, -10);
	table(
		[
			["a = 'x' # c", replace('a', 'y'), "a = 'y' # c"],
			["a = 'x'", replace('a', "it's"), 'a = "it\'s"'],
			['a = 1', replace('a', 'y'), 'a = "y"'],
			['date = 2022-12-02', replace('date', '2022-12-03T06:21:40-07:00'), 'date = 2022-12-03T06:21:40-07:00'],
			['a = ["x"]', replace('a', ['x', 'y']), 'a = ["x", "y"]'],
			['a = x', replace('a', 'x'), 'a = "x"'],
			['[a]\nb = 1', replace('a', 'x'), undefined],
			['a = 1\n[t]\nb = 1', insert('c', ['x']), 'a = 1\nc = ["x"]\n[t]\nb = 1'],
			['[t]\nb = 1', insert('c', 2), 'c = 2\n[t]\nb = 1'],
			['a = 1', insert('b c', { kind: 'date', text: '2022-12-02' }), 'a = 1\n"b c" = 2022-12-02'],
			['a = 1\n[t]\nb = 1', remove('t'), 'a = 1'],
			['a = [\n  "x", # c\n]', add('a', 'y'), 'a = [\n  "x",\n  "y", # c\n]'],
			['a = "x"', add('a', 'y'), 'a = ["x", "y"]'],
		],
		toml,
	);
});

describe('edits of JSON', () => {
	table(
		[
			['{"a": 1}\n', replace('a', 'x'), '{"a": "x"}\n'],
			['{"a":1}', replace('a', ['x']), '{"a":["x"]}'],
			['{"a": 1}', replace('a', { kind: 'date', text: '2022-12-02' }), '{"a": "2022-12-02"}'],
			['{\n  "a": 1,\n  "b": 2\n}', insert('c', true, 'a'), '{\n  "a": 1,\n  "c": true,\n  "b": 2\n}'],
			['{"a": 1}', insert('b', 2), '{"a": 1, "b": 2}'],
			['{}', insert('b', 2), '{"b": 2}'],
			['{\n  "a": 1,\n  "b": 2\n}', remove('a'), '{\n  "b": 2\n}'],
			['{\n  "a": 1,\n  "b": 2\n}', remove('b'), '{\n  "a": 1\n}'],
			['{"a": 1}', remove('a'), '{}'],
			['{"a": []}', add('a', 'x'), '{"a": ["x"]}'],
			['{"a": [\n  "x"\n]}', add('a', 'y'), '{"a": [\n  "x",\n  "y"\n]}'],
		],
		edited,
	);
});

const word = fc.oneof(
	fc.constantFrom('daily-log', 'a, b', "it's", '62 - x: y', '#x', 'yes', '010', '"q"', '日本 🙂', '', ' x', '- a', 'a]b'),
	fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const newValue: fc.Arbitrary<FieldValue> = fc.oneof(
	word,
	fc.integer(),
	fc.boolean(),
	fc.array(word, { maxLength: 4 }),
	fc.constant({ kind: 'date', text: '2026-11-20T06:21:40-07:00' } as const),
);

const yamlLines = fc.constantFrom(
	'title: "62 - x"',
	'date: 2022-12-02T06:21:40-07:00',
	'series: ["Daily Log"]',
	'series: [ a , b, ] # c',
	"tags:\n  - a # c\n  - 'b'",
	'tags:\n- a\n- b',
	'tags: [\n  "a",\n  "b"\n]',
	'input: 90  # minutes',
	'output:',
	'output:   # nothing',
	'text: |\n  one\n\n  two',
	'folded: >-\n  one\n  two',
	'plain: one\n  two',
	"quoted: 'it''s'\t# c",
	'"a key": {b: 1}',
	'nested:\n  b:\n    - 1',
	'# a comment',
	'',
);

/** A document of such lines, each name once, with either line end, perhaps with a byte order mark, perhaps without a final line end. */
const documents = fc
	.record({
		lines: fc.uniqueArray(yamlLines, { selector: line => line.split(':')[0], maxLength: 9 }),
		lineEnd: fc.constantFrom('\n', '\r\n'),
		mark: fc.constantFrom('', '\ufeff'),
		tail: fc.constantFrom('', '\n', '\nBody\n\n---\nmore'),
	})
	.map(
		({ lines, lineEnd, mark, tail }) =>
			mark + ['---', ...lines, '---'].join('\n').replaceAll('\n', lineEnd) + tail.replaceAll('\n', lineEnd),
	);

const names = fc.constantFrom(
	'title',
	'date',
	'series',
	'tags',
	'input',
	'output',
	'text',
	'folded',
	'plain',
	'quoted',
	'a key',
	'nested',
	'new',
);

function valuesIn(text: string): ReadonlyMap<string, unknown> {
	const block = findFrontMatter(text);
	return new Map(block && readFields(text, block).fields.map(field => [field.name, field.value]));
}

function expectChange(text: string, edit: Edit, change: (values: Map<string, unknown>) => void): boolean {
	const after = edited(text, edit);
	if (after === undefined) {
		return false;
	}
	const values = new Map(valuesIn(text));
	change(values);
	assert.deepEqual(new Map([...valuesIn(after)].sort()), new Map([...values].sort()));
	return true;
}

function read(value: FieldValue): unknown {
	return typeof value === 'object' && 'kind' in value ? value.text : value;
}

describe('any edit of any document', () => {
	let done = 0;
	const property = (name: string, predicate: (text: string, field: string, value: FieldValue) => boolean) => {
		it(name, () => {
			done = 0;
			fc.assert(
				fc.property(documents, names, newValue, (text, field, value) => {
					done += predicate(text, field, value) ? 1 : 0;
				}),
				{ numRuns: 500 },
			);
			assert.ok(done > 50, `only ${done} edits were made`);
		}).timeout(20_000);
	};

	property('replaces one value, and leaves the rest', (text, field, value) =>
		expectChange(text, replace(field, value), values => values.set(field, read(value))),
	);
	property('replaces all but values with comments inside', (text, field, value) => {
		const isThere = valuesIn(text).has(field);
		const hasComment = field === 'tags' && text.includes('- a # c');
		assert.equal(edited(text, replace(field, value)) !== undefined, isThere && !hasComment);
		return isThere;
	});
	property('inserts one field', (text, field, value) =>
		expectChange(text, insert('new', value, field), values => values.set('new', read(value))),
	);
	property('removes one field', (text, field) => expectChange(text, remove(field), values => values.delete(field)));
	property('adds one item', (text, field, value) => {
		const before = valuesIn(text).get(field);
		const items: readonly unknown[] = Array.isArray(before) ? before : before === null ? [] : [before];
		return expectChange(text, add(field, String(read(value))), values => values.set(field, [...items, String(read(value))]));
	});

	it('changes only what is in its span: lines of other fields stay byte for byte', () => {
		fc.assert(
			fc.property(documents, names, newValue, (text, name, value) => {
				const block = findFrontMatter(text);
				const field = block && readFields(text, block).fields.find(other => other.name === name);
				const edit = block && replaceValue(text, block, name, value);
				if (field !== undefined && edit !== undefined) {
					assert.ok(field.keySpan.end < edit.span.start && edit.span.end <= Math.max(field.span.end, field.valueSpan.end));
				}
			}),
			{ numRuns: 300 },
		);
	}).timeout(20_000);
});
