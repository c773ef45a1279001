import * as vscode from 'vscode';
import { newNumbers, planRenumbering, type NewNumber, type Renumbering, type RenumberRequest } from '../core/renumber/renumber.ts';
import { pathAfter } from '../core/rename/moves.ts';
import { chooseLog } from '../host/chooseVault.ts';
import { registerCommand } from '../host/commands.ts';
import type { FolderVault } from '../host/folderVault.ts';
import { askRenumbering } from '../host/renumberQuestions.ts';
import { readRenumbering } from '../host/renumberEdit.ts';
import { changeOf, takenOnDisk, type ReadRelinking } from '../host/relinkEdit.ts';
import { askForPreview } from '../host/previewedEdit.ts';
import { applyRefactoring, type Refactored, type Stopped } from '../host/refactoring.ts';
import type { LanguageServices } from '../host/languageServices.ts';
import type { Services } from '../host/services.ts';

/** "Renumber Entries…": closes gaps or shifts numbers; titles, names of files and bundles, and links follow; previewed, and with a way back. */
export function registerRenumber(services: LanguageServices): vscode.Disposable {
	const { tell, vaults } = services;
	const remembered: { back?: WayBack } = {};
	return registerCommand(tell, { id: 'dailyLog.renumber', name: vscode.l10n.t('Renumber Entries') }, async given => {
		await vaults.loadAll();
		if (isUndo(given)) {
			await undo(services, remembered);
			return;
		}
		const vault = await logToRenumber(services);
		const request = vault && (requestOf(given) ?? (await askRenumbering(vault)));
		const changes = vault && request && changesFor(services, vault, request);
		if (vault !== undefined && changes !== undefined && changes.length > 0) {
			await renumber(services, vault, { changes, remembered, preview: true });
		}
	});
}

/**
 * The way back from the last renumbering: the old numbers by the paths that the entries have now. VS Code's own Undo takes back the texts, but of renamings
 * that follow on each other, `3 -> 2` and then `4 -> 3`, only the last.
 */
interface WayBack {
	readonly vault: FolderVault;
	readonly numbers: ReadonlyMap<string, number>;
}

/** A renumbering to be carried out; `remembered` gets the way back. */
interface Task {
	readonly changes: readonly NewNumber[];
	readonly remembered: { back?: WayBack };
	readonly preview: boolean;
}

function isUndo(given: unknown): boolean {
	return typeof given === 'object' && given !== null && 'mode' in given && given.mode === 'undo';
}

/** Gives the entries of the last renumbering their old numbers again, with names and links, unless one of them is gone since. */
async function undo(services: LanguageServices, remembered: { back?: WayBack }): Promise<void> {
	const { back } = remembered;
	await back?.vault.refresh();
	const changes = back?.vault.vault.entries().flatMap((entry): readonly NewNumber[] => {
		const to = back.numbers.get(entry.path);
		return to === undefined || entry.number === undefined ? [] : [{ entry, from: entry.number, to }];
	});
	if (back === undefined || changes === undefined || changes.length !== back.numbers.size) {
		services.tell.inform(vscode.l10n.t('There is no renumbering to undo, or its entries have changed since.'));
		return;
	}
	await renumber(services, back.vault, { changes, remembered, preview: false });
}

/** The log of the note in the editor, else the only one, else the one that is picked; undefined, after a word, where there is none. */
async function logToRenumber(services: Services): Promise<FolderVault | undefined> {
	const uri = vscode.window.activeTextEditor?.document.uri;
	const here = uri && services.vaults.of(uri);
	return here?.hasLog === true
		? here
		: chooseLog(services, {
				nothing: vscode.l10n.t('There is no entry to renumber yet.'),
				question: vscode.l10n.t('Several folders hold a log. Which one is to be renumbered?'),
			});
}

/**
 * What a quick fix or a keybinding hands over: `{ mode: 'closeGaps', from?: 62 }` (with `from`: only the gap before it), `{ mode: 'shift', from: 62, by: 1 }`,
 * or, for the way back, `{ mode: 'undo' }`.
 */
