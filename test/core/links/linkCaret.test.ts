import assert from 'node:assert/strict';
import { linkCaretAt, tagCaretAt } from '../../../src/core/links/linkCaret.ts';
import { scanText } from '../../../src/core/prose/scan.ts';
import { slice } from '../../../src/core/text.ts';

/** What stands at `‸`: part, what stands before it, what is written of it, what gives way, what is written behind. */
function caret(marked: string, notes: readonly string[] = ['note', 'C# in Depth', 'a']): unknown {
	const offset = marked.indexOf('‸');
	const text = marked.replace('‸', '');
	const found = linkCaretAt({ text, skipped: scanText(text).skipped }, offset, target => notes.includes(target));
	if (found === undefined) {
		return undefined;
	}
	const { part, target, above, query, span, ending, embed } = found;
	const before = [target, above].filter(Boolean).join('#');
	return [part, ...(before === '' ? [] : [before]), query, slice(text, span), ending, ...(embed ? ['embed'] : [])];
}

describe('the caret in a wiki link', () => {
	it('writes the target, up to what follows it', () => {
		assert.deepEqual(
			['See [[‸', '[[re‸', '[[re‸ and more', '[[re‸] x'].map(text => caret(text)),
			[
				['target', '', '', ']]'],
				['target', 're', 're', ']]'],
				['target', 're', 're', ']]'],
				['target', 're', 're]', ']]'],
			],
		);
		assert.deepEqual(
			['[[‸]]', '[[re‸]]', '[[re‸start]] x', '[[re‸#h|a]]', '[[re‸|a]]', '| [[re‸\\|a]] |', '![[re‸]]'].map(text => caret(text)),
			[
				['target', '', ']]', ']]'],
				['target', 're', 're]]', ']]'],
				['target', 're', 'restart]]', ']]'],
				['target', 're', 're', ''],
				['target', 're', 're', ''],
				['target', 're', 're', ''],
				['target', 're', 're]]', ']]', 'embed'],
			],
		);
		assert.deepEqual(caret('[[re‸ [[b]]'), ['target', 're', 're', ']]']);
		assert.deepEqual(caret('[[Duke, Annie - Th‸]]'), ['target', 'Duke, Annie - Th', 'Duke, Annie - Th]]', ']]']);
	});

	it('writes a heading, a block, what the link shows', () => {
		assert.deepEqual(
			['[[note#‸', '[[note#We‸ek]]', '[[#We‸]]', '[[note#a#b‸|c]]', '[[note#^s‸]]', '[[#^‸'].map(text => caret(text)),
			[
				['heading', 'note', '', '', ']]'],
				['heading', 'note', 'We', 'Week]]', ']]'],
				['heading', 'We', 'We]]', ']]'],
				['heading', 'note#a', 'b', 'b', ''],
				['block', 'note', 's', '^s]]', ']]'],
				['block', '', '^', ']]'],
			],
		);
		assert.deepEqual(
			['[[note|sh‸own]]', '[[note#We|‸]]', '| [[note\\|s‸]] |'].map(text => caret(text)),
			[
				['alias', 'note', 'sh', 'shown]]', ']]'],
				['alias', 'note#We', '', ']]', ']]'],
				['alias', 'note', 's', 's]]', ']]'],
			],
		);
	});

	it('takes a # for part of the name as long as no note is called what stands before it', () => {
		assert.deepEqual(
			['[[C#‸', '[[C# in Depth#We‸', '[[C\\# in‸'].map(text => caret(text)),
			[
				['target', 'C#', 'C#', ']]'],
				['heading', 'C# in Depth', 'We', 'We', ']]'],
				['target', 'C\\# in', 'C\\# in', ']]'],
			],
		);
	});

	it('is nowhere else', () => {
		for (const text of [
			'‸',
			'[‸',
			'[[a]]‸',
			'[[a]] ‸',
			'\\[[a‸',
			'`[[a‸`',
			'<!-- [[a‸ -->',
			'{{< x "[[a‸" >}}',
			'---\nx: "[[a‸"\n---\n',
			'[[a\nb‸',
			'[[a]b‸',
			'[[a[b‸',
			'    [[a‸',
		]) {
			assert.equal(caret(text), undefined, text);
		}
		assert.deepEqual(caret('`x` [[a‸'), ['target', 'a', 'a', ']]']);
		assert.deepEqual(caret('😀 [[a‸'), ['target', 'a', 'a', ']]']);
	});
});

function tag(marked: string): unknown {
	const offset = marked.indexOf('‸');
	const text = marked.replace('‸', '');
	const found = tagCaretAt({ text, skipped: scanText(text).skipped }, offset);
	return found && [found.query, slice(text, found.span)];
}

describe('the caret in an inline tag', () => {
	it('writes its name', () => {
		assert.deepEqual(['#‸', 'x #jo‸inery y', '(#a/b‸)', '#‸ heading'].map(tag), [
			['', ''],
			['jo', 'joinery'],
			['a/b', 'a/b'],
			['', ''],
		]);
	});

	it('is nowhere else', () => {
		assert.deepEqual(['x#‸', '[x](#‸)', '`#‸`', '&#3‸', '[[a#b‸', '# ‸', '---\nx: #a‸\n---\n'].map(tag), [
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
		]);
	});
});
