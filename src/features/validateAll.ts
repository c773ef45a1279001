import * as vscode from 'vscode';
import type { CheckSummary } from '../host/logDiagnostics.ts';
import { registerCommand } from '../host/commands.ts';
import type { LanguageServices } from '../host/languageServices.ts';

/** "Validate All Entries": every entry into the Problems panel, with progress, and a summary. */
export function registerValidateAll({ vaults, diagnostics, tell }: LanguageServices): vscode.Disposable {
	return registerCommand(tell, { id: 'dailyLog.validateAll', name: vscode.l10n.t('Validate All Entries') }, async () => {
		await vaults.loadAll();
		if (vaults.withLog.length === 0) {
			tell.inform(vscode.l10n.t('There is no entry to validate yet. “New Daily Log” creates the first one.'));
			return;
		}
		if (!vaults.withLog.some(({ settings }) => settings['validation.enabled'])) {
			tell.inform(vscode.l10n.t('Nothing was validated: the setting “dailyLog.validation.enabled” is switched off.'));
			return;
		}
		const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Validating entries'), cancellable: true };
		const summary = await vscode.window.withProgress(options, (progress, token) => {
			let shown = 0;
			return diagnostics.checkAll((done, all) => {
				const percent = Math.floor((done / all) * 100);
				if (percent > shown) {
					progress.report({ increment: percent - shown, message: vscode.l10n.t('{0} of {1}', done, all) });
					shown = percent;
				}
			}, token);
		});
		if (summary.errors + summary.warnings + summary.others > 0) {
			await vscode.commands.executeCommand('workbench.actions.view.problems');
		}
		tell.inform(summaryOf(summary));
	});
}

function summaryOf({ entries, errors, warnings, others, cancelled }: CheckSummary): string {
	const checked = entries === 1 ? vscode.l10n.t('1 entry') : vscode.l10n.t('{0} entries', entries);
	const begun = cancelled ? vscode.l10n.t('Stopped after {0}', checked) : vscode.l10n.t('{0} validated', checked);
	if (errors + warnings + others === 0) {
		return vscode.l10n.t('{0}: nothing is wrong.', begun);
	}
	const found = [
		...(errors === 0 ? [] : [errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors)]),
		...(warnings === 0 ? [] : [warnings === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warnings)]),
		...(others === 0 ? [] : [others === 1 ? vscode.l10n.t('1 remark') : vscode.l10n.t('{0} remarks', others)]),
	];
	return vscode.l10n.t('{0}: {1}. The Problems panel lists them.', begun, found.join(', '));
}
