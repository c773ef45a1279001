import * as vscode from 'vscode';
import { dashboardInParts } from '../core/dashboard/dashboardOf.ts';
import type { ShowDashboard } from '../protocol.ts';
import { dashboardTexts } from './dashboardTexts.ts';
import type { FolderVault } from './folderVault.ts';
import { historyOfLogs } from './logHistory.ts';
import type { Services } from './services.ts';
import { firstWeekday } from '../core/time/firstWeekday.ts';
import { inPieces } from './slice.ts';
import { readSettings } from './settings.ts';
import { today } from './today.ts';

/** The id of a log: the uri of its workspace folder. */
export function logId({ folder }: FolderVault): string {
	return folder.uri.toString();
}

/** The log with that id, else the first one; undefined where there is none. */
export function logWithId({ vaults }: Pick<Services, 'vaults'>, id: string): FolderVault | undefined {
	return vaults.withLog.find(vault => logId(vault) === id) ?? vaults.withLog[0];
}

/** What the dashboard shows of the log with that id, else of the first one; an empty log where there is none. Made in pieces, between which others get the thread. */
export async function dashboardContent(services: Pick<Services, 'vaults' | 'clock'>, id: string): Promise<ShowDashboard> {
	const { vaults, clock } = services;
	const shown = logWithId(services, id);
	const some = shown ?? vaults.all[0];
	const settings = some?.settings ?? readSettings();
	const dashboard = await inPieces(
		dashboardInParts({
			entries: shown?.vault.entries() ?? [],
			history: historyOfLogs(shown === undefined ? [] : [shown]),
			today: some === undefined ? '1970-01-01' : today(some, clock),
			weekStartsOn: firstWeekday(settings),
			goal: settings['goal.hoursPerWeek'] * 60,
		}),
	);
	return {
		kind: 'show',
		dashboard,
		logs: vaults.withLog.map(vault => ({ id: logId(vault), name: vaults.nameOf(vault) })),
		log: shown === undefined ? '' : logId(shown),
		locale: vscode.env.language,
		texts: dashboardTexts(),
	};
}
