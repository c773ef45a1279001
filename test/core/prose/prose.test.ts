import assert from 'node:assert/strict';
import fc from 'fast-check';
import { skippedIn } from '../../../src/core/prose/prose.ts';
import { slice } from '../../../src/core/text.ts';

/** What is left alone, as `kind: text`. */
function skipped(...lines: readonly string[]): readonly string[] {
	const text = lines.join('\n');
	return skippedIn(text).map(span => `${span.kind}: ${slice(text, span)}`);
}

describe('what is left alone in a note', () => {
	it('is front matter', () => {
		assert.deepEqual(skipped('---', 'title: x', '---', 'prose'), ['frontMatter: ---\ntitle: x\n---\n']);
		assert.deepEqual(skipped('just prose'), []);
	});

	it('is fenced code of both kinds, closed by its own kind only, at least as long', () => {
		assert.deepEqual(skipped('a', '```js', '[[x]]', '```', 'b'), ['fence: ```js\n[[x]]\n```']);
		assert.deepEqual(skipped('~~~', '```', 'x', '~~~', 'b'), ['fence: ~~~\n```\nx\n~~~']);
		assert.deepEqual(skipped('````', '```', 'x', '`````', 'b'), ['fence: ````\n```\nx\n`````']);
		assert.deepEqual(skipped('```', 'x', '``` js', 'y'), ['fence: ```\nx\n``` js\ny']);
		assert.deepEqual(skipped('``` a`b', 'x'), []);
	});

	it('is a fence within a list item or a quotation, which ends with it', () => {
		assert.deepEqual(skipped('- a', '  ```', '  x', '  ```', 'b'), ['fence: ```\n  x\n  ```']);
		assert.deepEqual(skipped('- ```', '  x', 'b [[y]]'), ['fence: ```\n  x']);
		assert.deepEqual(skipped('> ```', '> x', 'b'), ['fence: ```\n> x']);
		assert.deepEqual(skipped('1. a', '', '   ~~~', '   x', '   ~~~', '', 'b'), ['fence: ~~~\n   x\n   ~~~']);
	});

	it('is indented code, but neither a paragraph that goes on nor the text of a list item', () => {
		assert.deepEqual(skipped('a', '', '    code', '\tcode', 'b'), ['indented: code', 'indented: code']);
		assert.deepEqual(skipped('a', '    goes on'), []);
		assert.deepEqual(skipped('- a', '', '    belongs to the item', '', '      code'), ['indented: code']);
	});

	it('is inline code, also over lines, but not over paragraphs', () => {
		assert.deepEqual(skipped('a `b` c ``d ` e``'), ['code: `b`', 'code: ``d ` e``']);
		assert.deepEqual(skipped('a `b', 'c` d'), ['code: `b\nc`']);
		assert.deepEqual(skipped('a ` b [[x]]', '', 'c ` d'), []);
		assert.deepEqual(skipped('- a ` b', '- c ` d'), []);
		assert.deepEqual(skipped('# a ` b', 'c ` d'), []);
		assert.deepEqual(skipped('| a ` b |', '| c ` d |'), []);
		assert.deepEqual(skipped('a \\` b ` c'), []);
		assert.deepEqual(skipped('a `` b ` c `d` e'), ['code: ` c `']);
	});

	it('is an HTML comment, over blank lines where it begins a line', () => {
		assert.deepEqual(skipped('a <!-- b', 'c --> d'), ['comment: <!-- b\nc -->']);
		assert.deepEqual(skipped('<!-- a', '', '```', '--> b `c`'), ['comment: <!-- a\n\n```\n-->', 'code: `c`']);
		assert.deepEqual(skipped('a <!-- b', '', 'c'), []);
		assert.deepEqual(skipped('a', '<!-- b', '', 'c'), ['comment: <!-- b\n\nc']);
	});

	it('is a block of mathematics', () => {
		assert.deepEqual(skipped('$$', '[[1, 2]]', '$$', 'a'), ['math: $$\n[[1, 2]]\n$$']);
		assert.deepEqual(skipped('$$ is much', '', 'a'), []);
	});

	it('is a shortcode’s tag, and what stands between two of the kind that is not Markdown', () => {
		assert.deepEqual(skipped('a {{< x "[[b]]" >}} c'), ['shortcode: {{< x "[[b]]" >}}']);
		assert.deepEqual(skipped('{{% x %}} [[b]] {{% /x %}}'), ['shortcode: {{% x %}}', 'shortcode: {{% /x %}}']);
		assert.deepEqual(skipped('{{< x >}} [[b]] {{< y >}} {{< /x >}} c'), ['shortcode: {{< x >}} [[b]] {{< y >}} {{< /x >}}']);
		assert.deepEqual(skipped('{{< x >}}', '', '```', '{{< /x >}}', 'c `d`'), ['shortcode: {{< x >}}\n\n```\n{{< /x >}}', 'code: `d`']);
		assert.deepEqual(skipped('a {{</* x [[b]] */>}} c'), ['shortcode: {{</* x [[b]] */>}}']);
		assert.deepEqual(skipped('a {{< x `b` >}} c ` d'), ['shortcode: {{< x `b` >}}']);
	});

	it('is told with CRLF as with LF', () => {
		const text = 'a\n\n```\nx\n```\n- b\n\n      c\n`d`\n<!-- e\n-->\n';
		const crlf = text.replaceAll('\n', '\r\n');
		assert.deepEqual(
			skippedIn(crlf).map(span => slice(crlf, span).replaceAll('\r\n', '\n')),
			skippedIn(text).map(span => slice(text, span)),
		);
	});

	it('never overlaps, whatever the text is', () => {
		const piece = fc.constantFrom(
			'`',
			'```',
			'~~~',
			'\n',
			'\n\n',
			'    ',
			'- ',
			'> ',
			'[[a]]',
			'<!--',
			'-->',
			'{{<',
			'>}}',
			'{{% x %}}',
			'{{< x >}}',
			'{{< /x >}}',
			'$$',
			'\\',
			'a',
			'\t',
			'\r\n',
			'1. ',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
				const text = pieces.join('');
				let last = 0;
				for (const { start, end } of skippedIn(text)) {
					assert.ok(start >= last && end > start && end <= text.length, JSON.stringify(text));
					last = end;
				}
			}),
			{ numRuns: 3000 },
		);
	});

	it('takes linear time', () => {
		for (const piece of [
			'` ',
			'``` ',
			'`',
			'<!-- ',
			'{{< a ` ',
			'> ',
			'- ',
			'[[',
			'$$\n',
			'`\n\n',
			'{{< x >}}',
			'\\',
			'a <!-- `\n\n',
			'- `\n',
		]) {
			const text = piece.repeat(200_000 / piece.length);
			const started = performance.now();
			skippedIn(text);
			assert.ok(performance.now() - started < 2000, `${JSON.stringify(piece)}: ${performance.now() - started} ms`);
		}
	});
});
