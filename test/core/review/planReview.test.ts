import assert from 'node:assert/strict';
import type { LogShape } from '../../../src/core/entry.ts';
import { planReview, type ReviewPlan, type ReviewRequest } from '../../../src/core/review/planReview.ts';
import { reviewOf } from '../../../src/core/review/review.ts';
import { reviewFolder } from '../../../src/core/review/reviewFile.ts';
import { requestedPeriod, type PeriodRequest } from '../../../src/core/review/reviewPeriod.ts';
import { historyOf } from '../../support/historyOf.ts';
import { entryText, noteAt, plainShape, vaultOf } from '../../support/notes.ts';
import { words } from '../../support/reviewWords.ts';

interface Wanted extends Partial<Omit<ReviewRequest, 'review'>> {
	readonly period?: PeriodRequest;
	readonly today?: string;
	readonly shape?: LogShape;
}

/** The plan for the review of a vault of texts; by default of the week of 2022-12-02, a Friday, looked at a week later. */
function plan(
	texts: Readonly<Record<string, string>>,
	{ period, today = '2022-12-09', shape = plainShape, ...request }: Wanted = {},
): ReviewPlan {
	const vault = vaultOf(texts, shape);
	const history = historyOf(vault.entries(), ({ uri }) => vault.note(uri)?.words ?? 0);
	const days = requestedPeriod(period ?? { period: 'week', from: '2022-12-02' }, today, 1);
	assert.ok(days !== undefined);
	const review = reviewOf({ vault, history, today, wikiLinks: true }, days);
	return planReview(vault, {
		review,
		words,
		folder: '',
		template: undefined,
		samples: [],
		now: '2022-12-09T08:00:00-07:00',
		isTaken: () => false,
		...request,
	});
}

function textOf(planned: ReviewPlan): string {
	return planned.kind === 'plan' ? planned.text : assert.fail(JSON.stringify(planned));
}

function pathOf(planned: ReviewPlan): string {
	return planned.kind === 'plan' ? planned.path : planned.kind;
}

const at = (day: string): string => `2022-${day}T06:21:40-07:00`;

const log = {
	'content/log/1.md': entryText(1, { date: at('11-24'), input: '45', tags: '[daily-log]' }),
	'content/log/2.md': entryText(
		2,
		{ title: '"2 - The bench"', date: at('11-29'), input: '90', output: 'A bench', tags: '[daily-log, joinery]' },
		'See [[Nowhere]], [[1]] and ![[a.png]].\n',
	),
	'content/log/3.md': entryText(3, {
		title: '"3 - C# | [[x]]"',
		date: at('11-29'),
		input: '30',
		output: '"Two | of {{< x >}}"',
		tags: '[daily-log, joinery, "a|b"]',
		draft: 'true',
	}),
	'content/log/4.md': entryText(4, { title: '"4 - `code`"', date: at('12-01'), input: 'long', tags: '[daily-log]' }, 'Two words.\n'),
	'content/log/5.md': entryText(5, { date: at('12-02'), input: '1500', tags: '[Daily Log]', output: 'Much' }),
	'content/log/6.md': entryText(6, { date: at('12-05') }),
	'content/notes/a.md': '---\ntitle: "A note"\ndate: 2022-11-01\n---\n\nText.\n',
};

