import * as vscode from 'vscode';
import { parseNote, type Note } from '../core/note.ts';
import { relinkingOf } from '../core/rename/relinking.ts';
import { renameNote, type Refusal, type Renaming } from '../core/rename/renameNote.ts';
import { headingWords, renameBlock, renameHeading } from '../core/rename/renamePlace.ts';
import { tagProblemOf } from '../core/rename/renameTag.ts';
import { notesNaming, unresolvedEdits } from '../core/rename/renameUnresolved.ts';
import type { Heading } from '../core/prose/heading.ts';
import type { RenameTarget } from '../core/rename/renameTarget.ts';
import type { BuiltInRename } from './builtInRename.ts';
import type { FolderVault } from './folderVault.ts';
import type { LanguageServices } from './languageServices.ts';
import { sentenceOf, sentenceOfTag, sentenceOfTarget } from './refusals.ts';
import { changeAfter, readNotes, readRelinking, takenOnDisk, type ReadRelinking } from './relinkEdit.ts';
import { mayMerge, readTagged } from './tagEdit.ts';

type Target<Kind extends RenameTarget['kind']> = Extract<RenameTarget, { readonly kind: Kind }>;

/** What was typed for a new name. */
export interface Wish {
	readonly newName: string;
	readonly token: vscode.CancellationToken;
}

/** Why a wish cannot be granted: a sentence for the user. */
class Refused extends Error {}

/**
 * Turns a wish into the edits. What cannot be is refused with a sentence, and nothing is changed; an error would make VS Code ask its own provider, which would rename the inner
 * brackets of `[[x]]`.
 */
export class Renamer {
	readonly #services: Pick<LanguageServices, 'tell' | 'ownMoves'>;
	readonly #builtIn: BuiltInRename;

	constructor(services: Pick<LanguageServices, 'tell' | 'ownMoves'>, builtIn: BuiltInRename) {
		this.#services = services;
		this.#builtIn = builtIn;
	}

	/** Undefined where the user stops it. */
	async rename(folder: FolderVault, target: RenameTarget, wish: Wish): Promise<vscode.WorkspaceEdit | undefined> {
		try {
			return await this.#edit(folder, target, wish);
		} catch (error) {
			if (error instanceof Refused) {
				this.#services.tell.failed(error.message);
				return new vscode.WorkspaceEdit();
			}
			throw error;
		}
	}

	#edit(folder: FolderVault, target: RenameTarget, wish: Wish): Promise<vscode.WorkspaceEdit | undefined> {
		switch (target.kind) {
			case 'note':
				return this.#note(folder, target, wish);
			case 'tag':
				return this.#tag(folder, target.tag, wish);
			case 'heading':
			case 'block':
				return this.#place(folder, target, wish);
			case 'unresolved':
				return this.#unresolved(folder, target.called, wish);
			default:
				throw new Refused(sentenceOfTarget(target));
		}
	}

	async #note(folder: FolderVault, { note, byName }: Target<'note'>, { newName, token }: Wish): Promise<vscode.WorkspaceEdit | undefined> {
		const text = await textOf(folder, note);
		const renaming = accepted(renameNote(folder.vault, { note, text, byName, newName }));
		const taken = await takenOnDisk(folder, renaming.moves);
		if (taken !== undefined) {
			throw new Refused(sentenceOf({ kind: 'taken', path: taken }));
		}
		const read = await this.#read(folder, renaming, token);
		if (read !== undefined) {
			this.#services.ownMoves.announce(folder, renaming.moves, read.edits);
		}
		return read && changeAfter(folder, renaming.moves[0], read.edits);
	}

	async #place(
		folder: FolderVault,
		target: Target<'heading' | 'block'>,
		{ newName, token }: Wish,
	): Promise<vscode.WorkspaceEdit | undefined> {
		const text = await textOf(folder, target.note);
		const note = parseNote(target.note, text);
		const heading = target.kind === 'heading' ? note.headings[target.note.headings.indexOf(target.heading)] : undefined;
		const read = await this.#read(folder, accepted(renamedPlace(note, text, { target, heading, newName })), token);
		if (read === undefined) {
			return undefined;
		}
		const change = changeAfter(folder, undefined, read.edits);
		const inText = heading && { uri: folder.uriOf(note.path), text, span: headingWords(text, heading) };
		for (const [file, edits] of inText === undefined ? [] : await this.#builtIn.linksTo(inText, newName.trim())) {
			const own = change.get(file);
			// A second `set` adds to the first.
			change.set(
				file,
				edits.filter(({ range }) => !own.some(edit => edit.range.intersection(range))),
			);
		}
		return change;
	}

	async #read(folder: FolderVault, { changes, own }: Renaming, token: vscode.CancellationToken): Promise<ReadRelinking | undefined> {
		const read = await readRelinking(folder, relinkingOf(folder.vault, changes), { own, token });
		read?.left.forEach(line => {
			this.#services.tell.note(line);
		});
		return read;
	}

	async #unresolved(folder: FolderVault, called: string, { newName, token }: Wish): Promise<vscode.WorkspaceEdit | undefined> {
		const to = newName.trim();
		if (to === '') {
			throw new Refused(sentenceOf({ kind: 'name', problem: 'empty' }));
		}
		const read = await readNotes(folder, notesNaming(folder.vault, called), {
			token,
			read: (note, text) => ({ edits: unresolvedEdits(folder.vault, note, { text, called, to }), links: 0, left: [] }),
		});
		return read && changeAfter(folder, undefined, read.edits);
	}

	async #tag(folder: FolderVault, from: string, { newName, token }: Wish): Promise<vscode.WorkspaceEdit | undefined> {
		const renaming = { from, to: newName.trim().replace(/^#/u, '') };
		const problem = tagProblemOf(folder.vault, renaming, folder.inlineTags);
		if (problem !== undefined) {
			throw new Refused(sentenceOfTag(problem));
		}
		if (!(await mayMerge(folder, renaming))) {
			throw new Refused(vscode.l10n.t('Nothing was renamed: the tag “{0}” is there already.', renaming.to));
		}
		const read = await readTagged(folder, renaming, token);
		return read && changeAfter(folder, undefined, read.edits);
	}
}

interface PlaceWish {
	readonly target: Target<'heading' | 'block'>;
	/** The heading as it stands in the text now. */
	readonly heading: Heading | undefined;
	readonly newName: string;
}

function renamedPlace(note: Note, text: string, { target, heading, newName }: PlaceWish): Renaming | Refusal {
	if (heading !== undefined) {
		return renameHeading({ note, text }, heading, newName);
	}
	const block = target.kind === 'block' ? note.blockIds[target.note.blockIds.indexOf(target.block)] : undefined;
	return block === undefined ? { kind: 'form' } : renameBlock({ note, text }, block, newName);
}

async function textOf(folder: FolderVault, { path }: Note): Promise<string> {
	const text = await folder.textOf(path);
	if (text === undefined) {
		throw new Refused(vscode.l10n.t('“{0}” cannot be read.', path));
	}
	return text;
}

function accepted(renaming: Renaming | Refusal): Renaming {
	if (renaming.kind !== 'renaming') {
		throw new Refused(sentenceOf(renaming));
	}
	return renaming;
}
