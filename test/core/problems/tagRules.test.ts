import assert from 'node:assert/strict';
import { checkTags } from '../../../src/core/problems/tagRules.ts';
import { check, fixAll, problemsIn } from '../../support/problems.ts';

function yaml(value: string, name = 'tags'): string {
	return `---\ntitle: "62 - Entry"\n${name}: ${value}\ndraft: false # c\n---\nBody\n`;
}

/** `code [text of the span] fixes` for each problem. */
function seenAll(values: readonly string[], write: (value: string) => string = yaml): Record<string, readonly string[]> {
	return Object.fromEntries(
		values.map(value => [value, check(checkTags, write(value)).map(({ code, at, fixes }) => [code, `[${at}]`, ...fixes].join(' '))]),
	);
}

/** What the first fix makes of the value. */
function mended(value: string): string | undefined {
	const text = yaml(value);
	const [after] = Object.values(fixAll(checkTags, text));
	const before = text.slice(0, text.indexOf('tags: ') + 'tags: '.length);
	const behind = text.slice(before.length + value.length);
	assert.ok(after === undefined || (after.startsWith(before) && after.endsWith(behind)));
	return after?.slice(before.length, after.length - behind.length);
}

describe('tags', () => {
	it('are a list', () => {
		const expected = {
			'["a", b]': [],
			'\n  - a\n  - b # c': [],
			'': [],
			'~': [],
			'[]': [],
			'# what it is about': [],
			a: ['tags.notList [a] Write ["a"]'],
			'a, b # c': ['tags.notList [a, b] Write ["a", "b"]'],
			'"#a #b"': ['tags.notList ["#a #b"] Write ["a", "b"]'],
			'""': ['tags.notList [""] Write []'],
			'2022': ['tags.notList [2022] Write ["2022"]'],
			'{a: 1}': ['tags.notList [{a: 1}]'],
			'[[a], b]': ['tags.notList [[a]] Write [a, b]?'],
		};
		assert.deepEqual(seenAll(Object.keys(expected)), expected);
	});

	it('are looked for in the fields that hold terms in this log', () => {
		const text = yaml('a, b', 'topics');
		assert.deepEqual(
			[['tags'], ['tags', 'topics']].map(tagFields => check(checkTags, text, { surroundings: { tagFields } }).map(({ at }) => at)),
			[[], ['a, b']],
		);
	});

	it('say what will be written', () => {
		const [single, bare] = ["'a, b'", 'a, b'].map(value => problemsIn(checkTags, `---\ntags: ${value}\n---\n`)[0]);
		assert.equal(single?.message, "'tags' is no list: 'a, b' is one single term. Write ['a', 'b'].");
		assert.equal(bare?.message, `'tags' is no list: 'a, b' is one single term. Write ["a", "b"].`);
	});

	it('become one, in the quotation marks that are there', () => {
		const expected = {
			a: '["a"]',
			'a, b': '["a", "b"]',
			"'a, b'": "['a', 'b']",
			'"a, b, A"': '["a", "b"]',
			'"#a #b"': '["a", "b"]',
			yes: '["yes"]',
			'""': '[]',
		};
		assert.deepEqual(Object.fromEntries(Object.keys(expected).map(value => [value, mended(value)])), expected);
	});

	it('are no comments', () => {
		const expected = {
			'#x #y': ["tags.comment [#x #y] Quote it in 'tags'"],
			'#later, maybe': ["tags.comment [#later, maybe] Quote it in 'tags'?"],
			'x #y': ["tags.comment [#y] Quote it in 'tags'?"],
			'[#x]': ["tags.comment [#x] Quote it in 'tags'"],
			'["a", #b, c]': ["tags.comment [#b] Quote it in 'tags'"],
			'[a #b]': ["tags.comment [#b] Quote it in 'tags'?"],
			'"a #b': [],
			'[#a, #b': ['tags.comment [#a]'],
			'\n  - #x\n  - b\n  - #y z': ["tags.comment [#x] Quote it in 'tags'", "tags.comment [#y z] Quote it in 'tags'?"],
			'[a, # what\n  b]': [],
			'["#a"]': [],
			'[a] #b': [],
		};
		assert.deepEqual(seenAll(Object.keys(expected)), expected);
	});

	it('come out of comments', () => {
		const expected = {
			'#x #y': '["x", "y"]',
			'#x, #y': '["x", "y"]',
			'#x y': '["x y"]',
			'x #y': '["x", "y"]',
			'[#x]': '["x"]',
			'[a #b]': '[a , "b"]',
			"['a', #b, c]": `['a', "b", c]`,
			'\n  - b\n  - #x': '\n  - b\n  - "x"',
		};
		assert.deepEqual(Object.fromEntries(Object.keys(expected).map(value => [value, mended(value)])), expected);
	});

	it('stand once, however they are spelled', () => {
		const expected = {
			'[a, b, a]': ["tags.duplicate [a] Remove 'a'"],
			'["Data Work", data-work]': ["tags.duplicate [data-work] Remove 'data-work'"],
			'[A, b, a, "A"]': ["tags.duplicate [a] Remove 'a'", `tags.duplicate ["A"] Remove 'A'`],
			'[a, # c\n  A]': ['tags.duplicate [A]'],
		};
		assert.deepEqual(seenAll(Object.keys(expected)), expected);
	});

	it('lose the other spellings, and nothing else', () => {
		const expected = {
			'[a, b,  a]': '[a, b]',
			'[a, A, b]': '[a, b]',
			'\n  - a # first\n  - b\n  - A': '\n  - a # first\n  - b',
		};
		assert.deepEqual(Object.fromEntries(Object.keys(expected).map(value => [value, mended(value)])), expected);
	});

	it('keep the usual spelling of the log', () => {
		const others = { 'content/1.md': '---\ntitle: 1 - x\nseries: [Daily Log]\ntags: [data-work]\n---\n' };
		const text = yaml('["Data Work", "data-work", x]');
		assert.deepEqual(check(checkTags, text, { others }), [
			{
				code: 'tags.duplicate',
				at: '"Data Work"',
				message: "'Data Work' and 'data-work' are one term to Hugo: both lead to the same page. Keep 'data-work'.",
				fixes: ["Remove 'Data Work'"],
			},
		]);
		assert.deepEqual(fixAll(checkTags, text, { others }), { "Remove 'Data Work'": yaml('["data-work", x]') });
	});

	it('are not alone: series and categories are read as well, other fields are not', () => {
		assert.deepEqual(
			['series', 'Categories', 'keywords'].map(name => check(checkTags, yaml('a, b', name)).map(({ code }) => code)),
			[['tags.notList'], ['tags.notList'], []],
		);
	});

	it('are read in TOML and JSON, where # is no matter', () => {
		assert.deepEqual(
			seenAll(['"a, b"', '["#a", "A", "a"]', '[\n "a", # c\n]'], value => `+++\ntags = ${value} #x\n+++\n`),
			{
				'"a, b"': ['tags.notList ["a, b"] Write ["a", "b"]'],
				'["#a", "A", "a"]': [`tags.duplicate ["a"] Remove 'a'`],
				'[\n "a", # c\n]': [],
			},
		);
		assert.deepEqual(
			seenAll(['"a, b"', '["a", "A"]', 'null'], value => `{ "tags": ${value} }\n`),
			{
				'"a, b"': ['tags.notList ["a, b"] Write ["a", "b"]'],
				'["a", "A"]': [`tags.duplicate ["A"] Remove 'A'`],
				null: [],
			},
		);
		fixAll(checkTags, '+++\ntags = [\n "a",\n "A",\n] # c\n+++\n');
		fixAll(checkTags, '{ "tags": ["a", "A"] }\n');
	});

	it('are explained', () => {
		assert.deepEqual(
			['a, b', '#x', '[a, a]'].flatMap(value => problemsIn(checkTags, yaml(value)).map(({ message }) => message)),
			[
				`'tags' is no list: 'a, b' is one single term. Write ["a", "b"].`,
				"Hugo takes '#x' for a comment and does not see it in 'tags'. Put quotation marks around it, without the '#'.",
				"'a' is listed twice in 'tags'. Once is enough.",
			],
		);
	});
});
