import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPage } from '../../../src/core/problems/page.ts';
import { checkQuoting } from '../../../src/core/problems/quotingRules.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { plainShape } from '../../support/notes.ts';
import { check, fixAll, problemsIn } from '../../support/problems.ts';

function withOutput(value: string): string {
	return `---\ntitle: "62 - x"\noutput: ${value}\ndraft: true\n---\nBody\n`;
}

/** What each problem underlines, with its fixes' titles, and the value of `output` that each fix leaves. */
function quotingOf(value: string) {
	const seen = check(checkQuoting, withOutput(value)).map(({ code, at, fixes }) => [code, at, ...fixes]);
	const fixed = Object.values(fixAll(checkQuoting, withOutput(value))).map(text =>
		text.slice(text.indexOf('output: ') + 8, text.indexOf('\ndraft')),
	);
	return { seen, fixed };
}

describe('checkQuoting', () => {
	for (const [value, fixed] of [
		['62: Foo', '"62: Foo"'],
		['Foo:', '"Foo:"'],
		['"Deep" work', `'"Deep" work'`],
		['@home', '"@home"'],
		['`x`', '"`x`"'],
		['%50 done', '"%50 done"'],
		['*bold*', '"*bold*"'],
		['*x', '"*x"'],
		['& more', '"& more"'],
		['!important', '"!important"'],
		['!x y', '"!x y"'],
		['| a', '"| a"'],
		['> 90 min', '"> 90 min"'],
		['- x', '"- x"'],
		['? what', '"? what"'],
		[', x', '", x"'],
		['[[a]] and [[b]]', '"[[a]] and [[b]]"'],
		['[x] done', '"[x] done"'],
		['[a](http://x)', '"[a](http://x)"'],
		['{{< x >}}', '"{{< x >}}"'],
		['C:\\x: y', `'C:\\x: y'`],
	] as const) {
		it(`quotes what the reader stumbles over: ${value}`, () => {
			assert.deepEqual(quotingOf(value), { seen: [['yaml.quote', value, 'Quote the output']], fixed: [fixed] });
		});
	}

	it('leaves a comment behind the text, and asks where the text ends', () => {
		assert.deepEqual(quotingOf('a: b # c'), { seen: [['yaml.quote', 'a: b', 'Quote the output?']], fixed: ['"a: b" # c'] });
	});

	for (const [value, fixed] of [
		['62 - C# and #tags', '"62 - C# and #tags"'],
		['Fix #12', '"Fix #12"'],
		['#home', '"#home"'],
		['x #a # b', '"x #a" # b'],
	] as const) {
		it(`asks about a text cut off by a comment: ${value}`, () => {
			const at = value === 'x #a # b' ? 'x #a' : value;
			assert.deepEqual(quotingOf(value), { seen: [['yaml.quote', at, 'Quote the output?']], fixed: [fixed] });
		});
	}

	for (const [value, fixed] of [
		['[[a b]]', '"[[a b]]"'],
		['[[62]]', '"[[62]]"'],
		['&x', '"&x"'],
		['&x y', '"&x y"'],
	] as const) {
		it(`quotes what is silently taken for something else: ${value}`, () => {
			assert.deepEqual(quotingOf(value), { seen: [['yaml.quote', value, 'Quote the output']], fixed: [fixed] });
		});
	}

	it('quotes each item that needs it, and no other', () => {
		assert.deepEqual(quotingOf('[@home, x, *y*]'), {
			seen: [['yaml.quote', '[@home, x, *y*]', 'Quote the output']],
			fixed: ['["@home", x, "*y*"]'],
		});
		assert.deepEqual(
			check(checkQuoting, '---\ntags:\n  - @a\n  - ok\n  - "b" c\n---\n').map(({ at }) => at),
			['@a', '"b" c'],
		);
		assert.deepEqual(fixAll(checkQuoting, '---\nup:\n  - [[a b]] # c\n  - d\n---\n'), {
			"Quote the value of 'up'": '---\nup:\n  - "[[a b]]" # c\n  - d\n---\n',
		});
		assert.deepEqual(fixAll(checkQuoting, '---\ntags:\n- note: x\n---\n'), {
			"Quote the value of 'tags'": '---\ntags:\n- "note: x"\n---\n',
		});
	});

	it('finds the text within a map', () => {
		assert.deepEqual(fixAll(checkQuoting, '---\r\nparams:\r\n  mood: @b\r\n  c: d\r\n---\r\n'), {
			"Quote the value of 'params'": '---\r\nparams:\r\n  mood: "@b"\r\n  c: d\r\n---\r\n',
		});
	});

	it('does not decide where a text is not meant', () => {
		assert.deepEqual(
			check(checkQuoting, '---\ninput: @90\n---\n').map(({ fixes }) => fixes),
			[["Quote the value of 'input'?"]],
		);
	});

	it('does not decide either where the field has another name', () => {
		const shape = { ...plainShape, fields: { input: 'minutes', output: 'result' } };
		assert.deepEqual(
			check(checkQuoting, '---\nminutes: @90\ninput: @x\n---\n', { shape }).map(({ fixes }) => fixes),
			[["Quote the value of 'minutes'?"], ["Quote the value of 'input'"]],
		);
	});

	for (const [what, text] of [
		['a comment', '---\ninput: 90  # minutes\ntitle: x # a comment\noutput: C# # done\n---\n'],
		['a comment behind quotation marks', '---\ntitle: "x" #tag\n---\n'],
		['a comment without a blank in other fields', '---\ninput: 90 #min\ndraft: true #later\n---\n'],
		['an anchor that is used', '---\na: &x 1\nb: *x\n---\n'],
		['an anchor that is used, beside a mistake', '---\na: &x 1\nb: *x\nc: "y\n---\n'],
		['lists of lists', '---\nplot: [[1, 2], [3, 4]]\npoint: [[1]]\n---\n'],
		['blocks', '---\ntitle: |\n  a: b #c\noutput: >\n  @x\n---\n'],
		['quotation marks that are wrong themselves', `---\na: "x\nb: 'it's here'\nc: "say "hi" now"\nd: "C:\\Users"\n---\n`],
		['a control character', '---\na: \u0000\n---\n'],
		['what `tags.comment` says', '---\ntags: [a, #x]\n---\n'],
		['colons and signs within a text', '---\ntitle: http://x a:b x@y 50% a*b c&d #x\n---\n'.replace(' #x', '#x')],
		['a map in braces', '---\n{title: @x, output: y}\n---\n'],
		['TOML', '+++\ntitle = @home\noutput = "a: b #c"\n+++\n'],
		['JSON', '{"title": "a: b #c", "output": @home}\n'],
		['a block that is not read', '---js\ntitle: @home\n---\n'],
		['no front matter', 'title: @home\n'],
	] as const) {
		it(`says nothing about ${what}`, () => {
			assert.deepEqual(check(checkQuoting, text), []);
		});
	}

	it('says what is wrong in plain words', () => {
		const said = ['"a" b', '@home', '[[a]] b', 'a: b', 'x #y', '#y', '[[a]]', '&x'].map(
			value => problemsIn(checkQuoting, withOutput(value))[0]?.message,
		);
		assert.deepEqual(said, [
			"'output' goes on after its closing quotation mark, and Hugo stops the build. Put quotation marks around the whole text.",
			"'output' holds text that begins with '@', which has a meaning of its own to Hugo: it stops the build. Put the text in quotation marks.",
			"'output' holds text that begins with '[[', which has a meaning of its own to Hugo: it stops the build. Put the text in quotation marks.",
			"A colon followed by a space needs quotation marks in 'output': without them Hugo stops the build. Put the text in quotation marks.",
			"Hugo takes '#y' for a comment and cuts 'output' off before it. If it belongs to the text, put quotation marks around all of it.",
			"Hugo takes '#y' for a comment and reads 'output' as empty. If it belongs to the text, put quotation marks around all of it.",
			'Hugo reads these double brackets as a list within a list, not as a link. Put the link in quotation marks.',
			"Hugo reads '&x' as a sign of its own and leaves it out of 'output'. Put the text in quotation marks.",
		]);
	});

	it('never throws, and each certain fix of a text leaves that text to be read', () => {
		const pieces = fc.constantFrom(
			'a',
			' ',
			': ',
			' #',
			'#',
			'@',
			'`',
			'%',
			'*',
			'&',
			'!',
			'|',
			'>',
			'[',
			']',
			'[[',
			']]',
			'{',
			'}',
			'"',
			"'",
			',',
			'- ',
			'\\',
			'é',
			'\t',
			'🙂',
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 8 }), parts => {
				const text = withOutput(parts.join(''));
				for (const { span, fixes } of problemsIn(checkQuoting, text)) {
					const [fix] = fixes;
					if (fix?.kind === 'edit' && fix.certain) {
						const after = applyEdits(text, fix.edits);
						const page = readPage({ uri: '', path: '' }, after);
						assert.deepEqual(page.errors, []);
						const value = page.fields.find(({ name }) => name === 'output')?.value;
						assert.ok(Array.isArray(value) || value === text.slice(span.start, span.end));
					}
				}
			}),
			{ numRuns: 1000 },
		);
	}).timeout(20_000);

	it('takes time in proportion to the text', () => {
		const lines = (line: (i: number) => string): string => `---\n${Array.from({ length: 2000 }, (_, i) => line(i)).join('')}---\n`;
		const texts = [
			lines(i => `k${i}: @x\n`),
			lines(i => `k${i}: &x${i} y\n`),
			`---\ntags:\n${'- @x\n'.repeat(2000)}---\n`,
			`---\ntitle: @${'x: #y '.repeat(50_000)}\n---\n`,
		];
		const start = performance.now();
		const counts = texts.map(text => problemsIn(checkQuoting, text).length);
		assert.deepEqual([counts, performance.now() - start < 10_000], [[100, 2000, 20, 0], true]);
	}).timeout(20_000);
});
