import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Dashboard } from '../../../src/core/dashboard/dashboard.ts';
import { dashboardOf } from '../../../src/core/dashboard/dashboardOf.ts';
import type { Entry } from '../../../src/core/entry.ts';
import { historyOf } from '../../support/historyOf.ts';
import { civilDateOf, type CivilDate } from '../../../src/core/time/civilDate.ts';
import { entryOn } from '../../support/logDays.ts';

interface Line {
	readonly day: CivilDate | undefined;
	readonly minutes?: number;
	readonly output?: string;
	readonly tags?: readonly string[];
}

/** Entries numbered from 1. */
function entriesOf(lines: readonly Line[]): readonly Entry[] {
	return lines.map(({ day, minutes, output = '', tags = [] }, index) =>
		entryOn(day, minutes, { uri: `vault:/${index + 1}.md`, number: index + 1, title: `${index + 1} - Entry`, output, tags }),
	);
}

/** The dashboard on Friday, 2 December 2022, weeks from Monday, a goal of five hours, ten words an entry. */
function show(lines: readonly Line[], today = '2022-12-02'): Dashboard {
	const entries = entriesOf(lines);
	return dashboardOf({ entries, history: historyOf(entries, () => 10), today, weekStartsOn: 1, goal: 300 });
}

const small: readonly Line[] = [
	{ day: '2021-12-02', minutes: 30, output: 'A year ago', tags: ['wood', 'log'] },
	{ day: '2022-11-20', minutes: 60, tags: ['Wood', 'log'] },
	{ day: '2022-12-01', minutes: 90, output: ' Two drawers ', tags: ['log', 'glue', 'Glue'] },
	{ day: '2022-12-02', minutes: 25, output: 'Plans', tags: ['log'] },
	{ day: '2022-12-02', tags: ['log', 'wood'] },
	{ day: undefined, minutes: 500, output: 'When?', tags: ['log'] },
];

