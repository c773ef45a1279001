import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { scanText } from '../../../src/core/prose/scan.ts';
import { readShortcodes } from '../../../src/core/prose/shortcode.ts';
import { markdownText } from '../../../src/core/review/markdownText.ts';
import { hostile, lineOf, shownOf } from '../../support/hostileText.ts';
import { previewOf } from '../../support/preview.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });

describe('a text in Markdown', () => {
	it('shows what was written', () => {
		const texts = [
			'a | b',
			'[[62]] `x`',
			'<b>x</b> &amp; y',
			'# no heading',
			'{{< x >}} {{% y %}}',
			'a\nb\r\n\tc',
			'1. no list',
			'snake_case _x_',
			'$5 ~ #1 C#',
		];
		assert.deepEqual(texts.map(markdownText), [
			'a \\| b',
			'\\[\\[62\\]\\] \\`x\\`',
			'\\<b>x\\</b> \\&amp; y',
			'\\# no heading',
			'\\{\\{\\< x >\\}\\} \\{\\{% y %\\}\\}',
			'a b c',
			'1\\. no list',
			'snake_case \\_x\\_',
			'\\$5 \\~ \\#1 C#',
		]);
	});

	it('keeps the addresses of the web', () => {
		assert.equal(
			markdownText('See https://a.example/~b_c?d=1, and (https://b.example).'),
			'See <https://a.example/~b_c?d=1>, and (<https://b.example>).',
		);
		assert.equal(readShortcodes(markdownText('{{https://a.example}}'), 0).length, 0);
	});

	const places: readonly (readonly [string, (text: string) => string])[] = [
		['in a paragraph', text => text],
		['behind words', text => `See ${text}`],
		['in a list', text => `- ${text}`],
		['in a cell', text => `| a | b |\n|---|---|\n| x | ${text} |`],
	];
	for (const [name, put] of places) {
		it(`shows any text as it is ${name}, and calls nothing`, () => {
			fc.assert(
				fc.property(hostile, text => {
					const written = put(markdownText(text));
					const shown = shownOf(markdown.render(written)).replace(/\s+/gu, ' ').trim();
					const around = shownOf(markdown.render(put('Q')))
						.replace(/\s+/gu, ' ')
						.trim();
					assert.equal(
						shown,
						around
							.replace('Q', () => lineOf(text))
							.replace(/\s+/gu, ' ')
							.trim(),
					);
					assert.deepEqual(readShortcodes(written, 0), []);
					const { links, inlineTags, blockIds, headings } = scanText(written);
					assert.deepEqual({ links, inlineTags, blockIds, headings }, { links: [], inlineTags: [], blockIds: [], headings: [] });
				}),
				{ numRuns: 3000 },
			);
		});
	}

	it('is no link in our own preview either', () => {
		assert.equal(previewOf(markdownText('[[62]] and ![[x.png]]')), '<p>[[62]] and ![[x.png]]</p>');
	});
});
