import * as vscode from 'vscode';
import { concernedNotes } from '../core/rename/relinking.ts';
import type { Renumbering } from '../core/renumber/renumber.ts';
import { renumberText } from '../core/renumber/renumberText.ts';
import type { FolderVault } from './folderVault.ts';
import { leftLink, readNotes, type ReadRelinking } from './relinkEdit.ts';

/** Reads the entries and the notes whose links are concerned; undefined where the user stops it. */
export function readRenumbering(vault: FolderVault, plan: Renumbering): Thenable<ReadRelinking | undefined> {
	const options = {
		location: vscode.ProgressLocation.Notification,
		title: vscode.l10n.t('Looking for links to the entries…'),
		cancellable: true,
	};
	return vscode.window.withProgress(options, (_, token) =>
		readNotes(vault, concernedNotes(plan), {
			token,
			read: (note, text) => {
				const { edits, links, ambiguous, titleLeft } = renumberText(plan, note, text);
				const title = titleLeft ? [vscode.l10n.t('{0}: the number in the title cannot be changed.', note.path)] : [];
				return { edits, links, left: [...ambiguous.map(link => leftLink(note, link)), ...title] };
			},
		}),
	);
}
