import * as vscode from 'vscode';
import { settle, withAllAsked, type Doubt } from '../core/timer/timer.ts';
import type { TimeServices } from '../host/timeServices.ts';
import { questionOf } from '../host/timerTexts.ts';

/**
 * Asks whether time counts in which the user may have been away: once over all windows, in the one where the user is. What is not answered is asked again when the
 * timer is stopped; until then it is neither counted nor lost.
 */
export function registerTimerQuestions(services: TimeServices): vscode.Disposable {
	const { timer, pulse, onError } = services;
	const askAll = (isThere: boolean): void => {
		const fresh = timer.state.timer?.doubts.filter(({ asked }) => !asked) ?? [];
		if (fresh.some(({ kind }) => isThere || kind === 'closed' || kind === 'clock')) {
			claimAndAsk(services).catch(onError);
		}
	};
	return vscode.Disposable.from(
		timer.onDidChange(() => {
			askAll(false);
		}),
		pulse.onDidTouch(() => {
			askAll(true);
		}),
	);
}

/** Of all windows that want to ask, the first to mark the doubts as asked does. */
async function claimAndAsk(services: TimeServices): Promise<void> {
	const claimed: Doubt[] = [];
	await services.timer.update(state => {
		claimed.splice(0, claimed.length, ...(state.timer?.doubts.filter(({ asked }) => !asked) ?? []));
		return state.timer === undefined || claimed.length === 0 ? undefined : { ...state, timer: withAllAsked(state.timer) };
	});
	for (const doubt of claimed) {
		ask(services, doubt);
	}
}

function ask({ tell, timer, clock }: TimeServices, doubt: Doubt): void {
	const answer = (counts: boolean) => () =>
		timer.change(state => (state.timer === undefined ? undefined : { ...state, timer: settle(state.timer, doubt, counts) }));
	tell.inform(
		questionOf(doubt, clock.now()),
		{ label: vscode.l10n.t('Count It'), run: answer(true) },
		{ label: vscode.l10n.t('Leave It Out'), run: answer(false) },
	);
}
