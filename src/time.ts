import * as vscode from 'vscode';
import { registerDashboard } from './features/dashboard.ts';
import { registerExportCsv } from './features/exportCsv.ts';
import { registerStatusBar } from './features/statusBar.ts';
import { registerWriteReview } from './features/writeReview.ts';
import type { Services } from './host/services.ts';

type Register = (services: Services) => vscode.Disposable;

const features: readonly Register[] = [registerStatusBar, registerDashboard, registerExportCsv, registerWriteReview];

/** The half of the program that adds up the hours: status bar, timer, dashboard, review, export; loaded when there is a log to read. */
export function startTime(services: Services): vscode.Disposable {
	return vscode.Disposable.from(...features.map(register => register(services)));
}
