import * as vscode from 'vscode';
import type { Note } from '../core/note.ts';
import type { FolderVault } from './folderVault.ts';
import type { Vaults } from './vaults.ts';

/** A note that is open, and its vault. */
export interface OpenNote {
	readonly folder: FolderVault;
	readonly note: Note;
}

/**
 * What the active editor shows. While something else has the focus that is no file, such as a preview or the output, it is what was shown before, as long as that is
 * open; undefined where nothing is.
 */
export function uriInEditor(before: vscode.Uri | undefined): vscode.Uri | undefined {
	const active = vscode.window.activeTextEditor?.document.uri;
	if (active !== undefined && active.scheme !== 'output') {
		return active;
	}
	return before !== undefined && isInTab(before) ? before : undefined;
}

function isInTab(uri: vscode.Uri): boolean {
	const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
	return tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}

/** The note that a file is, where wiki links are followed; undefined for any other file. */
export function openNoteAt(vaults: Vaults, uri: vscode.Uri): OpenNote | undefined {
	const folder = vaults.of(uri);
	const note = folder?.isActive === true && folder.settings['wikiLinks.enabled'] ? folder.vault.note(folder.addressOf(uri).uri) : undefined;
	return folder && note && { folder, note };
}
