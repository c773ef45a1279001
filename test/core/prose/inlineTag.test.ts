import assert from 'node:assert/strict';
import { scanText } from '../../../src/core/prose/scan.ts';
import { slice } from '../../../src/core/text.ts';

function tags(text: string): readonly string[] {
	return scanText(text).inlineTags.map(({ name, span }) => {
		assert.equal(slice(text, span), `#${name}`);
		return name;
	});
}

describe('inline tags', () => {
	it('begin behind a blank or an opening sign and hold a letter', () => {
		assert.deepEqual(tags('#a text #b-c, (#d) "#e" “#f” *#g* #tools/planes/ #y1984 #1984 #über #日本 #x_y. #z!'), [
			'a',
			'b-c',
			'd',
			'e',
			'f',
			'g',
			'tools/planes',
			'y1984',
			'über',
			'日本',
			'x_y',
			'z',
		]);
	});

	it('are no headings, numbers, colours, fragments, entities', () => {
		assert.deepEqual(
			tags(
				'# heading\n## x\n#123 #1-2 #fff #FFFFFF #1f3a4d #abcdef12 word#x https://x.org/#y [z](#anchor) [r]: #ref\n&#39; &#x27; #/x # #- ##x',
			),
			[],
		);
		assert.deepEqual(tags('#bad #facade #dad'), ['bad', 'facade', 'dad']);
	});

	it('are none in links, code, comments, shortcodes, front matter', () => {
		assert.deepEqual(
			tags('---\nx: a #b\n---\n[[a #b]] [[#c]] `#d` <!-- #e --> {{< f "#g" >}} <a href="#h">\n\n    #i\n\n```\n#j\n```\n#k\n'),
			['k'],
		);
	});

	it('stand in headings, lists, tables and quotations', () => {
		assert.deepEqual(tags('# x #a\n- #b\n> #c\n\n| #d | x |\n'), ['a', 'b', 'c', 'd']);
	});

	it('are found in linear time', () => {
		for (const piece of ['#', '#a', ' #', ' #a', '#a/', '[x]: #']) {
			const text = piece.repeat(300_000 / piece.length);
			const started = performance.now();
			scanText(text);
			assert.ok(performance.now() - started < 3000, piece);
		}
	});
});
