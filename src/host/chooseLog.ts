import * as vscode from 'vscode';
import type { FolderVault } from './folderVault.ts';
import type { Services } from './services.ts';

/** The log that a command is about: the only one, else the one that the user picks, the active editor's first; undefined, after a word, where there is none. */
export async function chooseLog({ vaults, tell }: Services, placeHolder: string): Promise<FolderVault | undefined> {
	await vaults.loadAll();
	const [only, ...others] = vaults.withLog;
	if (only === undefined) {
		tellNoLog(tell, vaults.all.length > 0);
		return undefined;
	}
	return others.length === 0 ? only : pick([only, ...others], placeHolder);
}

function tellNoLog(tell: Services['tell'], hasFolder: boolean): void {
	if (hasFolder) {
		tell.inform(vscode.l10n.t('This folder has no log yet. Begin it with its first entry.'), {
			label: vscode.l10n.t('New Daily Log'),
			run: () => vscode.commands.executeCommand('dailyLog.new'),
		});
		return;
	}
	tell.inform(vscode.l10n.t('A daily log lives in a folder. Open the folder of your site or notes first.'), {
		label: vscode.l10n.t('Open Folder'),
		run: () => vscode.commands.executeCommand('vscode.openFolder'),
	});
}

async function pick(logs: readonly FolderVault[], placeHolder: string): Promise<FolderVault | undefined> {
	const active = vscode.window.activeTextEditor?.document.uri;
	const here = active && vscode.workspace.getWorkspaceFolder(active)?.index;
	const ordered = [...logs].sort((a, b) => Number(b.folder.index === here) - Number(a.folder.index === here));
	const items = ordered.map(vault => ({ label: vault.folder.name, description: vault.folder.uri.fsPath, vault }));
	return (await vscode.window.showQuickPick(items, { placeHolder }))?.vault;
}
