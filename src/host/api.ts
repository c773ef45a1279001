import * as vscode from 'vscode';
import type { Entry } from '../core/entry.ts';
import type { Look } from '../platform/noteStore.ts';
import type { SharedText } from '../platform/sharedText.ts';
import type { Clock } from './clock.ts';
import type { Vaults } from './vaults.ts';

/** What other extensions get from `vscode.extensions.getExtension('daily-log.daily-log').activate()`. */
export interface DailyLogApi {
	readonly apiVersion: 1;
	/** Resolves when the vaults of all workspace folders are indexed. */
	readonly ready: Promise<void>;
	/** All entries of all logs, lowest number first; several logs one after the other, in the order of the workspace folders. */
	entries(): readonly Entry[];
	/** An entry was added, changed or removed, on disk or in an unsaved editor. */
	readonly onDidChangeEntries: vscode.Event<void>;
	/** Only where the extension runs under test: what tells the time. */
	readonly clock?: Clock;
	/** Only where the extension runs under test: every sentence that was said to the user, and what was looked at to see whether there is a log. */
	readonly told?: readonly string[];
	readonly looks?: readonly Look[];
	/** Only where the extension runs under test: whether the note of that uri has been read. */
	readonly knows?: (uri: vscode.Uri) => boolean;
	/** Only where the extension runs under test: the uri of every entry that was checked for problems, as often as it was. */
	readonly checks?: readonly string[];
	/** Only where the extension runs under test: what stands on the disk of the timer. */
	readonly timerText?: SharedText;
	/** Only where the extension runs under test: resolves when the parts of the program that a log needs are loaded. */
	readonly loaded?: () => Promise<void>;
}

/** What tests are given to look at. */
export type TestApi = Pick<DailyLogApi, 'clock' | 'told' | 'looks' | 'checks' | 'timerText'>;

/** The interface to these vaults; dispose of the second when the first is of no use any more. */
export function createApi(vaults: Vaults, forTests: TestApi | undefined): readonly [DailyLogApi, vscode.Disposable] {
	const changes = new vscode.EventEmitter<void>();
	const listening = vaults.onDidChangeEntries(() => {
		changes.fire();
	});
	const api: DailyLogApi = {
		apiVersion: 1,
		ready: vaults.ready,
		entries: () => vaults.all.flatMap(({ vault }) => vault.entries()),
		onDidChangeEntries: changes.event,
		...(forTests && { ...forTests, knows: (uri: vscode.Uri) => vaults.knows(uri) }),
	};
	return [api, vscode.Disposable.from(listening, changes)];
}
