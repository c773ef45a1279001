import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldText } from '../../../src/core/links/foldedText.ts';
import { MentionMatcher } from '../../../src/core/links/mentions.ts';
import { boundWordsIn } from '../../../src/core/prose/boundWords.ts';
import { scanText } from '../../../src/core/prose/scan.ts';
import { applyEdits, type Span } from '../../../src/core/text.ts';

/** The text with each mention of the names in `«»`. */
function marked(text: string, ...names: readonly string[]): string {
	const mentions = new MentionMatcher(names.map(foldText)).find(text);
	return applyEdits(
		text,
		mentions.map(({ span, written }) => ({ span, newText: `«${written}»` })),
	);
}

describe('mentions of a note', () => {
	it('stand as whole words, in any letter case', () => {
		assert.equal(
			marked('On craft: the Craft of it, CRAFT, witchcraft, crafts, craft’s, hand-craft (craft) *craft*, _craft_.', 'craft'),
			'On «craft»: the «Craft» of it, «CRAFT», witchcraft, crafts, «craft»’s, hand-«craft» («craft») *«craft»*, _«craft»_.',
		);
	});

	it('stand in any Unicode form', () => {
		const [composed, parted] = ['Café Brix'.normalize('NFC'), 'Café Brix'.normalize('NFD')];
		for (const name of [composed, parted]) {
			assert.equal(marked(`At ${composed}. İ ${parted}! Cafe Brix`, name), `At «${composed}». İ «${parted}»! Cafe Brix`);
		}
		assert.equal(marked('cafe\u0301 cafe', 'cafe'), 'cafe\u0301 «cafe»');
		assert.equal(marked('x\u030c x', 'x'), 'x\u030c «x»', 'a mark that composes with nothing');
		assert.equal(marked('ΟΔΟΣ, οδος', 'Οδός'), 'ΟΔΟΣ, οδος');
		assert.equal(marked('ΟΔΟΣ, οδος', 'Οδος'), '«ΟΔΟΣ», «οδος»');
		const korean = '한국';
		assert.equal(marked(`${korean.normalize('NFD')} ${korean}어`, korean), `«${korean.normalize('NFD')}» ${korean}어`);
		assert.equal(marked('하'.normalize('NFD') + 'ᆫ', '하'), '하'.normalize('NFD') + 'ᆫ');
		assert.equal(marked('İstanbul, i̇stanbul, istanbul', 'İstanbul'), '«İstanbul», «i̇stanbul», istanbul');
	});

	it('stand anywhere in scripts without blanks, but not in the middle of a word of Katakana', () => {
		assert.equal(marked('我在学习机器学习和Rust。', '机器学习'), '我在学习«机器学习»和Rust。');
		assert.equal(marked('使用Rust吗', 'Rust'), '使用«Rust»吗');
		assert.equal(marked('カードとスコアカード、サーバー', 'カード', 'サーバ'), '«カード»とスコアカード、サーバー');
		assert.equal(marked('𠮷野家で𠮷野', '𠮷野'), '«𠮷野»家で«𠮷野»');
	});

	it('are the first, and of those the longest, where two overlap', () => {
		assert.equal(
			marked('40 - Wedging the legs, wedging the legs', '40 - Wedging the legs', 'Wedging the legs'),
			'«40 - Wedging the legs», «wedging the legs»',
		);
		assert.equal(marked('ab ab ab ab', 'ab ab'), '«ab ab» «ab ab»');
		assert.equal(marked('a b c d', 'a b c', 'b c', 'c d'), '«a b c» d');
	});

	it('are none where the words are no prose', () => {
		const text = [
			'---',
			'title: craft',
			'---',
			'# On craft',
			'',
			'craft',
			'=====',
			'',
			'`craft` <!-- craft --> craft {{< craft >}} {{< note "craft" >}}craft{{< /note >}} {{% craft %}}craft{{% /craft %}}',
			'',
			'~~~',
			'craft',
			'~~~',
			'',
			'    craft',
			'',
			'$$',
			'craft',
			'$$',
			'',
		].join('\n');
		assert.equal(marked(text, 'craft'), text.replace('--> craft {{<', '--> «craft» {{<').replace('%}}craft{{%', '%}}«craft»{{%'));
	});

	it('are none in links and in the names of links', () => {
		for (const text of [
			'[[craft]] ![[craft]] [[x|the craft]] [[x#craft]]',
			'[craft](x.md) ![craft](craft.png "craft") [x](<a craft> "craft") [of\ncraft](a(craft)b)',
			'[craft][x] [x][craft] [craft] [see **craft**] [^craft]',
			'[craft]: https://example.org/ "craft"',
			'<https://example.org/craft> <a href="craft">of craft</a> <kbd>craft</kbd> <b title="craft">',
			'https://example.org/?q=craft&x=(craft) www.example.org/craft craft.example.org craft@example.org a@craft.org',
			'notes/craft craft/x notes\\craft craft.md x_craft craft_x',
			'#craft #a/craft ^craft [[craft !craft craft]] [craft',
		]) {
			assert.equal(marked(text, 'craft'), text);
		}
	});

	it('are found beside all that', () => {
		for (const [text, expected] of [
			['- [x] craft [^1] craft', '- [x] «craft» [^1] «craft»'],
			['[^1]: craft', '[^1]: «craft»'],
			['[open craft', '[open «craft»'],
			['[open\n\nof craft here]', '[open\n\nof «craft» here]'],
			['\\[open craft here\\]', '\\[open «craft» here\\]'],
			['a < b craft > c <b>craft</b>', 'a < b «craft» > c <b>«craft»</b>'],
			['<code> craft', '<code> «craft»'],
			['| craft | [[x\\|craft]] |', '| «craft» | [[x\\|craft]] |'],
			['> - craft.\r\n> craft', '> - «craft».\r\n> «craft»'],
			['[a](b c) craft', '[a](b c) «craft»'],
		] as const) {
			assert.equal(marked(text, 'craft'), expected);
		}
	});

	it('say where they stand', () => {
		assert.deepEqual(new MentionMatcher(['craft']).find('a\r\nof Craft'), [
			{ span: { start: 6, end: 11 }, at: { line: 1, character: 3 }, written: 'Craft' },
		]);
	});

	it('are found as an obvious, slow search finds them', () => {
		const piece = fc.constantFrom(
			...[
				'Ab',
				'ab',
				'é',
				'e\u0301',
				'İ',
				'ς',
				'Σ',
				' ',
				' ',
				'\n',
				'.',
				'-',
				'[',
				']',
				'(',
				')',
				'`',
				'|',
				'<b>',
				'字',
				'カ',
				'ー',
				'가',
				'\u1100\u1161',
				'#',
				'/',
			],
		);
		const texts = fc.array(piece, { maxLength: 24 }).map(pieces => pieces.join(''));
		const names = fc.array(fc.constantFrom('ab', 'é', 'ab é', 'i\u0307', 'σ', '字', 'カ', '가', 'ab ab', 'b'), {
			minLength: 1,
			maxLength: 3,
		});
		fc.assert(
			fc.property(texts, names, (text, wanted) => {
				const found = new MentionMatcher(wanted.map(foldText)).find(text).map(({ span }) => span);
				assert.deepEqual(found, slowly(text, wanted));
			}),
			{ numRuns: 5000 },
		);
	});

	it('take time that grows with the text, whatever it is', () => {
		for (const unit of [
			'[',
			'](',
			'](a "',
			'<a ',
			'<a>',
			'<code>',
			'ab ',
			'a',
			'`',
			'://',
			'[ab](',
			'e\u0301',
			'[[',
			'|-',
			'> ',
			'\\',
			'[ab]: ',
		]) {
			const text = unit.repeat(160_000);
			const start = performance.now();
			new MentionMatcher(['ab ab', 'a'.repeat(200), 'é', 'ab']).find(`${text} ab`);
			assert.ok(performance.now() - start < 3000, `${unit}: ${performance.now() - start} ms`);
		}
	});
});

