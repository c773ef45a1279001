import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { parseNote } from '../../../src/core/note.ts';
import { readShortcodes } from '../../../src/core/prose/shortcode.ts';
import { scanText } from '../../../src/core/prose/scan.ts';
import { planReview } from '../../../src/core/review/planReview.ts';
import { reviewOf } from '../../../src/core/review/review.ts';
import { requestedPeriod } from '../../../src/core/review/reviewPeriod.ts';
import { historyOf } from '../../support/historyOf.ts';
import { dangersIn, shownOf } from '../../support/hostileText.ts';
import { evilWords } from '../../support/hostileVault.ts';
import { entryText, vaultOf } from '../../support/notes.ts';
import { previewOf } from '../../support/preview.ts';
import { words } from '../../support/reviewWords.ts';

const evil = `${evilWords} {{< x >}} {{% y %}} [[x|y]] ![[z.png]] ---\n# Heading\n\n---\ntitle: x\n---\n\`\`\`\n| a | b |\n<!--`;
const quoted = JSON.stringify(evil);

/** A week and a month in which every word means harm. */
const vault = vaultOf({
	'log/1.md': entryText(
		1,
		{ title: JSON.stringify(`1 - ${evil}`), output: quoted, tags: `[daily-log, ${quoted}]` },
		`[[${evilWords.replaceAll(/[[\]|]/gu, ' ')}]]\n`,
	),
	'log/2.md': entryText(2, { title: JSON.stringify(`2 - ${evil}`), output: quoted, input: quoted, date: '2022-12-01T06:00:00-07:00' }),
});

function reviewText(period: 'week' | 'month'): string {
	const history = historyOf(vault.entries(), ({ uri }) => vault.note(uri)?.words ?? 0);
	const days = requestedPeriod({ period, from: '2022-12-02' }, '2022-12-09', 1);
	assert.ok(days !== undefined);
	const review = reviewOf({ vault, history, today: '2022-12-09', wikiLinks: true }, days);
	const planned = planReview(vault, {
		...{ review, words, folder: '', template: undefined, samples: [], now: '2022-12-09T08:00:00-07:00' },
		isTaken: () => false,
	});
	return planned.kind === 'plan' ? planned.text : assert.fail(planned.kind);
}

/** Addresses of the web stay links, which lead nowhere until somebody follows them. */
function dangersBesideLinks(html: string): readonly string[] {
	return dangersIn(html).filter(danger => !/^<a href="https:[^"]*">$/u.test(danger));
}

describe('a review of hostile entries', () => {
	for (const period of ['week', 'month'] as const) {
		it(`of a ${period} shows their words, and none of them does anything`, () => {
			const text = reviewText(period);
			const { block, links } = scanText(text);
			const body = text.slice(block?.bodyStart ?? 0);
			const html = new MarkdownIt({ html: true }).render(body);
			assert.deepEqual([dangersBesideLinks(html), readShortcodes(text, 0), links.filter(({ embed }) => embed)], [[], [], []]);
			assert.match(shownOf(html), /<script>document\.title='owned'<\/script> \[go\]\(command:workbench\.view\.extensions\)/u);
			assert.deepEqual(dangersBesideLinks(previewOf(text)), []);
			assert.deepEqual([...parseNote({ uri: 'vault:/x.md', path: 'x.md' }, text).values.keys()].sort(), ['date', 'draft', 'title']);
		});
	}
});
