import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownText } from '../../src/core/review/markdownText.ts';
import { planReview } from '../../src/core/review/planReview.ts';
import { reviewOf } from '../../src/core/review/review.ts';
import { periodAround } from '../../src/core/review/reviewPeriod.ts';
import { historyOf } from '../support/historyOf.ts';
import { hostile, lineOf, shownOf } from '../support/hostileText.ts';
import { build, hugoOrSkip } from '../support/hugo.ts';
import { entryText, vaultOf } from '../support/notes.ts';
import { words } from '../support/reviewWords.ts';

/** Without what Hugo's typographer makes of quotes, dashes and dots, and without blanks, which HTML does not tell apart. */
function plain(text: string): string {
	const numbers = text.replace(/&#(\d+);/gu, (_whole, code: string) => String.fromCodePoint(Number(code)));
	return numbers
		.replace(/&[lr]dquo;|[“”]/gu, '"')
		.replace(/&[lr]squo;|[‘’]/gu, "'")
		.replace(/&laquo;|«/gu, '<<')
		.replace(/&raquo;|»/gu, '>>')
		.replace(/&[mn]dash;|[–—]/gu, '-')
		.replace(/&hellip;|…/gu, '...')
		.replace(/-+/gu, '-')
		.replace(/[\s\u0000]+/gu, '');
}

/** What a person sees of a cell or an item. */
function seen(html: string): string {
	return plain(shownOf(html));
}

/** Outputs and titles that would be something else to Hugo, Markdown or a wiki link. */
const texts = [
	'{{< subscribe >}} and {{% subscribe %}}',
	'{{< box >}}x{{< /box >}}',
	'{{</* comment */>}} {{ .Title }}',
	'{{https://a.example/x}}',
	'a | b || c',
	'[[62]] ![[x]] [a](javascript:alert(1))',
	'# heading {#id .class}',
	'`code` ``x``',
	'<script>alert(1)</script> <b>bold</b> &lt;',
	'**bold** _it_ ~~gone~~ $x$',
	'1. one',
	'- x',
	'--- ... "quoted"',
	'one\ntwo\n\n## three',
];

describe('Hugo and reviews', function () {
	this.timeout(120_000);
	let hugo = '';

	before(async function () {
		hugo = await hugoOrSkip(this);
	});

	it('shows any text as it was written, in a list and in a table', async () => {
		const samples = [...texts, ...fc.sample(hostile, 400)].filter(
			text => /[\p{L}\p{N}]/u.test(text) && !/\p{Cc}|\p{Co}|\p{Cn}/u.test(lineOf(text)),
		);
		const items = samples.map(text => `- ${markdownText(text)}\n`).join('');
		const rows = samples.map(text => `| x | ${markdownText(text)} |\n`).join('');
		const page = `---\ntitle: x\n---\n\n${items}\n\n| a | b |\n|---|---|\n${rows}`;
		const { built, output, pages } = await build(hugo, { 'reviews/x.md': page });
		assert.ok(built, output);
		const content = pages.get('reviews/x.md')?.content ?? '';
		const listed = [...content.matchAll(/<li>([^]*?)<\/li>/gu)].map(([, html]) => seen(html ?? ''));
		const celled = [...content.matchAll(/<td>x<\/td>\s*<td>([^]*?)<\/td>/gu)].map(([, html]) => seen(html ?? ''));
		const expected = samples.map(text => plain(lineOf(text)));
		assert.deepEqual(listed, expected);
		assert.deepEqual(celled, expected);
	});

	it('publishes a review with all its sections, and nothing in it is called or broken', async () => {
		const entries = Object.fromEntries(
			texts.map((text, index) => {
				const number = index + 1;
				const fields = {
					title: JSON.stringify(`${number} - ${text}`),
					output: JSON.stringify(text),
					tags: JSON.stringify(['daily-log', lineOf(text)]),
				};
				return [`content/daily-log/${number}.md`, entryText(number, { ...fields, date: `2022-12-0${(index % 4) + 1}` })];
			}),
		);
		const vault = vaultOf(entries);
		const history = historyOf(vault.entries(), () => 7);
		const review = reviewOf({ vault, history, today: '2022-12-09', wikiLinks: true }, periodAround('week', '2022-12-02', 1));
		const plan = planReview(vault, {
			review,
			words,
			folder: '',
			template: undefined,
			samples: [],
			now: '2022-12-05T08:00:00-07:00',
			isTaken: () => false,
		});
		assert.ok(plan.kind === 'plan');
		assert.match(plan.text, /^draft: true$/mu);
		const { built, output, pages } = await build(hugo, { 'reviews/2022-W48.md': plan.text.replace('draft: true', 'draft: false') });
		assert.ok(built, output);
		const page = pages.get('reviews/2022-W48.md');
		const content = page?.content ?? '';
		assert.equal(page?.title, 'Review of 2022-W48');
		assert.deepEqual(
			[...content.matchAll(/<h\d[^>]*>(.*?)<\/h\d>/gu)].map(([, text]) => text),
			['Hours', 'Outputs', 'By tag', 'Unresolved'],
		);
		assert.doesNotMatch(content, /Subscribed|<script|<b>|raw HTML|HAHAHUGO/u);
		const outputs = content.slice(content.indexOf('>Outputs<'), content.indexOf('>By tag<'));
		for (const text of texts) {
			assert.ok(seen(outputs).includes(plain(lineOf(text))), `${text} in ${outputs}`);
		}
		const tags = content.slice(content.indexOf('>By tag<'));
		assert.equal([...tags.matchAll(/<tr>/gu)].length, 1 + texts.length);
	});
});
