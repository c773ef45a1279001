import { daysOf } from '../core/statistics/dayCount.ts';
import { mergedHistory, type History } from '../core/statistics/history.ts';
import type { FolderVault } from './folderVault.ts';

/** The days of one log; the same history until an entry or its words change. */
export function historyOfLog({ vault }: FolderVault): History {
	return daysOf(vault).history();
}

/** The days of several logs as if they were one. */
export function historyOfLogs(logs: readonly FolderVault[]): History {
	const histories = logs.map(historyOfLog);
	const [only] = histories;
	return only !== undefined && histories.length === 1 ? only : mergedHistory(histories);
}
