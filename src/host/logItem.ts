import * as vscode from 'vscode';
import type { FolderVault } from './folderVault.ts';
import type { Vaults } from './vaults.ts';

/** The row of a log in a view, above all that is in it; only where several folders hold one. */
export function logItem(vaults: Vaults, vault: FolderVault): vscode.TreeItem {
	const item = new vscode.TreeItem(vaults.nameOf(vault), vscode.TreeItemCollapsibleState.Expanded);
	item.id = vault.folder.uri.toString();
	item.contextValue = 'log';
	item.iconPath = new vscode.ThemeIcon('root-folder');
	return item;
}
