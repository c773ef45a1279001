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
	const history = historyOf(vault.entries(), ({ uri }) => vault.note(uri)?.words ?? 0);
	counted.set(vault, { version: vault.version, history });
	return history;
}
