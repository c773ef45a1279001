import * as vscode from 'vscode';
import { newNoteFolder, notesToLearnFrom, planNewNote, type NewNotePlan, type Refusal } from '../core/links/newNote.ts';
import { writeInstant } from '../core/time/writtenDate.ts';
import type { FolderVault } from './folderVault.ts';
import type { Services } from './services.ts';
import { sentenceForFailure } from './creationFailure.ts';
import { timeZoneOf } from './today.ts';

/** A link that is to become a note. */
export interface WantedNote {
	readonly target: string;
	/** Vault-relative path of the note with the link. */
	readonly from: string;
}

/** Plans the note without writing anything; learns from up to ten notes that are read for it. */
export async function planNote(
	{ clock }: Pick<Services, 'clock'>,
	folder: FolderVault,
	{ target, from }: WantedNote,
): Promise<NewNotePlan> {
	const { vault, settings } = folder;
	const home = newNoteFolder(vault, from, settings['wikiLinks.newNoteFolder']);
	const samples = await Promise.all(notesToLearnFrom(vault, home).map(({ path }) => folder.textOf(path)));
	return planNewNote(vault, {
		target,
		from,
		folder: settings['wikiLinks.newNoteFolder'],
		now: writeInstant(clock.now(), timeZoneOf(folder)),
		samples: samples.filter(text => text !== undefined),
	});
}

/** Creates the planned note on the disk and puts it into the vault; never overwrites. False after a sentence where it was not created. */
export async function createPlanned(
	{ tell }: Pick<Services, 'tell'>,
	folder: FolderVault,
	plan: Extract<NewNotePlan, { kind: 'note' }>,
): Promise<boolean> {
	const creation = await folder.store.createNext(folder.uriOf(plan.path).toString(), () => Promise.resolve({ ...plan, kind: 'plan' }));
	switch (creation.kind) {
		case 'created':
			folder.setWritten(plan.path, plan.text.replace(/^\uFEFF/u, ''));
			return true;
		case 'failed':
			tell.failed(sentenceForFailure(creation.reason, creation.path), creation.detail);
			return false;
		case 'taken':
			tell.failed(vscode.l10n.t('“{0}” is there already and was left as it is. Give the link another name.', creation.path));
			return false;
		case 'problem':
		case 'crowded':
			tell.failed(vscode.l10n.t('“{0}” was not created; try again in a moment.', plan.path));
			return false;
	}
}

/** Why a link cannot become a note, in a sentence. */
export function sentenceForRefusal(reason: Refusal, target: string): string {
	switch (reason) {
		case 'noName':
			return vscode.l10n.t('“{0}” has nothing in it that could be the name of a file. Give the link another name.', target);
		case 'tooLong':
			return vscode.l10n.t('“{0}…” is too long for the name of a file. Give the link a shorter name.', target.slice(0, 60));
		case 'controlCharacter':
			return vscode.l10n.t('The link has a character in it that cannot be seen and that no name can have. Write it anew.');
		case 'outside':
			return vscode.l10n.t('“{0}” leads out of this folder, and notes are created only in it. Give the link another name.', target);
		case 'folderPage':
			return vscode.l10n.t('“{0}” is what the page of a folder is called. Give the link another name.', target);
	}
}
