import * as vscode from 'vscode';
import type { DashboardTexts } from '../protocol.ts';

/** The words of the dashboard in the language of VS Code. */
export function dashboardTexts(): DashboardTexts {
	return { ...figureTexts(), ...chartTexts(), ...listTexts(), ...remarkTexts(), ...markTexts() };
}

function figureTexts() {
	return {
		title: vscode.l10n.t('Dashboard'),
		log: vscode.l10n.t('Log'),
		empty: vscode.l10n.t('The log has no entry yet. Your hours show up here with the first one.'),
		newEntry: vscode.l10n.t('New Daily Log'),
		today: vscode.l10n.t('Today'),
		thisWeek: vscode.l10n.t('This week'),
		thisMonth: vscode.l10n.t('This month'),
		thisYear: vscode.l10n.t('This year'),
		inAll: vscode.l10n.t('In all'),
		lastWeek: vscode.l10n.t('last week {0}'),
		lastMonth: vscode.l10n.t('last month {0}'),
		lastYear: vscode.l10n.t('last year {0}'),
		since: vscode.l10n.t('{0} since {1}'),
		ofGoal: vscode.l10n.t('{0} % of {1}'),
		goalLine: vscode.l10n.t('Goal {0}'),
		streak: vscode.l10n.t('Streak'),
		longestStreak: vscode.l10n.t('Longest streak'),
		perDay: vscode.l10n.t('A day'),
		perDayNote: vscode.l10n.t('average of days with an entry'),
		perWeek: vscode.l10n.t('A week'),
		perWeekNote: vscode.l10n.t('average of all weeks'),
		words: vscode.l10n.t('Words'),
		wordsNote: vscode.l10n.t('{0} an entry'),
	};
}

function chartTexts() {
	return {
		hours: vscode.l10n.t('{0}\u00a0h'),
		minutes: vscode.l10n.t('{0}\u00a0min'),
		hoursAndMinutes: vscode.l10n.t('{0}\u00a0h {1}\u00a0min'),
		oneEntry: vscode.l10n.t('1 entry'),
		entries: vscode.l10n.t('{0} entries'),
		oneDay: vscode.l10n.t('1 day'),
		days: vscode.l10n.t('{0} days'),
		span: vscode.l10n.t('{0} to {1}'),
		heatmap: vscode.l10n.t('The days of the years'),
		measure: vscode.l10n.t('Shaded by'),
		byMinutes: vscode.l10n.t('Time'),
		byEntries: vscode.l10n.t('Entries'),
		years: vscode.l10n.t('Years'),
		latestYears: vscode.l10n.t('Latest {0}'),
		allYears: vscode.l10n.t('All {0}'),
		less: vscode.l10n.t('Less'),
		more: vscode.l10n.t('More'),
		noInput: vscode.l10n.t('an entry without time'),
		weeks: vscode.l10n.t('Hours a week'),
		period: vscode.l10n.t('Period'),
		halfYear: vscode.l10n.t('Last 26 weeks'),
		wholeYear: vscode.l10n.t('Last 52 weeks'),
		wholeLog: vscode.l10n.t('Whole log'),
		total: vscode.l10n.t('Running total'),
		totalLeftOut: vscode.l10n.t('Without {0} of doubtful entries.'),
		upTo: vscode.l10n.t('Up to {0}'),
		tags: vscode.l10n.t('Time by tag'),
	};
}

function listTexts() {
	return {
		noTags: vscode.l10n.t('No entry has a tag that others lack.'),
		outputs: vscode.l10n.t('What came out'),
		noOutputs: vscode.l10n.t('No entry says yet what came out.'),
		filter: vscode.l10n.t('Filter by output, title, tag or date'),
		found: vscode.l10n.t('{0} of {1}'),
		showMore: vscode.l10n.t('Show {0} more'),
		onThisDay: vscode.l10n.t('On this day'),
		noOnThisDay: vscode.l10n.t('No entry in earlier years.'),
		table: vscode.l10n.t('Show as table'),
		keys: vscode.l10n.t('Arrow keys go from mark to mark, Enter opens the entry.'),
		saveAs: vscode.l10n.t('Save “{0}” as {1}'),
		entry: vscode.l10n.t('Entry'),
		day: vscode.l10n.t('Day'),
		week: vscode.l10n.t('Week'),
		tag: vscode.l10n.t('Tag'),
		input: vscode.l10n.t('Time'),
		close: vscode.l10n.t('Close'),
	};
}

function remarkTexts() {
	return {
		remarks: vscode.l10n.t('Worth knowing'),
		noRemarks: vscode.l10n.t('Every entry has a date, and none is doubtful.'),
		gaps: vscode.l10n.t('Longest breaks'),
		gapsNote: vscode.l10n.t('of {0} in all'),
		undated: vscode.l10n.t('Without a date'),
		undatedNote: vscode.l10n.t('They belong to no day and count in no sum.'),
		doubtful: vscode.l10n.t('Longer than a day'),
		doubtfulNote: vscode.l10n.t('Counted as written, but kept out of scales, averages and the running total.'),
		future: vscode.l10n.t('In the future'),
		futureNote: vscode.l10n.t('They count where they stand, but for streaks and averages.'),
		distant: vscode.l10n.t('Far away'),
		distantNote: vscode.l10n.t('They count, but the charts over time leave them out.'),
	};
}

function markTexts() {
	return {
		draftMark: vscode.l10n.t('Draft'),
		futureMark: vscode.l10n.t('In the future'),
		doubtfulMark: vscode.l10n.t('Longer than a day'),
		todayMark: vscode.l10n.t('Today'),
	};
}
