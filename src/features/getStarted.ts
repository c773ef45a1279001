import * as vscode from 'vscode';
import { registerCommand } from '../host/commands.ts';
import type { Services } from '../host/services.ts';

/** The walkthrough of the manifest, as VS Code calls it: extension and id. */
const walkthrough = 'daily-log.daily-log#getStarted';

/** "Get Started": opens the walkthrough, which VS Code otherwise shows on its welcome page only. */
export function registerGetStarted({ tell }: Services): vscode.Disposable {
	return registerCommand(tell, { id: 'dailyLog.getStarted', name: vscode.l10n.t('Get Started') }, async () => {
		await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
	});
}
