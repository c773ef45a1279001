import type * as vscode from 'vscode';
import { registerFrontMatterCompletion } from './features/frontMatterCompletion.ts';
import { registerFrontMatterHover } from './features/frontMatterHover.ts';
import { registerGoToEntry } from './features/goToEntry.ts';
import { registerInsertLink } from './features/insertLink.ts';
import { registerNeighbours } from './features/neighbours.ts';
import { registerNewEntry } from './features/newEntry.ts';
import { registerOpenToday } from './features/openToday.ts';
import { registerRecentEntriesView } from './features/recentEntriesView.ts';
import { registerStatusBar } from './features/statusBar.ts';
import { registerToggleDraft } from './features/toggleDraft.ts';
import { registerFixAll } from './features/fixAll.ts';
import { registerQuickFixes } from './features/quickFixes.ts';
import { registerRenumber } from './features/renumber.ts';
import { registerValidateAll } from './features/validateAll.ts';
import { createServices, type DailyLogApi, type Services, type StoreOf } from './host/services.ts';

type Register = (services: Services) => vscode.Disposable;

const features: readonly Register[] = [
	registerNewEntry,
	registerOpenToday,
	registerGoToEntry,
	registerNeighbours,
	registerToggleDraft,
	registerInsertLink,
	registerRecentEntriesView,
	registerStatusBar,
	registerFrontMatterCompletion,
	registerFrontMatterHover,
	registerValidateAll,
	registerQuickFixes,
	registerFixAll,
	registerRenumber,
];

/** Builds the program; what the platforms differ in is handed in. */
export function start(context: vscode.ExtensionContext, storeOf: StoreOf): DailyLogApi {
	const services = createServices(context, storeOf);
	context.subscriptions.push(services, ...features.map(register => register(services)));
	return services.api;
}
