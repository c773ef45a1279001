import type { Entry } from '../core/entry.ts';
import { historyOf, type History } from '../core/statistics/history.ts';
import type { Vault } from '../core/vault.ts';
import type { FolderVault } from './folderVault.ts';

const counted = new WeakMap<Vault, { readonly version: number; readonly history: History }>();

/** The days of one log, counted anew only where the vault has changed. */
export function historyOfLog({ vault }: FolderVault): History {
	const last = counted.get(vault);
	if (last?.version === vault.version) {
		return last.history;
	}
	const history = historyOf(vault.entries(), wordsIn([vault]));
	counted.set(vault, { version: vault.version, history });
	return history;
}

/** The days of several logs as if they were one. */
export function historyOfLogs(logs: readonly FolderVault[]): History {
	const [only, ...others] = logs;
	if (only !== undefined && others.length === 0) {
		return historyOfLog(only);
	}
	const vaults = logs.map(({ vault }) => vault);
	return historyOf(
		vaults.flatMap(vault => vault.entries()),
		wordsIn(vaults),
	);
}

function wordsIn(vaults: readonly Vault[]): (entry: Entry) => number {
	return ({ uri }) => vaults.find(vault => vault.note(uri) !== undefined)?.note(uri)?.words ?? 0;
}
