import type * as vscode from 'vscode';
import { registerGetStarted } from './features/getStarted.ts';
import { registerGoToEntry } from './features/goToEntry.ts';
import { registerNeighbours } from './features/neighbours.ts';
import { registerPreview, type Preview } from './features/preview.ts';
import { registerRecentEntriesView } from './features/recentEntriesView.ts';
import type { DailyLogApi } from './host/api.ts';
import { registerLater, type LaterPart } from './host/later.ts';
import { registerLaterTools } from './host/laterTools.ts';
import { createServices, type Platform, type Services } from './host/services.ts';

type Register = (services: Services) => vscode.Disposable;

const features: readonly Register[] = [registerGoToEntry, registerNeighbours, registerRecentEntriesView, registerGetStarted];

/** What writes entries and into them. */
const writing: LaterPart = {
	commands: ['dailyLog.new', 'dailyLog.openToday', 'dailyLog.toggleDraft', 'dailyLog.insertLink'],
	mayWait: true,
	load: async () => (await import('./writing.ts')).startWriting,
};

/** What is right and wrong in an entry: rules, fixes, completion. A bundle of its own (esbuild.mjs). */
const language: LaterPart = {
	commands: ['dailyLog.validateAll', 'dailyLog.fixAll', 'dailyLog.renumber', 'dailyLog.renameTag'],
	mayWait: true,
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

/** The tools of language models, each of which the manifest describes (`core/agentTools/agentTool.ts`). */
const tools = [
	'dailyLog_search_entries',
	'dailyLog_read_entry',
	'dailyLog_read_statistics',
	'dailyLog_create_entry',
	'dailyLog_add_input_time',
] as const;

/** What `activate` gives: to other extensions, and to VS Code's Markdown preview. */
export type Exports = DailyLogApi & Pick<Preview, 'extendMarkdownIt'>;

/** Builds the program; what the platforms differ in is handed in. */
export function start(context: vscode.ExtensionContext, platform: Platform): Exports {
	const services = createServices(context, platform);
	const preview = registerPreview(services);
	const later = registerLater(services, [time, language, writing]);
	context.subscriptions.push(
		services,
		preview,
		...features.map(register => register(services)),
		later,
		registerLaterTools(tools, async () => (await import('./agents.ts')).startAgents(services)),
	);
	const loaded = services.api.clock && { loaded: () => later.settled() };
	return { ...services.api, ...loaded, extendMarkdownIt: preview.extendMarkdownIt };
}
