import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkFrontMatter } from '../../../src/core/problems/frontMatterRules.ts';
import { checkQuoting } from '../../../src/core/problems/quotingRules.ts';
import { entryText, plainShape } from '../../support/notes.ts';
import { check, fixAll, problemsIn } from '../../support/problems.ts';
import { projectRoot } from '../../support/sources.ts';

/** Code, underlined text and titles of the fixes; and what each fix leaves. */
function seen(text: string) {
	return {
		problems: check(checkFrontMatter, text).map(({ code, at, fixes }) => [code.replace('frontMatter.', ''), at, ...fixes]),
		fixed: Object.values(fixAll(checkFrontMatter, text)),
	};
}

const others = {
	'content/daily-log/1.md': entryText(1, { tags: '[a, b]' }),
	'content/daily-log/2.md': entryText(2, { tags: '[a, "c: d"]' }),
};

function withFolder(folder: string) {
	return { ...plainShape, folder };
}

describe('frontMatter.missing', () => {
	const missing = {
		code: 'frontMatter.missing',
		message:
			'This entry has no front matter: Hugo gives it neither title nor date, and it does not count in the log. Insert it at the top.',
		fixes: ['Insert front matter?'],
	};

	it('inserts what the log has, in the line end of the text', () => {
		const path = 'content/daily-log/62-foo-bar.md';
		assert.deepEqual(check(checkFrontMatter, 'Hello\r\nx', { path, others }), [{ ...missing, at: 'Hello' }]);
		assert.deepEqual(fixAll(checkFrontMatter, 'Hello\r\nx', { path, others }), {
			'Insert front matter':
				'---\r\ntitle: "62 - Foo bar"\r\ndate: 2022-12-03T05:00:00-07:00\r\nseries: ["Daily Log"]\r\ntags: ["a"]\r\ntoc: false\r\ninput: 0\r\noutput: \r\ndraft: true\r\n---\r\nHello\r\nx',
		});
	});

	it('takes the words from the first heading, and stays behind a byte order mark', () => {
		const [text = ''] = Object.values(
			fixAll(checkFrontMatter, '\ufeff# 62 - Say: hi\n', { path: 'content/daily-log/62/index.md', others }),
		);
		assert.equal(text.slice(0, 32), '\ufeff---\ntitle: "62 - Say: hi"\ndate:');
		assert.ok(text.endsWith('---\n# 62 - Say: hi\n'));
	});

	it('reads the number from the heading in a folder that is the log', () => {
		assert.deepEqual(check(checkFrontMatter, '# 7 - Foo\n', { path: 'log/foo.md', shape: withFolder('log') }), [
			{ ...missing, at: '# 7 - Foo' },
		]);
	});

	it('sees that other dashes were meant', () => {
		assert.deepEqual(
			fixAll(checkFrontMatter, '----\ntitle: x\n---\n', { path: 'log/7.md', shape: withFolder('log') })['Write ---'],
			'---\ntitle: x\n---\n',
		);
	});

	for (const [path, text] of [
		['content/daily-log/x.md', 'x'],
		['content/notes/62.md', 'x'],
		['content/daily-log/_index.md', 'x'],
		['content/daily-log/62.md', '---\n---\n'],
	] as const) {
		it(`says nothing about ${path} with ${JSON.stringify(text)}`, () => {
			assert.deepEqual(check(checkFrontMatter, text, { path, others }), []);
		});
	}
});