describe('a review', () => {
	it('tells of a week, in a draft that is no entry', () => {
		const planned = plan(log);
		assert.equal(pathOf(planned), 'content/reviews/2022-W48.md');
		assert.equal(
			textOf(planned),
			`---
title: "Review of 2022-W48"
date: 2022-12-09T08:00:00-07:00
draft: true
---

2022-11-28 to 2022-12-04

- **27 h** entries 4, days 3, words 7
- 27 h against 45 min
- in a row 0, at most 2

## Hours

| Day | Hours | Entries | Words |
|:---|---:|---:|---:|
| 11-28 | 0 min | 0 | 0 |
| 11-29 | 2 h | 2 | 5 |
| 11-30 | 0 min | 0 | 0 |
| 12-01 | 0 min | 1 | 2 |
| 12-02 | 25 h | 1 | 0 |
| 12-03 | 0 min | 0 | 0 |
| 12-04 | 0 min | 0 | 0 |
| **Sum** | **27 h** | **4** | **7** |

## Outputs

- [[2 - The bench]] (11-29, 1 h 30 min): A bench
- [[3]] (11-29, 30 min): Two \\| of \\{\\{\\< x >\\}\\}
- [[5 - Entry]] (12-02, 25 h): Much

## By tag

| Tag | Hours | Share | Entries |
|:---|---:|---:|---:|
| joinery | 2 h | 7 % | 2 |
| a\\|b | 30 min | 2 % | 1 |

## Drafts

- [[3]] (11-29)

## Unresolved

- Nowhere, in [[2 - The bench]]
- x, in [[3]]

## Doubts

- [[4]] (12-01): noInput
- [[5 - Entry]] (12-02): tooLong
`,
		);
	});

	it('says little of days without an entry', () => {
		const text = textOf(plan(log, { period: { from: '2021-01-01', to: '2021-01-02' } }));
		assert.equal(
			text.slice(text.indexOf('\n\n') + 2),
			`2021-01-01 to 2021-01-02

- **0 min** entries 0, days 0, words 0

## Hours

| Day | Hours | Entries | Words |
|:---|---:|---:|---:|
| 01-01 | 0 min | 0 | 0 |
| 01-02 | 0 min | 0 | 0 |
| **Sum** | **0 min** | **0** | **0** |

## Outputs

None.
`,
		);
	});

	it('compares days that are not over with as many of the ones before', () => {
		const change = (today: string): string | undefined => /^- (.* against .*)$/mu.exec(textOf(plan(log, { today })))?.[1];
		assert.deepEqual(['2022-11-29', '2022-12-01', '2022-12-04', '2022-12-05'].map(change), [
			'2 h against 0 min so far',
			'2 h against 45 min so far',
			'27 h against 45 min',
			'27 h against 45 min',
		]);
	});

	it('cuts the weeks of a month at its ends', () => {
		const rows = textOf(plan(log, { period: { period: 'month', from: '2022-11-01' } })).match(/^\| 1.*$/gmu);
		assert.deepEqual(rows, [
			'| 11-01 to 11-06 | 0 min | 0 | 0 |',
			'| 11-07 to 11-13 | 0 min | 0 | 0 |',
			'| 11-14 to 11-20 | 0 min | 0 | 0 |',
			'| 11-21 to 11-27 | 45 min | 1 | 0 |',
			'| 11-28 to 11-30 | 2 h | 2 | 5 |',
		]);
	});

	it('gets a number where the name is taken', () => {
		const taken = new Set(['content/reviews/2022-W48.md', 'content/reviews/2022-W48-2.md']);
		assert.equal(pathOf(plan(log, { isTaken: path => taken.has(path) })), 'content/reviews/2022-W48-3.md');
	});

	it('stands beside the log, or where the setting says, and never outside', () => {
		const folderFor = (paths: readonly string[], folder = ''): string =>
			reviewFolder(vaultOf(Object.fromEntries(paths.map((path, index) => [path, entryText(index + 1)]))), folder);
		assert.deepEqual(
			[
				folderFor(['content/log/1.md', 'content/log/2/index.md']),
				folderFor(['content/log/2021/1.md', 'content/log/2022/2.md']),
				folderFor(['content/log/2022/12/1.md']),
				folderFor(['content/1.md']),
				folderFor(['site/content/1.md']),
				folderFor(['daily-log/1.md']),
				folderFor(['1.md']),
				folderFor(['content/en/log/1.md', 'content/en/other/2.md']),
				folderFor(['1.md'], './my reviews/'),
			],
			[
				'content/reviews',
				'content/reviews',
				'content/reviews',
				'content/reviews',
				'site/content/reviews',
				'reviews',
				'reviews',
				'content/reviews',
				'my reviews',
			],
		);
		assert.deepEqual(
			['../x', '/x', 'C:\\x'].map(folder => pathOf(plan(log, { folder }))),
			['outside', 'outside', 'outside'],
		);
	});

	it('never gets a name that the log would take for a number', () => {
		const year = { period: { period: 'year', from: '2022-12-02' } };
		const inFolder = { ...plainShape, folder: 'content' };
		assert.deepEqual(
			[
				plan(log, year),
				plan(log, { ...year, shape: inFolder }),
				plan({ 'content/log/2000.md': entryText(2000, { date: at('12-01') }) }, { ...year, folder: 'content/log' }),
				plan(log, { ...year, shape: inFolder, template: '---\ntitle: "7 - {title}"\n---\n' }),
				plan(log, { template: '---\ntitle: "{title}"\nseries: [daily log]\n---\n' }),
			].map(pathOf),
			['content/reviews/2022.md', 'content/reviews/review-2022.md', 'content/log/review-2022.md', 'entry', 'entry'],
		);
	});

	it('has the front matter of other notes, but nothing of their text', () => {
		const samples = [
			'+++\r\ntitle = "Review of 2022-W46"\r\ndate = 2022-11-20\r\ntags = ["review"]\r\ndraft = false\r\n+++\r\n\r\nText.\r\n',
		];
		const text = textOf(plan(log, { samples, template: 'Body\n' }));
		assert.equal(text, '+++\r\ntitle = "Review of 2022-W48"\r\ndate = 2022-12-09\r\ntags = ["review"]\r\ndraft = true\r\n+++\r\nBody\r\n');
	});

	it('is made by the template of the user', () => {
		const template =
			'\uFEFF---\r\ntitle: {title}\r\ndate: {dateTime}\r\ntags: [review]\r\n---\r\n{{% subscribe %}}\r\n{each outputs}\r\n* {output}\r\n{end}\r\n{hours}\r\n';
		assert.equal(
			textOf(plan(log, { template })),
			'---\ntitle: Review of 2022-W48\ndate: 2022-12-09T08:00:00-07:00\ntags: [review]\n---\n{{% subscribe %}}\n* A bench\n* Two \\| of \\{\\{\\< x >\\}\\}\n* Much\n27 h\n',
		);
	});

	it('says what is wrong with the template of the user', () => {
		assert.deepEqual(
			['---\ntitle: "{title}"\n---\n\n{each things}{end}\n', '---\ntitle: [\n---\n', '{end}'].map(template => {
				const planned = plan(log, { template });
				return planned.kind === 'template' ? planned.line : planned.kind;
			}),
			[5, 2, 1],
		);
	});

	it('leads from its links to the entries', () => {
		const texts = { ...log, ...Object.fromEntries(['content/notes/3.md', 'content/other/4.md'].map(path => [path, 'x\n'])) };
		const planned = plan(texts);
		const note = noteAt(pathOf(planned), textOf(planned));
		assert.deepEqual(
			note.links.map(({ target }) => target),
			['2 - The bench', 'content/log/3', '5 - Entry', 'content/log/3', '2 - The bench', 'content/log/3', 'content/log/4', '5 - Entry'],
		);
	});
});
