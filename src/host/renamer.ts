import * as vscode from 'vscode';
import { parseNote, type Note } from '../core/note.ts';
import { relinkingOf } from '../core/rename/relinking.ts';
import { renameNote, type Refusal, type Renaming } from '../core/rename/renameNote.ts';
import { headingWords, renameBlock, renameHeading } from '../core/rename/renamePlace.ts';
import { tagProblemOf } from '../core/rename/renameTag.ts';
import type { RenameTarget } from '../core/rename/renameTarget.ts';
import type { BuiltInRename } from './builtInRename.ts';
import type { FolderVault } from './folderVault.ts';
import type { LanguageServices } from './languageServices.ts';
import { sentenceOf, sentenceOfTag } from './refusals.ts';
import { changeOf, readRelinking, takenOnDisk } from './relinkEdit.ts';
import { mayMerge, readTagged, tagChange } from './tagEdit.ts';

type Target<Kind extends RenameTarget['kind']> = Extract<RenameTarget, { readonly kind: Kind }>;

/** What was typed for a new name. */
export interface Wish {
	readonly newName: string;
	readonly token: vscode.CancellationToken;
}

/** Turns a wish into the edits; what cannot be is refused with a sentence, which VS Code shows at the caret. */
export class Renamer {
	readonly #services: Pick<LanguageServices, 'tell' | 'ownMoves'>;
	readonly #builtIn: BuiltInRename;

	constructor(services: Pick<LanguageServices, 'tell' | 'ownMoves'>, builtIn: BuiltInRename) {
		this.#services = services;
		this.#builtIn = builtIn;
	}

	rename(folder: FolderVault, target: RenameTarget, wish: Wish): Promise<vscode.WorkspaceEdit | undefined> {
		switch (target.kind) {
			case 'note':
				return this.#note(folder, target, wish);
			case 'tag':
				return this.#tag(folder, target.tag, wish);
			default:
				return this.#place(folder, target, wish);
		}
	}

	async #note(folder: FolderVault, { note, byName }: Target<'note'>, { newName, token }: Wish): Promise<vscode.WorkspaceEdit | undefined> {
		const text = await textOf(folder, note);
		const renaming = accepted(renameNote(folder.vault, { note, text, byName, newName }));
		const taken = await takenOnDisk(folder, renaming.moves);
		if (taken !== undefined) {
			throw new Error(sentenceOf({ kind: 'taken', path: taken }));
		}
		const read = await readRelinking(folder, relinkingOf(folder.vault, renaming.changes), { own: renaming.own, token });
		if (read === undefined) {
			return undefined;
		}
		read.left.forEach(line => {
			this.#services.tell.note(line);
		});
		this.#services.ownMoves.announce(folder, renaming.moves, read.edits);
		return changeOf(folder, renaming.moves, read.edits);
	}

	async #place(
		folder: FolderVault,
		target: Target<'heading' | 'block'>,
		{ newName, token }: Wish,
	): Promise<vscode.WorkspaceEdit | undefined> {
		const text = await textOf(folder, target.note);
		const note = parseNote(target.note, text);
		const heading = target.kind === 'heading' ? note.headings[target.note.headings.indexOf(target.heading)] : undefined;
		const block = target.kind === 'block' ? note.blockIds[target.note.blockIds.indexOf(target.block)] : undefined;
		const renaming = accepted(
			heading !== undefined
				? renameHeading({ note, text }, heading, newName)
				: block !== undefined
					? renameBlock({ note, text }, block, newName)
					: { kind: 'form' },
		);
		const read = await readRelinking(folder, relinkingOf(folder.vault, renaming.changes), { own: renaming.own, token });
		if (read === undefined) {
			return undefined;
		}
		const change = changeOf(folder, [], read.edits);
		const uri = folder.uriOf(note.path);
		const links =
			heading === undefined ? [] : await this.#builtIn.linksTo({ uri, text, span: headingWords(text, heading) }, newName.trim());
		for (const [file, edits] of links) {
			change.set(file, [...change.get(file), ...edits]);
		}
		return change;
	}

	async #tag(folder: FolderVault, from: string, { newName, token }: Wish): Promise<vscode.WorkspaceEdit | undefined> {
		const renaming = { from, to: newName.trim().replace(/^#/u, '') };
		const problem = tagProblemOf(folder.vault, renaming, folder.inlineTags);
		if (problem !== undefined) {
			throw new Error(sentenceOfTag(problem));
		}
		if (!(await mayMerge(folder, renaming))) {
			throw new Error(vscode.l10n.t('Nothing was renamed: the tag “{0}” is there already.', renaming.to));
		}
		const read = await readTagged(folder, renaming, token);
		return read && tagChange(read);
	}
}

async function textOf(folder: FolderVault, { path }: Note): Promise<string> {
	const text = await folder.textOf(path);
	if (text === undefined) {
		throw new Error(vscode.l10n.t('“{0}” cannot be read.', path));
	}
	return text;
}

function accepted(renaming: Renaming | Refusal): Renaming {
	if (renaming.kind !== 'renaming') {
		throw new Error(sentenceOf(renaming));
	}
	return renaming;
}
