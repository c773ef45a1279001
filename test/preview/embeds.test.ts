import assert from 'node:assert/strict';
import { entryText } from '../support/notes.ts';
import { previewOf } from '../support/preview.ts';

/** What the preview shows within the boxes of embeds: titles in angle brackets, then what is below them, tags left out. */
function boxes(text: string, sample: Parameters<typeof previewOf>[1] = {}): string {
	return previewOf(text, sample)
		.replace(/<div class="daily-log-embed-title">(.*?)<\/div>/gu, '«$1» ')
		.replace(/<div class="daily-log-quiet">(.*?)<\/div>/gu, '($1)')
		.replace(/<div class="daily-log-embed">/gu, '{')
		.replace(/<\/div><\/div>/gu, '}')
		.replace(/<[^>]*>/gu, '')
		.replace(/\s+/gu, ' ')
		.trim();
}

const craft =
	'---\ntitle: On Craft\n---\n# On Craft\n\nFirst.\n\n## Week 2\n\nDone [x](a.md#y).\n\n- one\n- two ^so\n\n## Week 3\n\nLast.\n';

describe('an embedded note', () => {
	it('is a box with its title and its body, in the place of the paragraph', () => {
		assert.equal(
			previewOf('See:\n\n![[On Craft#Week 3]]\n\nEnd.', { texts: { 'notes/craft.md': craft }, lines: true }),
			'<p data-line="0">See:</p>\n' +
				'<div data-line="2"><div class="daily-log-embed"><div class="daily-log-embed-title">' +
				'<a class="daily-log-link" href="notes/craft.md#week-3" data-href="notes/craft.md#week-3" title="On Craft">On Craft &gt; Week 3</a></div>' +
				'<div class="daily-log-embed-body"><p>Last.</p>\n</div></div></div>\n' +
				'<p data-line="4">End.</p>',
		);
	});

	it('shows the note, a section, a block', () => {
		const texts = { 'notes/craft.md': craft };
		assert.equal(boxes('![[On Craft]]', { texts }), '{«On Craft» First. Week 2 Done x. one two ^so Week 3 Last. }');
		assert.equal(boxes('![[On Craft#Week 2]]', { texts }), '{«On Craft &gt; Week 2» Done x. one two ^so }');
		assert.equal(boxes('![[On Craft#^so]]', { texts }), '{«On Craft» two ^so }');
		assert.equal(boxes('![[#Own]]\n\n# Own\n\nText.', { texts }), '{«Own &gt; Own» Text. } Own Text.');
	});

	it('has links and pictures as its own note means them, and no ids and lines', () => {
		const note = '# A\n\n[x](a.md) [y](#b) [z](https://z.z) [r](/r.md) ![p](p.png) [[./mate]] ![[q.png]]\n\n## B\n';
		const html = previewOf('![[deep/note]]', {
			path: 'log/here.md',
			texts: { 'deep/note.md': note, 'deep/mate.md': '', 'mate.md': '' },
			files: ['deep/q.png', 'q.png'],
			lines: true,
		});
		assert.deepEqual(
			[...html.matchAll(/ (?:href|src)="([^"]*)"/gu)].map(([, address]) => address),
			['../deep/note.md', '../deep/a.md', '../deep/note.md#b', 'https://z.z', '/r.md', '../deep/p.png', '../deep/mate.md', '../deep/q.png'],
		);
		assert.deepEqual(html.match(/data-line="\d+"| id="/gu), ['data-line="0"']);
	});

	it('that embeds itself, or a note around it, says so', () => {
		const texts = { 'a.md': 'A ![[b]]', 'b.md': 'B ![[a]]', 'self.md': '# P\n\nS ![[self]] ![[#P]]' };
		assert.equal(boxes('![[a]]', { texts }), '{«a» A {«b» B {«a» (circle a)} } }');
		assert.equal(boxes('![[here]]'), '{«here» (circle here)}');
		assert.equal(boxes('![[self]]', { texts }), '{«P» S {«P» (circle P)} {«P &gt; P» S {«P» (circle P)} {«P &gt; P» (circle P)} } }');
	});

	it('ends in three others', () => {
		const texts = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`n${index}.md`, `${index} ![[n${index + 1}]]`]));
		assert.equal(boxes('![[n0]]', { texts }), '{«n0» 0 {«n1» 1 {«n2» 2 {«n3» (too deep n3)} } } }');
	});

	it('is shown a hundred times at most, however often notes embed each other', () => {
		const all = Array.from({ length: 20 }, (_, index) => `![[n${index}]]`).join('\n\n');
		const texts = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`n${index}.md`, all]));
		assert.equal([...boxes(all, { texts }).matchAll(/too deep/gu)].length > 0, true);
		assert.equal(previewOf(all, { texts }).length < 2_000_000, true);
	});

	it('says what is not there: the note, the place, the text', () => {
		const texts = { 'a.md': '# A' };
		assert.equal(previewOf('![[nix]]'), '<p><span class="daily-log-link daily-log-missing" title="no nix">nix</span></p>');
		assert.match(
			previewOf('![[a#No]]', { texts }),
			/^<p><a class="daily-log-link daily-log-missing" href="a.md" [^>]*title="no No in A">a &gt; No<\/a><\/p>$/u,
		);
		assert.equal(boxes('![[a]]', { texts, loading: ['a.md'] }), '{«A» (loading A)}');
	});

	it('is Markdown as everywhere, and no more than that', () => {
		const title = '<img src=x onerror=alert(1)>';
		const html = previewOf('![[a]]', { texts: { 'a.md': `---\ntitle: "${title}"\n---\n[[x|${title}]] {{< y "${title}" >}}` } });
		assert.deepEqual(html.match(/<img|onerror=alert/gu), ['onerror=alert', 'onerror=alert', 'onerror=alert']);
	});

	it('is an entry without front matter, in all three kinds, with any line end', () => {
		const texts = {
			'1.md': entryText(1, {}, 'One.').replaceAll('\n', '\r\n'),
			'2.md': '+++\ntitle = "Two"\n+++\nTwo.',
			'3.md': '{ "title": "Three" }\n\nThree.',
		};
		assert.equal(boxes('![[1 - Entry]]\n\n![[Two]]\n\n![[Three]]', { texts }), '{«1 - Entry» One. } {«Two» Two. } {«Three» Three. }');
	});
});

