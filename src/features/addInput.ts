import * as vscode from 'vscode';
import { readMinutes } from '../core/time/duration.ts';
import { chooseLog } from '../host/chooseVault.ts';
import { registerCommand } from '../host/commands.ts';
import { entryFor, entryOn } from '../host/dayEntry.ts';
import { showNote } from '../host/editors.ts';
import type { FolderVault } from '../host/folderVault.ts';
import { inputOf, planInput, sentenceOfSaving, sentenceOfUndoing, type InputPlan, type InputTarget } from '../host/inputWriter.ts';
import { plainSentence } from '../host/plainSentence.ts';
import type { Services } from '../host/services.ts';
import { today } from '../host/today.ts';

/** "Add Input Time…": adds minutes to today's entry, or takes some away; the latest of several. A keybinding may give the time: `"args": "1h30"`. */
export function registerAddInput(services: Services): vscode.Disposable {
	const { tell } = services;
	return registerCommand(tell, { id: 'dailyLog.addInput', name: vscode.l10n.t('Add Input Time') }, async given => {
		const vault = await chooseLog(services, { question: vscode.l10n.t('Several folders hold a log. Which one does the time go to?') });
		const minutes = vault && (await wantedMinutes(services, vault, given));
		const day = vault && today(vault, services.clock);
		const target = minutes === undefined || !day ? undefined : await entryFor(services, vault, { day, minutes, at: services.clock.now() });
		if (target !== undefined && minutes !== undefined) {
			await addTo(services, target, minutes);
		}
	});
}

/** What is to be added to today's entry; undefined for Escape, and, after a word, where the entry cannot take any. */
async function wantedMinutes({ tell, clock }: Services, vault: FolderVault, given: unknown): Promise<number | undefined> {
	const there = entryOn(vault, today(vault, clock));
	const before = there === undefined ? 0 : await inputOf(there);
	if (typeof before === 'string') {
		tell.failed(before);
		return undefined;
	}
	return minutesFrom(given) ?? askMinutes(there?.title, before);
}

async function addTo(services: Services, target: InputTarget, minutes: number): Promise<void> {
	const planning = await planInput(target, minutes);
	switch (planning.kind) {
		case 'plan':
			await write(services, planning.plan);
			return;
		case 'same':
			services.tell.inform(vscode.l10n.t('“{0}” stays at {1} min; nothing was changed.', target.title, planning.before));
			return;
		case 'problem':
			services.tell.failed(planning.sentence);
	}
}

/** From a keybinding: `25`, `"1h30"`, or either as `minutes` of an object; undefined for anything else, which is asked then. */
function minutesFrom(given: unknown): number | undefined {
	const value = typeof given === 'object' && given !== null && 'minutes' in given ? given.minutes : given;
	return typeof value === 'number' || typeof value === 'string' ? readMinutes(String(value)) : undefined;
}

/** Undefined for Escape. */
async function askMinutes(title: string | undefined, before: number): Promise<number | undefined> {
	const typed = await vscode.window.showInputBox({
		title: vscode.l10n.t('Add Input Time'),
		prompt:
			title === undefined
				? vscode.l10n.t('The log has no entry for today yet; you are asked before it is created.')
				: plainSentence(vscode.l10n.t('“{0}” has {1} min. Enter adds, Escape changes nothing.', title, before)),
		placeHolder: vscode.l10n.t('25, 1h30, 1:30, or -10 to take some away'),
		validateInput: text => judge(text, before),
	});
	return typed === undefined ? undefined : readMinutes(typed);
}

/** What Enter would do, or why it cannot. */
function judge(text: string, before: number): vscode.InputBoxValidationMessage | undefined {
	const minutes = readMinutes(text);
	if (minutes === undefined) {
		const message = vscode.l10n.t('Write minutes or hours, such as 25, 25m, 1h, 1h30, 1:30, 1.5h, or -10.');
		return text.trim() === '' ? undefined : { message, severity: vscode.InputBoxValidationSeverity.Error };
	}
	const after = Math.max(0, before + minutes);
	return { message: vscode.l10n.t('{0} min → {1} min', before, after), severity: vscode.InputBoxValidationSeverity.Info };
}

async function write({ tell }: Services, { target, before, after, write: writeNow }: InputPlan): Promise<void> {
	const { kind, undo } = await writeNow();
	if (kind === 'refused') {
		tell.failed(vscode.l10n.t('“{0}” could not be changed. Nothing was written.', target.title));
		return;
	}
	const sentence =
		after > before
			? vscode.l10n.t('Added {0} min to “{1}”: {2} min in all.', after - before, target.title, after)
			: vscode.l10n.t('Took {0} min from “{1}”: {2} min are left.', before - after, target.title, after);
	tell.inform(
		`${sentence} ${sentenceOfSaving([kind])}`.trimEnd(),
		{
			label: vscode.l10n.t('Undo'),
			run: async () => {
				const problem = sentenceOfUndoing(await undo(), target.title);
				if (problem !== '') {
					tell.inform(problem);
				}
			},
		},
		{ label: vscode.l10n.t('Open Entry'), run: () => showNote(target.uri) },
	);
}
