import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanText } from '../../../src/core/prose/scan.ts';
import { lineStartsOf, positionAt, slice } from '../../../src/core/text.ts';

function links(text: string): readonly string[] {
	return scanText(text).links.map(({ span }) => slice(text, span));
}

describe('the reading of a text', () => {
	it('finds links in texts of the front matter, where they are no lists', () => {
		assert.deepEqual(
			links(
				'---\ntitle: "On [[1]]"\noutput: See [[2|two]] too\nrelated: ["[[3]]", \'[[4]]\']\nlist:\n  - "[[5]]"\nnested: [[6]]\n# "[[7]]"\n---\n[[8]]\n',
			),
			['[[1]]', '[[2|two]]', '[[3]]', '[[4]]', '[[5]]', '[[8]]'],
		);
		assert.deepEqual(links('+++\ntitle = "On [[1]]"\nx = [["2"]]\n+++\n[[3]]\n'), ['[[1]]', '[[3]]']);
		assert.deepEqual(links('---js\nx: "[[1]]"\n---\n'), []);
		assert.deepEqual(links('---\na: "[[1]]"\nb: [\n---\n[[2]]'), ['[[1]]', '[[2]]']);
	});

	it('finds the pages that ref and relref name', () => {
		assert.deepEqual(
			scanText(
				'{{< ref "62.md#a" >}} {{% relref path="/log/6" lang="en" %}} {{< ref `x y` >}} {{< ref z >}} {{</* ref "c" */>}} {{< other "d" >}}',
			).refs.map(({ path }) => path),
			['62.md', '/log/6', 'x y', 'z'],
		);
	});

	it('gives places that are in the text, in order, with right lines, whatever the text is', () => {
		const pieces = fc.constantFrom(
			'[[a]]',
			'[[',
			']]',
			'#',
			' ',
			'\n',
			'\r\n',
			'\r',
			'---\n',
			'```\n',
			'`',
			'<!--',
			'-->',
			'{{<',
			'>}}',
			'x',
			'^id',
			'😀',
			'|',
			'\\',
			'$$',
			'- ',
			'> ',
			'===\n',
			'"',
			': ',
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), parts => {
				const text = parts.join('');
				const lineStarts = lineStartsOf(text);
				const { links: found, headings, blockIds, inlineTags } = scanText(text);
				for (const list of [found, headings, blockIds, inlineTags]) {
					let before = 0;
					for (const { span, at } of list) {
						assert.ok(span.start >= before && span.end >= span.start && span.end <= text.length);
						assert.deepEqual(at, positionAt(lineStarts, span.start));
						before = span.start;
					}
				}
				for (const { span, targetSpan } of found) {
					assert.match(slice(text, span), /^\[\[[^\r\n]*\]\]$/u);
					assert.ok(targetSpan.start >= span.start + 2 && targetSpan.end <= span.end - 2);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it('takes time that grows with the length of the text, and with nothing else', () => {
		const pieces = [
			'[[a]] ',
			'[[a',
			'[',
			'[[[',
			'```\n',
			'~~~\n[[a]]\n',
			'# a\n',
			'# a [[b]] *c* `d`\n',
			'a\n---\n',
			'^a\n',
			'#a ',
			'{{< ref "a" >}}',
			'- [[a]]\n',
			'> > - [[a]]\n',
			'| [[a\\|b]] |',
			'`[[a]]',
			'<!-- [[a]]',
			'"[[a]]"',
			'\\[[a]]',
			'$$',
			'<!---->',
		];
		for (const piece of pieces) {
			const [short, long] = [50_000, 400_000].map(length => time(piece.repeat(length / piece.length)));
			assert.ok(
				(long ?? 0) < Math.max(40 * (short ?? 0), 400),
				`${JSON.stringify(piece)}: ${short} ms, then ${long} ms for eight times as much`,
			);
		}
		const lines = 'Words and [[a link]] and #tag.\n'.repeat(500_000);
		assert.equal(scanText(lines).links.length, 500_000);
		const inOneLine = '[[a]] '.repeat(10_000);
		assert.equal(scanText(inOneLine).links.length, 10_000);
	});

	it('takes linear time on front matter with many links, and on headings of one name', () => {
		assert.ok(time(`---\n${Array.from({ length: 5000 }, (_, i) => `f${i}: "[[a]]"\n`).join('')}---\n`) < 5000);
		assert.ok(time('# a\n'.repeat(50_000)) < 5000);
	});
});

function time(text: string): number {
	const started = performance.now();
	scanText(text);
	return performance.now() - started;
}