describe('an embedded picture', () => {
	const shown = (text: string, files: readonly string[], path = 'log/62/index.md'): string =>
		previewOf(text, { files, path }).replace(/^<p>|<\/p>$/gu, '');

	it('is looked for beside the note, in the vault, in Hugo’s folders', () => {
		assert.equal(shown('![[a b.png]]', ['log/62/a b.png', 'a b.png']), '<img src="a%20b.png" alt="a b.png">');
		assert.equal(shown('![[pics/a.png]]', ['pics/a.png']), '<img src="../../pics/a.png" alt="pics/a.png">');
		assert.equal(shown('![[/a.png]]', ['static/a.png']), '<img src="../../static/a.png" alt="/a.png">');
		assert.equal(shown('![[../a.png]]', ['log/a.png']), '<img src="../a.png" alt="../a.png">');
	});

	it('has the size that stands behind the pipe', () => {
		assert.equal(shown('![[a.png|300]]', ['a.png'], 'x.md'), '<img src="a.png" width="300" alt="a.png">');
		assert.equal(shown('![[a.png|300x200]]', ['a.png'], 'x.md'), '<img src="a.png" width="300" height="200" alt="a.png">');
		assert.equal(shown('![[a.png|an *oak*|300]]', ['a.png'], 'x.md'), '<img src="a.png" width="300" alt="an *oak*">');
		assert.equal(shown('![[a.png|"><script>]]', ['a.png'], 'x.md'), '<img src="a.png" alt="&quot;&gt;&lt;script&gt;">');
	});

	it('that is not there says so; other files are links', () => {
		assert.equal(shown('![[a.png]]', []), '<span class="daily-log-link daily-log-missing" title="no file a.png">a.png</span>');
		assert.equal(
			shown('![[a.pdf]] [[a.pdf|plan]]', ['a.pdf'], 'x.md'),
			'<a class="daily-log-link" href="a.pdf" data-href="a.pdf" title="a.pdf">a.pdf</a> <a class="daily-log-link" href="a.pdf" data-href="a.pdf" title="a.pdf">plan</a>',
		);
	});
});
