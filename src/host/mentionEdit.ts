import * as vscode from 'vscode';
import { mentionEdits } from '../core/links/mentionLink.ts';
import { mentionNames } from '../core/links/mentionNames.ts';
import { MentionMatcher, type Mention } from '../core/links/mentions.ts';
import type { Note } from '../core/note.ts';
import type { FolderVault } from './folderVault.ts';
import { openDocument } from './openNotes.ts';
import { addEdits, askForPreview, type FileEdits } from './previewedEdit.ts';

/** Mentions of a note in another one that become links. */
export interface MentionsToLink {
	readonly from: Note;
	/** The one that was picked; undefined for all. */
	readonly only: Mention | undefined;
}

/** What came of it: how many mentions are links now and how many cannot be; `discarded` where the user did not want it after all. */
export type MentionsLinked =
	| { readonly kind: 'linked'; readonly links: number; readonly left: number }
	| { readonly kind: 'nothing'; readonly left: number }
	| { readonly kind: 'discarded' };

/** Makes links of mentions of the note, found anew in the texts as they are now; one undoable edit, previewed where it concerns several files. */
export async function linkMentions(folder: FolderVault, note: Note, wanted: readonly MentionsToLink[]): Promise<MentionsLinked> {
	const matcher = new MentionMatcher(mentionNames(note, folder.vault.entry(note.uri)));
	const files: FileEdits[] = [];
	let mentioned = 0;
	for (const { from, only } of wanted) {
		const text = (await folder.textOf(from.path)) ?? '';
		const mentions = matcher.find(text).filter(mention => only === undefined || isSame(mention, only));
		const edits = mentionEdits(folder.vault, note, { path: from.path, text }, mentions);
		mentioned += mentions.length;
		if (edits.length > 0) {
			files.push({ uri: vscode.Uri.parse(from.uri, true), text, edits });
		}
	}
	const links = files.reduce((sum, { edits }) => sum + edits.length, 0);
	if (links === 0) {
		return { kind: 'nothing', left: mentioned };
	}
	return (await apply(files)) ? { kind: 'linked', links, left: mentioned - links } : { kind: 'discarded' };
}

function isSame(a: Mention, b: Mention): boolean {
	return a.span.start === b.span.start && a.written === b.written;
}

async function apply(files: readonly FileEdits[]): Promise<boolean> {
	const change = new vscode.WorkspaceEdit();
	for (const file of files) {
		addEdits(change, file);
	}
	const [first] = files;
	if (first !== undefined && files.length > 1) {
		askForPreview(change, first.uri, vscode.l10n.t('Link Mentions'));
	}
	// Several files are saved as `files.refactoring.autoSave` says, but not where somebody is writing in one of them; a single one stays unsaved.
	const isBeingWritten = files.some(({ uri }) => openDocument(uri.toString())?.isDirty === true);
	return vscode.workspace.applyEdit(change, { isRefactoring: !isBeingWritten });
}
