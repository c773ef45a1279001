import * as vscode from 'vscode';
import { folderOf, isBundlePage } from '../core/notePath.ts';
import { entryOf } from '../core/entry.ts';
import { nextNumber } from '../core/entryNumber.ts';
import { latestEntries, samplesFrom } from '../core/newEntry/entrySamples.ts';
import { planEntry, type EntryPlan, type PlanSample } from '../core/newEntry/planEntry.ts';
import { takenNumbers } from '../core/stray.ts';
import type { Span } from '../core/text.ts';
import { logDayAt, writeInstant } from '../core/time/writtenDate.ts';
import { sentenceForFailure } from './creationFailure.ts';
import type { FolderVault } from './folderVault.ts';
import type { Services } from './services.ts';
import { explicitTemplate } from './templateFile.ts';
import { timeZoneOf } from './today.ts';

/** An entry that now stands on the disk. */
export interface Created {
	readonly uri: vscode.Uri;
	/** UTF-16 offsets in the text as an editor has it, without byte order mark. */
	readonly stops: readonly Span[];
}

/** The number after the highest one; unsaved editors, untitled documents, and notes that would be entries but for a broken series included. */
export function nextNumberIn(vault: FolderVault): number {
	const untitled = vscode.workspace.textDocuments.filter(document => document.isUntitled && document.languageId === 'markdown');
	const unsaved = untitled.flatMap(document => entryOf(vault.noteOf(document), vault.vault.shape)?.number ?? []);
	return nextNumber([...takenNumbers(vault.vault), ...unsaved]);
}

/** What became of an entry that was to be created: where nothing was, a sentence that says why, with what to do; `detail` is for the log channel. */
export type Creating =
	({ readonly kind: 'created' } & Created) | { readonly kind: 'failed'; readonly sentence: string; readonly detail?: unknown };

/** Creates the next entry on the disk as `tryCreateEntry` does, or tells the user why not. Undefined where nothing was created. */
export async function createEntry(
	services: Services,
	vault: FolderVault,
	title: string,
	at = services.clock.now(),
): Promise<Created | undefined> {
	const creating = await tryCreateEntry(vault, title, at);
	if (creating.kind === 'failed') {
		services.tell.failed(creating.sentence, creating.detail);
		return undefined;
	}
	return creating;
}

/**
 * Creates the next entry on the disk, or leaves nothing behind. Just before writing the disk is looked at again; the file is created exclusively, so two windows
 * that do this at once get two numbers. `at` is the instant of its date, milliseconds since 1970: now, unless the entry is for another day.
 */
export async function tryCreateEntry(vault: FolderVault, title: string, at: number): Promise<Creating> {
	const creation = await vault.store.createNext(vault.folder.uri.toString(), async taken => {
		await vault.refresh();
		return planIn(vault, { title, taken, at });
	});
	switch (creation.kind) {
		case 'created':
			return { kind: 'created', ...take(vault, creation.plan) };
		case 'failed':
			return { kind: 'failed', sentence: sentenceForFailure(creation.reason, creation.path), detail: creation.detail };
		case 'problem':
			return failed(creation.message);
		case 'taken':
			return failed(
				vscode.l10n.t('“{0}” is there already and was left as it is. Rename it, or set dailyLog.fileName.', nameTaken(creation.path)),
			);
		case 'crowded':
			return failed(vscode.l10n.t('Other programs keep taking the next number. Nothing was created; try again in a moment.'));
	}
}

function failed(sentence: string): Creating {
	return { kind: 'failed', sentence };
}

function take(vault: FolderVault, { path, text, stops }: Extract<EntryPlan, { kind: 'plan' }>): Created {
	const mark = text.startsWith('\uFEFF') ? 1 : 0;
	vault.setWritten(path, text.slice(mark));
	return { uri: vault.uriOf(path), stops: stops.map(({ start, end }) => ({ start: start - mark, end: end - mark })) };
}

interface Wanted {
	readonly title: string;
	readonly taken: string | undefined;
	readonly at: number;
}

async function planIn(vault: FolderVault, { title, taken, at }: Wanted): Promise<EntryPlan> {
	const zone = timeZoneOf(vault);
	const samples = await samplesOf(vault);
	const template = await explicitTemplate(vault, samples[0]?.path);
	if (template.kind === 'problem') {
		return template;
	}
	return planEntry({
		samples,
		firstFolder: vault.folderOfFirstEntry(),
		shape: vault.vault.shape,
		template,
		fileName: vault.settings.fileName,
		taken,
		values: { number: nextNumberIn(vault), title, date: writeInstant(at, zone), day: logDayAt(at, zone, vault.settings.dayStartsAt) },
	});
}

/** The latest entries with their texts, newest first; those that cannot be read teach nothing. */
async function samplesOf(vault: FolderVault): Promise<readonly PlanSample[]> {
	const samples = latestEntries(vault.vault.entries()).map(async entry => samplesFrom(entry, await vault.textOf(entry.path)));
	return (await Promise.all(samples)).flat();
}

/** Of a leaf bundle it is the folder that is there, with or without a page in it. */
function nameTaken(path: string): string {
	return isBundlePage(path) ? folderOf(path) : path;
}