describe('the dashboard', () => {
	it('begins with the figures', () => {
		assert.deepEqual(show(small).figures, {
			today: { minutes: 25, entries: 2 },
			week: { minutes: 115, entries: 3 },
			month: { minutes: 115, entries: 3 },
			year: { minutes: 175, entries: 4 },
			all: { minutes: 205, entries: 5 },
			before: { week: 0, month: 60, year: 30 },
			currentStreak: { days: 2, span: { from: '2022-12-01', to: '2022-12-02' } },
			longestStreak: { days: 2, span: { from: '2022-12-01', to: '2022-12-02' } },
			perDay: 51,
			perWeek: 4,
			words: 50,
			since: '2021-12-02',
		});
	});

	it('has the years that have an entry, newest first, each as a calendar', () => {
		const [now, before, ...others] = show(small).years;
		assert.deepEqual(
			[now, others],
			[
				{
					year: '2022',
					length: 365,
					offset: 5,
					months: [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334],
					today: 335,
					sum: { minutes: 175, entries: 4 },
					days: [
						{ index: 323, day: '2022-11-20', minutes: 60, entries: [1], doubtful: false },
						{ index: 334, day: '2022-12-01', minutes: 90, entries: [2], doubtful: false },
						{ index: 335, day: '2022-12-02', minutes: 25, entries: [3, 4], doubtful: false },
					],
				},
				[],
			],
		);
		assert.deepEqual([before?.year, before?.offset, before?.today], ['2021', 4, 365]);
		assert.deepEqual([show([]).years.map(({ year }) => year), show([], '2024-02-29').years[0]?.length], [['2022'], 366]);
	});

	it('has every week, and how much of it is usual', () => {
		const { weeks } = show([...small, { day: '2022-12-08', minutes: 5000 }, { day: '2022-12-08', minutes: 40 }]);
		assert.equal(weeks.length, 54);
		assert.deepEqual(weeks[0], { from: '2021-11-29', to: '2021-12-05', minutes: 30, usual: 30, entries: [0], future: false });
		assert.deepEqual(weeks.slice(-3), [
			{ from: '2022-11-21', to: '2022-11-27', minutes: 0, usual: 0, entries: [], future: false },
			{ from: '2022-11-28', to: '2022-12-04', minutes: 115, usual: 115, entries: [2, 3, 4], future: false },
			{ from: '2022-12-05', to: '2022-12-11', minutes: 5040, usual: 40, entries: [6, 7], future: true },
		]);
	});

	it('adds up without what is absurd, and says how much that is', () => {
		assert.deepEqual(show([...small, { day: '2022-12-01', minutes: 1441 }]).total, {
			points: [
				{ day: '2021-12-02', minutes: 30, entries: [0] },
				{ day: '2022-11-20', minutes: 90, entries: [1] },
				{ day: '2022-12-01', minutes: 180, entries: [2, 6] },
				{ day: '2022-12-02', minutes: 205, entries: [3, 4] },
			],
			leftOut: 1441,
		});
	});

	it('sums by tag, spellings together, without the tag that all entries have', () => {
		assert.deepEqual(show(small).tags, [
			{ tag: 'wood', minutes: 90, usual: 90, entries: [4, 1, 0] },
			{ tag: 'Glue', minutes: 90, usual: 90, entries: [2] },
		]);
		assert.deepEqual(
			show([{ day: '2022-12-01', minutes: 5, tags: ['log'] }]).tags.map(({ tag }) => tag),
			['log'],
		);
	});

	it('lists outputs newest first, undated ones last, and this day in earlier years', () => {
		const { outputs, entries, onThisDay } = show(small);
		assert.deepEqual([outputs.map(index => entries[index]?.output), onThisDay], [['Plans', 'Two drawers', 'A year ago', 'When?'], [0]]);
	});

	it('remarks on what is odd', () => {
		const odd: readonly Line[] = [
			...small,
			{ day: '0001-01-01', minutes: 10 },
			{ day: '9999-12-31', minutes: 10 },
			{ day: '2023-01-09', minutes: 9000 },
		];
		const { remarks, weeks, total, figures } = show(odd);
		assert.deepEqual(remarks, {
			undated: [5],
			doubtful: [8],
			future: [7, 8],
			distant: [7, 6],
			gaps: [
				{ from: '2022-11-21', to: '2022-11-30', days: 10 },
				{ from: '2021-12-03', to: '2022-11-19', days: 352 },
			],
			gapCount: 2,
		});
		assert.deepEqual(
			[weeks.length, weeks.at(-1)?.to, total.points.map(({ minutes }) => minutes)],
			[59, '2023-01-15', [40, 100, 190, 215, 215]],
		);
		assert.deepEqual([figures.all.minutes, figures.perDay, figures.perWeek], [205 + 9020, 51, 4]);
	});

	it('shades by the usual day, not by the longest', () => {
		const shadeFor = (...minutes: readonly number[]): number =>
			show(minutes.map((each, index) => ({ day: civilDateOf(19_000 + index), minutes: each }))).shade;
		assert.deepEqual(
			[shadeFor(), shadeFor(0), shadeFor(90), shadeFor(60, 90, 120), shadeFor(...Array<number>(40).fill(60), 900, 99_999)],
			[5, 5, 30, 45, 20],
		);
	});

	it('thins a long running total, but keeps its ends', () => {
		const { points } = show(Array.from({ length: 3000 }, (_, index) => ({ day: civilDateOf(16_000 + index), minutes: 1 }))).total;
		assert.deepEqual([points.length, points[0]?.minutes, points.at(-1)?.minutes], [400, 1, 3000]);
	});

	it('has only finite numbers, and days that add up to the whole, whatever the log', () => {
		const anyDay = fc.option(
			fc.oneof(fc.integer({ min: -719_528, max: 2_932_896 }), fc.integer({ min: 18_000, max: 19_500 })).map(civilDateOf),
			{ nil: undefined },
		);
		const anyLine = fc.record({ day: anyDay, minutes: fc.oneof(fc.nat(2000), fc.constant(1e12)) });
		fc.assert(
			fc.property(fc.array(anyLine, { maxLength: 40 }), lines => {
				const dashboard = show(lines);
				const dated = lines.reduce((sum, { day, minutes }) => sum + (day === undefined ? 0 : minutes), 0);
				const byYear = dashboard.years.reduce((sum, { days }) => sum + days.reduce((all, { minutes }) => all + minutes, 0), 0);
				assert.deepEqual([dashboard.figures.all.minutes, byYear], [dated, dated]);
				assert.ok(dashboard.weeks.length < 3300);
				assert.ok(!/null/u.test(JSON.stringify({ ...dashboard, entries: [] })), 'no NaN, no Infinity');
			}),
			{ numRuns: 60 },
		);
	});
});