describe('frontMatter.unclosed', () => {
	const close = 'Close the front matter with ---';
	for (const [text, at, title, fixed] of [
		['---\ntitle: x\n\nBody', '---', close, '---\ntitle: x\n---\n\nBody'],
		['---\ntitle: x', '---', close, '---\ntitle: x\n---'],
		['---\r\ntitle: x\r\n\r\nBody', '---', close, '---\r\ntitle: x\r\n---\r\n\r\nBody'],
		['---\ntitle: x\n# Heading or comment\n', '---', `${close}?`, '---\ntitle: x\n---\n# Heading or comment\n'],
		['---\ntitle: x\n\ndraft: true\n', '---', `${close}?`, '---\ntitle: x\n---\n\ndraft: true\n'],
		['---\na: 1\n\nProse here.\n\n---\nFoot\n', '---', `${close}?`, '---\na: 1\n---\n\nProse here.\n\n---\nFoot\n'],
		['---\na: 1\n...\nBody', '...', 'Write ---', '---\na: 1\n---\nBody'],
		['---\na: 1\n ---\nBody', ' ---', 'Write ---', '---\na: 1\n---\nBody'],
		['---\na: 1\n----\nBody', '----', 'Write ---', '---\na: 1\n---\nBody'],
		['---\na: 1\n--- x\nBody', '--- x', 'Write ---', '---\na: 1\n---\nx\nBody'],
		['+++\na = 1\n\nBody', '+++', 'Close the front matter with +++', '+++\na = 1\n+++\n\nBody'],
		['+++\na = 1\n++++\nBody', '++++', 'Write +++', '+++\na = 1\n+++\nBody'],
		['{ "a": 1\n\nBody', '{', 'Close the front matter with }', '{ "a": 1\n}\n\nBody'],
	] as const) {
		it(`closes ${JSON.stringify(text)}`, () => {
			assert.deepEqual(seen(text), { problems: [['unclosed', at, title]], fixed: [fixed] });
		});
	}

	it('does not mind blanks behind the delimiter', () => {
		assert.deepEqual(check(checkFrontMatter, '---\na: 1\n--- \t\nBody'), []);
	});

	it('still tells of other mistakes', () => {
		assert.deepEqual(seen('---\na: "x\nb: 1\n\nBody').problems, [
			['unclosed', '---', close],
			['syntax', '"x', 'Close the quotation mark'],
		]);
	});

	it('shows at the end of the text what is wrong at a delimiter that is not there yet', () => {
		assert.deepEqual(
			problemsIn(checkFrontMatter, '{\n"title": ').map(({ code, span }) => [code, span]),
			[
				['frontMatter.unclosed', { start: 0, end: 1 }],
				['frontMatter.syntax', { start: 11, end: 11 }],
			],
		);
	});

	it('says what is wrong in plain words', () => {
		const said = ['---\na: 1\n\nx', '---\na: 1\n...\n', '---\na: 1\n----\n', '---\na: 1\n\nProse.\n---\n'].map(
			text => problemsIn(checkFrontMatter, text)[0]?.message,
		);
		assert.deepEqual(said, [
			"The front matter is never closed, and Hugo stops the build. Write '---' on a line of its own after the last field.",
			"'...' does not close the front matter, and Hugo stops the build. Only '---' at the start of a line does.",
			"The front matter is closed by '----': Hugo takes what follows '---' for the first words of the text. Let '---' stand alone.",
			"The front matter is not closed before the text begins, and Hugo reads the text as fields. Write '---' on a line of its own after the last field.",
		]);
	});
});

