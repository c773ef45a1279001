import * as vscode from 'vscode';
import type { DayMinutes } from '../core/statistics/sums.ts';
import type { Summary } from '../core/statistics/summary.ts';
import type { CivilDate } from '../core/time/civilDate.ts';
import { writeDuration, writeHours } from '../core/time/duration.ts';
import { writeDay } from './entryLabels.ts';
import type { Period } from './settings.ts';

/** The period as the head of a row: `This week`. */
export function headOf(period: Period): string {
	switch (period) {
		case 'today':
			return vscode.l10n.t('Today');
		case 'week':
			return vscode.l10n.t('This week');
		case 'month':
			return vscode.l10n.t('This month');
		case 'year':
			return vscode.l10n.t('This year');
		case 'all':
			return vscode.l10n.t('In all');
	}
}

/** What the status bar tells when one points at it: the periods, the days of the week, the goal, the streak. */
export function hoursTooltip(summary: Summary, { day, goal }: { readonly day: CivilDate; readonly goal: number }): vscode.MarkdownString {
	const periods: readonly Period[] = ['today', 'week', 'month', 'all'];
	const sums = periods.map(period => `| ${headOf(period)} | ${bold(writeDuration(summary[period]), period === 'today')} |`);
	const parts = [
		`**${vscode.l10n.t('Daily Log')}** — ${writeDay(day, { dateStyle: 'full' })}`,
		['| | |', '|:---|---:|', ...sums].join('\n'),
		...(summary.week === 0 ? [] : [weekChart(summary.weekdays, day)]),
		...goalLines(summary.week, goal),
		streakLine(summary),
	];
	const tooltip = new vscode.MarkdownString(parts.join('\n\n'), true);
	tooltip.supportHtml = true; // for the bars; nothing in it comes from a note
	return tooltip;
}

function bold(text: string, isBold: boolean): string {
	return isBold ? `**${text}**` : text;
}

/** In no-break spaces, which are as high as the line: a row of block characters shows its seams. */
const barLength = 32;

/** A row a day: a bar as long as the day's share of the week's longest. */
function weekChart(weekdays: readonly DayMinutes[], day: CivilDate): string {
	const most = Math.max(1, ...weekdays.map(({ minutes }) => minutes));
	const rows = weekdays.map(input => {
		const name = bold(writeDay(input.day, { weekday: 'short' }), input.day === day);
		return `| ${name} | ${bar(input.minutes / most, 'charts-blue')} | ${input.minutes === 0 ? '' : writeHours(input.minutes)} |`;
	});
	return ['| | | |', '|:---|:---|---:|', ...rows].join('\n');
}

/** A stretch of colour: a share of 1 fills the row, any share above 0 shows at least a sliver. */
function bar(share: number, colour: string): string {
	const length = Math.max(share > 0 ? 1 : 0, Math.round(Math.min(1, share) * barLength));
	return length === 0 ? '' : `<span style="background-color:var(--vscode-${colour});">${'&nbsp;'.repeat(length)}</span>`;
}

function goalLines(week: number, goal: number): readonly string[] {
	if (goal <= 0) {
		return [];
	}
	const percent = Math.round((week / goal) * 100);
	const rest = Math.max(0, barLength - Math.max(week > 0 ? 1 : 0, Math.round((week / goal) * barLength)));
	const progress = bar(week / goal, 'charts-blue') + bar(rest / barLength, 'editorWidget-border');
	return [`$(target) ${vscode.l10n.t('{0} of {1} this week: {2} %', writeDuration(week), writeDuration(goal), percent)}`, progress];
}

function streakLine({ streaks: { current, longest } }: Summary): string {
	const days = (count: number): string => (count === 1 ? vscode.l10n.t('1 day') : vscode.l10n.t('{0} days', count));
	return current.days === 0
		? `$(flame) ${vscode.l10n.t('Longest streak: {0}', days(longest.days))}`
		: `$(flame) ${vscode.l10n.t('{0} in a row, longest {1}', days(current.days), days(longest.days))}`;
}
