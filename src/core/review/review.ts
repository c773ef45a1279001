import type { Entry } from '../entry.ts';
import { isFileName } from '../links/linkedFile.ts';
import { meaningOf } from '../links/linkMeaning.ts';
import { isDoubtful, type History, type LogDay } from '../statistics/history.ts';
import { periodsIn, type DaySpan } from '../statistics/periods.ts';
import { streaksOf } from '../statistics/streaks.ts';
import { daysIn, sumBetween, type Sum } from '../statistics/sums.ts';
import { commonTags, sumsByTag, type TagSum } from '../statistics/tagSums.ts';
import { addDays, daysBetween, type CivilDate } from '../time/civilDate.ts';
import { foldTerm } from '../term.ts';
import type { Vault } from '../vault.ts';
import { partsOfPeriod, periodBefore, type ReviewPeriod } from './reviewPeriod.ts';

/** What the hours are compared with. */
export interface Comparison {
	/** Minutes of the period up to today, and of the same days of the one before. */
	readonly now: number;
	readonly before: number;
	/** Whether the week, month or year is not over, so that only its days up to today are compared. */
	readonly isRunning: boolean;
}

/** Why an entry should be looked at again. */
export type Doubt = 'noInput' | 'tooLong' | 'future' | 'problem';

/** What a review tells, in numbers and entries; days and entries in the order of the calendar. */
export interface Review {
	readonly period: ReviewPeriod;
	readonly sum: Sum;
	/** Undefined where the log has no entry before the period: there is nothing to compare with. */
	readonly comparison: Comparison | undefined;
	/** Into what the parts are parted, and the parts without a gap; the first and the last may be cut off. */
	readonly partKind: 'day' | 'week' | 'month';
	readonly parts: readonly (DaySpan & Sum)[];
	readonly entries: readonly Entry[];
	/** Most minutes first; without the log's own name and those that every entry has. */
	readonly tags: readonly TagSum[];
	/** Days in a row with an entry: at the end of the period or today, and the most within the period. */
	readonly streak: { readonly atEnd: number; readonly longest: number };
	/** Links of the entries that lead nowhere, each once. */
	readonly unresolved: readonly { readonly entry: Entry; readonly target: string }[];
	readonly doubts: readonly { readonly entry: Entry; readonly doubt: Doubt }[];
}

/** What a review is made from. */
export interface ReviewSource {
	readonly vault: Vault;
	readonly history: History;
	readonly today: CivilDate;
	/** Whether wiki links count. */
	readonly wikiLinks: boolean;
}

/** The review of a period. Entries without a date belong to none. */
export function reviewOf(source: ReviewSource, period: ReviewPeriod): Review {
	const { history, today } = source;
	const days = daysIn(history, period);
	const entries = days.flatMap(day => day.entries);
	const partKind = partsOfPeriod(period);
	return {
		period,
		sum: sumBetween(history, period),
		comparison: compare(history, period, today),
		partKind,
		parts: periodsIn(partKind, period, period.weekStartsOn).map(part => {
			const cut = cutTo(part, period);
			return { ...cut, ...sumBetween(history, cut) };
		}),
		entries,
		tags: tellingTags(source, days),
		streak: {
			atEnd: streaksOf(history, earlier(period.to, today)).current.days,
			longest: streaksOf({ days, undated: [] }, earlier(period.to, today)).longest.days,
		},
		unresolved: source.wikiLinks ? entries.flatMap(entry => unresolvedOf(source.vault, entry)) : [],
		doubts: entries.flatMap(entry => doubtsAbout(entry, today)),
	};
}

function compare(history: History, period: ReviewPeriod, today: CivilDate): Comparison | undefined {
	const isRunning = period.kind !== 'span' && period.from <= today && today < period.to;
	const before = periodBefore(period);
	const end = isRunning ? earlier(addDays(before.from, daysBetween(period.from, today)), before.to) : before.to;
	return (history.days[0]?.day ?? period.from) >= period.from
		? undefined
		: {
				now: sumBetween(history, { from: period.from, to: isRunning ? today : period.to }).minutes,
				before: sumBetween(history, { from: before.from, to: end }).minutes,
				isRunning,
			};
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
	return a < b ? a : b;
}

function cutTo(part: DaySpan, { from, to }: DaySpan): DaySpan {
	return { from: part.from < from ? from : part.from, to: earlier(part.to, to) };
}

/** The log's own name, or a tag that all entries have, tells nothing of some of them. */
function tellingTags({ vault, history }: ReviewSource, days: readonly LogDay[]): readonly TagSum[] {
	const silent = new Set([foldTerm(vault.shape.series), ...commonTags(history.days)]);
	return sumsByTag(days).filter(({ tag }) => !silent.has(foldTerm(tag)));
}

function unresolvedOf(vault: Vault, entry: Entry): Review['unresolved'] {
	const targets = (vault.note(entry.uri)?.links ?? []).flatMap(link => {
		const { resolution, target } = meaningOf(vault, link, entry.path);
		return resolution.kind === 'unresolved' && !isFileName(target) ? [target] : [];
	});
	return [...new Set(targets)].map(target => ({ entry, target }));
}

function doubtsAbout(entry: Entry, today: CivilDate): Review['doubts'] {
	const doubts: readonly (readonly [Doubt, boolean])[] = [
		['problem', entry.problem !== undefined],
		['noInput', entry.problem === undefined && entry.input === undefined],
		['tooLong', isDoubtful(entry)],
		['future', entry.day !== undefined && entry.day > today],
	];
	return doubts.flatMap(([doubt, isSo]) => (isSo ? [{ entry, doubt }] : []));
}
