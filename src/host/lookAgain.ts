import * as vscode from 'vscode';
import type { Vaults } from './vaults.ts';

/** Whoever switches between windows all the time shall not have the disk read all the time. */
const atMostEveryMilliseconds = 10_000;

/**
 * Looks at the disk again when the user comes back to the window. File events get lost: on network drives, where the system has no watchers left, under `files.watcherExclude`;
 * and what another program did while the window was away shall be seen all the same. Only what has changed is read.
 */
export function lookAgainOnReturn(vaults: Vaults, onError: (error: unknown) => void): vscode.Disposable {
	let last = 0;
	let wasFocused = vscode.window.state.focused;
	return vscode.window.onDidChangeWindowState(({ focused }) => {
		const isBack = focused && !wasFocused;
		wasFocused = focused;
		if (isBack && Math.abs(Date.now() - last) >= atMostEveryMilliseconds) {
			last = Date.now();
			Promise.all(vaults.all.filter(({ isActive }) => isActive).map(vault => vault.refresh(''))).catch(onError);
		}
	});
}
