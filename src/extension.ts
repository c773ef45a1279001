import type * as vscode from 'vscode';
import { registerGetStarted } from './features/getStarted.ts';
import { registerGoToEntry } from './features/goToEntry.ts';
import { registerInsertLink } from './features/insertLink.ts';
import { registerNeighbours } from './features/neighbours.ts';
import { registerNewEntry } from './features/newEntry.ts';
import { registerOpenToday } from './features/openToday.ts';
import { registerPreview, type Preview } from './features/preview.ts';
import { registerRecentEntriesView } from './features/recentEntriesView.ts';
import { registerToggleDraft } from './features/toggleDraft.ts';
import { registerLater, type LaterPart } from './host/later.ts';
import { createServices, type DailyLogApi, type Platform, type Services } from './host/services.ts';

type Register = (services: Services) => vscode.Disposable;

const features: readonly Register[] = [
	registerNewEntry,
	registerOpenToday,
	registerGoToEntry,
	registerNeighbours,
	registerToggleDraft,
	registerInsertLink,
	registerRecentEntriesView,
	registerGetStarted,
];

/** What is right and wrong in an entry: rules, fixes, completion. A bundle of its own (esbuild.mjs). */
const language: LaterPart = {
	commands: ['dailyLog.validateAll', 'dailyLog.fixAll', 'dailyLog.renumber', 'dailyLog.renameTag'],
	load: async () => (await import('./language.ts')).startLanguage,
};

/** The hours: how they add up and how they are written. */
const time: LaterPart = {
	commands: [
		'dailyLog.startTimer',
		'dailyLog.pauseTimer',
		'dailyLog.stopTimer',
		'dailyLog.discardTimer',
		'dailyLog.timerActions',
		'dailyLog.addInput',
		'dailyLog.showDashboard',
		'dailyLog.writeReview',
		'dailyLog.exportCsv',
	],
	load: async () => (await import('./time.ts')).startTime,
	isWanted: async ({ timerText }) => (await timerText.read()) !== undefined,
};

/** What `activate` gives: to other extensions, and to VS Code's Markdown preview. */
export type Exports = DailyLogApi & Pick<Preview, 'extendMarkdownIt'>;

/** Builds the program; what the platforms differ in is handed in. */
export function start(context: vscode.ExtensionContext, platform: Platform): Exports {
	const services = createServices(context, platform);
	const preview = registerPreview(services);
	context.subscriptions.push(
		services,
		preview,
		...features.map(register => register(services)),
		...[language, time].map(part => registerLater(services, part)),
	);
	return { ...services.api, extendMarkdownIt: preview.extendMarkdownIt };
}