function requestOf(given: unknown): RenumberRequest | undefined {
	const { mode, from, by } = Object.fromEntries(Object.entries(typeof given === 'object' && given !== null ? given : {}));
	if (mode === 'closeGaps') {
		return typeof from === 'number' ? { kind: 'closeGap', before: from } : { kind: 'closeGaps' };
	}
	return mode === 'shift' && Number.isInteger(from) && Number.isInteger(by)
		? { kind: 'shift', from: Number(from), by: Number(by) }
		: undefined;
}

/** The new numbers; undefined or none after a word to the user. */
function changesFor({ tell }: Services, { vault }: FolderVault, request: RenumberRequest): readonly NewNumber[] | undefined {
	const numbers = newNumbers(vault.entries(), request);
	switch (numbers.kind) {
		case 'taken':
			tell.failed(vscode.l10n.t('Nothing was renumbered: entry {0} is in the way of the entries above it.', numbers.number));
			return undefined;
		case 'outOfRange':
			tell.failed(vscode.l10n.t('Nothing was renumbered: {0} can be no number of an entry.', numbers.number));
			return undefined;
		case 'numbers':
			if (numbers.changes.length === 0) {
				tell.inform(
					request.kind === 'shift'
						? vscode.l10n.t('There is nothing to renumber: no entry has number {0} or a higher one.', request.from)
						: vscode.l10n.t('There is nothing to renumber: there is no gap and no number stands twice.'),
				);
			}
			return numbers.changes;
	}
}

async function renumber(services: LanguageServices, vault: FolderVault, { changes, remembered, preview }: Task): Promise<void> {
	const { tell } = services;
	const plan = planRenumbering(vault.vault, changes);
	const taken = plan.taken[0] ?? (await takenOnDisk(vault, plan.moves));
	if (taken !== undefined) {
		tell.failed(vscode.l10n.t('Nothing was renumbered: “{0}” is the name that an entry would get, and something else has it.', taken));
		return;
	}
	const read = await readRenumbering(vault, plan);
	const there = changes[0]?.entry.path;
	if (read === undefined || there === undefined) {
		return;
	}
	const change = changeOf(vault, plan.moves, read.edits);
	if (preview) {
		askForPreview(change, vault.uriOf(there), vscode.l10n.t('Renumber Entries'));
	}
	// Saved as `files.refactoring.autoSave` says, as when a file is renamed in the Explorer: names on the disk and texts should not part.
	const outcome = await services.ownMoves.during(() =>
		applyRefactoring(vault, { change, edits: [...read.edits.values()], moves: plan.moves.map(({ from }) => vault.uriOf(from)) }),
	);
	if (outcome.applied) {
		remembered.back = { vault, numbers: new Map(changes.map(({ entry, from }) => [pathAfter(entry.path, plan.movesBySource), from])) };
	}
	report(services, vault, { plan, read, ...outcome });
}

interface Outcome extends Refactored {
	readonly plan: Renumbering;
	readonly read: ReadRelinking;
}

function report({ tell }: Services, vault: FolderVault, { plan, read, applied, unsaved, stopped }: Outcome): void {
	if (stopped !== undefined) {
		tell.failed(sentenceOfStop(vault, stopped));
		return;
	}
	if (!applied) {
		tell.inform(vscode.l10n.t('Nothing was renumbered.'));
		return;
	}
	read.left.forEach(line => {
		tell.note(line);
	});
	const done = vscode.l10n.t(
		'Renumbered {0} entries: {1} files or folders renamed, {2} links changed',
		plan.changes.size,
		plan.moves.length,
		read.links,
	);
	tell.inform(
		(read.left.length === 0
			? `${done}.`
			: vscode.l10n.t('{0}; {1} places were left as they are, the log names them.', done, read.left.length)) + unsaved,
		{ label: vscode.l10n.t('Undo'), run: () => vscode.commands.executeCommand('dailyLog.renumber', { mode: 'undo' }) },
	);
}

function sentenceOfStop(vault: FolderVault, { at, isTakenBack }: Stopped): string {
	const name = vault.addressOf(at).path;
	return isTakenBack
		? vscode.l10n.t(
				'Nothing was renumbered: “{0}” cannot be renamed. See whether another program has it open or its folder is read-only, then try again.',
				name,
			)
		: vscode.l10n.t('The renumbering stopped at “{0}”, which cannot be renamed. “Renumber Entries…” again closes what is open.', name);
}
