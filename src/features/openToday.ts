import * as vscode from 'vscode';
import { registerCommand } from '../host/commands.ts';
import { showNote } from '../host/editors.ts';
import type { Services } from '../host/services.ts';
import { entriesOn, today } from '../host/today.ts';

/** "Open Today's Entry": opens it, the latest of several and of the log one is in, and offers to create it if there is none; where no folder is open, it is New Daily Log that says so. */
export function registerOpenToday({ vaults, clock, tell }: Services): vscode.Disposable {
	return registerCommand(tell, { id: 'dailyLog.openToday', name: vscode.l10n.t("Open Today's Entry") }, async () => {
		await vaults.loadAll();
		if (vaults.all.length === 0) {
			await vscode.commands.executeCommand('dailyLog.new');
			return;
		}
		const here = vscode.window.activeTextEditor && vaults.of(vscode.window.activeTextEditor.document.uri);
		const logs = here?.hasLog === true ? [...vaults.withLog.filter(vault => vault !== here), here] : vaults.withLog;
		const entry = logs.flatMap(vault => entriesOn(vault, today(vault, clock))).at(-1);
		if (entry !== undefined) {
			await showNote(entry.uri);
			return;
		}
		tell.inform(vscode.l10n.t('The log has no entry for today yet.'), {
			label: vscode.l10n.t('New Daily Log'),
			run: () => vscode.commands.executeCommand('dailyLog.new'),
		});
	});
}
