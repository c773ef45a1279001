import * as vscode from 'vscode';
import { elapsedAt, pause, type Stretch, type Timer } from '../core/timer/timer.ts';
import { onFirstDay, splitByDay, type DayShare } from '../core/timer/timerDays.ts';
import { withAdditions, withAdditionTakenBack, withoutAddition, type Addition } from '../core/timer/timerState.ts';
import { dayName, entryFor } from './dayEntry.ts';
import type { FolderVault } from './folderVault.ts';
import { planInput, sentenceOfSaving, type InputPlan, type InputTarget, type InputWriting } from './inputWriter.ts';
import type { TimeServices } from './timeServices.ts';
import { askDoubts } from './timerDoubts.ts';
import { writeLength } from './timerTexts.ts';
import { undoStop } from './timerUndo.ts';
import { timeZoneOf } from './today.ts';

/** What an entry gets: the shares of the days that go into it. */
interface Portion {
	readonly target: InputTarget;
	readonly minutes: number;
	readonly stretches: readonly Stretch[];
}

/** A portion that was written. */
interface Written {
	readonly addition: Addition;
	readonly plan: InputPlan;
	readonly writing: InputWriting;
}

/**
 * Pauses the timer, asks what is in doubt, and adds the minutes to the entries of their days. Whatever is not answered or cannot be written leaves the timer paused, with all
 * its time; the timer ends only together with a note on the disk of what is on its way, and the note goes when the file has it.
 */
export async function stopInto(services: TimeServices, vault: FolderVault): Promise<void> {
	const timer = await settledTimer(services);
	const shares = timer && (await sharesOf(timer, vault));
	if (timer === undefined || shares === undefined) {
		return;
	}
	if (shares.length === 0) {
		await endWithNothing(services, timer);
		return;
	}
	const portions = await portionsOf(services, vault, shares);
	const plans = portions && (await plansOf(services, timer, portions));
	const written = plans && (await writeAll(services, timer, plans));
	if (written === undefined) {
		return;
	}
	tellWritten(services, written);
}

/** The paused timer without doubts; undefined, after a word, where the user leaves one open. */
async function settledTimer(services: TimeServices): Promise<Timer | undefined> {
	const { timer: shared, pulse } = services;
	const look = pulse.look();
	const paused = await shared.change(state => (state.timer === undefined ? undefined : { ...state, timer: pause(state.timer, look) }));
	const timer = paused && (await askDoubts(services));
	if (timer !== undefined && timer.doubts.length > 0) {
		tellPaused(services, timer);
		return undefined;
	}
	return timer;
}

function tellPaused({ tell, clock }: TimeServices, timer: Timer): void {
	tell.inform(vscode.l10n.t('Nothing was written. The timer is paused and keeps its {0}.', writeLength(elapsedAt(timer, clock.now()))));
}

/** The minutes of each day, as `dailyLog.timer.atMidnight` says; undefined where the user is asked and does not answer. */
async function sharesOf(timer: Timer, vault: FolderVault): Promise<readonly DayShare[] | undefined> {
	const days = { timeZone: timeZoneOf(vault), dayStartsAt: vault.settings.dayStartsAt };
	const split = splitByDay(timer.counted, days);
	const together = onFirstDay(timer.counted, days);
	const atMidnight = vault.settings['timer.atMidnight'];
	if (split.length < 2 || atMidnight === 'split') {
		return split;
	}
	return atMidnight === 'startDay' ? together : askMidnight(split, together);
}

async function askMidnight(split: readonly DayShare[], together: readonly DayShare[]): Promise<readonly DayShare[] | undefined> {
	const describe = (shares: readonly DayShare[]): string => shares.map(({ day, minutes }) => `${dayName(day)}: ${minutes} min`).join(', ');
	const items = [
		{ label: vscode.l10n.t('Each day its own'), description: describe(split), shares: split },
		{ label: vscode.l10n.t('All on the first day'), description: describe(together), shares: together },
	];
	const placeHolder = vscode.l10n.t('The timer ran past midnight. Which day gets the time?');
	return (await vscode.window.showQuickPick(items, { placeHolder, ignoreFocusOut: true }))?.shares;
}

async function endWithNothing({ timer: shared, tell }: TimeServices, timer: Timer): Promise<void> {
	if ((await shared.change(state => (isSame(state.timer, timer) ? { ...state, timer: undefined } : undefined))) !== undefined) {
		tell.inform(vscode.l10n.t('The timer was stopped with less than half a minute on it; nothing was written.'));
	}
}

