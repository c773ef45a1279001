import * as vscode from 'vscode';
import type { CivilDate } from '../core/time/civilDate.ts';
import { writeDuration, writeHours } from '../core/time/duration.ts';
import { historyOf } from '../core/statistics/history.ts';
import type { DayMinutes } from '../core/statistics/sums.ts';
import { summarize, type Summary } from '../core/statistics/summary.ts';
import { elapsedAt } from '../core/timer/timer.ts';
import { writeDay } from '../host/entryLabels.ts';
import { firstWeekday, readSettings, type Period } from '../host/settings.ts';
import type { TimeServices } from '../host/timeServices.ts';
import { commandOf, timerText, withTimerLine } from '../host/timerItem.ts';
import { describeTimer } from '../host/timerTexts.ts';
import { today } from '../host/today.ts';

/** How long changes are gathered before the item is written again: short enough to feel immediate. */
const gatherMilliseconds = 20;

/** How often it is looked whether a new day has begun. */
const dayCheckMilliseconds = 20_000;

const millisecondsPerMinute = 60_000;

/** The status bar item with the timer and the hours of input, and its tooltip. */
export function registerStatusBar({ vaults, clock, timer: shared, onError }: TimeServices): vscode.Disposable {
	const item = vscode.window.createStatusBarItem('dailyLog.inputHours', vscode.StatusBarAlignment.Left, 5);
	item.name = vscode.l10n.t('Daily Log: Hours of Input');
	let shownDay: CivilDate | undefined;
	let gathering: ReturnType<typeof setTimeout> | undefined;
	let ticking: ReturnType<typeof setTimeout> | undefined;

	const show = (): void => {
		gathering = undefined;
		clearTimeout(ticking);
		const [first] = vaults.withLog;
		const settings = readSettings();
		if (first === undefined || !settings['statusBar.enabled']) {
			item.hide();
			return;
		}
		shownDay = today(first, clock);
		const entries = vaults.withLog.flatMap(({ vault }) => vault.entries());
		const summary = summarize(
			historyOf(entries, () => 0),
			shownDay,
			firstWeekday(first.settings),
		);
		const periods = settings['statusBar.periods'];
		const { timer } = shared.state;
		const now = clock.now();
		const hours = periods.map(period => `${writeHours(summary[period])} ${labelOf(period)}`).join(' · ');
		item.text = timer === undefined ? `$(watch) ${hours}` : `${timerText(timer, now)} · ${hours}`;
		item.tooltip = withTimerLine(tooltipOf(summary, { day: shownDay, goal: first.settings['goal.hoursPerWeek'] * 60 }), timer, now);
		item.command = commandOf(timer);
		item.accessibilityInformation = {
			label: [...(timer === undefined ? [] : [describeTimer(timer, now)]), spokenLabel(summary, periods)].join(', '),
			role: 'button',
		};
		item.show();
		if (timer?.openSince !== undefined) {
			ticking = setTimeout(show, millisecondsPerMinute - (elapsedAt(timer, now) % millisecondsPerMinute));
		}
	};
	const gather = (): void => {
		gathering ??= setTimeout(show, gatherMilliseconds);
	};
	const dayCheck = setInterval(() => {
		const [first] = vaults.withLog;
		if (first !== undefined && today(first, clock) !== shownDay) {
			gather();
		}
	}, dayCheckMilliseconds);
	vaults.ready.then(gather, onError);
	return vscode.Disposable.from(
		item,
		vaults.onDidChangeEntries(gather),
		shared.onDidChange(gather),
		vscode.workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration('dailyLog')) {
				gather();
			}
		}),
		new vscode.Disposable(() => {
			clearTimeout(gathering);
			clearTimeout(ticking);
			clearInterval(dayCheck);
		}),
	);
}

/** The short word behind the hours: `1.5 h today`. */
function labelOf(period: Period): string {
	switch (period) {
		case 'today':
			return vscode.l10n.t('today');
		case 'week':
			return vscode.l10n.t('week');
		case 'month':
			return vscode.l10n.t('month');
		case 'year':
			return vscode.l10n.t('year');
		case 'all':
			return vscode.l10n.t('in all');
	}
}

/** The period as the head of a row. */
function headOf(period: Period): string {
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

function spokenLabel(summary: Summary, periods: readonly Period[]): string {
	return [vscode.l10n.t('Hours of input'), ...periods.map(period => `${headOf(period)}: ${writeDuration(summary[period])}`)].join(', ');
}

function tooltipOf(summary: Summary, { day, goal }: { readonly day: CivilDate; readonly goal: number }): vscode.MarkdownString {
	const periods: readonly Period[] = ['today', 'week', 'month', 'all'];
	const sums = periods.map(period => `| ${headOf(period)} | ${bold(writeDuration(summary[period]), period === 'today')} |`);
	const parts = [
		`**${vscode.l10n.t('Daily Log')}** — ${writeDay(day, { dateStyle: 'full' })}`,
		['| | |', '|:---|---:|', ...sums].join('\n'),
		...(summary.week === 0 ? [] : [weekChart(summary.weekdays, day)]),
		...goalLines(summary.week, goal),
		streakLine(summary),
	];
	return new vscode.MarkdownString(parts.join('\n\n'), true);
}

function bold(text: string, isBold: boolean): string {
	return isBold ? `**${text}**` : text;
}

const barLength = 12;

/** A row a day: a bar as long as the day's share of the week's longest. */
function weekChart(weekdays: readonly DayMinutes[], day: CivilDate): string {
	const most = Math.max(1, ...weekdays.map(({ minutes }) => minutes));
	const rows = weekdays.map(input => {
		const name = bold(writeDay(input.day, { weekday: 'short' }), input.day === day);
		return `| ${name} | ${bar(input.minutes / most)} | ${input.minutes === 0 ? '' : writeHours(input.minutes)} |`;
	});
	return ['| | | |', '|:---|:---|---:|', ...rows].join('\n');
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Blocks of eighths: a share of 1 fills the row; any share above 0 shows at least a sliver. */
function bar(share: number): string {
	const parts = Math.max(share > 0 ? 1 : 0, Math.round(Math.min(1, share) * barLength * 8));
	return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
}

function goalLines(week: number, goal: number): readonly string[] {
	if (goal <= 0) {
		return [];
	}
	const percent = Math.round((week / goal) * 100);
	return [`$(target) ${vscode.l10n.t('{0} of {1} this week: {2} %', writeDuration(week), writeDuration(goal), percent)}`];
}

function streakLine({ streaks: { current, longest } }: Summary): string {
	const days = (count: number): string => (count === 1 ? vscode.l10n.t('1 day') : vscode.l10n.t('{0} days', count));
	return current.days === 0
		? `$(flame) ${vscode.l10n.t('Longest streak: {0}', days(longest.days))}`
		: `$(flame) ${vscode.l10n.t('{0} in a row, longest {1}', days(current.days), days(longest.days))}`;
}
