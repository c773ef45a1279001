import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanText } from '../../src/core/prose/scan.ts';
import { slice } from '../../src/core/text.ts';
import { entryText } from '../support/notes.ts';
import { engineFor, previewOf, type PreviewSample } from '../support/preview.ts';

const texts = {
	'log/62.md': entryText(62, { title: '"62 - Restarting"' }),
	'notes/On Craft.md': '# On Craft\n\n## Week 2\n\nDone. ^so\n\n## Week 2\n\n## Über uns\n',
	'a/twin.md': '',
	'b/twin.md': '',
};

/** An anchor as the preview writes it. */
function anchor(href: string, title: string, text: string, css = 'daily-log-link'): string {
	return `<a class="${css}" href="${href}" data-href="${href}" title="${title}">${text}</a>`;
}

/** The paragraph that the preview shows for a line of the note `here.md`. */
function line(text: string, sample: PreviewSample & { readonly path?: string } = {}): string {
	return previewOf(text, { texts, ...sample })
		.replace(/^<p(?: id="[^"]*")?>/u, '')
		.replace(/<\/p>$/u, '');
}

const restarting = (text: string): string => anchor('log/62.md', '62 - Restarting · (2022-12-02)', text);

describe('a wiki link in the preview', () => {
	it('is an anchor to the file, with title and date', () => {
		assert.equal(line('See [[62]], [[62 - Restarting|that day]].'), `See ${restarting('62')}, ${restarting('that day')}.`);
		assert.equal(line('[[On Craft]]', { path: 'log/deep/here.md' }), anchor('../../notes/On%20Craft.md', 'On Craft', 'On Craft'));
	});

	it('goes to the heading by the id that VS Code gives it', () => {
		const craft = (fragment: string, text: string): string => anchor(`notes/On%20Craft.md${fragment}`, 'On Craft', text);
		assert.equal(line('[[On Craft#Week 2]]'), craft('#week-2', 'On Craft &gt; Week 2'));
		assert.equal(line('[[On Craft#Über uns|we]]'), craft('#%C3%BCber-uns', 'we'));
		assert.equal(line('[[On Craft#^so]]'), craft('#block-so', 'On Craft &gt; ^so'));
	});

	it('goes to a place in its own note', () => {
		assert.equal(
			previewOf('[[#A & B]] [[#^x]]\n\n# A & B\n\nOne. ^x\n'),
			`<p>${anchor('#a--b', 'A &amp; B', 'A &amp; B')} ${anchor('#block-x', 'A &amp; B', '^x')}</p>\n` +
				'<h1>A &amp; B</h1>\n<p id="block-x">One. <span class="daily-log-block">^x</span></p>',
		);
	});

	it('that leads nowhere is a text that says why', () => {
		assert.equal(line('[[Such Note|x]]'), '<span class="daily-log-link daily-log-missing" title="no Such Note">x</span>');
		assert.equal(line('[[twin]]'), '<span class="daily-log-link daily-log-ambiguous" title="twin: a/twin.md or b/twin.md">twin</span>');
		assert.equal(
			line('[[On Craft#No]]'),
			anchor('notes/On%20Craft.md', 'no No in On Craft', 'On Craft &gt; No', 'daily-log-link daily-log-missing'),
		);
	});

	it('goes before the rules of Markdown, and not into code, HTML and addresses', () => {
		assert.equal(line('[[a](b)]]'), '[<a href="b">a</a>]]');
		assert.equal(
			line('[[62|*x*]] **[[62]]** _[[62]]_'),
			`${restarting('x')} <strong>${restarting('62')}</strong> <em>${restarting('62')}</em>`,
		);
		assert.equal(line('`[[62]]` \\[[62]]'), '<code>[[62]]</code> [[62]]');
		assert.equal(line('<b title="[[62]]">[[62]]</b>'), `<b title="[[62]]">${restarting('62')}</b>`);
		assert.equal(
			line('[x [[62]]](y.md) ![p [[62]]](q.png)'),
			'<a href="y.md">x <span class="daily-log-inner">62</span></a> <img src="q.png" alt="p [[62]]">',
		);
		assert.equal(line('[x](<a [[62]].md> "t [[62]]")'), '<a href="a%20%5B%5B62%5D%5D.md" title="t [[62]]">x</a>');
		assert.equal(line('https://x.y/[[62]]'), `<a href="https://x.y/">https://x.y/</a>${restarting('62')}`);
		assert.equal(previewOf('```\n[[62]]\n```', { texts }), '<pre><code>[[62]]\n</code></pre>');
		assert.equal(previewOf('<div>\n[[62]]\n</div>', { texts }), '<div>\n[[62]]\n</div>');
	});

	it('stands in tables, headings and lists', () => {
		assert.equal(previewOf('| a |\n|---|\n| [[62\\|x]] |', { texts }).match(/<td>.*<\/td>/u)?.[0], `<td>${restarting('x')}</td>`);
		assert.equal(previewOf('## To [[62]]', { texts }), `<h2>To ${restarting('62')}</h2>`);
		assert.equal(previewOf('- [[62]]', { texts }), `<ul>\n<li>${restarting('62')}</li>\n</ul>`);
	});

	it('escapes whatever it is called', () => {
		const hostile = '<script>alert("1")</script>';
		const named = { 'x.md': `---\ntitle: '${hostile}'\n---\n` };
		const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;';
		assert.equal(
			line(`[[x]] [[no ${hostile}]]`, { texts: named }),
			`${anchor('x.md', escaped, 'x')} <span class="daily-log-link daily-log-missing" title="no no ${escaped}">no ${escaped}</span>`,
		);
		assert.equal(line('[[x|<img src=x onerror=alert(1)> "&]]', { texts: named }), anchor('x.md', escaped, '&quot;&amp;'));
		assert.equal(line('[[a"b]]', { texts: { 'a"b.md': '' } }), anchor('a%22b.md', 'a&quot;b', 'a&quot;b'));
		assert.equal(
			line('[[javascript:alert(1)]]', { texts: { 'javascript:alert(1).md': '' } }).includes('href="javascript%3Aalert(1).md"'),
			true,
		);
	});

	it('is text where wiki links are switched off, where the document is of no log, and where only a string is rendered', () => {
		assert.equal(line('[[62]] ^x', { wikiLinks: false }), '[[62]] ^x');
		const md = engineFor('here.md', '[[62]]', { texts });
		const plain = '<p data-line="0">[[62]]</p>\n';
		assert.deepEqual(
			[md.render('[[62]]'), md.render('[[62]]', {}), md.render('[[62]]', { currentDocument: 'other.md' })],
			[plain, plain, plain],
		);
	});

	it('goes before what another extension makes of it, and leaves it to that one where wiki links are switched off', () => {
		for (const wikiLinks of [true, false]) {
			const md = engineFor('here.md', '', { texts, wikiLinks });
			md.inline.ruler.before('link', 'another', (state, silent) => {
				if (!state.src.startsWith('[[', state.pos) || silent) {
					return false;
				}
				state.push('html_inline', '', 0).content = '<another>';
				state.pos = state.src.indexOf(']]', state.pos) + 2;
				return true;
			});
			const html = md.render('[[62]] x', { currentDocument: 'here.md' });
			assert.equal(html, `<p data-line="0">${wikiLinks ? restarting('62') : '<another>'} x</p>\n`);
		}
	});

	it('keeps every line where it was, for scrolling', () => {
		const text = `${entryText(1)}\n[[62]]\n\n{{< x\n  y\n>}}\n\n- [[62]]\n`;
		assert.deepEqual(
			[...previewOf(text, { texts, lines: true }).matchAll(/<(\w+)[^>]* data-line="(\d+)"/gu)].map(([, tag, at]) => `${tag} ${at}`),
			['header 0', 'p 7', 'p 9', 'ul 13', 'li 13'],
		);
	});

	it('lends its words to the id of a heading', () => {
		const md = engineFor('here.md', '', { texts });
		md.renderer.rules['heading_open'] = (tokens, index, options) => {
			const said = (tokens[index + 1]?.children ?? []).map(
				({ content, children }) => children?.map(child => child.content).join('') ?? content,
			);
			tokens[index]?.attrSet('id', said.join(''));
			return md.renderer.renderToken(tokens, index, options);
		};
		assert.match(md.render('# See [[62|that]] and [[62]]', { currentDocument: 'here.md' }), /id="See that and 62"/u);
	});
});

describe('the preview and the scanner', () => {
	const inline = fc.array(
		fc.constantFrom(
			...['[[62]]', '![[62]]', '[[62|a]]', '[[62\\|a]]', '[[nix#z]]', '[[a\\#b]]', '[[|]]', '[[', ']]', '[', ']', '\\', '\\\\'],
			...['`[[62]]`', '``x` [[62]]``', '{{< a >}}', '{{< b "[[62]]" >}}', '{{% c %}}', '{{%/* d [[62]] */%}}', 'x<!-- [[62]] -->'],
			...['x', ' ', '*', '**', '_', '~~', '!', '(y)', '"', '#', '^', '^id', '&amp;', 'x<b>', '62'],
		),
		{ maxLength: 12 },
	);
	const lead = fc.constantFrom('x ', '> x ', '- x ', '1. x ', '# ', '> - x', '- - x');
	const block = fc.oneof(
		{ weight: 8, arbitrary: fc.tuple(lead, inline).map(([mark, parts]) => mark + parts.join('')) },
		fc.constantFrom(
			'```\n[[62]]\n```',
			'~~~ md\n[[62]]\n\n~~~',
			'    [[62]]',
			'$$\n[[62]]\n$$',
			'| a | b |\n|---|---|\n| [[62\\|x]] | [[62]] |',
		),
	);

	it('agree on what is a link', () => {
		fc.assert(
			fc.property(fc.array(block, { maxLength: 6 }), blocks => {
				const text = blocks.join('\n\n');
				const scan = scanText(text);
				const links = scan.links.filter(({ span }) => span.start >= (scan.block?.bodyStart ?? 0));
				const shown = [...previewOf(text).matchAll(/class="daily-log-(?:link|inner)/gu)];
				assert.equal(shown.length, links.length, links.map(({ span }) => slice(text, span)).join(' '));
			}),
			{ numRuns: 1000 },
		);
	});

	it('take any text, and none of it is lost', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 20 }), (a, b) => {
				assert.equal(typeof previewOf(`${a}[[${b}]]${a}`), 'string');
			}),
			{ numRuns: 500 },
		);
		const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
		assert.match(previewOf(`${controls} [[62]]`), /\[\[62\]\]/u);
		assert.match(previewOf('\u0001 [[62]] \u00010\u0001'), /\u0001 <span class="daily-log-link[^>]*>62<\/span> \u00010\u0001/u);
	});

	it('take long texts of little else', () => {
		assert.equal(previewOf('[['.repeat(100_000)).length, 200_007);
		for (const [unit, shown] of [
			['[[62]] ', /class="daily-log-link/gu],
			['{{< x >}}', /class="daily-log-shortcode/gu],
			['[[a|[', /\[\[a\|\[/gu],
			['^x\n', /class="daily-log-block/gu],
		] as const) {
			assert.equal(previewOf(unit.repeat(20_000)).match(shown)?.length, 20_000, unit);
		}
	});
});
