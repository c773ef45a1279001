import * as vscode from 'vscode';
import { periodAround, periodBefore, requestedPeriod, type ReviewPeriod } from '../core/review/reviewPeriod.ts';
import { isCivilDate, type CivilDate, type Weekday } from '../core/time/civilDate.ts';
import { callPeriod } from './reviewWords.ts';

/** Asks what a review is to be about; undefined for Escape. */
export async function askPeriod(today: CivilDate, weekStartsOn: Weekday): Promise<ReviewPeriod | undefined> {
	const [week, month, year] = [
		periodAround('week', today, weekStartsOn),
		periodAround('month', today, weekStartsOn),
		periodAround('year', today, weekStartsOn),
	];
	const items: readonly PeriodRow[] = [
		rowOf(vscode.l10n.t('This week'), week),
		rowOf(vscode.l10n.t('Last week'), periodBefore(week)),
		rowOf(vscode.l10n.t('This month'), month),
		rowOf(vscode.l10n.t('Last month'), periodBefore(month)),
		rowOf(vscode.l10n.t('This year'), year),
		rowOf(vscode.l10n.t('Last year'), periodBefore(year)),
		{ label: vscode.l10n.t('Choose a span…'), ask: () => askSpan(today, weekStartsOn) },
	];
	const options = { title: title(), placeHolder: vscode.l10n.t('Which days shall the review be about?'), matchOnDescription: true };
	return (await vscode.window.showQuickPick(items, options))?.ask();
}

interface PeriodRow extends vscode.QuickPickItem {
	readonly ask: () => Promise<ReviewPeriod | undefined>;
}

function rowOf(label: string, period: ReviewPeriod): PeriodRow {
	return { label, description: callPeriod(period), ask: () => Promise.resolve(period) };
}

function title(): string {
	return vscode.l10n.t('Write Review');
}

async function askSpan(today: CivilDate, weekStartsOn: Weekday): Promise<ReviewPeriod | undefined> {
	const from = await askDay(vscode.l10n.t('From which day on? Year, month, day'), `${today.slice(0, 8)}01`, '0000-01-01');
	const to =
		from === undefined ? undefined : await askDay(vscode.l10n.t('To which day? It is included'), from > today ? from : today, from);
	return requestedPeriod({ period: 'span', from, to }, today, weekStartsOn);
}

async function askDay(prompt: string, value: CivilDate, first: CivilDate): Promise<CivilDate | undefined> {
	const day = await vscode.window.showInputBox({
		title: title(),
		prompt,
		value,
		validateInput: text => problemOf(text.trim(), first),
	});
	return day?.trim();
}

function problemOf(text: string, first: CivilDate): string | undefined {
	if (!isCivilDate(text)) {
		return vscode.l10n.t('Write a day that the calendar has, like 2026-11-20.');
	}
	return text < first ? vscode.l10n.t('That is before the first day, {0}.', first) : undefined;
}

/** What to do where there is a review of these days already. */
export async function askAgain(path: string): Promise<'open' | 'another' | undefined> {
	const open = { label: `$(go-to-file) ${vscode.l10n.t('Open it')}`, answer: 'open' as const };
	const another = { label: `$(new-file) ${vscode.l10n.t('Write another one')}`, answer: 'another' as const };
	const placeHolder = vscode.l10n.t('There is a review of these days already: “{0}”.', path);
	return (await vscode.window.showQuickPick([open, another], { title: title(), placeHolder }))?.answer;
}
