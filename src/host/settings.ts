import * as vscode from 'vscode';
import { settingsFrom, type Settings } from '../core/settings.ts';

export type { Period, Settings } from '../core/settings.ts';

/** The settings that hold for a file or workspace folder; without one, those of the window. */
export function readSettings(scope?: vscode.Uri): Settings {
	const configuration = vscode.workspace.getConfiguration('dailyLog', scope ?? null);
	return settingsFrom(name => configuration.get<unknown>(name));
}
