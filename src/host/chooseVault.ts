import * as vscode from 'vscode';
import type { FolderVault } from './folderVault.ts';
import type { Services } from './services.ts';

/** The vault that a new entry goes into: the only one with a log, else the one that the user picks; undefined, after a word, where there is none. */
export async function chooseVault({ vaults, tell }: Services): Promise<FolderVault | undefined> {
	await vaults.loadAll();
	const { all, withLog } = vaults;
	if (all.length === 0) {
		tell.inform(vscode.l10n.t('A daily log lives in a folder. Open the folder of your site or notes first.'), {
			label: vscode.l10n.t('Open Folder'),
			run: () => vscode.commands.executeCommand('vscode.openFolder'),
		});
		return undefined;
	}
	const candidates = withLog.length > 0 ? withLog : all;
	const question =
		withLog.length > 0
			? vscode.l10n.t('Several folders hold a log. Which one gets the new entry?')
			: vscode.l10n.t('In which folder shall the log begin?');
	return pickVault(candidates, question);
}

/** The log that a command is about: the only one, else the one that the user picks; undefined, after a word, where there is none. */
export async function chooseLog(
	{ vaults, tell }: Services,
	{ nothing, question }: { readonly nothing: string; readonly question: string },
): Promise<FolderVault | undefined> {
	await vaults.loadAll();
	if (vaults.withLog.length === 0) {
		tell.inform(nothing);
		return undefined;
	}
	return pickVault(vaults.withLog, question);
}

/** The only one, else the one that is picked; the folder of the active editor comes first: Enter takes it. */
async function pickVault(candidates: readonly FolderVault[], placeHolder: string): Promise<FolderVault | undefined> {
	if (candidates.length < 2) {
		return candidates[0];
	}
	const active = vscode.window.activeTextEditor?.document.uri;
	const here = active && vscode.workspace.getWorkspaceFolder(active)?.index;
	const ordered = [...candidates].sort((a, b) => Number(b.folder.index === here) - Number(a.folder.index === here));
	const items = ordered.map(vault => ({ label: vault.folder.name, description: vault.folder.uri.fsPath, vault }));
	return (await vscode.window.showQuickPick(items, { placeHolder }))?.vault;
}
