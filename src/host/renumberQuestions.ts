import * as vscode from 'vscode';
import { newNumbers, type RenumberRequest } from '../core/renumber/renumber.ts';
import type { FolderVault } from './folderVault.ts';

/** Asks what is to be renumbered; undefined for Escape. */
export async function askRenumbering(vault: FolderVault): Promise<RenumberRequest | undefined> {
	const closing = newNumbers(vault.vault.entries(), { kind: 'closeGaps' });
	const concerned = closing.kind === 'numbers' ? closing.changes.length : 0;
	const close = {
		label: vscode.l10n.t('Close the gaps'),
		description: concerned === 0 ? vscode.l10n.t('there are none') : vscode.l10n.t('{0} entries get another number', concerned),
		ask: () => Promise.resolve<RenumberRequest>({ kind: 'closeGaps' }),
	};
	const shift = {
		label: vscode.l10n.t('Shift from an entry on…'),
		description: vscode.l10n.t('up, to make room, or down'),
		ask: () => askShift(vault),
	};
	const picked = await vscode.window.showQuickPick([close, shift], { title: vscode.l10n.t('Renumber Entries') });
	return picked?.ask();
}

async function askShift(vault: FolderVault): Promise<RenumberRequest | undefined> {
	const from = await askInteger(vscode.l10n.t('From which entry on? Its number'), String(numberInEditor(vault) ?? ''), /^\s*\d{1,7}\s*$/u);
	const by =
		from === undefined
			? undefined
			: await askInteger(vscode.l10n.t('By how much? For example 1, or -1 to go down'), '1', /^\s*[-+]?0*[1-9]\d{0,6}\s*$/u);
	return from === undefined || by === undefined ? undefined : { kind: 'shift', from, by };
}

async function askInteger(prompt: string, value: string, pattern: RegExp): Promise<number | undefined> {
	const text = await vscode.window.showInputBox({
		title: vscode.l10n.t('Renumber Entries'),
		prompt,
		value,
		validateInput: input => (pattern.test(input) ? undefined : vscode.l10n.t('A whole number is needed here.')),
	});
	return text === undefined ? undefined : Number(text);
}

function numberInEditor(vault: FolderVault): number | undefined {
	const uri = vscode.window.activeTextEditor?.document.uri;
	return uri && vault.vault.entry(vault.addressOf(uri).uri)?.number;
}
