import * as vscode from 'vscode';
import { speak } from '../core/l10n.ts';
import type { Look, NoteStore } from '../platform/noteStore.ts';
import type { SharedText } from '../platform/sharedText.ts';
import { createApi, type DailyLogApi } from './api.ts';
import { Clock } from './clock.ts';
import { lookAgainOnReturn } from './lookAgain.ts';
import { OpenNotes } from './openNotes.ts';
import { Teller } from './tell.ts';
import { Vaults } from './vaults.ts';

/** What every feature is given. */
export interface Services extends vscode.Disposable {
	readonly vaults: Vaults;
	readonly openNotes: OpenNotes;
	readonly clock: Clock;
	readonly tell: Teller;
	readonly log: vscode.LogOutputChannel;
	/** The timer, as all windows of this computer share it. */
	readonly timerText: SharedText;
	/** What a view remembers for the workspace. */
	readonly memory: vscode.Memento;
	/** Where this extension is installed. */
	readonly extensionUri: vscode.Uri;
	/** For what goes wrong in the background: a line in the log channel. */
	readonly onError: (error: unknown) => void;
	/** Hears of every entry that is checked for problems, by its uri. */
	readonly onCheck: (uri: string) => void;
	readonly api: DailyLogApi;
}

/** How a platform gives access to files. */
export interface Platform {
	readonly storeOf: (folder: vscode.WorkspaceFolder, log: vscode.LogOutputChannel) => NoteStore;
	/** A file of that name in the extension's own folder. */
	readonly sharedText: (name: string) => SharedText;
}

/** Builds what the features share; whoever calls it disposes it. */
export function createServices(
	context: Pick<vscode.ExtensionContext, 'workspaceState' | 'extensionMode' | 'extensionUri'>,
	platform: Platform,
): Services {
	speak(vscode.env.language, vscode.l10n.t);
	const log = vscode.window.createOutputChannel('Daily Log', { log: true });
	const told: string[] = [];
	const looks: Look[] = [];
	const checks: string[] = [];
	const isTest = context.extensionMode === vscode.ExtensionMode.Test;
	const tell = new Teller(log, sentence => isTest && told.push(sentence));
	const clock = new Clock();
	const openNotes = new OpenNotes();
	const onError = (error: unknown): void => {
		log.error('Something in the background failed.', error instanceof Error ? (error.stack ?? error.message) : String(error));
	};
	const onCheck = (uri: string): void => {
		if (isTest) {
			checks.push(uri);
		}
	};
	const vaults = new Vaults({
		openNotes,
		log,
		memory: context.workspaceState,
		storeOf: folder => platform.storeOf(folder, log),
		onLook: look => isTest && looks.push(look),
		onError,
	});
	const timerText = platform.sharedText('timer.json');
	const [api, apiEnd] = createApi(vaults, isTest ? { clock, told, looks, checks, timerText } : undefined);
	const owned = vscode.Disposable.from(apiEnd, lookAgainOnReturn(vaults, onError), vaults, log);
	const { workspaceState: memory, extensionUri } = context;
	return {
		vaults,
		openNotes,
		clock,
		tell,
		log,
		timerText,
		memory,
		extensionUri,
		onError,
		onCheck,
		api,
		dispose: () => owned.dispose() as undefined,
	};
}
