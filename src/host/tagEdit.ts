import * as vscode from 'vscode';
import { mergedTags, notesWithTag, retagText, type TagRenaming } from '../core/rename/renameTag.ts';
import type { FolderVault } from './folderVault.ts';
import { readNotes, type ReadRelinking } from './relinkEdit.ts';

/** Reads every note that has the tag; undefined where that is stopped. */
export function readTagged(
	folder: FolderVault,
	renaming: TagRenaming,
	token?: vscode.CancellationToken,
): Promise<ReadRelinking | undefined> {
	const withInline = folder.inlineTags;
	return readNotes(folder, notesWithTag(folder.vault, renaming, withInline), {
		token,
		read: ({ path }, text) => {
			const { edits, isLeft } = retagText(renaming, text, withInline);
			return { edits, links: edits.length, left: isLeft ? [vscode.l10n.t('{0}: its tags cannot be changed safely.', path)] : [] };
		},
	});
}

/** Asks whether the tag is to become one with another that is there; true where there is none. */
export async function mayMerge(folder: FolderVault, renaming: TagRenaming): Promise<boolean> {
	const [merged] = mergedTags(folder.vault, renaming, folder.inlineTags);
	if (merged === undefined) {
		return true;
	}
	const merge = vscode.l10n.t('Merge');
	const question = vscode.l10n.t('The tag “{0}” is there already. Merge “{1}” into it?', merged, renaming.from);
	const detail = vscode.l10n.t('Afterwards nobody can tell which notes had which of the two.');
	return (await vscode.window.showWarningMessage(question, { modal: true, detail }, merge)) === merge;
}