/** Which entry gets what, earliest day first; undefined, after a word, where an entry is missing and the user wants none. */
async function portionsOf(
	services: TimeServices,
	vault: FolderVault,
	shares: readonly DayShare[],
): Promise<readonly Portion[] | undefined> {
	const byUri = new Map<string, Portion>();
	for (const share of shares) {
		const at = share.stretches.at(-1)?.from ?? services.clock.now();
		const target = await entryFor(services, vault, { ...share, at });
		if (target === undefined) {
			const timer = services.timer.state.timer;
			if (timer !== undefined) {
				tellPaused(services, timer);
			}
			return undefined;
		}
		const before = byUri.get(target.uri.toString());
		byUri.set(target.uri.toString(), {
			target,
			minutes: share.minutes + (before?.minutes ?? 0),
			stretches: [...(before?.stretches ?? []), ...share.stretches],
		});
	}
	return [...byUri.values()];
}

interface Planned {
	readonly plan: InputPlan;
	readonly addition: Addition;
}

/** What is to be written; undefined, after a word, where one of the entries cannot take it: then none is touched. */
async function plansOf(services: TimeServices, timer: Timer, portions: readonly Portion[]): Promise<readonly Planned[] | undefined> {
	const planned: Planned[] = [];
	for (const { target, minutes, stretches } of portions) {
		const planning = await planInput(target, minutes);
		if (planning.kind !== 'plan') {
			const sentence = planning.kind === 'problem' ? planning.sentence : '';
			services.tell.failed(
				`${sentence} ${vscode.l10n.t('The timer is paused and keeps its {0}.', writeLength(elapsedAt(timer, services.clock.now())))}`,
			);
			return undefined;
		}
		const { plan } = planning;
		planned.push({ plan, addition: additionOf({ target, minutes, stretches }, plan, services.clock.now()) });
	}
	return planned;
}

function additionOf({ target, minutes, stretches }: Portion, { before, after }: InputPlan, lastSeen: number): Addition {
	const folder = target.vault.folder.uri.toString();
	return { folder, uri: target.uri.toString(), title: target.title, minutes, before, after, stretches, lastSeen };
}

/** The timer becomes additions on the disk first, then the entries get them, one after the other. */
async function writeAll(services: TimeServices, timer: Timer, planned: readonly Planned[]): Promise<readonly Written[] | undefined> {
	const { timer: shared, tell } = services;
	const announced = { done: false };
	const after = await shared.change(state => {
		announced.done = isSame(state.timer, timer);
		return announced.done
			? withAdditions(
					state,
					planned.map(({ addition }) => addition),
				)
			: undefined;
	});
	if (after === undefined) {
		return undefined; // the disk refused; the user has heard of it
	}
	if (!announced.done) {
		tell.inform(vscode.l10n.t('The timer was changed in another window meanwhile. Nothing was written; stop it again.'));
		return undefined;
	}
	const written: Written[] = [];
	for (const { plan, addition } of planned) {
		const writing = await plan.write();
		const settled = await shared.change(state => stateAfter(writing)(state, addition));
		if (writing.kind === 'refused' && settled !== undefined) {
			tell.failed(
				vscode.l10n.t('“{0}” could not be changed. Its {1} min are back in the timer, which is paused.', addition.title, addition.minutes),
			);
		} else if (writing.kind !== 'refused') {
			written.push({ addition, plan, writing });
		}
	}
	return written;
}

function stateAfter({ kind }: InputWriting): typeof withAdditionTakenBack {
	switch (kind) {
		case 'saved':
			return withoutAddition;
		case 'refused':
			return withAdditionTakenBack;
		case 'unsaved':
		case 'notSaved':
			return state => state; // until its user saves it: see arrivals.ts
	}
}

function tellWritten(services: TimeServices, written: readonly Written[]): void {
	const [first] = written;
	if (first === undefined) {
		return;
	}
	const sentences = [
		...written.map(({ addition: { minutes, title, after } }) =>
			vscode.l10n.t('Added {0} min to “{1}”: {2} min in all.', minutes, title, after),
		),
		sentenceOfSaving(written.map(({ writing }) => writing.kind)),
	];
	services.tell.inform(
		sentences.join(' ').trimEnd(),
		{ label: vscode.l10n.t('Undo'), run: () => undoStop(services, written) },
		{ label: vscode.l10n.t('Open Entry'), run: () => vscode.window.showTextDocument((written.at(-1) ?? first).plan.target.uri) },
	);
}

/** Whether nothing has happened to a paused timer. */
function isSame(a: Timer | undefined, b: Timer): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
