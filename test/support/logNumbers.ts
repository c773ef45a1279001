import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { entriesCsv } from '../../src/core/export/entriesCsv.ts';
import { planReview } from '../../src/core/review/planReview.ts';
import { reviewOf } from '../../src/core/review/review.ts';
import { requestedPeriod, type PeriodRequest } from '../../src/core/review/reviewPeriod.ts';
import { historyOf, type History } from '../../src/core/statistics/history.ts';
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
		total: runningTotal(history).at(-1)?.minutes ?? 0,
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
