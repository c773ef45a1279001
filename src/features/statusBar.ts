import * as vscode from 'vscode';
import { writeDuration, writeHours } from '../core/time/duration.ts';
import { summarize, type Summary } from '../core/statistics/summary.ts';
import { elapsedAt } from '../core/timer/timer.ts';
import { headOf, hoursTooltip } from '../host/hoursTooltip.ts';
import { historyOfLogs } from '../host/logHistory.ts';
import { firstWeekday } from '../core/time/firstWeekday.ts';
import { readSettings, type Period } from '../host/settings.ts';
import type { TimeServices } from '../host/timeServices.ts';
import { commandOf, timerText, withTimerLine } from '../host/timerItem.ts';
import { describeTimer } from '../host/timerTexts.ts';
import { today } from '../host/today.ts';

/** How long changes are gathered before the item is written again: short enough to feel immediate. */
const gatherMilliseconds = 20;

const millisecondsPerMinute = 60_000;

/** The status bar item with the timer and the hours of input, and its tooltip. */
export function registerStatusBar(services: TimeServices): vscode.Disposable {
	const { vaults, clock, timer: shared, days, onError } = services;
	const item = vscode.window.createStatusBarItem('dailyLog.inputHours', vscode.StatusBarAlignment.Left, 5);
	item.name = vscode.l10n.t('Daily Log: Hours of Input');
	let gathering: ReturnType<typeof setTimeout> | undefined;
	let ticking: ReturnType<typeof setTimeout> | undefined;
	let isReady = false;

	const show = (): void => {
		gathering = undefined;
		clearTimeout(ticking);
		write(item, services, isReady);
		const { timer } = shared.state;
		if (timer?.openSince !== undefined) {
			ticking = setTimeout(show, millisecondsPerMinute - (elapsedAt(timer, clock.now()) % millisecondsPerMinute));
		}
	};
	const gather = (): void => {
		gathering ??= setTimeout(show, gatherMilliseconds);
	};
	// The first number of a process takes 10 to 20 ms to write: now, while the notes are still being read, nobody waits for it.
	setTimeout(() => writeHours(0), 0);
	vaults.ready.then(() => {
		isReady = true;
		gather();
	}, onError);
	return vscode.Disposable.from(
		item,
		vaults.onDidChangeEntries(gather),
		shared.onDidChange(gather),
		days.onDidChange(gather),
		vscode.workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration('dailyLog')) {
				gather();
			}
		}),
		new vscode.Disposable(() => {
			clearTimeout(gathering);
			clearTimeout(ticking);
		}),
	);
}

/** VS Code reads a tooltip's Markdown at once, the first time in 20 ms: that waits until the notes are read. */
function write(item: vscode.StatusBarItem, { vaults, clock, timer: { state } }: TimeServices, withTooltip: boolean): void {
	const [first] = vaults.withLog;
	const settings = readSettings();
	if (first === undefined || !settings['statusBar.enabled']) {
		item.hide();
		return;
	}
	const [day, now, { timer }] = [today(first, clock), clock.now(), state];
	const summary = summarize(historyOfLogs(vaults.withLog), day, firstWeekday(first.settings));
	const periods = settings['statusBar.periods'];
	const hours = periods.map(period => `${writeHours(summary[period])} ${labelOf(period)}`).join(' · ');
	item.text = timer === undefined ? `$(watch) ${hours}` : `${timerText(timer, now)} · ${hours}`;
	if (withTooltip) {
		item.tooltip = withTimerLine(hoursTooltip(summary, { day, goal: first.settings['goal.hoursPerWeek'] * 60 }), timer, now);
	}
	item.command = commandOf(timer);
	item.accessibilityInformation = {
		label: [...(timer === undefined ? [] : [describeTimer(timer, now)]), spokenLabel(summary, periods)].join(', '),
		role: 'button',
	};
	item.show();
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

function spokenLabel(summary: Summary, periods: readonly Period[]): string {
	return [vscode.l10n.t('Hours of input'), ...periods.map(period => `${headOf(period)}: ${writeDuration(summary[period])}`)].join(', ');
}
