import assert from 'node:assert/strict';
import { slice } from '../../../src/core/text.ts';
import { wikiLinksIn } from '../../../src/core/prose/wikiLink.ts';

/** Each link as its whole text, its target as written, and its parts. */
function links(text: string): readonly unknown[] {
	return wikiLinksIn(text).map(({ span, targetSpan, target, heading, alias, embed }) => ({
		text: slice(text, span),
		...(slice(text, targetSpan) === target ? {} : { written: slice(text, targetSpan) }),
		target,
		...(heading === undefined ? {} : { heading }),
		...(alias === undefined ? {} : { alias }),
		...(embed ? { embed } : {}),
	}));
}

describe('wiki links', () => {
	it('have a target, a heading, an alias', () => {
		assert.deepEqual(links('a [[62]] b [[On Craft#Week 2|craft]] c'), [
			{ text: '[[62]]', target: '62' },
			{ text: '[[On Craft#Week 2|craft]]', target: 'On Craft', heading: 'Week 2', alias: 'craft' },
		]);
		assert.deepEqual(links('[[ 62 | x ]][[#h]][[a#^b]]'), [
			{ text: '[[ 62 | x ]]', target: '62', alias: 'x' },
			{ text: '[[#h]]', target: '', heading: 'h' },
			{ text: '[[a#^b]]', target: 'a', heading: '^b' },
		]);
		assert.deepEqual(links('[[a#b#c]] [[v1.2 notes]] [[x.md]]'), [
			{ text: '[[a#b#c]]', target: 'a', heading: 'b#c' },
			{ text: '[[v1.2 notes]]', target: 'v1.2 notes' },
			{ text: '[[x.md]]', target: 'x.md' },
		]);
	});

	it('are parted by the first pipe, which a table escapes', () => {
		assert.deepEqual(links('| [[a\\|b]] | [[c|d|e]] |'), [
			{ text: '[[a\\|b]]', target: 'a', alias: 'b' },
			{ text: '[[c|d|e]]', target: 'c', alias: 'd|e' },
		]);
	});

	it('can embed', () => {
		assert.deepEqual(links('![[a.png|300x200]] \\![[b]]'), [
			{ text: '[[a.png|300x200]]', target: 'a.png', alias: '300x200', embed: true },
			{ text: '[[b]]', target: 'b' },
		]);
	});

	it('can name what has signs of their own', () => {
		assert.deepEqual(links('[[C\\# in Depth]] [[a|b [c] d]] [[a|[b]]] [[a|b\\]]] x'), [
			{ text: '[[C\\# in Depth]]', written: 'C\\# in Depth', target: 'C# in Depth' },
			{ text: '[[a|b [c] d]]', target: 'a', alias: 'b [c] d' },
			{ text: '[[a|[b]]]', target: 'a', alias: '[b]' },
			{ text: '[[a|b\\]]]', target: 'a', alias: 'b\\]' },
		]);
	});

	it('are not empty, unbalanced, escaped or over two lines', () => {
		assert.deepEqual(links('[[]] [[ ]] [[|x]] [[#]] [[#|x]] [[a] later ]] [[a\nb]] \\[[c]] [x] [ ] [^1][^2] [!NOTE] [a][b]'), []);
		assert.deepEqual(links('[[a] [[b]] [[c'), [{ text: '[[b]]', target: 'b' }]);
		assert.deepEqual(links('[[[[A]] B]] [[[C]]]'), [
			{ text: '[[A]]', target: 'A' },
			{ text: '[[C]]', target: 'C' },
		]);
	});

	it('stand in prose only', () => {
		assert.deepEqual(
			links(
				'---\nx: "[[1]]"\n---\n`[[2]]` ` [[3]]\n\n    [[4]]\n\n```\n[[5]]\n```\n<!-- [[6]] --> {{< x "[[7]]" >}} [[8]] {{% y %}}[[9]]{{% /y %}}\n# [[10]]\n',
			),
			[
				{ text: '[[3]]', target: '3' },
				{ text: '[[8]]', target: '8' },
				{ text: '[[9]]', target: '9' },
				{ text: '[[10]]', target: '10' },
			],
		);
		assert.deepEqual(links('[[a `b` c]] [[d|`e`]]'), [{ text: '[[d|`e`]]', target: 'd', alias: '`e`' }]);
	});

	it('are found in linear time', () => {
		for (const piece of ['[[', '[', '[[a', '[[a|[', ']]', '\\[[', '[[a|`', '[[a]]', '[[a#', '[[a\\']) {
			const text = piece.repeat(200_000 / piece.length);
			const started = performance.now();
			wikiLinksIn(text);
			assert.ok(performance.now() - started < 2000, `${piece}: ${performance.now() - started} ms`);
		}
	});
});