/** Every pair of offsets is tried. */
function slowly(text: string, names: readonly string[]): readonly Span[] {
	const bound = boundWordsIn(text, scanText(text));
	const found: Span[] = [];
	for (let start = 0; start < text.length; start++) {
		for (let end = text.length; end > start; end--) {
			const isFree = bound.every(span => span.end <= start || span.start >= end);
			if (
				isFree &&
				start >= (found.at(-1)?.end ?? 0) &&
				names.some(name => foldText(name) === foldText(text.slice(start, end))) &&
				isWhole(text, start, end)
			) {
				found.push({ start, end });
			}
		}
	}
	return found;
}

function isWhole(text: string, start: number, end: number): boolean {
	const before = Array.from(text.slice(0, start));
	const after = Array.from(text.slice(end));
	const inside = Array.from(text.slice(start, end));
	return (
		isEdge(before.at(-1), inside[0]) &&
		isEdge(inside.at(-1), after[0]) &&
		!/[/\\@#[!^$]$/u.test(before.join('')) &&
		!/^(?:[/@\]]|[._\\:][/\p{L}\p{N}])/u.test(after.join('')) &&
		!/[\p{L}\p{N}\p{M}][._]$/u.test(before.join('')) &&
		!/^[\u1160-\u11ff]/u.test(after.join(''))
	);
}

function isEdge(a = '', b = ''): boolean {
	const isLetter = /[\p{L}\p{N}\p{M}]/u;
	const katakana = /[カー]/u;
	return !isLetter.test(a) || !isLetter.test(b) || (!/\p{M}/u.test(b) && !(katakana.test(a) && katakana.test(b)) && /[字カ]/u.test(a + b));
}
