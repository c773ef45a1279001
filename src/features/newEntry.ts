import * as vscode from 'vscode';
import { readNumberedTitle } from '../core/entryNumber.ts';
import { chooseVault } from '../host/chooseVault.ts';
import { registerCommand } from '../host/commands.ts';
import { showNote } from '../host/editors.ts';
import { createEntry, nextNumberIn, type Created } from '../host/entryCreator.ts';
import type { FolderVault } from '../host/folderVault.ts';
import type { Services } from '../host/services.ts';
import { visitStops } from '../host/tabStops.ts';
import { entriesOn, today } from '../host/today.ts';

/** What a keybinding or another extension may hand to `dailyLog.new`; what is missing is asked. */
interface NewEntryArguments {
	/** Without the number. */
	readonly title?: string;
}

/** "New Daily Log": creates the next numbered entry and puts the caret where writing starts. */
export function registerNewEntry(services: Services): vscode.Disposable {
	const { tell } = services;
	let running = false;
	return registerCommand(tell, { id: 'dailyLog.new', name: vscode.l10n.t('New Daily Log') }, async given => {
		if (running) {
			tell.inform(vscode.l10n.t('New Daily Log is at work already; answer its question first.'));
			return;
		}
		running = true;
		try {
			await newEntry(services, argumentsOf(given));
		} finally {
			running = false;
		}
	});
}

function argumentsOf(given: unknown): NewEntryArguments {
	const title = typeof given === 'object' && given !== null && 'title' in given ? given.title : undefined;
	return typeof title === 'string' ? { title } : {};
}

async function newEntry(services: Services, given: NewEntryArguments): Promise<void> {
	const vault = await chooseVault(services);
	if (vault === undefined || !(await isWanted(services, vault))) {
		return;
	}
	const title = given.title ?? (await askTitle(vault));
	const created = title === undefined ? undefined : await createEntry(services, vault, title.trim());
	if (created !== undefined) {
		await openNew(created);
	}
}

/** Asks before the first entry ever, and, as `dailyLog.oncePerDay` says, before a second one on the same day. */
async function isWanted(services: Services, vault: FolderVault): Promise<boolean> {
	if (!vault.hasLog) {
		return confirmFirst(vault);
	}
	const existing = entriesOn(vault, today(vault, services.clock)).at(-1);
	const { oncePerDay } = vault.settings;
	if (existing === undefined || oncePerDay === 'create') {
		return true;
	}
	const open = { label: `$(go-to-file) ${vscode.l10n.t('Open “{0}”', existing.title)}`, wanted: false };
	const create = { label: `$(new-file) ${vscode.l10n.t('Create another entry for today')}`, wanted: true };
	const placeHolder = vscode.l10n.t('The log has an entry for today already.');
	const picked = oncePerDay === 'open' ? open : await vscode.window.showQuickPick([open, create], { placeHolder });
	if (picked?.wanted === false) {
		await showNote(existing.uri);
	}
	return picked?.wanted === true;
}

async function confirmFirst(vault: FolderVault): Promise<boolean> {
	const folder = vault.folderOfFirstEntry();
	const start = { label: `$(new-file) ${vscode.l10n.t('Start the log with entry 1 in {0}', `${folder}/`)}` };
	const placeHolder = vscode.l10n.t('{0} holds no log yet. Escape creates nothing.', vault.folder.name);
	return (await vscode.window.showQuickPick([start], { placeHolder })) !== undefined;
}

/** The title without its number; `''` for Enter on nothing, undefined for Escape. */
function askTitle(vault: FolderVault): Promise<string | undefined> {
	const shown = titleStart(vault);
	const box = vscode.window.createInputBox();
	box.title = vscode.l10n.t('New Daily Log');
	box.prompt = vscode.l10n.t('What is today about? Enter creates the entry, Escape creates nothing.');
	box.value = shown;
	box.valueSelection = [shown.length, shown.length];
	box.ignoreFocusOut = true;
	return new Promise(resolve => {
		box.onDidAccept(() => {
			resolve(withoutNumber(box.value, shown));
			box.hide();
		});
		box.onDidHide(() => {
			resolve(undefined);
			box.dispose();
		});
		box.show();
	});
}

/** The next number as the log writes it: `63 - `, `#063: `. */
function titleStart(vault: FolderVault): string {
	const number = nextNumberIn(vault);
	const latest = readNumberedTitle(vault.vault.entries().at(-1)?.title ?? '');
	const digits = latest?.digits.startsWith('0') === true ? String(number).padStart(latest.digits.length, '0') : String(number);
	return `${latest?.prefix ?? ''}${digits}${latest === undefined || latest.separator.trim() === latest.separator ? ' - ' : latest.separator}`;
}

function withoutNumber(value: string, shown: string): string {
	return value.startsWith(shown.trimEnd()) ? value.slice(shown.trimEnd().length).trim() : (readNumberedTitle(value)?.title ?? value.trim());
}

async function openNew({ uri, stops }: Created): Promise<void> {
	await visitStops(await showNote(uri), stops);
}
