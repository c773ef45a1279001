import assert from 'node:assert/strict';
import { entryText } from '../support/notes.ts';
import { previewOf } from '../support/preview.ts';

describe('an entry in the preview', () => {
	it('begins with number, date, input, draft, title, output and tags', () => {
		const text = entryText(
			62,
			{ title: '"62 - Restarting"', draft: 'true', input: '90', output: '"One & two"', tags: '[oak, "work shop"]' },
			'Body.',
		);
		assert.equal(
			previewOf(text),
			'<header class="daily-log-entry code-line" dir="auto">' +
				'<div class="daily-log-facts"><span class="daily-log-number">#62</span> <time datetime="2022-12-02" title="2022-12-02T06:21:40-07:00">(2022-12-02)</time> ' +
				'<span title="Input">1 h 30 min</span> <span class="daily-log-draft">Draft</span></div>' +
				'<div class="daily-log-title" role="heading" aria-level="1">Restarting</div>' +
				'<div class="daily-log-output"><span class="daily-log-label">Output</span> One &amp; two</div>' +
				'<div class="daily-log-tags"><span class="daily-log-tag">oak</span> <span class="daily-log-tag">work shop</span></div>' +
				'</header>\n<p>Body.</p>',
		);
	});

	it('leaves out what is not there, and a title that the text says itself', () => {
		const text = '---\ntitle: A day\nseries: [Daily Log]\n---\n# A day\n';
		assert.equal(previewOf(text), '<header class="daily-log-entry code-line" dir="auto"></header>\n<h1>A day</h1>');
	});

	it('escapes what it says', () => {
		const html = previewOf(entryText(1, { title: '"1 - <b>"', output: '"<script>"', tags: '["<i>"]', date: '"<u>"' }));
		assert.deepEqual(html.match(/<(?:b|script|i|u)>/gu), null);
	});

	it('shows its front matter where it has no header', () => {
		assert.match(previewOf(entryText(1), { header: false }), /title: /u);
	});

	it('hides front matter that VS Code takes for text, and leaves the other to it', () => {
		assert.equal(previewOf('+++\ntitle = "x"\n+++\nText.'), '<p>Text.</p>');
		assert.equal(previewOf('{ "title": "x" }\nText.'), '<p>Text.</p>');
		assert.match(previewOf('---\ntitle: "x"\n---\nText.'), /title: /u);
	});
});

describe('a shortcode in the preview', () => {
	const shown = (text: string, files: readonly string[] = []): string => previewOf(text, { files }).replace(/^<p>|<\/p>$/gu, '');
	const mark = (title: string, name: string, more = ''): string =>
		`<span class="daily-log-shortcode${more}" title="${title}">${name}</span>`;

	it('is a quiet mark with its name', () => {
		assert.equal(shown('{{< youtube "x" >}}'), mark('{{&lt; youtube &quot;x&quot; &gt;}}', 'youtube'));
		assert.equal(
			shown('{{%  a/b  %}}**x**{{% /a/b %}}'),
			`${mark('{{% a/b %}}', 'a/b')}<strong>x</strong>${mark('{{% /a/b %}}', '/a/b', ' daily-log-closing')}`,
		);
		assert.equal(shown('{{</* x */>}}'), mark('{{&lt;/* x */&gt;}}', '{{&lt; x &gt;}}', ' daily-log-commented'));
	});

	it('may go over several lines', () => {
		assert.equal(shown('a {{< x\n\n  y="1"\n>}} b\n\nc'), `a ${mark('{{&lt; x y=&quot;1&quot; &gt;}}', 'x')}\n\n\n b</p>\n<p>c`);
		assert.equal(previewOf('- {{< x\n  y\n>}}\n- b'), `<ul>\n<li>${mark('{{&lt; x y &gt;}}', 'x')}\n\n</li>\n<li>b</li>\n</ul>`);
	});

	it('is text in code, and where it does not end', () => {
		assert.equal(shown('`{{< x >}}`'), '<code>{{&lt; x &gt;}}</code>');
		assert.equal(shown('```\n{{< x\n>}}\n```'), '<pre><code>{{&lt; x\n&gt;}}\n</code></pre>');
		assert.equal(previewOf('a\n\n    {{< x\n    >}}'), '<p>a</p>\n<pre><code>{{&lt; x\n&gt;}}\n</code></pre>');
		assert.equal(shown('{{< x'), '{{&lt; x');
	});

	it('is a mark where wiki links are switched off, too', () => {
		assert.equal(previewOf('{{< x >}}', { wikiLinks: false }), `<p>${mark('{{&lt; x &gt;}}', 'x')}</p>`);
	});

	it('shows the picture of a figure that is there', () => {
		assert.equal(shown('{{< figure src="a.png" alt="oak" >}}', ['a.png']), '<img src="a.png" alt="oak">');
		assert.equal(
			shown('{{< figure src=/a.png caption="An \\"oak\\"" >}}', ['static/a.png']),
			'<img src="static/a.png" title="An &quot;oak&quot;" alt="An &quot;oak&quot;"><span class="daily-log-caption">An &quot;oak&quot;</span>',
		);
		assert.match(shown('{{< figure src="a.png" >}}'), /daily-log-shortcode/u);
		assert.match(shown('{{< figure src="https://x.y/a.png" >}}'), /daily-log-shortcode/u);
	});
});
