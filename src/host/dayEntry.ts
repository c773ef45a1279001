import * as vscode from 'vscode';
import type { CivilDate } from '../core/time/civilDate.ts';
import { createEntry } from './entryCreator.ts';
import { writeDay } from './entryLabels.ts';
import type { FolderVault } from './folderVault.ts';
import type { InputTarget } from './inputWriter.ts';
import type { Services } from './services.ts';
import { entriesOn, today } from './today.ts';

/** Minutes for a day of a log. */
export interface DayPortion {
	readonly day: CivilDate;
	readonly minutes: number;
	/** An instant of that day, milliseconds since 1970: the date of its entry if one is created. */
	readonly at: number;
}

/** The latest entry of the day; undefined where it has none. */
export function entryOn(vault: FolderVault, day: CivilDate): InputTarget | undefined {
	const entry = entriesOn(vault, day).at(-1);
	return entry && { vault, uri: vscode.Uri.parse(entry.uri, true), title: entry.title };
}

/**
 * The entry of the day that gets the minutes: the latest one, else one that is created if the user says so, else, where the day is over and the user prefers that,
 * today's. Undefined where the user wants none of it, or creating failed.
 */
export async function entryFor(services: Services, vault: FolderVault, share: DayPortion): Promise<InputTarget | undefined> {
	const there = entryOn(vault, share.day);
	if (there !== undefined) {
		return there;
	}
	const now = today(vault, services.clock);
	const isToday = share.day === now;
	const create = {
		label: `$(new-file) ${isToday ? vscode.l10n.t("Create today's entry with {0} min", share.minutes) : vscode.l10n.t('Create an entry of {0} with {1} min', dayName(share.day), share.minutes)}`,
		choose: () => createdEntry(services, vault, share),
	};
	const instead = {
		label: `$(calendar) ${vscode.l10n.t("Add its {0} min to today's entry", share.minutes)}`,
		choose: () => entryFor(services, vault, { ...share, day: now, at: services.clock.now() }),
	};
	const placeHolder = isToday
		? vscode.l10n.t('The log has no entry for today yet. Escape writes nothing.')
		: vscode.l10n.t('The log has no entry of {0}. Escape writes nothing.', dayName(share.day));
	const picked = await vscode.window.showQuickPick(isToday ? [create] : [create, instead], { placeHolder, ignoreFocusOut: true });
	return picked?.choose();
}

async function createdEntry(services: Services, vault: FolderVault, { at }: DayPortion): Promise<InputTarget | undefined> {
	const created = await createEntry(services, vault, '', at);
	const title = created && vault.vault.entry(vault.addressOf(created.uri).uri)?.title;
	return created && { vault, uri: created.uri, title: withoutSeparator(title ?? '') };
}

/** `63` for `63 - `: a title that is still to be written. */
function withoutSeparator(title: string): string {
	return title.replace(/[\s:–—-]+$/u, '');
}

/** `Fri, 2 Dec`. */
export function dayName(day: CivilDate): string {
	return writeDay(day, { weekday: 'short', day: 'numeric', month: 'short' });
}
