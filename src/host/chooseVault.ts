import * as vscode from 'vscode';
import type { FolderVault } from './folderVault.ts';
import type { Services } from './services.ts';
import type { Vaults } from './vaults.ts';

/** The vault that a new entry goes into: the only one with a log, else the one that the user picks; undefined, after a word, where there is none. */
export async function chooseVault({ vaults, tell }: Services): Promise<FolderVault | undefined> {
	await vaults.loadAll();
	const { all, withLog } = vaults;
	if (all.length === 0) {
		tellNoFolder(tell);
		return undefined;
	}
	const candidates = withLog.length > 0 ? withLog : all;
	const question =
		withLog.length > 0
			? vscode.l10n.t('Several folders hold a log. Which one gets the new entry?')
			: vscode.l10n.t('In which folder shall the log begin?');
	return pickVault(vaults, candidates, question);
}

/** What a command says that needs a log. */
export interface LogQuestion {
	/** Where no folder holds a log; without it the user is told how to begin one. */
	readonly nothing?: string;
	/** Where several do. */
	readonly question: string;
}

/** The log that a command is about: the only one, else the one that the user picks; undefined, after a word, where there is none. */
export async function chooseLog({ vaults, tell }: Services, { nothing, question }: LogQuestion): Promise<FolderVault | undefined> {
	await vaults.loadAll();
	if (vaults.withLog.length > 0) {
		return pickVault(vaults, vaults.withLog, question);
	}
	if (nothing !== undefined) {
		tell.inform(nothing);
	} else if (vaults.all.length === 0) {
		tellNoFolder(tell);
	} else {
		tell.inform(vscode.l10n.t('This folder has no log yet. Begin it with its first entry.'), {
			label: vscode.l10n.t('New Daily Log'),
			run: () => vscode.commands.executeCommand('dailyLog.new'),
		});
	}
	return undefined;
}

function tellNoFolder(tell: Services['tell']): void {
	tell.inform(vscode.l10n.t('A daily log lives in a folder. Open the folder of your site or notes first.'), {
		label: vscode.l10n.t('Open Folder'),
		run: () => vscode.commands.executeCommand('vscode.openFolder'),
	});
}

/** The only one, else the one that is picked; the folder of the active editor comes first: Enter takes it. */
async function pickVault(vaults: Vaults, candidates: readonly FolderVault[], placeHolder: string): Promise<FolderVault | undefined> {
	if (candidates.length < 2) {
		return candidates[0];
	}
	const active = vscode.window.activeTextEditor?.document.uri;
	const here = active && vscode.workspace.getWorkspaceFolder(active)?.index;
	const ordered = [...candidates].sort((a, b) => Number(b.folder.index === here) - Number(a.folder.index === here));
	const items = ordered.map(vault => ({ label: vaults.nameOf(vault), description: vault.folder.uri.fsPath, vault }));
	return (await vscode.window.showQuickPick(items, { placeHolder }))?.vault;
}
