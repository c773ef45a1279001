import * as vscode from 'vscode';
import { orderMoves, pathAfter, type Move } from '../core/rename/moves.ts';
import { relinkingOf, type Relinking } from '../core/rename/relinking.ts';
import { isWithin } from '../core/notePath.ts';
import type { FolderVault } from '../host/folderVault.ts';
import type { LanguageServices } from '../host/languageServices.ts';
import type { ReportedMove } from '../host/ownMoves.ts';
import type { FileEdits } from '../host/previewedEdit.ts';
import { applyRefactoring } from '../host/refactoring.ts';
import { changeOf, readRelinking } from '../host/relinkEdit.ts';

/**
 * Renaming or moving files and folders, in the Explorer or by another extension: links to what moves, and relative links in it, follow. VS Code itself asks before it makes
 * such changes, can show them, and undoes them with the move. Moves that come from here have their links in order already.
 */
export function registerUpdateLinks(services: LanguageServices): vscode.Disposable {
	return vscode.Disposable.from(
		vscode.workspace.onWillRenameFiles(event => {
			const folders = services.vaults.all.filter(isWanted);
			if (folders.some(folder => event.files.some(({ oldUri }) => notesIn(folder, oldUri).length > 0))) {
				event.waitUntil(update(services, folders, event));
			}
		}),
		vscode.workspace.onDidRenameFiles(({ files }) => {
			offerWhatIsLeft(services, files).catch(services.onError);
		}),
	);
}

/** After a change that was discarded in its preview, the same move was made by hand. */
async function offerWhatIsLeft({ ownMoves, tell }: LanguageServices, files: readonly ReportedMove[]): Promise<void> {
	const left = await ownMoves.undone(files);
	if (left !== undefined) {
		const run = (): unknown => relink({ ownMoves, tell }, left.folder, left.edits);
		tell.inform(vscode.l10n.t('{0} notes still link to the old name.', left.edits.length), { label: vscode.l10n.t('Update Links'), run });
	}
}

type PathEdits = readonly (readonly [string, FileEdits])[];

/** Changes the links now. */
async function relink(
	{ ownMoves, tell }: Pick<LanguageServices, 'ownMoves' | 'tell'>,
	folder: FolderVault,
	edits: PathEdits,
): Promise<void> {
	const { unsaved } = await ownMoves.during(() =>
		applyRefactoring(folder, { change: changeOf(folder, [], edits), edits: edits.map(([, one]) => one), moves: [] }),
	);
	if (unsaved !== '') {
		tell.failed(unsaved.trim());
	}
}

function isWanted({ isActive, settings }: FolderVault): boolean {
	return isActive && settings['wikiLinks.enabled'] && settings['wikiLinks.updateOnFileMove'] !== 'never';
}

/** Paths of the notes that the uri is, or that lie below it. */
function notesIn(folder: FolderVault, uri: vscode.Uri): readonly string[] {
	const path = pathIn(folder, uri);
	return path === undefined ? [] : [...folder.vault.notes()].flatMap(note => (isWithin(note.path, path) ? [note.path] : []));
}

/** Undefined where it is not below the folder. */
function pathIn(folder: FolderVault, uri: vscode.Uri): string | undefined {
	const isInside = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.folder.uri.toString();
	const { path } = folder.addressOf(uri);
	return isInside && path !== '' ? path : undefined;
}

async function update(
	{ ownMoves, tell }: LanguageServices,
	folders: readonly FolderVault[],
	{ files, token }: vscode.FileWillRenameEvent,
): Promise<vscode.WorkspaceEdit | undefined> {
	if (await ownMoves.areThese(files)) {
		return undefined;
	}
	const change = new vscode.WorkspaceEdit();
	for (const folder of folders) {
		const read = await readRelinking(folder, relinkingFor(folder, files), { token });
		read?.left.forEach(line => {
			tell.note(line);
		});
		if (folder.settings['wikiLinks.updateOnFileMove'] === 'always') {
			await relink({ ownMoves, tell }, folder, [...(read?.edits ?? [])]);
		} else {
			changeOf(folder, [], read?.edits ?? [])
				.entries()
				.forEach(([uri, each]) => {
					change.set(uri, each);
				});
		}
	}
	return change.size === 0 ? undefined : change;
}

/** What leaves the folder leaves the vault. */
function relinkingFor(folder: FolderVault, files: readonly ReportedMove[]): Relinking {
	const moves: Move[] = [];
	const gone = new Set<string>();
	for (const { oldUri, newUri } of files) {
		const [from, to] = [pathIn(folder, oldUri), pathIn(folder, newUri)];
		if (from !== undefined && to !== undefined) {
			moves.push({ from, to, isFolder: folder.vault.note(folder.addressAt(from).uri) === undefined });
		} else {
			notesIn(folder, oldUri).forEach(path => gone.add(folder.addressAt(path).uri));
		}
	}
	const { bySource } = orderMoves(moves);
	return relinkingOf(folder.vault, {
		moves: bySource,
		gone: new Set([...gone].filter(uri => pathAfter(folder.pathOf(uri), bySource) === folder.pathOf(uri))),
	});
}
