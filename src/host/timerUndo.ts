import * as vscode from 'vscode';
import { isSameAddition, withAdditionOnItsWay, withAdditionTakenBack, withoutAddition, type Addition } from '../core/timer/timerState.ts';
import { arrivalOnDisk } from './arrivals.ts';
import { sentenceOfUndoing, type InputPlan, type InputWriting } from './inputWriter.ts';
import type { TimeServices } from './timeServices.ts';

/** Minutes of the timer that were written into an entry. */
export interface WrittenAddition {
	readonly addition: Addition;
	readonly plan: Pick<InputPlan, 'target'>;
	readonly writing: Pick<InputWriting, 'undo'>;
}

/**
 * Takes the minutes out of the entries and puts the time back into the timer, paused. As when the timer is stopped, a note on the disk of what is on its way comes first: whatever
 * the disk refuses then, and wherever it ends, the minutes are in the entry, in the timer, or in that note.
 */
export async function undoStop(services: TimeServices, written: readonly WrittenAddition[]): Promise<void> {
	for (const one of written) {
		const { uri } = one.addition;
		services.takingBack.add(uri);
		try {
			if (!(await takeBack(services, one))) {
				return;
			}
		} finally {
			services.takingBack.delete(uri);
		}
	}
}

/** False, after a word, where the next ones would fare no better. */
async function takeBack(services: TimeServices, written: WrittenAddition): Promise<boolean> {
	const { timer: shared, tell, clock } = services;
	const addition = { ...written.addition, lastSeen: clock.now() };
	const noted = { done: false, before: false };
	const state = await shared.change(now => {
		const after = withAdditionOnItsWay(now, addition);
		noted.done = after !== undefined;
		noted.before = now.additions.some(other => isSameAddition(other, addition)); // its entry has not been saved since
		return after;
	});
	if (state === undefined) {
		return false; // the disk refused; the user has heard of it
	}
	if (!noted.done) {
		tell.inform(vscode.l10n.t('A timer of another log runs. Stop it first, then take the minutes back with “Add Input Time…”.'));
		return false;
	}
	const undoing = await written.writing.undo();
	if (undoing === 'undone' || undoing === 'unsaved') {
		await settle(services, written, undoing);
		return true;
	}
	tell.inform(sentenceOfUndoing(undoing, addition.title));
	return noted.before || (await shared.change(now => withoutAddition(now, addition))) !== undefined;
}

/** The time is in the timer again when the file is without it; until its user saves the entry, it stays on its way. */
async function settle(
	{ timer: shared, tell }: TimeServices,
	{ addition, plan }: WrittenAddition,
	undoing: 'undone' | 'unsaved',
): Promise<void> {
	if (undoing === 'undone' || (await arrivalOnDisk(addition, plan.target.vault)) === 'missing') {
		await shared.change(state => withAdditionTakenBack(state, addition));
		return;
	}
	tell.inform(
		vscode.l10n.t(
			'“{0}” has changes of yours that are not saved. When you save it, its {1} min are back in the timer.',
			addition.title,
			addition.minutes,
		),
	);
}
