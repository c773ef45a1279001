import type * as vscode from 'vscode';
import type { ReadNote } from '../core/note.ts';
import type { WikiLink } from '../core/prose/wikiLink.ts';
import { touches } from '../core/text.ts';
import type { FolderVault } from './folderVault.ts';
import type { Vaults } from './vaults.ts';

/** An open note in which wiki links are followed. */
export interface LinkedNote extends ReadNote {
	readonly folder: FolderVault;
}

/** The document as a note with its vault; undefined where there is no log, or wiki links are switched off. */
export function linkedNoteOf(vaults: Vaults, document: vscode.TextDocument): LinkedNote | undefined {
	const folder = vaults.of(document.uri);
	return folder?.isActive === true && folder.settings['wikiLinks.enabled'] ? { folder, ...folder.read(document) } : undefined;
}

/** The link at the offset, both of its ends included; undefined where there is none. */
export function linkAt({ scan }: ReadNote, offset: number): WikiLink | undefined {
	return scan.links.find(({ span }) => touches(span, offset));
}
