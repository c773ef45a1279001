import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newest, oldest } from '../support/codeOss.ts';
import { loadMarkdownGrammar, type ReadTokens } from '../support/markdownGrammar.ts';
import { mistakesIn, parseAnnotated } from './annotated.ts';

const folder = import.meta.dirname;
const texts = readdirSync(folder)
	.filter(name => name.endsWith('.md'))
	.map(name => parseAnnotated(readFileSync(join(folder, name), 'utf8')));

/** `editor.maxTokenizationLineLength`: VS Code gives no colours to longer lines. */
const limit = 20_000;

/** Brackets that nothing closes take VS Code's own grammar quadratic time, without ours too. */
const openBrackets = 4000;

for (const version of [newest, oldest]) {
	describe(`the grammars, in Markdown as Code - OSS ${version} has it`, () => {
		let readTokens: ReadTokens = () => [];

		before(async function () {
			this.timeout(600_000);
			readTokens = await loadMarkdownGrammar(version);
		});

		for (const { title, lines } of texts) {
			it(`colour ${title}`, () => {
				const tokens = readTokens(lines.map(({ text }) => text));
				assert.deepEqual(
					lines.flatMap((line, index) => mistakesIn(line, tokens[index] ?? [])),
					[],
				);
			});
		}
	});
}

describe('a long line', () => {
	let readTokens: ReadTokens = () => [];

	before(async function () {
		this.timeout(600_000);
		readTokens = await loadMarkdownGrammar(newest);
	});

	for (const [piece, length, scope, count] of [
		['[[a|b]] ', limit, 'string.other.link.title.markdown.dailylog', 2500],
		['![[a#b|[c] `d`]]', limit, 'string.other.link.title.markdown.dailylog', 1250],
		['[[', openBrackets, 'meta.link.wiki.dailylog', 0],
		['[[a', openBrackets, 'meta.link.wiki.dailylog', 0],
		['[[a|[', openBrackets, 'meta.link.wiki.dailylog', 0],
		['[[a#', openBrackets, 'meta.link.wiki.dailylog', 0],
		['[[a|`', openBrackets, 'meta.link.wiki.dailylog', 0],
		['|[[a|', openBrackets, 'meta.link.wiki.dailylog', 0],
		['#a ', limit, 'entity.name.tag.dailylog', 6667],
		['#1/-', limit, 'entity.name.tag.dailylog', 0],
		[' #', limit, 'entity.name.tag.dailylog', 0],
		['{{< x >}}', limit, 'entity.name.function.shortcode.hugo', 2223],
		['{{< x ', limit, 'entity.name.function.shortcode.hugo', 3334],
		['{{< x "', limit, 'entity.name.function.shortcode.hugo', 1429],
		['{{<', limit, 'entity.name.function.shortcode.hugo', 0],
	] as const) {
		it(`of '${piece}' is read to its end`, () => {
			const line = piece.repeat(Math.ceil(length / piece.length));
			const found = readTokens([line])[0] ?? [];
			assert.equal(found.filter(({ scopes }) => scopes.includes(scope)).length, count);
		});
	}
});

describe('the notation of the tests of the grammars', () => {
	const mistakes = (claims: string, ...tokens: { start: number; end: number; scopes: string[] }[]): readonly string[] =>
		parseAnnotated(`// SYNTAX TEST "text.html.markdown" "x"\nab cd\n${claims}`).lines.flatMap(line => mistakesIn(line, tokens));
	const first = { start: 0, end: 2, scopes: ['meta.a.hugo', 'b.c.hugo'] };
	const second = { start: 3, end: 5, scopes: ['d.markdown', 'e.dailylog'] };

	it('takes what is so', () => {
		assert.deepEqual(mistakes('// <-- meta.a b\n// ^^ d.markdown e.dailylog - b', first, second), []);
	});

	it('tells what is not', () => {
		assert.deepEqual(mistakes('// <-- b meta\n// ^^ e - d\n//    ^ f', first, second), [
			"line 2, 'ab': not as claimed in 'ab', which is meta.a.hugo b.c.hugo",
			"line 2, 'cd': not as claimed in 'cd', which is d.markdown e.dailylog",
			'line 2: a claim at 6 goes beyond the line',
		]);
	});

	it('tells what our grammars colour beyond the claims', () => {
		assert.deepEqual(mistakes('// <- b\n//  ^ d.markdown', first, second), [
			"line 2, 'ab': nothing claims b.c.hugo",
			"line 2, 'cd': nothing claims e.dailylog",
		]);
	});

	it('wants its first line', () => {
		assert.throws(() => parseAnnotated('[[one]]\n'), /cannot begin with '\[\[one\]\]'/u);
	});
});
