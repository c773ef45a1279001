import * as vscode from 'vscode';
import { registerCommand } from '../host/commands.ts';
import { dashboardContent, logWithId } from '../host/dashboardContent.ts';
import { DashboardPanel, dashboardViewType } from '../host/dashboardPanel.ts';
import { savePicture } from '../host/dashboardPictures.ts';
import { showNote } from '../host/editors.ts';
import type { TimeServices } from '../host/timeServices.ts';
import type { Picture } from '../protocol.ts';

/** "Show Dashboard": how the hours add up and what came of them, in a tab that follows the files. */
export function registerDashboard(services: TimeServices): vscode.Disposable {
	const { vaults, tell, onError, extensionUri, days } = services;
	const name = vscode.l10n.t('Show Dashboard');
	const create = (): void => void vscode.commands.executeCommand('dailyLog.new');
	const open = async (uri: string, beside: boolean): Promise<void> => {
		if (vaults.withLog.some(({ vault }) => vault.entry(uri) !== undefined)) {
			await showNote(uri, beside ? vscode.ViewColumn.Beside : undefined);
		}
	};
	const save = async (picture: Picture, log: string): Promise<void> => {
		try {
			await savePicture(picture, logWithId(services, log));
		} catch (error) {
			tell.failed(vscode.l10n.t('The picture could not be saved.'), error);
		}
	};
	const panel = new DashboardPanel(extensionUri, {
		contentOf: log => dashboardContent(services, log),
		onError,
		open: (uri, beside) => void open(uri, beside).catch(onError),
		create,
		save: (picture, log) => void save(picture, log).catch(onError),
	});
	const refresh = (): void => {
		panel.refresh();
	};
	return vscode.Disposable.from(
		panel,
		registerCommand(tell, { id: 'dailyLog.showDashboard', name }, async () => {
			await vaults.loadAll();
			if (vaults.withLog.length > 0) {
				panel.show();
				return;
			}
			tell.inform(vscode.l10n.t('There is no log yet that a dashboard could show.'), {
				label: vscode.l10n.t('New Daily Log'),
				run: create,
			});
		}),
		vscode.window.registerWebviewPanelSerializer(dashboardViewType, {
			deserializeWebviewPanel: async restored => {
				await vaults.ready;
				panel.take(restored);
			},
		}),
		vaults.onDidChangeEntries(refresh),
		days.onDidChange(refresh),
		vscode.workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration('dailyLog')) {
				refresh();
			}
		}),
	);
}
