import * as vscode from 'vscode';
import type { TextEdit } from '../core/text.ts';
import { toEdits } from './convert.ts';

/** A file's edits, counted in the text that was read of it. */
export interface FileEdits {
	readonly uri: vscode.Uri;
	readonly text: string;
	readonly edits: readonly TextEdit[];
}

/** A file or folder that gets another name. */
export interface FileMove {
	readonly from: vscode.Uri;
	readonly to: vscode.Uri;
	/** What is edited in the file, or in files of the folder, before it moves. */
	readonly edits: readonly FileEdits[];
}

/** Adds edits of one file. The byte order mark that a file may begin with is no part of the editor's text. */
export function addEdits(change: vscode.WorkspaceEdit, { uri, text, edits }: FileEdits): void {
	change.set(uri, text.startsWith('\uFEFF') ? toEdits(text.slice(1), edits.map(oneBack)) : toEdits(text, edits));
}

function oneBack({ span, newText }: TextEdit): TextEdit {
	return { span: { start: span.start - 1, end: span.end - 1 }, newText };
}

/**
 * Adds moves of which one may lead to where another leads away from, as in `6 -> 7`, then `5 -> 6`. VS Code checks all renamings that follow on each other
 * before it makes the first, and finds 6 taken; edits of text between two renamings part them. Where there is nothing to edit, an edit that
 * changes nothing does that.
 */
export function addMoves(change: vscode.WorkspaceEdit, moves: readonly FileMove[], someNoteIn: (move: FileMove) => vscode.Uri): void {
	moves.forEach((move, index) => {
		for (const edits of move.edits) {
			addEdits(change, edits);
		}
		if (index > 0 && move.edits.length === 0) {
			change.set(someNoteIn(move), [vscode.TextEdit.insert(new vscode.Position(0, 0), '')]);
		}
		change.renameFile(move.from, move.to, { overwrite: false });
	});
}

/**
 * Has VS Code show the change in its refactor preview, every box ticked, when it is applied; then `applyEdit` gives false where the user discards it.
 *
 * VS Code shows the preview where an edit needs confirmation, but takes the tick off each that does; so the one that does is an edit that does nothing and is
 * not shown: the creation of a file that is there. `there` is such a file.
 */
export function askForPreview(change: vscode.WorkspaceEdit, there: vscode.Uri, label: string): void {
	change.createFile(there, { ignoreIfExists: true }, { needsConfirmation: true, label });
}
