import assert from 'node:assert/strict';
import { dangersIn } from '../support/hostileText.ts';
import { evilWords } from '../support/hostileVault.ts';
import { entryText } from '../support/notes.ts';
import { previewOf, type PreviewSample } from '../support/preview.ts';

const quoted = JSON.stringify(evilWords);

/** As a link may hold them: nothing in it ends the link. */
const evilAlias = evilWords.replaceAll(/[[\]|]/gu, ' ');

/** Texts that a preview made of them must show as words. */
const pages: Readonly<Record<string, readonly [text: string, sample?: PreviewSample & { readonly path?: string }]>> = {
	'a header of an entry': [
		entryText(62, { title: JSON.stringify(`62 - ${evilWords}`), output: quoted, tags: `[${quoted}]`, date: quoted }, 'Words.'),
	],
	'a link with an evil alias, and to an evil title': [
		`[[a|${evilAlias}]] [[a]] [[${evilAlias}]] [[a#${evilAlias}]]`,
		{ texts: { 'a.md': `---\ntitle: ${quoted}\n---\n` } },
	],
	'a link to a name that is an address': [
		'[[command:x]] [[javascript:alert(1)]] [[https://evil.example/x]] [[//evil.example/x]] [[\\\\evil.example\\x]]',
		{ texts: { 'command:x.md': '', 'javascript:alert(1).md': '', '\\\\evil.example\\x.md': '' } },
	],
	'an embed with an evil title': ['![[a]]', { texts: { 'a.md': `---\ntitle: ${quoted}\n---\nWords.\n` } }],
	'an embed of an evil section': [
		`![[a#${evilAlias}]]`,
		{ texts: { 'a.md': `# ${evilAlias.replaceAll('<', '\\<').replaceAll(/\]\(/gu, '] (')}\n\nWords.\n` } },
	],
	'a shortcode': [`{{< x ${quoted} >}} {{< <script> >}} {{< x"onload="alert(1) >}}`],
	'a figure': [
		`{{< figure src="a.png" alt=${quoted} caption=${quoted} >}} {{< figure src="https://evil.example/p.png" >}} {{< figure src="//evil.example/p.png" >}} {{< figure src="command:x" >}}`,
		{ files: ['a.png', 'command:x'] },
	],
	'an embedded picture': [
		`![[a.png|${evilAlias}|30]] ![[https://evil.example/p.png]] ![[javascript:x.png]]`,
		{ files: ['a.png', 'javascript:x.png'] },
	],
	'a block id': ['Words ^x"onload="alert(1)\n\nWords ^<img>\n'],
};

describe('a hostile note in the preview', () => {
	for (const [name, [text, sample]] of Object.entries(pages)) {
		it(`becomes words: ${name}`, () => {
			const html = previewOf(text, sample);
			assert.deepEqual(dangersIn(html), [], html);
		});
	}

	it('reaches no file outside the vault', () => {
		const asked: string[] = [];
		const files = { includes: (path: string) => asked.push(path) < 0 } as unknown as readonly string[];
		previewOf(
			'![[../../../private/key.md]] ![[../../../etc/a.png]] ![[%2e%2e%2f%2e%2e%2fa.png]] ![[..\\..\\..\\a.png]] ![[file:///etc/a.png]] {{< figure src="../../../../x.png" >}}',
			{ files, path: 'log/62/here.md' },
		);
		assert.deepEqual(
			asked.filter(path => path.split(/[/\\]/u).includes('..')),
			[],
		);
		assert.ok(asked.includes('etc/a.png'), asked.join('\n'));
	});

	it('is no page without end, however often its notes embed each other', () => {
		const texts = { 'a.md': '![[b]] '.repeat(20_000), 'b.md': '![[a]] '.repeat(20_000) };
		const { length } = previewOf('![[a]]', { texts });
		assert.ok(length < 10_000_000, `${length} characters`);
	});

	it('is shown, be it one long line or as many marks as letters', () => {
		const count = 20_000;
		const texts = {
			'open links': '![['.repeat(count),
			'open shortcodes': '{{< x '.repeat(count),
			'a long word as a parameter': `{{< figure ${'a'.repeat(10 * count)} >}}`,
			pipes: `[[a|${'|'.repeat(10 * count)}]]`,
			'headings and links to the last': Array.from({ length: 5000 }, (_, index) => `# H${index}\n\n[[#H4999]]\n`).join(''),
			'a path of headings': `[[#${'#'.repeat(10 * count)}]] [[here${'#a'.repeat(count)}]]`,
			'quotes within quotes': `${'>'.repeat(90)} ![[here]]`,
			'every control character': `${String.fromCharCode(...Array.from({ length: 31 }, (_, index) => index + 1))} [[here]]`,
		};
		for (const [name, text] of Object.entries(texts)) {
			assert.ok(previewOf(text).length > 0, name);
		}
	});
});
