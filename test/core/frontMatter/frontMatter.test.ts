import assert from 'node:assert/strict';
import matter from 'gray-matter';
import { findFrontMatter, readValues } from '../../../src/core/frontMatter/frontMatter.ts';
import { slice } from '../../../src/core/text.ts';

/** The parts of the block as text: what is before, opening, content, closing, body. */
function partsOf(text: string) {
	const block = findFrontMatter(text);
	if (block === undefined) {
		return undefined;
	}
	const { format, leading, opening, content, closing, bodyStart, closed, executable } = block;
	return {
		format,
		leading: slice(text, leading),
		opening: slice(text, opening),
		content: slice(text, content),
		closing: closing && slice(text, closing),
		body: text.slice(bodyStart),
		closed,
		executable,
	};
}

const yaml = { format: 'yaml', leading: '', opening: '---', closing: '---', closed: true, executable: undefined };

function read(text: string) {
	const block = findFrontMatter(text);
	assert.ok(block, 'the text has no front matter');
	const { values, error } = readValues(text, block);
	return { values: Object.fromEntries(values), error: error && { message: error.message, at: text.slice(error.offset, error.offset + 5) } };
}

describe('findFrontMatter', () => {
	it('finds YAML', () => {
		assert.deepEqual(partsOf('---\ntitle: x\n---\nBody\n'), { ...yaml, content: 'title: x\n', body: 'Body\n' });
	});

	it('gives the whole block as its span', () => {
		assert.deepEqual(findFrontMatter('\n---\na: 1\n--- \nBody')?.span, { start: 1, end: 14 });
	});

	it('keeps CRLF and looks behind a byte order mark', () => {
		assert.deepEqual(partsOf('\ufeff---\r\ntitle: x\r\n---\r\nBody\r\n'), { ...yaml, content: 'title: x\r\n', body: 'Body\r\n' });
	});

	it('takes a single carriage return for a line end, as Hugo does', () => {
		assert.deepEqual(partsOf('---\ra: 1\r---\rBody'), { ...yaml, content: 'a: 1\r', body: 'Body' });
	});

	it('skips blanks and blank lines before the opening delimiter, and tells of them', () => {
		assert.deepEqual(partsOf('\n \t\n ---\na: 1\n---\n'), { ...yaml, leading: '\n \t\n ', content: 'a: 1\n', body: '' });
	});

	it('finds an empty block', () => {
		assert.deepEqual(partsOf('---\n---\nBody'), { ...yaml, content: '', body: 'Body' });
		assert.deepEqual(partsOf('---\n# nothing yet\n\n---'), { ...yaml, content: '# nothing yet\n\n', body: '' });
	});

	it('finds TOML and JSON', () => {
		const toml = { ...yaml, format: 'toml', opening: '+++', closing: '+++' };
		assert.deepEqual(partsOf('+++\na = 1\n+++\nBody'), { ...toml, content: 'a = 1\n', body: 'Body' });
		const json = { ...yaml, format: 'json', opening: '{', closing: '}' };
		assert.deepEqual(partsOf('{\n"a": "}\\"{"\n}\nBody'), { ...json, content: '{\n"a": "}\\"{"\n}', body: 'Body' });
	});

	it('takes what follows the opening dashes for content, as Hugo does', () => {
		assert.deepEqual(partsOf('---title: x\n---\n'), { ...yaml, opening: '---title: x', content: 'title: x\n', body: '' });
	});

	it('takes any line that begins with the delimiter for its end, the rest for the body, as Hugo does', () => {
		assert.deepEqual(partsOf('---\na: 1\n----\nBody'), { ...yaml, content: 'a: 1\n', closing: '----', body: '-\nBody' });
		assert.deepEqual(partsOf('---\na: 1\n--- x\nBody'), { ...yaml, content: 'a: 1\n', closing: '--- x', body: ' x\nBody' });
		assert.deepEqual(partsOf('---\na: 1\n---  \nBody'), { ...yaml, content: 'a: 1\n', closing: '---  ', body: 'Body' });
	});

	it('names a language that others would run', () => {
		assert.deepEqual(partsOf('---js\n{ a: 1 }\n---\nBody'), {
			...yaml,
			opening: '---js',
			content: '{ a: 1 }\n',
			body: 'Body',
			executable: 'js',
		});
		assert.equal(findFrontMatter('--- Coffee \na: 1\n---\n')?.executable, 'Coffee');
		assert.equal(findFrontMatter('---constructor\na: 1\n---\n')?.executable, 'constructor');
		assert.deepEqual(partsOf('---toml\na = 1\n---\n'), { ...yaml, format: 'toml', opening: '---toml', content: 'a = 1\n', body: '' });
	});

	const unclosed = { ...yaml, closing: undefined, closed: false };
	for (const [what, body] of [
		['a blank line', '\nBody: text\n'],
		['a heading', '## Week 2\nBody\n'],
		['prose', 'I did some research.\n'],
	] as const) {
		it(`ends a block that is never closed before ${what}`, () => {
			assert.deepEqual(partsOf(`---\ntitle: x\ntags:\n  - a\n- b\n${body}`), {
				...unclosed,
				content: 'title: x\ntags:\n  - a\n- b\n',
				body,
			});
		});
	}

	for (const closing of ['...', '--', ' ---', '–––', '—']) {
		it(`sees that ${closing} was meant to close the block`, () => {
			assert.deepEqual(partsOf(`---\na: 1\n${closing}\nBody`), { ...unclosed, content: 'a: 1\n', closing, body: 'Body' });
		});
	}

	it('ends JSON that is never closed before a blank line', () => {
		const json = { ...unclosed, format: 'json', opening: '{' };
		assert.deepEqual(partsOf('{ "a": 1\n\nBody'), { ...json, content: '{ "a": 1\n', body: '\nBody' });
	});

	for (const text of [
		'',
		'Body',
		'# Heading\n---\na: 1\n---\n',
		'---\n\nSome prose\n',
		'---\n\nSome prose\n\n---\nMore\n',
		'---\nSome prose\n',
		'----\na: 1\n----\n',
		'- item\n- item\n',
		'--- x y\n',
		'{{< figure >}}\n',
		'{% raw %}\n',
		'---',
		'+++',
	]) {
		it(`finds none in ${JSON.stringify(text)}`, () => {
			assert.equal(findFrontMatter(text), undefined);
		});
	}

	it('takes time in proportion to the text', () => {
		const start = performance.now();
		for (const text of [
			'---\n'.repeat(250_000),
			`---\na: 1\n${'x---'.repeat(250_000)}`,
			`---\n${' '.repeat(1_000_000)}`,
			`{${'"'.repeat(1_000_000)}`,
		]) {
			findFrontMatter(text);
		}
		assert.ok(performance.now() - start < 2000);
	}).timeout(20_000);
});

