import * as vscode from 'vscode';
import { elapsedAt, pause, resume, startTimer, type Timer } from '../core/timer/timer.ts';
import { withTimeBack } from '../core/timer/timerState.ts';
import { chooseLog } from '../host/chooseLog.ts';
import { registerCommand } from '../host/commands.ts';
import type { TimeServices } from '../host/timeServices.ts';
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
		tell.inform(vscode.l10n.t('{0} already.', describeTimer(timer, clock.now())));
		return;
	}
	const folder =
		timer?.folder ??
		(await chooseLog(services, vscode.l10n.t('Several folders hold a log. Which one does the time go to?')))?.folder.uri.toString();
	if (folder !== undefined) {
		const look = pulse.look();
		await shared.change(state => ({
			...state,
			timer: state.timer === undefined ? startTimer(folder, look.now) : resume(state.timer, look),
		}));
	}
}

async function pauseTimer({ timer: shared, tell, clock, pulse }: TimeServices): Promise<void> {
	const look = pulse.look();
	const { timer } = await shared.refresh();
	if (timer?.openSince === undefined) {
		tell.inform(
			timer === undefined
				? vscode.l10n.t('No timer runs. “Start Timer” starts one.')
				: vscode.l10n.t('{0} already.', describeTimer(timer, clock.now())),
		);
		return;
	}
	await shared.change(state => (state.timer === undefined ? undefined : { ...state, timer: pause(state.timer, look) }));
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

async function showActions({ timer: shared, clock }: TimeServices): Promise<void> {
	const { timer } = await shared.refresh();
	const item = (icon: string, label: string, command: string, description = '') => ({ label: `$(${icon}) ${label}`, description, command });
	const goOn =
		timer?.openSince === undefined
			? item('debug-start', timer === undefined ? vscode.l10n.t('Start Timer') : vscode.l10n.t('Resume'), 'dailyLog.startTimer')
			: item('debug-pause', vscode.l10n.t('Pause'), 'dailyLog.pauseTimer');
	const items = [
		goOn,
		...(timer === undefined
			? []
			: [
					item(
						'debug-stop',
						vscode.l10n.t('Stop and Add'),
						'dailyLog.stopTimer',
						vscode.l10n.t('adds the minutes to the entry of the day'),
					),
					item('trash', vscode.l10n.t('Discard'), 'dailyLog.discardTimer', vscode.l10n.t('writes nothing')),
				]),
		item('graph', vscode.l10n.t('Show Dashboard'), 'dailyLog.showDashboard'),
	];
	const picked = await vscode.window.showQuickPick(items, {
		placeHolder: timer === undefined ? vscode.l10n.t('No timer runs') : placeOf(timer, clock.now()),
	});
	if (picked !== undefined) {
		await vscode.commands.executeCommand(picked.command);
	}
}

/** `Timer running, 25 min, since 09:10`. */
function placeOf(timer: Timer, now: number): string {
	const since = timer.counted[0]?.from ?? timer.openSince;
	return since === undefined
		? describeTimer(timer, now)
		: `${describeTimer(timer, now)}, ${vscode.l10n.t('begun {0}', writeTime(since, now))}`;
}
