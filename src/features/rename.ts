import * as vscode from 'vscode';
import { renamePlaceAt, type RenamePlace } from '../core/rename/renameTarget.ts';
import { lineStartsOf } from '../core/text.ts';
import { BuiltInRename } from '../host/builtInRename.ts';
import { toRange } from '../host/convert.ts';
import { markdown } from '../host/editors.ts';
import type { FolderVault } from '../host/folderVault.ts';
import type { LanguageServices } from '../host/languageServices.ts';
import { linkedNoteOf } from '../host/linkedNotes.ts';
import { Renamer } from '../host/renamer.ts';

/**
 * F2: on a link or title the note, with its file or bundle; on a heading, block id or tag just that; the links to it follow, in every note.
 * Where nothing of ours stands, VS Code asks its other providers.
 */
export function registerRename(services: LanguageServices): vscode.Disposable {
	const builtIn = new BuiltInRename();
	const renamer = new Renamer(services, builtIn);
	return vscode.languages.registerRenameProvider(markdown, {
		prepareRename(document, position) {
			const place = builtIn.isAsked ? undefined : placeAt(services, document, position)?.place;
			return place && { range: toRange(lineStartsOf(document.getText()), place.span), placeholder: place.placeholder };
		},
		provideRenameEdits(document, position, newName, token) {
			const found = builtIn.isAsked ? undefined : placeAt(services, document, position);
			return found?.place && renamer.rename(found.folder, found.place.target, { newName, token });
		},
	});
}

function placeAt(
	{ vaults }: LanguageServices,
	document: vscode.TextDocument,
	position: vscode.Position,
): { readonly folder: FolderVault; readonly place: RenamePlace | undefined } | undefined {
	const read = linkedNoteOf(vaults, document);
	return read && { folder: read.folder, place: renamePlaceAt(read.folder.vault, read, document.getText(), document.offsetAt(position)) };
}
