import assert from 'node:assert/strict';
import { plainText } from '../../../src/core/prose/heading.ts';
import { scanText } from '../../../src/core/prose/scan.ts';
import { slice } from '../../../src/core/text.ts';

/** Each heading as `level text #anchor @line`. */
function headings(text: string): readonly string[] {
	return scanText(text).headings.map(({ level, text: said, anchor, at }) => `${level} ${said} #${anchor} @${at.line}`);
}

describe('headings', () => {
	it('have one to six signs and a blank, and may be closed', () => {
		assert.deepEqual(headings('# One\n###### Six ##\n####### seven\n#tag\n## \n#\n  ## In\n\n    ## code\n## a#b ## c #\n'), [
			'1 One #one @0',
			'6 Six #six @1',
			'2  #heading @4',
			'1  #heading-1 @5',
			'2 In #in @6',
			'2 a#b ## c #ab--c @9',
		]);
	});

	it('may be underlined, also over several lines', () => {
		assert.deepEqual(headings('One\n===\n\nTwo\nlines\n---\n\n---\n\n- item\n---\n> Quoted\n> -\n'), [
			'1 One #one @0',
			'2 Two lines #lines @3',
			'2 Quoted #quoted @11',
		]);
	});

	it('are none in front matter, code, comments, and between tags that hold no Markdown', () => {
		assert.deepEqual(
			headings(
				'---\n# yaml\n---\n```\n# a\n```\n<!-- # b\n# c -->\n{{< x >}}\n# d\n{{< /x >}}\n{{% y %}}\n# e\n{{% /y %}}\n> # f\n- # g\n',
			),
			['1 e #e @12', '1 f #f @14', '1 g #g @15'],
		);
	});

	it('get the ids that Hugo makes, or those that are written', () => {
		const written = [
			'Week 2',
			'Week 2',
			'week-2',
			'À la carte!',
			'C# & F#',
			'x_y',
			'日本 語',
			'!!!',
			'**Bold** `code`',
			'[a](b.md)',
			'Own {#mine .wide}',
			'Own',
			'a  b',
		];
		assert.deepEqual(
			scanText(written.map(text => `## ${text}\n`).join('\n')).headings.map(({ anchor }) => anchor),
			['week-2', 'week-2-1', 'week-2-2', 'à-la-carte', 'c--f', 'x_y', '日本-語', 'heading', 'bold-code', 'abmd', 'mine', 'own', 'a--b'],
		);
	});

	it('are read as a reader sees them', () => {
		assert.deepEqual(
			[
				'**On** [craft](x.md) and [[62|that day]]',
				'_a_ snake_case *b*',
				'`x` \\# y',
				'![alt](p.png) <b>c</b>',
				'[[On Craft]]  x',
				'2 * 3 * 4',
				'Own {#mine}',
			].map(plainText),
			['On craft and that day', 'a snake_case b', 'x # y', 'alt c', 'On Craft x', '2 * 3 * 4', 'Own {#mine}'],
		);
	});

	it('know where they stand, in UTF-16 columns, with every line end', () => {
		for (const lineEnd of ['\n', '\r\n']) {
			const text = `😀 x${lineEnd}${lineEnd}> ## Two 😀 ##${lineEnd}`;
			const [heading] = scanText(text).headings;
			assert.deepEqual(
				[heading?.at, heading && slice(text, heading.span), heading && slice(text, heading.textSpan)],
				[{ line: 2, character: 2 }, '## Two 😀 ##', 'Two 😀'],
			);
		}
	});
});
