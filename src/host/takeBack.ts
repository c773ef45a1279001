import * as vscode from 'vscode';
import { pathAfter } from '../core/rename/moves.ts';
import { applyEdits, comparable, reversedEdits } from '../core/text.ts';
import { openDocument } from './openNotes.ts';
import type { ReportedMove } from './ownMoves.ts';
import { addEdits, type FileEdits } from './previewedEdit.ts';

/** What VS Code renames while a change is carried out. */
export interface WatchedMoves {
	/** In their order. */
	readonly done: readonly ReportedMove[];
	/** What it was about to rename last, and has not; undefined where nothing is left, or it did not get that far because the new name is taken. */
	failed(): vscode.Uri | undefined;
}

/** Does the work, and says what was renamed meanwhile. */
export async function watchingMoves<Result>(
	work: () => Thenable<Result>,
): Promise<{ readonly result: Result; readonly moves: WatchedMoves }> {
	const begun: ReportedMove[] = [];
	const done: ReportedMove[] = [];
	const listening = vscode.Disposable.from(
		vscode.workspace.onWillRenameFiles(({ files }) => begun.push(...files)),
		vscode.workspace.onDidRenameFiles(({ files }) => done.push(...files)),
	);
	try {
		const result = await work();
		return { result, moves: { done, failed: () => begun.find(one => !done.some(other => isSame(one, other)))?.oldUri } };
	} finally {
		listening.dispose();
	}
}

function isSame(one: ReportedMove, other: ReportedMove): boolean {
	return one.oldUri.toString() === other.oldUri.toString() && one.newUri.toString() === other.newUri.toString();
}

/** Uris of documents. */
export interface Documents {
	readonly unsaved: ReadonlySet<string>;
	/** Those that have a tab. */
	readonly shown: ReadonlySet<string>;
}

/** The documents as they are now. */
export function documentsNow(): Documents {
	return {
		unsaved: new Set(vscode.workspace.textDocuments.flatMap(({ isDirty, uri }) => (isDirty ? [uri.toString()] : []))),
		shown: new Set(tabs().map(({ uri }) => uri)),
	};
}

/** A change of many files that broke off. */
export interface BrokenChange {
	readonly edits: readonly FileEdits[];
	readonly moves: readonly ReportedMove[];
	/** The documents as they were before it. */
	readonly before: Documents;
}

/**
 * Puts back what the change has done so far: VS Code leaves texts changed in their editors, and files renamed, where a later one cannot be renamed. Unsaved changes of the
 * user's own stay. Returns whether there was something, as there is not where the user discarded the change, and whether each file has its old name again.
 */
export async function takeBack({ edits, moves, before }: BrokenChange): Promise<'nothing' | 'all' | 'part'> {
	const bySource = new Map(moves.map(({ oldUri: { path: from }, newUri: { path: to } }) => [from, { from, to, isFolder: true }]));
	const changed = edits
		.map(each => ({ ...each, uri: each.uri.with({ path: pathAfter(each.uri.path, bySource) }), was: each.uri.toString() }))
		.filter(isStillChanged);
	const change = new vscode.WorkspaceEdit();
	for (const { uri, text, edits } of changed) {
		addEdits(change, { uri, text: applyEdits(text, edits), edits: reversedEdits(text, edits) });
	}
	if (changed.length > 0 && (await vscode.workspace.applyEdit(change))) {
		const ours = changed.filter(({ was }) => !before.unsaved.has(was));
		// Documents that cannot be shown stay marked as unsaved, with the text that their files have.
		await forgetChanges(new Map(ours.map(({ uri, was }) => [uri.toString(), before.shown.has(was)]))).catch(() => undefined);
	}
	for (const { oldUri, newUri } of moves.toReversed()) {
		const back = new vscode.WorkspaceEdit();
		back.renameFile(newUri, oldUri, { overwrite: false });
		if (!(await vscode.workspace.applyEdit(back))) {
			return 'part';
		}
	}
	return changed.length + moves.length === 0 ? 'nothing' : 'all';
}

/** Whether the document has exactly the text that the edits made; what was typed since is the user's. */
function isStillChanged({ uri, text, edits }: FileEdits): boolean {
	const now = openDocument(uri.toString())?.getText();
	return now !== undefined && comparable(now) === comparable(applyEdits(text, edits));
}

/**
 * Documents that have the text of their files again, by uri, with whether they had a tab before: they are no longer shown as unsaved, and a tab that VS Code opened for them
 * goes. `Revert File` goes by what has the focus; so nothing is done where anything else is unsaved, and those documents stay marked as unsaved.
 */
async function forgetChanges(ours: ReadonlyMap<string, boolean>): Promise<void> {
	const dirty = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
	if (dirty.length === 0 || !dirty.every(({ uri }) => ours.has(uri.toString()))) {
		return;
	}
	const active = vscode.window.activeTextEditor;
	for (const document of dirty) {
		await vscode.window.showTextDocument(document, { preview: false });
		await vscode.commands.executeCommand('workbench.action.files.revert');
	}
	const opened = tabs().filter(({ uri, tab }) => ours.get(uri) === false && !tab.isDirty);
	await vscode.window.tabGroups.close(opened.map(({ tab }) => tab));
	if (active !== undefined) {
		await vscode.window.showTextDocument(active.document, active.viewColumn);
	}
}

function tabs(): readonly { readonly uri: string; readonly tab: vscode.Tab }[] {
	return vscode.window.tabGroups.all
		.flatMap(group => group.tabs)
		.flatMap(tab => (tab.input instanceof vscode.TabInputText ? [{ uri: tab.input.uri.toString(), tab }] : []));
}
