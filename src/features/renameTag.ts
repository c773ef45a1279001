import * as vscode from 'vscode';
import { tagProblemOf, type TagRenaming } from '../core/rename/renameTag.ts';
import { tagsOf } from '../core/tags/tagIndex.ts';
import { foldTerm } from '../core/term.ts';
import { registerCommand } from '../host/commands.ts';
import type { FolderVault } from '../host/folderVault.ts';
import { plainSentence } from '../host/plainSentence.ts';
import { askForPreview } from '../host/previewedEdit.ts';
import { applyRefactoring } from '../host/refactoring.ts';
import { sentenceOfTag } from '../host/refusals.ts';
import type { Services } from '../host/services.ts';
import { changeAfter } from '../host/relinkEdit.ts';
import { mayMerge, readTagged } from '../host/tagEdit.ts';

/** "Rename Tag…": in every note's front matter and text, the tags below it too; previewed. The tags view hands over `{ tag }`. */
export function registerRenameTag(services: Services): vscode.Disposable {
	const { tell, vaults } = services;
	return registerCommand(tell, { id: 'dailyLog.renameTag', name: vscode.l10n.t('Rename Tag') }, async given => {
		await vaults.loadAll();
		const picked = await pickTag(services, tagGiven(given));
		const to = picked && (await askName(picked));
		if (picked !== undefined && to !== undefined && (await mayMerge(picked.folder, { from: picked.tag, to }))) {
			await rename(services, picked.folder, { from: picked.tag, to });
		}
	});
}

interface PickedTag {
	readonly folder: FolderVault;
	readonly tag: string;
}

function tagGiven(given: unknown): string | undefined {
	return typeof given === 'object' && given !== null && 'tag' in given && typeof given.tag === 'string' ? given.tag : undefined;
}

/** Asks for the tag where none is handed over; undefined for Escape, and after a word to the user where there is none. */
async function pickTag({ tell, vaults }: Services, given: string | undefined): Promise<PickedTag | undefined> {
	const items = vaults.all.flatMap(folder =>
		tagsOf(folder.vault)
			.tags(folder.inlineTags)
			.map(({ tag, notes }) => ({ label: tag, description: vscode.l10n.t('{0} notes', notes.size), folder, tag })),
	);
	if (given !== undefined) {
		const known = items.find(({ tag }) => foldTerm(tag) === foldTerm(given));
		if (known === undefined) {
			tell.inform(vscode.l10n.t('No note has the tag “{0}”.', given));
		}
		return known;
	}
	if (items.length === 0) {
		tell.inform(vscode.l10n.t('No note has a tag yet.'));
		return undefined;
	}
	return vscode.window.showQuickPick(items, { title: vscode.l10n.t('Rename Tag'), placeHolder: vscode.l10n.t('The tag to rename') });
}

async function askName({ folder, tag }: PickedTag): Promise<string | undefined> {
	const to = await vscode.window.showInputBox({
		title: vscode.l10n.t('Rename Tag'),
		prompt: plainSentence(vscode.l10n.t('The new name of “{0}”. With “/” in it, it stands below another tag.', tag)),
		value: tag,
		valueSelection: [tag.lastIndexOf('/') + 1, tag.length],
		validateInput: input => {
			const problem = tagProblemOf(folder.vault, { from: tag, to: tidy(input) }, folder.inlineTags);
			return problem === undefined ? undefined : sentenceOfTag(problem);
		},
	});
	return to === undefined ? undefined : tidy(to);
}

function tidy(input: string): string {
	return input.trim().replace(/^#/u, '');
}

async function rename({ tell }: Services, folder: FolderVault, renaming: TagRenaming): Promise<void> {
	const read = await readTagged(folder, renaming);
	const [first] = read?.edits.values() ?? [];
	read?.left.forEach(line => {
		tell.note(line);
	});
	if (read === undefined || first === undefined) {
		tell.inform(vscode.l10n.t('There is nothing to rename: the tag is spelled “{0}” everywhere.', renaming.to));
		return;
	}
	const change = changeAfter(folder, undefined, read.edits);
	askForPreview(change, first.uri, vscode.l10n.t('Rename Tag'));
	const { applied, unsaved } = await applyRefactoring(folder, { change, edits: [...read.edits.values()], moves: [] });
	tell.inform(applied ? doneSentence(renaming, read.edits.size, read.left.length) + unsaved : vscode.l10n.t('Nothing was renamed.'));
}

function doneSentence({ from, to }: TagRenaming, notes: number, left: number): string {
	const done = vscode.l10n.t('Renamed the tag “{0}” to “{1}” in {2} notes', from, to, notes);
	return left === 0 ? `${done}.` : vscode.l10n.t('{0}; {1} notes were left as they are, the log names them.', done, left);
}
