import assert from 'node:assert/strict';
import { marksIn, maskText, partsOf, unmask } from '../../../src/core/preview/marks.ts';
import { scanText } from '../../../src/core/prose/scan.ts';

/** The text with `‹0›` for each placeholder, and what the pieces were. */
function masked(text: string, links = true): { readonly text: string; readonly pieces: readonly string[] } {
	const found = maskText(text, { start: 0, end: text.length }, marksIn(text, scanText(text), { links }));
	assert.ok(found);
	assert.equal(unmask(found.text, found), text);
	return {
		text: partsOf(found.text, found.fence)
			.map(part => (typeof part === 'number' ? `‹${part}›` : part))
			.join(''),
		pieces: found.pieces.map(({ source, mark }) => `${mark?.kind ?? 'rest'} ${source}`),
	};
}

describe('what Markdown does not know', () => {
	it('stands as placeholders in its place', () => {
		assert.deepEqual(masked('a [[b|c]] ![[d]] {{< e >}} f ^g\n'), {
			text: 'a ‹0› ‹1› ‹2› f ‹3›\n',
			pieces: ['link [[b|c]]', 'link ![[d]]', 'shortcode {{< e >}}', 'block ^g'],
		});
		assert.deepEqual(masked('[[b]] {{% e %}} ^g', false), { text: '[[b]] ‹0› ^g', pieces: ['shortcode {{% e %}}'] });
	});

	it('keeps its lines', () => {
		assert.deepEqual(masked('{{< a\n\n  b >}}\nc'), { text: '‹0›\n‹1›\n  ‹2›\nc', pieces: ['shortcode {{< a', 'rest ', 'rest b >}}'] });
	});

	it('is nothing in front matter and code', () => {
		const text = '---\na: "[[b]]"\n---\n`[[c]]` `{{< d >}}`\n';
		assert.deepEqual(masked(text), { text, pieces: [] });
	});

	it('is the outer one of two', () => {
		assert.deepEqual(masked('[[a|b {{< c >}} d]]').pieces, ['link [[a|b {{< c >}} d]]']);
	});

	it('finds a fence that the text does not hold, and gives up where there is none', () => {
		assert.deepEqual(masked('\u0001\u00020\u0001 [[a]]'), { text: '\u0001\u00020\u0001 ‹0›', pieces: ['link [[a]]'] });
		const all = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
		assert.equal(maskText(all, { start: 0, end: all.length }, []), undefined);
	});
});
