import * as vscode from 'vscode';
import type { CreationTrouble } from '../platform/noteStore.ts';

/** Why a file could not be created, in a sentence with what to do. */
export function sentenceForFailure(reason: CreationTrouble, path: string): string {
	switch (reason) {
		case 'readOnly':
			return vscode.l10n.t('“{0}” cannot be created: the folder is read-only. Nothing was written; check its permissions.', path);
		case 'diskFull':
			return vscode.l10n.t('“{0}” cannot be created: the disk is full. Nothing was written; free some space and try again.', path);
		case 'badName':
			return vscode.l10n.t(
				'“{0}” cannot be created: the system does not take that name. Choose a shorter title, or set dailyLog.fileName.',
				path,
			);
		case 'outside':
			return vscode.l10n.t(
				'“{0}” was not created, for it would lie outside the workspace folder. Correct the settings of “Daily Log” that name a folder.',
				path,
			);
		case 'gone':
			return vscode.l10n.t(
				'“{0}” cannot be created: its workspace folder is not there any more. Nothing was written; open the folder where it is now.',
				path,
			);
		case 'other':
			return vscode.l10n.t('“{0}” cannot be created. Nothing was written; the log says why.', path);
	}
}
