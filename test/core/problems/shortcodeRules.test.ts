import assert from 'node:assert/strict';
import { checkShortcodes } from '../../../src/core/problems/shortcodeRules.ts';
import { check, fixAll, problemsIn, type Around } from '../../support/problems.ts';

const inSite: Around = { surroundings: { shortcodes: new Set(['subscribe', 'pair', 'sub/name']) } };

/** `code [text of the span] fixes`, with the severity where it is not the usual one. */
function seen(body: string, around: Around = inSite): readonly string[] {
	const text = `---\ntitle: "{{< x"\n---\n${body}\n`;
	const severities = problemsIn(checkShortcodes, text, around).map(({ severity }) => (severity === undefined ? '' : `/${severity}`));
	return check(checkShortcodes, text, around).map(({ code, at, fixes }, index) =>
		[code + (severities[index] ?? ''), `[${at}]`, ...fixes].join(' '),
	);
}

function seenAll(bodies: readonly string[], around: Around = inSite): Record<string, readonly string[]> {
	return Object.fromEntries(bodies.map(body => [body, seen(body, around)]));
}

describe('shortcodes', () => {
	it('are fine as Hugo takes them', () => {
		const bodies = [
			'{{% subscribe %}} {{< pair a=1 >}}b{{< /pair >}} {{< pair />}}',
			'{{< sub/name >}} {{< figure src="a" >}} {{< YouTube a >}} {{< tweet 1 >}} {{< Subscribe >}}',
			'{{</* nosuch */>}} {{< now.inline >}}{{ now }}{{< /now.inline >}}',
			'{{< highlight go >}}a{{< /highlight >}} {{ .Title }} }} >}}',
			'{{< pair >}}{{< subscribe >}}{{< /pair >}}',
		];
		assert.deepEqual(
			bodies.flatMap(body => seen(body)),
			[],
		);
	});

	it('end with the delimiter with which they begin', () => {
		const expected = {
			'{{< x %}} b': ["shortcode.unclosed [%}}] Write '>}}'"],
			'{{% /x }} b': ["shortcode.unclosed [}}] Write '%}}'"],
			'{{< x >} b': ["shortcode.unclosed [>}] Write '>}}'"],
			'{{< x\n\nb': ["shortcode.unclosed [{{< x] Write '>}}'"],
			'{{< x a b\nc': ["shortcode.unclosed [{{< x a b] Write '>}}'?"],
			'{{< x "a >}} b': ['shortcode.unclosed [{{< x "a >}} b] Write the missing "'],
			'{{< x "a\nb': ['shortcode.unclosed [{{< x "a]'],
			'`{{< x` and {{< y >}}': ['shortcode.unclosed [{{< x` and {{< y >}}]'],
			'{{</* x >}}': ["shortcode.unclosed [{{</* x >}}] Write '*/>}}'?"],
		};
		assert.deepEqual(seenAll(Object.keys(expected), {}), expected);
	});

	it('close only what is open', () => {
		const expected = {
			'a{{< /pair >}}b': ['shortcode.unclosed [{{< /pair >}}] Remove it?'],
			'{{< pair />}}a{{< /pair >}}': ['shortcode.unclosed [{{< /pair >}}] Remove it?'],
			'{{< pair >}}a{{< /pair >}}{{< /pair >}}': ['shortcode.unclosed [{{< /pair >}}] Remove it?'],
			'{{< highlight go >}}a': ['shortcode.unclosed [{{< highlight go >}}]'],
			'{{< pair >}}a{{% /pair %}}': ["shortcode.unclosed/warning [{{% /pair %}}] Write '{{< /pair >}}'"],
		};
		assert.deepEqual(seenAll(Object.keys(expected)), expected);
		assert.deepEqual(seen('{{< highlight go >}}a', { surroundings: { shortcodes: new Set(['highlight']) } }), []);
	});

	it('are known to the site or to Hugo, where that can be told', () => {
		const expected = {
			'{{% subscrib %}}': ["shortcode.unknown [subscrib] Change to 'subscribe'?"],
			'{{< pai >}}a{{< /pai >}}': ["shortcode.unknown [pai] Change to 'pair'?"],
			'{{< zzzzzz >}}': ['shortcode.unknown [zzzzzz]'],
		};
		assert.deepEqual(seenAll(Object.keys(expected)), expected);
		assert.deepEqual(
			Object.keys(expected).flatMap(body => seen(body, {})),
			[],
		);
	});

	it('are mended at their own place', () => {
		const text = '\ufeff+++\r\n+++\r\n{{< x %}} b\r\n{{< y\r\n\r\n{{< x "a" "b >}} c\r\n{{< pair >}}d{{% /pair %}} {{% z }}';
		assert.deepEqual(fixAll(checkShortcodes, text), {
			"Write '>}}'": text.replace('{{< y', '{{< y >}}'),
			'Write the missing "': text.replace('"b >}}', '"b" >}}'),
			"Write '{{< /pair >}}'": text.replace('{{% /pair %}}', '{{< /pair >}}'),
			"Write '%}}'": text.replace('{{% z }}', '{{% z %}}'),
		});
		const unknown = '{{< pai "pai" >}}pai{{< /pai >}}';
		assert.deepEqual(fixAll(checkShortcodes, unknown, inSite), { "Change to 'pair'": '{{< pair "pai" >}}pai{{< /pair >}}' });
		assert.deepEqual(fixAll(checkShortcodes, '{{< x %}}'), { "Write '>}}'": '{{< x >}}' });
	});

	it('are explained', () => {
		const messages = ['{{< x %}}', '{{< x "a', '{{< /x >}}', '{{< subscrib >}}'].map(
			body => problemsIn(checkShortcodes, body, inSite)[0]?.message,
		);
		assert.deepEqual(messages, [
			"The call of the shortcode 'x' ends with '%}}'. A call that begins with '{{<' ends with '>}}'; Hugo stops the build.",
			"The call of the shortcode 'x' has a quotation mark that is not closed, and Hugo stops the build.",
			"This closes the shortcode 'x', which is not open here: Hugo stops the build.",
			"Neither the site nor Hugo has a shortcode 'subscrib', and Hugo stops the build. Is 'subscribe' meant?",
		]);
	});
});
