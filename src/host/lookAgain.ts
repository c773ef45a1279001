import * as vscode from 'vscode';
import { isOnDisk, Returns } from './returns.ts';
import type { Vaults } from './vaults.ts';

/**
 * Looks at the disk again when the user comes back to the window. File events get lost: on network drives, where the system has no watchers left, under `files.watcherExclude`;
 * and what another program did while the window was away shall be seen all the same. Only what has changed is read.
 */
export function lookAgainOnReturn(vaults: Vaults, onError: (error: unknown) => void): vscode.Disposable {
	const returns = new Returns(vscode.window.state.focused);
	return vscode.window.onDidChangeWindowState(({ focused }) => {
		if (returns.isOne(focused, Date.now())) {
			vaults.refreshAll(isOnDisk).catch(onError);
		}
	});
}
