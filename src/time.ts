import * as vscode from 'vscode';
import { registerAddInput } from './features/addInput.ts';
import { registerDashboard } from './features/dashboard.ts';
import { registerExportCsv } from './features/exportCsv.ts';
import { registerStatusBar } from './features/statusBar.ts';
import { registerStopTimer } from './features/stopTimer.ts';
import { registerTimer } from './features/timer.ts';
import { registerTimerQuestions } from './features/timerQuestions.ts';
import { registerWriteReview } from './features/writeReview.ts';
import type { Services } from './host/services.ts';
import { createTimeServices, type TimeServices } from './host/timeServices.ts';

type Register = (services: TimeServices) => vscode.Disposable;

const features: readonly Register[] = [
	registerStatusBar,
	registerTimer,
	registerStopTimer,
	registerTimerQuestions,
	registerAddInput,
	registerDashboard,
	registerExportCsv,
	registerWriteReview,
];

/** The half of the program that adds up the hours: status bar, timer, dashboard, review, export; loaded when there is a log to read. */
export function startTime(services: Services): vscode.Disposable {
	const time = createTimeServices(services);
	return vscode.Disposable.from(time, ...features.map(register => register(time)));
}