describe('readValues', () => {
	it('reads YAML 1.2, dates as they were written', () => {
		const text =
			'---\nDate: 2022-12-02T06:21:40-07:00\nday: 2022-12-02\nclock: 1:30\nzero: 010\nsplit: 1_000\nyes: yes\nlist: [a, 1]\nnone:\n---\n';
		assert.deepEqual(read(text), {
			values: {
				date: '2022-12-02T06:21:40-07:00',
				day: '2022-12-02',
				clock: '1:30',
				zero: 10,
				split: '1_000',
				yes: 'yes',
				list: ['a', 1],
				none: null,
			},
			error: undefined,
		});
	});

	it('reads TOML, dates as they were written', () => {
		const text =
			'+++\ntitle = "x"\ndate = 2022-12-02T06:21:40-07:00\nutc = 2022-12-02 06:21:40Z\nday = 2022-12-02\nat = [06:21:40]\n[params]\nday = 2022-12-02T06:21:40.5\n+++\n';
		assert.deepEqual(read(text), {
			values: {
				title: 'x',
				date: '2022-12-02T06:21:40-07:00',
				utc: '2022-12-02 06:21:40Z',
				day: '2022-12-02',
				at: ['06:21:40'],
				params: { day: '2022-12-02T06:21:40.5' },
			},
			error: undefined,
		});
	});

	it('reads JSON', () => {
		assert.deepEqual(read('{"Title": "x", "tags": ["a"]}'), { values: { title: 'x', tags: ['a'] }, error: undefined });
	});

	it('reads CRLF and text behind a byte order mark', () => {
		assert.deepEqual(read('\ufeff---\r\na: x\r\nb: |\r\n  y\r\n---\r\n'), { values: { a: 'x', b: 'y\n' }, error: undefined });
	});

	it('reads single carriage returns, also behind a comment', () => {
		assert.deepEqual(read('---\r# c\ra: 1\r---\r'), { values: { a: 1 }, error: undefined });
	});

	it('follows aliases and merge keys', () => {
		assert.deepEqual(read('---\na: &a {b: 1}\nc: {<<: *a, d: 2}\ne: *a\n---\n').values, { a: { b: 1 }, c: { b: 1, d: 2 }, e: { b: 1 } });
	});

	it('accepts a closing bracket at the start of a line, as Hugo does', () => {
		assert.deepEqual(read('---\ntags: [\n  "a", # one\n  "b" # two\n]\nb: 2\n---\n'), {
			values: { tags: ['a', 'b'], b: 2 },
			error: undefined,
		});
	});

	it('keeps the first of two names that differ by case', () => {
		assert.deepEqual(read('---\nDraft: true\ndraft: false\n---\n').values, { draft: true });
	});

	it('knows no names but those that are written', () => {
		const block = findFrontMatter('---\na: 1\n---\n');
		assert.ok(block);
		assert.equal(readValues('---\na: 1\n---\n', block).values.get('constructor'), undefined);
		assert.deepEqual(read('---\nconstructor: 1\ntostring: 2\n---\n').values, { constructor: 1, tostring: 2 });
		assert.equal(readValues('---\n__proto__: {a: 1}\n---\n', { ...block, content: { start: 4, end: 22 } }).values.size, 1);
		assert.equal(Object.hasOwn(Object.prototype, 'a'), false);
	});

	it('reports broken text every time, in plain words, at its place', () => {
		const broken = '---\na: 1\nb: "x\nc: 2\n---\n';
		const expected = {
			values: {},
			error: { message: 'A quotation mark or bracket is not closed before the next field begins.', at: 'c: 2\n' },
		};
		assert.deepEqual([read(broken), read(broken)], [expected, expected]);
	});

	it('reports what is no field', () => {
		assert.deepEqual(read('---\n>\n a: 1\n---\n').error?.message, 'Fields are written one to a line, as in `title: My day`.');
		assert.deepEqual(read('+++\na = \n+++\n').error, { message: 'This cannot be read as TOML: invalid value.', at: '\n+++\n' });
		assert.deepEqual(read('{"a" 1}').error, { message: 'This cannot be read as JSON: colon expected.', at: '1}' });
	});

	for (const content of [
		'a: 1\na: 2',
		'a: *x',
		'a: !!js/function x',
		'a: \0',
		'a: \ud800',
		`a: ${'['.repeat(5000)}`,
		'a: &a [*a]',
		'? [a]\n: b\nc: 1',
		'a: b\n...\nc: d',
		'\ta: 1',
	]) {
		it(`reports ${JSON.stringify(content.slice(0, 30))}`, () => {
			assert.deepEqual([read(`---\n${content}\n---\n`).values, typeof read(`---\n${content}\n---\n`).error?.message], [{}, 'string']);
		});
	}

	it('refuses aliases that multiply', () => {
		const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
		assert.equal(read(`---\na0: &a0 [x]\n${lines.join('\n')}\n---\n`).error?.message, 'The values refer to each other too often.');
	});

	it('survives brackets that are nested deeply, in every format', () => {
		for (const text of [
			`---\na: ${'{a: '.repeat(50_000)}\n---\n`,
			`+++\na = ${'['.repeat(50_000)}\n+++\n`,
			`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
		]) {
			assert.equal(typeof read(text).error, 'object');
		}
	}).timeout(20_000);

	it('takes time in proportion to the text, where gray-matter alone would not', () => {
		const start = performance.now();
		for (const content of [
			'\n'.repeat(500_000),
			`${' '.repeat(150)}\n`.repeat(3000),
			'x: '.repeat(100_000),
			`a: "${'x'.repeat(1_000_000)}"\n`,
		]) {
			read(`---\na1: 1\n${content}---\n`.replace('x---', 'x\n---'));
		}
		assert.ok(performance.now() - start < 3000);
	}).timeout(20_000);
});

describe('gray-matter behind readValues', () => {
	it('runs nothing, whatever language a block names', () => {
		for (const language of ['js', 'javascript', 'JavaScript', ' js', 'coffee', 'constructor', '__proto__']) {
			const text = `---${language}\n(globalThis.wasRun = true, {})\n---\n`;
			const { values, error } = read(text);
			assert.deepEqual([values, /never read/.test(error?.message ?? '')], [{}, true]);
		}
		assert.equal(Object.hasOwn(globalThis, 'wasRun'), false);
	});

	it('keeps no cache', () => {
		const cache: unknown = Reflect.get(matter, 'cache');
		read('---\na: 1\n---\n');
		assert.deepEqual(cache, {});
	});

	it('never reaches the YAML 1.1 reader that it brings along', () => {
		assert.deepEqual(read('---\na: 010\nb: 1:30\nc: 2022-12-02\n---\n').values, { a: 10, b: '1:30', c: '2022-12-02' });
	});

	it('is not led astray by its own options in the front matter', () => {
		const text = '---\nexcerpt_separator: {toString: 1}\nlanguage: js\nengines: {}\n---\nBody';
		assert.deepEqual(read(text).values, { excerpt_separator: { toString: 1 }, language: 'js', engines: {} });
	});

	it('loses neither a first line behind the dashes nor the last line end', () => {
		assert.deepEqual(read('---a: 1\nb: |+\n  x\n\n---\n').values, { a: 1, b: 'x\n\n' });
	});

	it('reads a block whose text is the name of something built in', () => {
		assert.deepEqual(read('---\nconstructor:\n---\n').values, { constructor: null });
	});
});
