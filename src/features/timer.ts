import * as vscode from 'vscode';
import { elapsedAt, lengthOf, pause, resume, startTimer, type Timer } from '../core/timer/timer.ts';
import { withTimeBack } from '../core/timer/timerState.ts';
import { chooseLog } from '../host/chooseVault.ts';
import { registerCommand } from '../host/commands.ts';
import { readSettings } from '../host/settings.ts';
import type { TimeServices } from '../host/timeServices.ts';
import { askDoubts } from '../host/timerDoubts.ts';
import { describeTimer, writeLength, writeTime } from '../host/timerTexts.ts';

/** Start, pause and discard the timer, and what it can do as a list; stopping is a feature of its own. */
export function registerTimer(services: TimeServices): vscode.Disposable {
	const { tell, timer } = services;
	const publish = (): void => {
		const { timer: shown } = timer.state;
		const state = shown === undefined ? '' : shown.openSince === undefined ? 'paused' : 'running';
		void vscode.commands.executeCommand('setContext', 'dailyLog.timer', state);
	};
	publish();
	return vscode.Disposable.from(
		timer.onDidChange(publish),
		registerCommand(tell, { id: 'dailyLog.startTimer', name: vscode.l10n.t('Start Timer') }, () => start(services)),
		registerCommand(tell, { id: 'dailyLog.pauseTimer', name: vscode.l10n.t('Pause Timer') }, () => pauseTimer(services)),
		registerCommand(tell, { id: 'dailyLog.discardTimer', name: vscode.l10n.t('Discard Timer') }, () => discard(services)),
		registerCommand(tell, { id: 'dailyLog.timerActions', name: vscode.l10n.t('Timer…') }, () => showActions(services)),
	);
}

/** Starts a timer for a log, or lets a paused one go on. */
async function start(services: TimeServices): Promise<void> {
	const { timer: shared, tell, clock, pulse } = services;
	const { timer } = await shared.refresh();
	if (timer?.openSince !== undefined) {
		tell.inform(vscode.l10n.t('The timer runs already, with {0} on it.', writeLength(elapsedAt(timer, clock.now()))));
		return;
	}
	const folder = timer?.folder ?? (await chooseFolder(services));
	if (folder !== undefined) {
		const look = pulse.look();
		const state = await shared.change(before => ({
			...before,
			timer: before.timer === undefined ? startTimer(folder, look.now) : resume(before.timer, look),
		}));
		tellWhereHidden(services, state?.timer);
	}
}

async function chooseFolder(services: TimeServices): Promise<string | undefined> {
	const question = vscode.l10n.t('Several folders hold a log. Which one does the time go to?');
	return (await chooseLog(services, { question }))?.folder.uri.toString();
}

async function pauseTimer(services: TimeServices): Promise<void> {
	const { timer: shared, tell, clock, pulse } = services;
	const look = pulse.look();
	const { timer } = await shared.refresh();
	if (timer === undefined) {
		tell.inform(vscode.l10n.t('No timer runs. “Start Timer” starts one.'));
	} else if (timer.openSince === undefined) {
		tell.inform(vscode.l10n.t('The timer is paused already, with {0} on it.', writeLength(elapsedAt(timer, clock.now()))));
	} else {
		const state = await shared.change(before => (before.timer === undefined ? undefined : { ...before, timer: pause(before.timer, look) }));
		tellWhereHidden(services, state?.timer);
	}
}

/** The status bar shows what has happened; where it does not show the hours, a sentence does. */
function tellWhereHidden({ tell, clock, vaults }: TimeServices, timer: Timer | undefined): void {
	if (timer !== undefined && (!readSettings()['statusBar.enabled'] || vaults.withLog.length === 0)) {
		tell.inform(`${describeTimer(timer, clock.now())}.`);
	}
}

/** Nothing is asked: the message that follows can bring the time back. */
async function discard({ timer: shared, tell, clock, pulse }: TimeServices): Promise<void> {
	const look = pulse.look();
	const discarded: { timer: Timer | undefined } = { timer: undefined };
	const state = await shared.change(({ timer, additions }) => {
		discarded.timer = timer && pause(timer, look);
		return timer === undefined ? undefined : { additions, timer: undefined };
	});
	const { timer } = discarded;
	if (timer === undefined) {
		tell.inform(vscode.l10n.t('No timer runs. “Start Timer” starts one.'));
	} else if (state !== undefined) {
		tell.inform(
			vscode.l10n.t('The timer was discarded, with {0} on it. Nothing was written.', writeLength(elapsedAt(timer, clock.now()))),
			{
				label: vscode.l10n.t('Undo'),
				run: () =>
					shared.change(now =>
						now.timer === undefined ? { ...now, timer } : withTimeBack(now, { folder: timer.folder, stretches: timer.counted }),
					),
			},
		);
	}
}

interface Action extends vscode.QuickPickItem {
	readonly run: () => unknown;
}

async function showActions(services: TimeServices): Promise<void> {
	const { timer } = await services.timer.refresh();
	const placeHolder = timer === undefined ? vscode.l10n.t('No timer runs') : placeOf(timer, services.clock.now());
	const picked = await vscode.window.showQuickPick(actionsOf(services, timer), { placeHolder });
	await picked?.run();
}

function actionsOf(services: TimeServices, timer: Timer | undefined): readonly Action[] {
	const dashboard = action(['graph', vscode.l10n.t('Show Dashboard')], 'dailyLog.showDashboard');
	if (timer === undefined) {
		return [action(['debug-start', vscode.l10n.t('Start Timer')], 'dailyLog.startTimer'), dashboard];
	}
	const doubtful = lengthOf(timer.doubts);
	return [
		timer.openSince === undefined
			? action(['debug-start', vscode.l10n.t('Resume')], 'dailyLog.startTimer')
			: action(['debug-pause', vscode.l10n.t('Pause')], 'dailyLog.pauseTimer'),
		...(doubtful === 0
			? []
			: [{ label: `$(question) ${vscode.l10n.t('Decide About {0} in Doubt', writeLength(doubtful))}`, run: () => askDoubts(services) }]),
		action(['debug-stop', vscode.l10n.t('Stop and Add')], 'dailyLog.stopTimer', vscode.l10n.t('adds the minutes to the entry of the day')),
		action(['trash', vscode.l10n.t('Discard')], 'dailyLog.discardTimer', vscode.l10n.t('writes nothing')),
		dashboard,
	];
}

function action([icon, label]: readonly [icon: string, label: string], command: string, description = ''): Action {
	return { label: `$(${icon}) ${label}`, description, run: () => vscode.commands.executeCommand(command) };
}

/** `Timer running, 25 min, since 09:10`. */
function placeOf(timer: Timer, now: number): string {
	const since = timer.counted[0]?.from ?? timer.openSince;
	return since === undefined
		? describeTimer(timer, now)
		: `${describeTimer(timer, now)}, ${vscode.l10n.t('begun {0}', writeTime(since, now))}`;
}
