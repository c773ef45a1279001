import * as vscode from 'vscode';
import { folderMoveAround, pathAfter, type Move } from '../core/rename/moves.ts';
import { relinkText } from '../core/rename/relink.ts';
import { concernedNotes, type Relinking } from '../core/rename/relinking.ts';
import type { Renaming } from '../core/rename/renameNote.ts';
import type { Note } from '../core/note.ts';
import type { TextEdit } from '../core/text.ts';
import type { FolderVault } from './folderVault.ts';
import { addEdits, addMoves, type FileEdits } from './previewedEdit.ts';

/** What changes in the texts of the notes, so that links lead where they led. */
export interface ReadRelinking {
	/** By the vault-relative path that the note has now; only notes in which something changes. */
	readonly edits: ReadonlyMap<string, FileEdits>;
	/** How many links change. */
	readonly links: number;
	/** A line for each place that was left as it is. */
	readonly left: readonly string[];
}

/** What is read of one note. */
export interface ReadText {
	readonly edits: readonly TextEdit[];
	readonly links: number;
	readonly left: readonly string[];
}

/** So many notes are read before others get their turn. */
const atOnce = 32;

/** Reads each of the notes once, open editors before the disk; undefined where that is stopped. */
export async function readNotes(
	folder: FolderVault,
	notes: readonly Note[],
	{ read, token }: { readonly read: (note: Note, text: string) => ReadText; readonly token?: vscode.CancellationToken | undefined },
): Promise<ReadRelinking | undefined> {
	const edits = new Map<string, FileEdits>();
	const left: string[] = [];
	let links = 0;
	for (let next = 0; next < notes.length; next += atOnce) {
		await new Promise(resolve => setTimeout(resolve));
		if (token?.isCancellationRequested === true) {
			return undefined;
		}
		const texts = await Promise.all(notes.slice(next, next + atOnce).map(async note => ({ note, text: await folder.textOf(note.path) })));
		for (const { note, text } of texts) {
			const found = text === undefined ? unreadable(note) : read(note, text);
			links += found.links;
			left.push(...found.left);
			if (text !== undefined && found.edits.length > 0) {
				edits.set(note.path, { uri: folder.uriOf(note.path), text, edits: found.edits });
			}
		}
	}
	return { edits, links, left };
}

function unreadable({ path }: Note): ReadText {
	return { edits: [], links: 0, left: [vscode.l10n.t('{0}: it cannot be read.', path)] };
}

/** The line for a link that is left as it is. */
export function leftLink({ path }: Note, link: string): string {
	return vscode.l10n.t('{0}: {1} may mean more than one note.', path, link);
}

/** Reads the notes whose links are concerned; the note that is renamed itself gets its own edits too. */
export function readRelinking(
	folder: FolderVault,
	relinking: Relinking,
	{ own, token }: { readonly own?: Renaming['own']; readonly token?: vscode.CancellationToken } = {},
): Promise<ReadRelinking | undefined> {
	const notes = concernedNotes(relinking);
	const all = own === undefined || notes.some(({ uri }) => uri === own.note.uri) ? notes : [...notes, own.note];
	const read = (note: Note, text: string): ReadText => {
		const { edits, links, left } = relinkText(relinking, note, text);
		const first = own?.note.uri === note.uri ? own.edits : [];
		return { edits: withoutOverlaps(first, edits), links, left: left.map(link => leftLink(note, link)) };
	};
	return readNotes(folder, all, { read, token });
}

/** A title that is written anew takes along what stands in it. */
function withoutOverlaps(first: readonly TextEdit[], others: readonly TextEdit[]): readonly TextEdit[] {
	return [...first, ...others.filter(({ span }) => !first.some(edit => edit.span.start < span.end && span.start < edit.span.end))];
}

/** Edits and moves as one change: first the notes that stay where they are, then each move behind the edits of what it moves. */
export function changeOf(folder: FolderVault, moves: readonly Move[], edits: Iterable<readonly [string, FileEdits]>): vscode.WorkspaceEdit {
	const change = new vscode.WorkspaceEdit();
	const bySource = new Map(moves.map(move => [move.from, move]));
	const moving = new Map<string, FileEdits[]>();
	for (const [path, fileEdits] of edits) {
		const source = (bySource.get(path) ?? folderMoveAround(path, bySource))?.from;
		if (source === undefined) {
			addEdits(change, fileEdits);
		} else {
			moving.set(source, [...(moving.get(source) ?? []), fileEdits]);
		}
	}
	const pages = pagesOf(folder, bySource);
	const fileMoves = moves.map(({ from, to }) => ({ from: folder.uriOf(from), to: folder.uriOf(to), edits: moving.get(from) ?? [] }));
	addMoves(change, fileMoves, move => pages.get(move.from.toString()) ?? move.from);
	return change;
}

/**
 * One move and edits as one change: first the move, then the edits, of what moved at its new place. Only in this order does VS Code undo all of it in one step; and
 * `vscode.executeDocumentRenameProvider` hands out every change with its moves in front (`WorkspaceEdit.to` in extHostTypeConverters.ts).
 */
export function changeAfter(
	folder: FolderVault,
	move: Move | undefined,
	edits: Iterable<readonly [string, FileEdits]>,
): vscode.WorkspaceEdit {
	const change = new vscode.WorkspaceEdit();
	const moves = new Map(move === undefined ? [] : [[move.from, move]]);
	if (move !== undefined) {
		change.renameFile(folder.uriOf(move.from), folder.uriOf(move.to), { overwrite: false });
	}
	for (const [path, fileEdits] of edits) {
		addEdits(change, { ...fileEdits, uri: folder.uriOf(pathAfter(path, moves)) });
	}
	return change;
}

/** For each folder that moves, a note in it: a folder has no text that could be edited. */
function pagesOf(folder: FolderVault, bySource: ReadonlyMap<string, Move>): ReadonlyMap<string, vscode.Uri> {
	const pages = new Map<string, vscode.Uri>();
	for (const { path } of folder.vault.notes()) {
		const source = folderMoveAround(path, bySource)?.from;
		if (source !== undefined) {
			pages.set(folder.uriOf(source).toString(), folder.uriOf(path));
		}
	}
	return pages;
}

/** Where a move leads to a file or folder that is no note of the vault; undefined where each name is free. A change of letter case leads to what moves itself. */
export async function takenOnDisk(folder: FolderVault, moves: readonly Move[]): Promise<string | undefined> {
	const sources = new Set(moves.map(({ from }) => from.normalize('NFC').toLowerCase()));
	for (const { to } of moves) {
		if (!sources.has(to.normalize('NFC').toLowerCase()) && (await exists(folder.uriOf(to)))) {
			return to;
		}
	}
	return undefined;
}

/** Whether there is a file or folder. */
async function exists(uri: vscode.Uri): Promise<boolean> {
	return vscode.workspace.fs.stat(uri).then(
		() => true,
		() => false,
	);
}
