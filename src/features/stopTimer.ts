import * as vscode from 'vscode';
import { Arrivals } from '../host/arrivals.ts';
import { registerCommand } from '../host/commands.ts';
import type { TimeServices } from '../host/timeServices.ts';
import { stopInto } from '../host/timerStop.ts';

/** "Stop Timer": adds its whole minutes to the entry of the day, in the log that it was started for and nowhere else. */
export function registerStopTimer(services: TimeServices): vscode.Disposable {
	const { tell } = services;
	let running = false;
	return vscode.Disposable.from(
		new Arrivals(services),
		registerCommand(tell, { id: 'dailyLog.stopTimer', name: vscode.l10n.t('Stop Timer') }, async () => {
			if (running) {
				tell.inform(vscode.l10n.t('The timer is being stopped already; answer its question first.'));
				return;
			}
			running = true;
			try {
				await stop(services);
			} finally {
				running = false;
			}
		}),
	);
}

async function stop(services: TimeServices): Promise<void> {
	const { timer: shared, vaults, tell } = services;
	const { timer } = await shared.refresh();
	if (timer === undefined) {
		tell.inform(vscode.l10n.t('No timer runs. “Start Timer” starts one.'), {
			label: vscode.l10n.t('Start Timer'),
			run: () => vscode.commands.executeCommand('dailyLog.startTimer'),
		});
		return;
	}
	await vaults.loadAll();
	const vault = vaults.all.find(({ folder }) => folder.uri.toString() === timer.folder);
	if (vault === undefined) {
		tellElsewhere(services, vscode.Uri.parse(timer.folder, true));
		return;
	}
	await stopInto(services, vault);
}

function tellElsewhere({ tell }: TimeServices, folder: vscode.Uri): void {
	const name = folder.path.slice(folder.path.lastIndexOf('/') + 1);
	tell.inform(
		vscode.l10n.t('The time goes to the log in “{0}”, which is not open in this window. Stop the timer there.', name),
		{
			label: vscode.l10n.t('Open “{0}”', name),
			run: () => vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true }),
		},
		{ label: vscode.l10n.t('Discard'), run: () => vscode.commands.executeCommand('dailyLog.discardTimer') },
	);
}
