import assert from 'node:assert/strict';
import { placeIn } from '../../../src/core/links/headings.ts';
import { embeddedPart } from '../../../src/core/preview/embeddedPart.ts';
import { scanText } from '../../../src/core/prose/scan.ts';
import { slice } from '../../../src/core/text.ts';

function part(text: string, called: string, title = 'T'): string | undefined {
	const scan = scanText(text);
	const span = embeddedPart(text, scan, { place: called === '' ? { kind: 'top' } : placeIn(scan, called), title });
	return span && slice(text, span);
}

describe('what an embed shows', () => {
	it('is the body', () => {
		assert.equal(part('---\na: b\n---\nBody.\n', ''), 'Body.\n');
		assert.equal(part('# T\n\nBody.\n', ''), '\n\nBody.\n');
		assert.equal(part('Say\n\n# T\n', ''), 'Say\n\n# T\n');
	});

	it('is a section without its heading', () => {
		assert.equal(part('# T\n\n## A\n\na\n\n### B\n\nb\n\n## C\n', 'A'), '\n\na\n\n### B\n\nb\n\n');
		assert.equal(part('# T\n', 'nothing'), undefined);
	});

	it('is the paragraph, the item or what stands above the id', () => {
		assert.equal(part('a\n\nb\nc ^x\nd\n', '^x'), 'b\nc ^x');
		assert.equal(part('- a\n- b\n  c ^x\n- d\n', '^x'), '- b\n  c ^x');
		assert.equal(part('a\n\n- b\n- c\n\n^x\n', '^x'), '- b\n- c\n\n^x');
		assert.equal(part('---\nt: x\n---\na ^x', '^x'), 'a ^x');
		assert.equal(part('^x', '^x'), '^x');
	});
});
