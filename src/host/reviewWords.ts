import * as vscode from 'vscode';
import type { Comparison, Doubt, Review } from '../core/review/review.ts';
import type { ReviewPeriod } from '../core/review/reviewPeriod.ts';
import type { ReviewWords } from '../core/review/reviewWords.ts';
import type { DaySpan } from '../core/statistics/periods.ts';
import type { Sum } from '../core/statistics/sums.ts';
import { dayNumberOf, daysBetween, isoWeekOf } from '../core/time/civilDate.ts';
import { writeDuration } from '../core/time/duration.ts';
import { writeDay } from './entryLabels.ts';

/** The words of a review in the language of VS Code. */
export function reviewWords(): ReviewWords {
	return {
		title: titleOf,
		span: span => writeSpan(span, { day: 'numeric', month: 'long', year: 'numeric' }),
		day: day => writeDay(day, { weekday: 'short', day: 'numeric', month: 'short' }),
		part: partOf,
		change: changeOf,
		summary: summaryOf,
		streak: streakOf,
		doubt: doubtOf,
		heads: {
			day: vscode.l10n.t('Day'),
			week: vscode.l10n.t('Week'),
			month: vscode.l10n.t('Month'),
			hours: vscode.l10n.t('Hours'),
			entries: vscode.l10n.t('Entries'),
			words: vscode.l10n.t('Words'),
			sum: vscode.l10n.t('In all'),
			outputs: vscode.l10n.t('What came out'),
			noOutputs: vscode.l10n.t('No entry says what came out.'),
			byTag: vscode.l10n.t('Hours by tag'),
			tag: vscode.l10n.t('Tag'),
			share: vscode.l10n.t('Share'),
			drafts: vscode.l10n.t('Drafts left'),
			unresolved: vscode.l10n.t('Links that lead nowhere'),
			linkIn: vscode.l10n.t('in'),
			doubts: vscode.l10n.t('To look at again'),
		},
	};
}

const millisecondsPerDay = 86_400_000;

/** A span in words, as short as it can be said: `November 23 – 29, 2026`. */
export function writeSpan({ from, to }: DaySpan, options: Intl.DateTimeFormatOptions): string {
	const format = new Intl.DateTimeFormat(vscode.env.language, { ...options, timeZone: 'UTC' });
	const written = format.formatRange(dayNumberOf(from) * millisecondsPerDay, dayNumberOf(to) * millisecondsPerDay);
	return written.replace(/\s/gu, ' '); // thin blanks are a nuisance in titles and links
}

/** What the days of a period are called: `week 48, 2026`, `November 2026`, `2026`, else the span. */
export function callPeriod(period: ReviewPeriod): string {
	const { kind, from, weekStartsOn } = period;
	if (kind === 'week' && weekStartsOn === 1) {
		const { year, week } = isoWeekOf(from);
		return vscode.l10n.t('week {0}, {1}', week, year);
	}
	switch (kind) {
		case 'month':
			return writeDay(from, { month: 'long', year: 'numeric' });
		case 'year':
			return from.slice(0, 4);
		default:
			return writeSpan(period, { day: 'numeric', month: 'long', year: 'numeric' });
	}
}

function titleOf(period: ReviewPeriod): string {
	return vscode.l10n.t('Review of {0}', callPeriod(period));
}

function partOf(kind: Review['partKind'], span: DaySpan): string {
	switch (kind) {
		case 'day':
			return writeDay(span.from, { weekday: 'short', day: 'numeric', month: 'short' });
		case 'week':
			return writeSpan(span, { day: 'numeric', month: 'short' });
		case 'month':
			return writeDay(span.from, { month: 'long', year: 'numeric' });
	}
}

function changeOf({ now, before, isRunning }: Comparison, period: ReviewPeriod): string {
	const other = isRunning ? vscode.l10n.t('the same days of {0}', nameBefore(period)) : nameBefore(period);
	const [size, was] = [writeDuration(Math.abs(now - before)), writeDuration(before)];
	if (now === before) {
		return vscode.l10n.t('as much as in {0} ({1})', other, was);
	}
	return now > before
		? vscode.l10n.t('{0} more than in {1} ({2})', size, other, was)
		: vscode.l10n.t('{0} less than in {1} ({2})', size, other, was);
}

function nameBefore({ kind, from, to }: ReviewPeriod): string {
	switch (kind) {
		case 'week':
			return vscode.l10n.t('the week before');
		case 'month':
			return vscode.l10n.t('the month before');
		case 'year':
			return vscode.l10n.t('the year before');
		case 'span':
			return from === to ? vscode.l10n.t('the day before') : vscode.l10n.t('the {0} days before', daysBetween(from, to) + 1);
	}
}

function summaryOf({ entries, days, words }: Sum): string {
	const entriesText = entries === 1 ? vscode.l10n.t('1 entry') : vscode.l10n.t('{0} entries', entries);
	const wordsText = words === 1 ? vscode.l10n.t('1 word') : vscode.l10n.t('{0} words', words.toLocaleString(vscode.env.language));
	return vscode.l10n.t('in {0} on {1}, {2}', entriesText, daysText(days), wordsText);
}

function streakOf({ atEnd, longest }: Review['streak']): string {
	if (longest === 0) {
		return '';
	}
	return atEnd === 0
		? vscode.l10n.t('Longest streak: {0}', daysText(longest))
		: vscode.l10n.t('Streak at the end: {0}; longest in this time: {1}', daysText(atEnd), daysText(longest));
}

function daysText(days: number): string {
	return days === 1 ? vscode.l10n.t('1 day') : vscode.l10n.t('{0} days', days);
}

function doubtOf(doubt: Doubt): string {
	switch (doubt) {
		case 'problem':
			return vscode.l10n.t('its front matter cannot be read as a whole');
		case 'noInput':
			return vscode.l10n.t('no input that could be counted');
		case 'tooLong':
			return vscode.l10n.t('more input than a day has hours');
		case 'future':
			return vscode.l10n.t('dated in the future');
	}
}
