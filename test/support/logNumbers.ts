import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { dashboardOf } from '../../src/core/dashboard/dashboardOf.ts';
import { entriesCsv } from '../../src/core/export/entriesCsv.ts';
import { planReview } from '../../src/core/review/planReview.ts';
import { reviewOf } from '../../src/core/review/review.ts';
import { requestedPeriod, type PeriodRequest } from '../../src/core/review/reviewPeriod.ts';
import type { History } from '../../src/core/statistics/history.ts';
import { historyOf } from './historyOf.ts';
import { periodOf } from '../../src/core/statistics/periods.ts';
import { summarize } from '../../src/core/statistics/summary.ts';
import { runningTotal, sumsByPeriod } from '../../src/core/statistics/sums.ts';
import type { CivilDate } from '../../src/core/time/civilDate.ts';
import type { Vault } from '../../src/core/vault.ts';
import { vaultOf } from './notes.ts';
import { words } from './reviewWords.ts';

/** Minutes and entries of a day or a stretch of days, by its first and last day: `2026-11-23 2026-11-29`. */
export type Amounts = Readonly<Record<string, readonly [minutes: number, entries: number]>>;

/** What the parts of the program say a log adds up to. */
export interface LogNumbers {
	/** The clock of the machine at two instants, to see that it stands where it was put. */
	readonly offsets: readonly number[];
	readonly history: Amounts;
	readonly csv: Amounts;
	readonly periods: Amounts;
	/** Of each review what it counts, what its parts add up to, and what its text says. */
	readonly reviews: Amounts;
	readonly reviewParts: Amounts;
	readonly reviewTexts: Readonly<Record<string, string>>;
	/** What the status bar and its tooltip show. */
	readonly summary: Readonly<Record<'today' | 'week' | 'month' | 'year' | 'all', number>>;
	readonly weekdays: readonly number[];
	/** The dashboard's figures at the head, the days and years of its heatmaps, its weeks, and where its running total ends. */
	readonly dashboard: Readonly<Record<'figures' | 'days' | 'years' | 'weeks', Amounts>>;
	readonly dashboardTotal: number;
	readonly total: number;
}

/** The numbers of the log in a folder, read as a machine in this process's time zone reads it. */
export function numbersOf(folder: string, today: CivilDate, requests: readonly PeriodRequest[]): LogNumbers {
	const vault = vaultOf(Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')])));
	const history = historyOf(vault.entries(), ({ uri }) => vault.note(uri)?.words ?? 0);
	const { today: now, week, month, year, all, weekdays } = summarize(history, today, 1);
	const reviews = requests.map(request => reviewed(vault, history, today, request));
	const periods = (['week', 'month', 'year'] as const).flatMap(kind => sumsByPeriod(history, kind, 1));
	return {
		offsets: [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)].map(instant => new Date(instant).getTimezoneOffset()),
		history: Object.fromEntries(history.days.map(({ day, minutes, entries }) => [`${day} ${day}`, [minutes, entries.length]])),
		csv: amountsInCsv(entriesCsv(vault.entries(), () => 0)),
		periods: Object.fromEntries(periods.map(({ from, to, minutes, entries }) => [`${from} ${to}`, [minutes, entries]])),
		reviews: Object.fromEntries(reviews.map(({ key, counted }) => [key, counted])),
		reviewParts: Object.fromEntries(reviews.map(({ key, parts }) => [key, parts])),
		reviewTexts: Object.fromEntries(reviews.map(({ key, text }) => [key, text])),
		summary: { today: now, week, month, year, all },
		weekdays: weekdays.map(({ minutes }) => minutes),
		...dashboardNumbers(vault, history, today),
		total: runningTotal(history).at(-1)?.minutes ?? 0,
	};
}

function dashboardNumbers(vault: Vault, history: History, today: CivilDate): Pick<LogNumbers, 'dashboard' | 'dashboardTotal'> {
	const { figures, years, weeks, total } = dashboardOf({ entries: vault.entries(), history, today, weekStartsOn: 1, goal: 0 });
	const spans = (
		[
			['today', 'day'],
			['week', 'week'],
			['month', 'month'],
			['year', 'year'],
		] as const
	).map(([name, kind]) => {
		const { from, to } = periodOf(kind, today, 1);
		return [`${from} ${to}`, [figures[name].minutes, figures[name].entries]] as const;
	});
	const all = ['0000-01-01 9999-12-31', [figures.all.minutes, figures.all.entries]] as const;
	const days = years.flatMap(year => year.days);
	return {
		dashboard: {
			figures: Object.fromEntries([...spans, all]),
			days: Object.fromEntries(days.map(({ day, minutes, entries }) => [`${day} ${day}`, [minutes, entries.length]])),
			years: Object.fromEntries(years.map(({ year, sum }) => [`${year}-01-01 ${year}-12-31`, [sum.minutes, sum.entries]])),
			weeks: Object.fromEntries(weeks.map(({ from, to, minutes, entries }) => [`${from} ${to}`, [minutes, entries.length]])),
		},
		dashboardTotal: (total.points.at(-1)?.minutes ?? 0) + total.leftOut,
	};
}

interface Reviewed {
	readonly key: string;
	readonly counted: readonly [number, number];
	readonly parts: readonly [number, number];
	readonly text: string;
}

function reviewed(vault: Vault, history: History, today: CivilDate, request: PeriodRequest): Reviewed {
	const period = requestedPeriod(request, today, 1);
	if (period === undefined) {
		throw new Error(`${JSON.stringify(request)} is no period`);
	}
	const review = reviewOf({ vault, history, today, wikiLinks: true }, period);
	const now = `${today}T12:00:00Z`;
	const plan = planReview(vault, { review, words, folder: '', template: undefined, samples: [], now, isTaken: () => false });
	return {
		key: `${period.from} ${period.to}`,
		counted: [review.sum.minutes, review.sum.entries],
		parts: review.parts.reduce<readonly [number, number]>(
			([minutes, entries], part) => [minutes + part.minutes, entries + part.entries],
			[0, 0],
		),
		text:
			plan.kind === 'plan' ? (/^\| \*\*Sum\*\* \| \*\*(.*?)\*\* \| \*\*(.*?)\*\*/mu.exec(plan.text)?.slice(1).join(', ') ?? '') : plan.kind,
	};
}

/** What a spreadsheet would sum up: the rows by the day that their date begins with. */
function amountsInCsv(text: string): Amounts {
	const rows: readonly Readonly<Record<string, string>>[] = parse(text, { bom: true, columns: true });
	const amounts: Record<string, readonly [number, number]> = {};
	for (const { date = '', input = '' } of rows.filter(({ date }) => date !== '')) {
		const key = `${date.slice(0, 10)} ${date.slice(0, 10)}`;
		const [minutes, entries] = amounts[key] ?? [0, 0];
		amounts[key] = [minutes + Number(input), entries + 1];
	}
	return amounts;
}