describe('frontMatter.syntax', () => {
	for (const [text, at, title, fixed] of [
		['---\ntitle: "x\na: 1\n---\n', '"x', 'Close the quotation mark', '---\ntitle: "x"\na: 1\n---\n'],
		["---\ntitle: 'it's here' \n---\n", "'it's here'", 'Fix the quotation marks', '---\ntitle: "it\'s here" \n---\n'],
		["---\ntitle: 'Tis so\n---\n", "'Tis so", 'Close the quotation mark?', "---\ntitle: 'Tis so'\n---\n"],
		['---\ntitle: "say "hi" now"\n---\n', '"say "hi" now"', 'Fix the quotation marks?', '---\ntitle: \'say "hi" now\'\n---\n'],
		[
			'---\ntitle: "Deep" is "good"\n---\n',
			'"Deep" is "good"',
			'Put quotation marks around all of it?',
			'---\ntitle: \'"Deep" is "good"\'\n---\n',
		],
		['---\ntitle: "C:\\Users"\n---\n', '"C:\\Users"', 'Double the backslashes', '---\ntitle: "C:\\\\Users"\n---\n'],
		['---\ntags: [a, b\nc: 1\n---\n', '[a, b', 'Close the bracket', '---\ntags: [a, b]\nc: 1\n---\n'],
		['---\na: 1\ndraft:true\n---\n', 'draft:true', 'Put a space after the colon', '---\na: 1\ndraft: true\n---\n'],
		['---\ntitle My day\na: 1\n---\n', 'title My day', 'Put a colon after the name?', '---\ntitle: My day\na: 1\n---\n'],
		['+++\ntitle = My day\nb = 1\n+++\n', 'My day', 'Quote the title', '+++\ntitle = "My day"\nb = 1\n+++\n'],
		['+++\ntitle = "My day\nb = 1\n+++\n', '"My day', 'Close the quotation mark', '+++\ntitle = "My day"\nb = 1\n+++\n'],
	] as const) {
		it(`mends ${JSON.stringify(text)}`, () => {
			assert.deepEqual(seen(text), { problems: [['syntax', at, title]], fixed: [fixed] });
		});
	}

	for (const [text, at] of [
		['---\na: 1\n\tb: 2\n---\n', '\tb: 2'],
		['---\na: 1\nsome prose\n---\n', 'some prose'],
		['---\na: 1\n...\nb: 2\n---\n', '...'],
		['---\na:\n  b: 1\n  b: 2\n---\n', 'b: 2'],
		['---\na: \u0000\n---\n', '\u0000'],
		['+++\ndraft = yes\n+++\n', 'yes'],
		['{ "a": 1 "b": 2 }\n', '"b"'],
		['{ "a": "1\n\nBody', '"1'],
	] as const) {
		it(`only tells of ${JSON.stringify(text)}`, () => {
			assert.deepEqual(seen(text), { problems: [['syntax', at]], fixed: [] });
		});
	}

	it('leaves to quotation marks what they cure, and to a name what it names', () => {
		assert.deepEqual(seen('---\na: @x\nb: c: d\n---\n').problems, []);
		assert.deepEqual(seen('---\na: &n 1\nb: *n\nc: "x\n---\n').problems, [['syntax', '"x', 'Close the quotation mark']]);
	});

	it('says what Hugo makes of it', () => {
		assert.deepEqual(
			check(checkFrontMatter, '---\ntitle: "x\n---\n').map(({ message }) => message),
			['A quotation mark is opened here and never closed. Hugo stops the build here.'],
		);
	});
});

describe('frontMatter.duplicateKey', () => {
	for (const [text, titles, fixed] of [
		['---\na: 1\nb: 2\na: 1\n---\n', ["Remove this 'a'"], ['---\na: 1\nb: 2\n---\n']],
		[
			'---\r\na: 1 # c\r\na: 2\r\n---\r\n',
			["Remove this 'a'?", "Remove the first 'a'?"],
			['---\r\na: 1 # c\r\n---\r\n', '---\r\na: 2\r\n---\r\n'],
		],
		['+++\na = 1\na = 2\n+++\n', ["Remove this 'a'?", "Remove the first 'a'?"], ['+++\na = 1\n+++\n', '+++\na = 2\n+++\n']],
		['{"a": 1, "a": 2}\n', ["Remove this 'a'?", "Remove the first 'a'?"], ['{"a": 1}\n', '{"a": 2}\n']],
	] as const) {
		it(`removes one of two: ${JSON.stringify(text)}`, () => {
			assert.deepEqual(seen(text), { problems: [['duplicateKey', text.startsWith('{') ? '"a"' : 'a', ...titles]], fixed: [...fixed] });
		});
	}

	it('says what Hugo makes of it', () => {
		const said = ['---\na: 1\nA: 2\n---\n', '---\na: 1\na: 2\n---\n', '{"a": 1, "a": 2}\n'].map(
			text => problemsIn(checkFrontMatter, text)[0]?.message,
		);
		assert.deepEqual(said, [
			"'a' and 'A' are one field to Hugo, and chance decides which of the two counts. Keep one.",
			"'a' is written here a second time: Hugo stops the build. Keep one.",
			"'a' is written here a second time: Hugo passes over the first. Keep one.",
		]);
	});

	it('tells of each one that is too many', () => {
		assert.equal(problemsIn(checkFrontMatter, '---\na: 1\na: 2\nA: 3\n---\n').length, 2);
	});
});

