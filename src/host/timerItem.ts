import * as vscode from 'vscode';
import { elapsedAt, type Timer } from '../core/timer/timer.ts';
import { describeTimer, writeClock } from './timerTexts.ts';

/** `$(debug-start) 0:25` while the timer runs, with a pause sign while it stands still. */
export function timerText(timer: Timer, now: number): string {
	return `$(${timer.openSince === undefined ? 'debug-pause' : 'debug-start'}) ${writeClock(elapsedAt(timer, now))}`;
}

/** What a click on the status bar does. */
export function commandOf(timer: Timer | undefined): vscode.Command {
	return timer === undefined
		? { command: 'dailyLog.showDashboard', title: vscode.l10n.t('Show Dashboard') }
		: { command: 'dailyLog.timerActions', title: vscode.l10n.t('Pause or Stop the Timer') };
}

/** The tooltip with a last line that says how the timer stands, with what it can do. */
export function withTimerLine(tooltip: vscode.MarkdownString, timer: Timer | undefined, now: number): vscode.MarkdownString {
	const link = (label: string, command: string): string => `[${label}](command:${command})`;
	const start = link(timer === undefined ? vscode.l10n.t('Start Timer') : vscode.l10n.t('Resume'), 'dailyLog.startTimer');
	const goOn = timer?.openSince === undefined ? start : link(vscode.l10n.t('Pause'), 'dailyLog.pauseTimer');
	const parts =
		timer === undefined
			? [start, link(vscode.l10n.t('Add Input Time…'), 'dailyLog.addInput')]
			: [
					describeTimer(timer, now),
					goOn,
					link(vscode.l10n.t('Stop and Add'), 'dailyLog.stopTimer'),
					link(vscode.l10n.t('Discard'), 'dailyLog.discardTimer'),
				];
	tooltip.appendMarkdown(`\n\n---\n\n${parts.join(' · ')}`);
	tooltip.isTrusted = {
		enabledCommands: ['dailyLog.startTimer', 'dailyLog.pauseTimer', 'dailyLog.stopTimer', 'dailyLog.discardTimer', 'dailyLog.addInput'],
	};
	return tooltip;
}
