import assert from 'node:assert/strict';
import { element, escapeHtml, openTag, relativeFolder, relativeHref } from '../../../src/core/preview/html.ts';

describe('HTML', () => {
	it('holds any text', () => {
		assert.equal(escapeHtml(`<a href="x" title='y'>&amp;</a>`), '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;');
		assert.equal(escapeHtml('\ud800'), '\ufffd');
	});

	it('is written with attributes that are there', () => {
		assert.equal(openTag('a', { href: 'b"c', title: undefined }), '<a href="b&quot;c">');
		assert.equal(element('b', {}, '<'), '<b>&lt;</b>');
	});
});

describe('an address from one file to another', () => {
	it('is the shortest way, encoded', () => {
		assert.equal(relativeHref('', 'a b/c#d.md'), 'a%20b/c%23d.md');
		assert.equal(relativeHref('a/b', 'a/c/d.md'), '../c/d.md');
		assert.equal(relativeHref('a', 'a/d.md'), 'd.md');
		assert.equal(relativeHref('a/b', 'd.md'), '../../d.md');
		assert.equal(relativeHref('', 'x:y.md'), 'x%3Ay.md');
	});

	it('has a slash behind a folder', () => {
		assert.equal(relativeFolder('a', 'a'), '');
		assert.equal(relativeFolder('a', 'ä/b'), '../%C3%A4/b/');
	});
});
