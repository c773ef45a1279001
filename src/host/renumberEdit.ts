import * as vscode from 'vscode';
import type { Note } from '../core/note.ts';
import type { Renumbering } from '../core/renumber/renumber.ts';
import { folderMoveAround } from '../core/rename/moves.ts';
import { concernedNotes } from '../core/rename/relinking.ts';
import { renumberText } from '../core/renumber/renumberText.ts';
import type { FolderVault } from './folderVault.ts';
import { addEdits, addMoves, type FileEdits } from './previewedEdit.ts';

/** What a renumbering changes in the texts of the notes. */
export interface ReadRenumbering {
	/** By the vault-relative path that the note has now; only notes in which something changes. */
	readonly edits: ReadonlyMap<string, FileEdits>;
	/** How many links change. */
	readonly links: number;
	/** A line for each place that was left as it is. */
	readonly left: readonly string[];
}

/** So many notes are read before others get their turn. */
const atOnce = 32;

/** Reads each note that is concerned once, open editors before the disk; undefined where the user stops it. */
export function readRenumbering(vault: FolderVault, plan: Renumbering): Thenable<ReadRenumbering | undefined> {
	const options = {
		location: vscode.ProgressLocation.Notification,
		title: vscode.l10n.t('Looking for links to the entries…'),
		cancellable: true,
	};
	return vscode.window.withProgress(options, async (_, token) => {
		const found = new Map<string, FileEdits>();
		const left: string[] = [];
		let links = 0;
		const notes = concernedNotes(plan);
		for (let next = 0; next < notes.length; next += atOnce) {
			if (token.isCancellationRequested) {
				return undefined;
			}
			for (const { note, text } of await textsOf(vault, notes.slice(next, next + atOnce))) {
				const { edits, links: changed, left: places } = readNote(vault, plan, note, text);
				links += changed;
				left.push(...places);
				if (edits !== undefined) {
					found.set(note.path, edits);
				}
			}
		}
		return { edits: found, links, left };
	});
}

interface NoteText {
	readonly note: Note;
	/** Undefined where it cannot be read. */
	readonly text: string | undefined;
}

async function textsOf(vault: FolderVault, notes: readonly Note[]): Promise<readonly NoteText[]> {
	await new Promise(resolve => setTimeout(resolve));
	return Promise.all(notes.map(async note => ({ note, text: await vault.textOf(note.path) })));
}

function readNote(
	vault: FolderVault,
	plan: Renumbering,
	note: Note,
	text: string | undefined,
): Omit<ReadRenumbering, 'edits'> & { readonly edits: FileEdits | undefined } {
	if (text === undefined) {
		return { edits: undefined, links: 0, left: [vscode.l10n.t('{0}: it cannot be read.', note.path)] };
	}
	const { edits, links, ambiguous, titleLeft } = renumberText(plan, note, text);
	return {
		edits: edits.length === 0 ? undefined : { uri: vault.uriOf(note.path), text, edits },
		links,
		left: [
			...ambiguous.map(link => vscode.l10n.t('{0}: {1} may mean more than one note.', note.path, link)),
			...(titleLeft ? [vscode.l10n.t('{0}: the number in the title cannot be changed.', note.path)] : []),
		],
	};
}

/** All of it as one change: first the notes that stay where they are, then each move behind the edits of what it moves. */
export function renumberEdit(vault: FolderVault, { moves, movesBySource }: Renumbering, { edits }: ReadRenumbering): vscode.WorkspaceEdit {
	const change = new vscode.WorkspaceEdit();
	const moving = new Map<string, FileEdits[]>();
	for (const [path, fileEdits] of edits) {
		const source = (movesBySource.get(path) ?? folderMoveAround(path, movesBySource))?.from;
		if (source === undefined) {
			addEdits(change, fileEdits);
		} else {
			moving.set(source, [...(moving.get(source) ?? []), fileEdits]);
		}
	}
	const pages = pagesOf(vault, movesBySource);
	const fileMoves = moves.map(({ from, to }) => ({ from: vault.uriOf(from), to: vault.uriOf(to), edits: moving.get(from) ?? [] }));
	addMoves(change, fileMoves, move => pages.get(move.from.toString()) ?? move.from);
	return change;
}

/** For each folder that moves, a note in it: a folder has no text that could be edited. */
function pagesOf(vault: FolderVault, movesBySource: Renumbering['movesBySource']): ReadonlyMap<string, vscode.Uri> {
	const pages = new Map<string, vscode.Uri>();
	for (const { path } of vault.vault.notes()) {
		const folder = folderMoveAround(path, movesBySource)?.from;
		if (folder !== undefined) {
			pages.set(vault.uriOf(folder).toString(), vault.uriOf(path));
		}
	}
	return pages;
}
