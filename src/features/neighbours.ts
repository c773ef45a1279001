import * as vscode from 'vscode';
import { registerCommand } from '../host/commands.ts';
import { showNote } from '../host/editors.ts';
import type { Services } from '../host/services.ts';

/** "Go to Previous Entry" and "Go to Next Entry": by number, from the entry in the editor. */
export function registerNeighbours(services: Services): vscode.Disposable {
	const { tell } = services;
	return vscode.Disposable.from(
		registerCommand(tell, { id: 'dailyLog.previousEntry', name: vscode.l10n.t('Go to Previous Entry') }, () => step(services, -1)),
		registerCommand(tell, { id: 'dailyLog.nextEntry', name: vscode.l10n.t('Go to Next Entry') }, () => step(services, 1)),
	);
}

async function step({ vaults, tell }: Services, by: -1 | 1): Promise<void> {
	await vaults.ready;
	const document = vscode.window.activeTextEditor?.document;
	const here = document && vaults.entryAt(document.uri);
	if (here === undefined) {
		tell.inform(vscode.l10n.t('The editor shows no entry of the log. Open one first, for example with “Go to Entry…”.'));
		return;
	}
	const entries = here.vault.vault.entries();
	const next = entries[entries.indexOf(here.entry) + by];
	if (next === undefined) {
		tell.inform(by < 0 ? vscode.l10n.t('This is the first entry of the log.') : vscode.l10n.t('This is the latest entry of the log.'));
		return;
	}
	await showNote(next.uri);
}
