import * as vscode from 'vscode';
import type { Entry } from '../core/entry.ts';
import { findEntries } from '../core/entrySearch.ts';
import { registerCommand } from '../host/commands.ts';
import { showNote } from '../host/editors.ts';
import { describeEntry, iconOf } from '../host/entryLabels.ts';
import type { Services } from '../host/services.ts';

interface EntryItem extends vscode.QuickPickItem {
	readonly entry: Entry;
}

/** So many rows are more than anyone scrolls through; typing on finds the others. */
const rows = 200;

/** "Go to Entry…": a quick pick over number, title, date, tags and output. */
export function registerGoToEntry({ vaults, clock, tell }: Services): vscode.Disposable {
	return registerCommand(tell, { id: 'dailyLog.goToEntry', name: vscode.l10n.t('Go to Entry') }, async () => {
		await vaults.loadAll();
		const entries = vaults.all.flatMap(({ vault }) => vault.entries());
		if (entries.length === 0) {
			tell.inform(vscode.l10n.t('There is no entry to go to yet. “New Daily Log” creates the first one.'));
			return;
		}
		const entry = await pickEntry(entries, clock.now());
		if (entry !== undefined) {
			await showNote(entry.uri);
		}
	});
}

function pickEntry(entries: readonly Entry[], now: number): Promise<Entry | undefined> {
	const pick = vscode.window.createQuickPick<EntryItem>();
	pick.title = vscode.l10n.t('Go to Entry');
	pick.placeholder = vscode.l10n.t('Number, title, date, tag or output');
	keepOrder(pick);
	const show = (query: string): void => {
		pick.items = findEntries(entries, query, rows).map(entry => itemOf(entry, now));
	};
	show('');
	return new Promise(resolve => {
		pick.onDidChangeValue(show);
		pick.onDidAccept(() => {
			resolve(pick.selectedItems[0]?.entry);
			pick.hide();
		});
		pick.onDidHide(() => {
			resolve(undefined);
			pick.dispose();
		});
		pick.show();
	});
}

/**
 * VS Code sorts what is shown by where the label matches, which puts 27 before 2 for `2`. The switch is there in every version, but not in the public typings
 * (https://github.com/microsoft/vscode/issues/73904); where it should ever go away, the order is VS Code's again and nothing else is lost.
 */
function keepOrder(pick: vscode.QuickPick<EntryItem>): void {
	if ('sortByLabel' in pick) {
		pick.sortByLabel = false;
	}
}

function itemOf(entry: Entry, now: number): EntryItem {
	return {
		entry,
		label: entry.title,
		iconPath: iconOf(entry, now),
		description: describeEntry(entry),
		detail: [entry.output, entry.tags.map(tag => `#${tag}`).join(' ')].filter(Boolean).join('  ·  '),
		alwaysShow: true,
	};
}
