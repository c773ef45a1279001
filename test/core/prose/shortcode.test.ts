import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readShortcodes, type ShortcodeCall } from '../../../src/core/prose/shortcode.ts';
import { slice } from '../../../src/core/text.ts';

/** `text of the call | kind name (parameters) flags end`, a word of its own for everything that is there. */
function show(text: string, call: ShortcodeCall): string {
	const flags = [call.closing && 'closing', call.selfClosing && 'self', call.commented && 'commented', call.end !== 'closed' && call.end];
	assert.equal(call.commented ? '' : slice(text, call.nameSpan), call.name);
	const words = [call.kind, call.name, `(${slice(text, call.parameters)})`, ...flags].filter(
		word => typeof word === 'string' && word !== '' && word !== '()',
	);
	return `${slice(text, call.span)} | ${words.join(' ')}`;
}

function read(text: string): readonly string[] {
	return readShortcodes(text, 0).map(call => show(text, call));
}

function readAll(texts: readonly string[]): Record<string, readonly string[]> {
	return Object.fromEntries(texts.map(text => [text, read(text)]));
}

describe('a shortcode call', () => {
	it('is read with its name and parameters', () => {
		const expected = {
			'a {{< x >}} b': ['{{< x >}} | angle x'],
			'{{% subscribe %}}': ['{{% subscribe %}} | percent subscribe'],
			'{{<x>}}{{%y%}}': ['{{<x>}} | angle x', '{{%y%}} | percent y'],
			'{{< figure src="a.png" title=`b` >}}': ['{{< figure src="a.png" title=`b` >}} | angle figure (src="a.png" title=`b`)'],
			'{{< sub/name 1.5 true >}}': ['{{< sub/name 1.5 true >}} | angle sub/name (1.5 true)'],
			'{{< x >}}a{{< /x >}}{{% / y %}}': ['{{< x >}} | angle x', '{{< /x >}} | angle x closing', '{{% / y %}} | percent y closing'],
			'{{< x/>}}{{< y a />}}': ['{{< x/>}} | angle x self', '{{< y a />}} | angle y (a) self'],
			'{{< now.inline >}}{{ now }}{{< /now.inline >}}': [
				'{{< now.inline >}} | angle now.inline',
				'{{< /now.inline >}} | angle now.inline closing',
			],
			'{{< größe >}}': ['{{< größe >}} | angle größe'],
			'{{< >}}': ['{{< >}} | angle'],
		};
		assert.deepEqual(readAll(Object.keys(expected)), expected);
	});

	it('may go over lines, and hold its own end in a quotation', () => {
		const expected = {
			'{{<\nx\n\n1\n>}} b': ['{{<\nx\n\n1\n>}} | angle x (1)'],
			'{{< x "a>}}b" >}}': ['{{< x "a>}}b" >}} | angle x ("a>}}b")'],
			'{{< x "a\\">}}" >}}': ['{{< x "a\\">}}" >}} | angle x ("a\\">}}")'],
			'{{< x `a"\n>}}` >}}': ['{{< x `a"\n>}}` >}} | angle x (`a"\n>}}`)'],
			'{{< x \\"a >}}\\" >}}': ['{{< x \\"a >}}\\" >}} | angle x (\\"a >}}\\")'],
		};
		assert.deepEqual(readAll(Object.keys(expected)), expected);
	});

	it('is found wherever Hugo runs it, and not where it is commented out', () => {
		const expected = {
			'```\n{{< x >}}\n```\n`{{< y >}}` <!-- {{< z >}} -->': ['{{< x >}} | angle x', '{{< y >}} | angle y', '{{< z >}} | angle z'],
			'{{</* x */>}} {{%/* y */%}} {{< z >}}': [
				'{{</* x */>}} | angle commented',
				'{{%/* y */%}} | percent commented',
				'{{< z >}} | angle z',
			],
			'{{ .Title }} {{</* x': ['{{</* x | angle commented open'],
		};
		assert.deepEqual(readAll(Object.keys(expected)), expected);
		assert.deepEqual(readShortcodes('{{< x >}}', 1), []);
	});

	it('says how it ends where it ends wrongly', () => {
		const expected = {
			'{{< x %}} b': ['{{< x %}} | angle x other'],
			'{{% x >}} b': ['{{% x >}} | percent x other'],
			'{{< x }} b': ['{{< x }} | angle x broken'],
			'{{< x >} b': ['{{< x >} | angle x broken'],
			'{{< x >\nb': ['{{< x > | angle x broken'],
			'{{< x "a >}} b\nc': ['{{< x "a >}} b | angle x ("a >}} b) quote'],
			'{{< x a  \nb': ['{{< x a | angle x (a) open'],
			'{{< x\n\nb "c\n> d }}': ['{{< x | angle x open'],
			'{{< x {{< y >}}': ['{{< x | angle x open', '{{< y >}} | angle y'],
			'{{< x `a {{< y >}}': ['{{< x `a {{< y >}} | angle x (`a {{< y >}}) quote', '{{< y >}} | angle y'],
		};
		assert.deepEqual(readAll(Object.keys(expected)), expected);
	});

	it('has spans that lie within each other, whatever the text is', () => {
		const piece = fc.constantFrom(
			'{{<',
			'{{%',
			'>}}',
			'%}}',
			'}}',
			'>',
			'%',
			'"',
			'`',
			'\\',
			'/',
			'/*',
			'*/',
			' ',
			'\n',
			'\r\n',
			'x',
			'y.inline',
			'😀',
			'=',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
				const text = pieces.join('');
				for (const { span, nameSpan, parameters, delimiter } of readShortcodes(text, 0)) {
					assert.ok(/^\{\{[<%]/.test(slice(text, span)));
					assert.ok(span.end <= text.length && [nameSpan, parameters, delimiter].every(each => each.start <= each.end));
					assert.ok(
						nameSpan.end <= parameters.start && parameters.end <= delimiter.start && delimiter.end <= span.end,
						JSON.stringify(text),
					);
				}
			}),
			{ numRuns: 5000 },
		);
	});

	it('is read in linear time', function () {
		this.timeout(30_000);
		const units = [
			'{{< a ',
			'{{< a "',
			'{{< a `',
			'{{< a \\"',
			'{{</* a ',
			'{{< a "{{<',
			'{{<',
			'{{< a\n',
			'{{< a `\n',
			'"{{< a >',
			'{{% a      ',
			'> {{<',
		];
		for (const unit of units) {
			const text = unit.repeat(200_000 / unit.length);
			const begin = performance.now();
			readShortcodes(text, 0);
			assert.ok(performance.now() - begin < 3000, unit);
		}
		assert.equal(readShortcodes(`{{< a${' '.repeat(200_000)}b`, 0).length, 1);
	});
});
