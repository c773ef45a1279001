import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { excerptOf, longestExcerpt } from '../../../src/core/links/excerpt.ts';
import { placeIn } from '../../../src/core/links/headings.ts';
import { scanText } from '../../../src/core/prose/scan.ts';

/** What is shown of the place that a link calls, with a `…` where more follows. */
function shown(text: string, called?: string): string {
	const scan = scanText(text);
	const { markdown, isCut } = excerptOf(text, scan, called === undefined ? { kind: 'top' } : placeIn(scan, called));
	return isCut ? `${markdown} …` : markdown;
}

describe('an excerpt', () => {
	it('is the beginning of the body, with headings as lines in bold', () => {
		assert.equal(shown('---\ntitle: x\n---\n\n# On *craft*\n\nWords.\n\n\n\nMore\n'), '**On craft**\n\nWords.\n\nMore');
		assert.equal(shown(''), '');
	});

	it('is the section of a heading, and the paragraph of a block', () => {
		const text = '# A\n\none\n\n## B\n\ntwo\n\n### C\n\nthree\n\n## D\n\nfour\nlines ^so\n\n- x ^item\n- y\n\nfive\n\n^below\n';
		assert.equal(shown(text, 'B'), 'two\n\n**C**\n\nthree');
		assert.equal(shown(text, 'D'), 'four\nlines\n\n- x\n- y\n\nfive');
		assert.equal(shown(text, '^so'), 'four\nlines');
		assert.equal(shown(text, '^item'), '- x');
		assert.equal(shown(text, '^below'), 'five');
	});

	it('is the section of a heading that was read another time', () => {
		const text = '## A\n\none\n\n## B\n\ntwo\n';
		const place = placeIn(scanText(text), 'A');
		assert.equal(excerptOf(text, scanText(text), place).markdown, 'one');
	});

	it('shows the words of links, and pictures that lie beside the note', () => {
		assert.equal(
			shown('See [[62 - Restarting]], [[a|that *day*]], [[#Own]] and ![[other note]] ![[a b.png|300]] ![x](p.png)\n'),
			'See *62 \\- Restarting*, *that \\*day\\**, *Own* and *other note* ![](<a b.png>) ![x](p.png)',
		);
	});

	it('fetches nothing, and leaves out comments and shortcodes', () => {
		assert.equal(
			shown(
				'![a](https://x.org/p.png) ![b](//x.org/p.png) ![c](<http://x.org>) ![d](/abs.png) ![e][ref] ![f]\n<!-- secret -->\n{{% subscribe %}} {{< raw >}}x{{< /raw >}}\n',
			),
			'[a](https://x.org/p.png) [b](//x.org/p.png) [c](<http://x.org>) [d](/abs.png) [e][ref] [f]',
		);
	});

	it('fetches nothing, however a picture is written, and shows none from elsewhere', () => {
		const written = [
			'![a]( https://x.org/p.png)',
			'![a](\u00a0https://x.org/p.png)',
			'![a](https\\://x.org/p.png)',
			'![a](https&colon;//x.org/p.png)',
			'!![a](https://x.org/p.png)',
			'![[x](safe.png)](https://x.org/p.png)',
			'![a\\](safe.png)](https://x.org/p.png)',
			'![`](safe.png)`](https://x.org/p.png)',
			'![<a b="](safe.png)">](https://x.org/p.png)',
			'![a](< https://x.org/p.png>)',
			'![a](\\\\x.org\\p.png)',
			'![a](../../p.png)',
			'![a](b/../../p.png)',
			'![[../../p.png]]',
			'![[https://x.org/p.png]]',
		];
		const renderer = new MarkdownIt({ linkify: true });
		assert.deepEqual(
			written.filter(text => renderer.render(shown(`${text}\n`)).includes('<img')),
			[],
		);
		assert.equal(shown('!![a](p.png "at noon") ![b](<c d.png>) ![](e/f.png)'), '!![a](p.png "at noon") ![b](<c d.png>) ![](e/f.png)');
	});

	it('is cut between paragraphs where it is long, and never leaves a fence open', () => {
		const long = `${'Some words. '.repeat(100)}\n\n${'Others. '.repeat(100)}\n\nEnd.\n`;
		const cut = shown(long);
		assert.ok(cut.endsWith('Some words. …') && cut.length < longestExcerpt, cut.slice(-40));
		assert.ok(shown('x'.repeat(20_000)).length <= longestExcerpt + 2);
		const code = shown(`\`\`\`js\n${'let x;\n'.repeat(1000)}\`\`\`\n`);
		assert.match(code, /let x;\n``` …$/u);
	});

	it('comes of any text and place', () => {
		const pieces = fc.constantFrom(
			'[[a]]',
			'![[b.png]]',
			'# h\n',
			'\n',
			'\n\n',
			'```\n',
			'<!--',
			'-->',
			'{{< x >}}',
			'{{< /x >}}',
			'^id\n',
			'x',
			'---\n',
			'`',
			'![a](http://x)',
			'\r\n',
			'- ',
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 50 }), fc.constantFrom(undefined, 'h', '^id', 'none'), (parts, called) => {
				const result = shown(parts.join(''), called);
				assert.ok(!/!\[[^\]]*\]\(http/u.test(result));
			}),
			{ numRuns: 3000 },
		);
	});
});
