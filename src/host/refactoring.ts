import * as vscode from 'vscode';
import { folderOf } from '../core/notePath.ts';
import { applyEdits } from '../core/text.ts';
import type { FolderVault } from './folderVault.ts';
import type { FileEdits } from './previewedEdit.ts';
import { documentsNow, takeBack, watchingMoves } from './takeBack.ts';

/** What became of a change of many files. */
export interface Refactored {
	/** False where the user discarded it, or a file could not be renamed. */
	readonly applied: boolean;
	/** A sentence about files that were to be saved and are not, with a blank before it; `''` where all are. */
	readonly unsaved: string;
	/** Where it broke off, which is then no wish of the user's; undefined where it did not. */
	readonly stopped?: Stopped;
}

/** A file or folder that could not be renamed. */
export interface Stopped {
	readonly at: vscode.Uri;
	/** Whether all is as it was before. */
	readonly isTakenBack: boolean;
}

/** A change of many files, and the edits in it. */
export interface Refactoring {
	readonly change: vscode.WorkspaceEdit;
	readonly edits: readonly FileEdits[];
	/** The files and folders that get other names, in their order. VS Code leaves some of those open and unsaved, which says nothing about the disk. */
	readonly moves: readonly vscode.Uri[];
}

/**
 * Carries the change out and has VS Code save what it opens, as `files.refactoring.autoSave` says; where the disk has no room for it, nothing is saved, for VS Code would cut files
 * off. Where a file cannot be renamed, what was done so far is taken back.
 */
export async function applyRefactoring(folder: FolderVault, { change, edits, moves }: Refactoring): Promise<Refactored> {
	const before = documentsNow();
	const isRefactoring = await hasRoomFor(folder, edits);
	const { result: applied, moves: made } = await watchingMoves(() => vscode.workspace.applyEdit(change, { isRefactoring }));
	if (!applied) {
		const back = await takeBack({ edits, moves: made.done, before });
		const at = made.failed() ?? (back === 'nothing' ? undefined : moves[made.done.length]);
		return { applied, unsaved: '', ...(at && { stopped: { at, isTakenBack: back !== 'part' } }) };
	}
	const unsaved = !(isRefactoring && moves.length > 0) ? [...documentsNow().unsaved].filter(uri => !before.unsaved.has(uri)).length : 0;
	return { applied, unsaved: sentenceOf(unsaved) };
}

/** Asked where the first of the files is: they lie on one disk as a rule. */
async function hasRoomFor(folder: FolderVault, edits: readonly FileEdits[]): Promise<boolean> {
	const encoder = new TextEncoder();
	const bytes = edits.reduce((sum, one) => sum + encoder.encode(applyEdits(one.text, one.edits)).length, 0);
	const [first] = edits;
	return first === undefined || folder.store.hasRoom(folderOf(folder.addressOf(first.uri).path), bytes);
}

function sentenceOf(unsaved: number): string {
	const isWished = vscode.workspace.getConfiguration('files').get('refactoring.autoSave') !== false;
	return unsaved === 0 || !isWished
		? ''
		: ` ${vscode.l10n.t('The changes of {0} notes could not be saved and stand in their editors only; see whether the disk is full or read-only, then save them.', unsaved)}`;
}