describe('frontMatter.leadingBlank', () => {
	for (const [text, at, fixed] of [
		['\n \n---\na: 1\n---\n', '\n \n', '---\na: 1\n---\n'],
		['\ufeff ---\na: 1\n---\n', ' ', '\ufeff---\na: 1\n---\n'],
		['\r\n+++\r\na = 1\r\n+++\r\n', '\r\n', '+++\r\na = 1\r\n+++\r\n'],
		['\n{"a": 1}\n', '\n', '{"a": 1}\n'],
	] as const) {
		it(`takes it away from ${JSON.stringify(text)}`, () => {
			assert.deepEqual(seen(text), { problems: [['leadingBlank', at, 'Remove what stands before the front matter']], fixed: [fixed] });
		});
	}
});

describe('frontMatter.executable', () => {
	it('names the language and offers nothing', () => {
		assert.deepEqual(check(checkFrontMatter, '---js\n{ a: 1 }\n---\n'), [
			{
				code: 'frontMatter.executable',
				at: '---js',
				message: "After the dashes comes 'js'. Some programs would run such a block; it is never read here.",
				fixes: [],
			},
		]);
	});
});

describe('checkFrontMatter', () => {
	it('never throws', () => {
		const pieces = fc.constantFrom(
			'---',
			'+++',
			'{',
			'}',
			'\n',
			'\r\n',
			'a: ',
			'a = ',
			'"',
			"'",
			'[',
			']',
			'# ',
			' ',
			'\t',
			'&x',
			'*x',
			'draft:true',
			'...',
			'\u0000',
			'\ud800',
			'\ufeff',
			'Prose.',
		);
		fc.assert(
			fc.property(fc.constantFrom('---\n', '+++\n', '{', ''), fc.array(pieces, { maxLength: 16 }), (start, parts) => {
				problemsIn(checkFrontMatter, start + parts.join(''), { others });
			}),
			{ numRuns: 1000 },
		);
	}).timeout(20_000);

	it('takes time in proportion to the text', () => {
		const lines = (line: (i: number) => string): string => Array.from({ length: 2000 }, (_, i) => line(i)).join('');
		const texts = [
			`---\n${lines(i => `k${i}: "x\n`)}---\n`,
			`---\n${'a: 1\n'.repeat(1000)}---\n`,
			`---\n${'x y\n'.repeat(2000)}a: 1\n---\n`,
			`+++\n${lines(i => `k${i} = x y\n`)}+++\n`,
			`${'\n'.repeat(500_000)}---\na: 1\n---\n`,
		];
		const start = performance.now();
		const counts = texts.map(text => problemsIn(checkFrontMatter, text).length);
		assert.deepEqual([counts, performance.now() - start < 15_000], [[2000, 999, 1, 2000, 1], true]);
	}).timeout(30_000);

	const shared = join(projectRoot, '..', 'shared', 'log');
	(existsSync(shared) ? it : it.skip)('finds nothing in real entries', () => {
		const texts = readdirSync(shared).map(name => readFileSync(join(shared, name), 'utf8'));
		assert.deepEqual(
			texts.flatMap(text => [...check(checkFrontMatter, text), ...check(checkQuoting, text)]),
			[],
		);
	});
});
