import * as vscode from 'vscode';
import { settle, type Timer } from '../core/timer/timer.ts';
import type { TimeServices } from './timeServices.ts';
import { questionOf } from './timerTexts.ts';

/**
 * Asks whether each doubtful time of the timer counts, whether it was asked before or not. Returns the timer when nothing is in doubt any more; where the user leaves a question
 * open, the timer with what is left of its doubts; undefined where there is no timer, or the disk refuses.
 */
export async function askDoubts({ timer: shared, clock }: TimeServices): Promise<Timer | undefined> {
	let { timer } = shared.state;
	for (let [doubt] = timer?.doubts ?? []; doubt !== undefined && timer !== undefined; [doubt] = timer?.doubts ?? []) {
		const question = doubt;
		const counts = await askCounts(questionOf(question, clock.now()));
		if (counts === undefined) {
			return timer;
		}
		const settled = await shared.change(state =>
			state.timer === undefined ? undefined : { ...state, timer: settle(state.timer, question, counts) },
		);
		timer = settled?.timer;
	}
	return timer;
}

async function askCounts(placeHolder: string): Promise<boolean | undefined> {
	const count = { label: `$(check) ${vscode.l10n.t('Count It')}`, counts: true };
	const leaveOut = { label: `$(close) ${vscode.l10n.t('Leave It Out')}`, counts: false };
	return (await vscode.window.showQuickPick([count, leaveOut], { placeHolder, ignoreFocusOut: true }))?.counts;
}
