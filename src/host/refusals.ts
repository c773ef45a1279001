import * as vscode from 'vscode';
import type { NameProblem } from '../core/rename/noteName.ts';
import type { Refusal } from '../core/rename/renameNote.ts';
import type { TagProblem } from '../core/rename/renameTag.ts';

/** What is said to the user where a new name cannot be given: one sentence, with what to do. */
export function sentenceOf(refusal: Refusal): string {
	switch (refusal.kind) {
		case 'name':
			return nameSentence(refusal.problem);
		case 'taken':
			return vscode.l10n.t('“{0}” is there already. Choose another name.', refusal.path);
		case 'titleTaken':
			return vscode.l10n.t(
				'The note “{0}” has this title already, and links could not tell the two apart. Choose another title.',
				refusal.path,
			);
		case 'numberTaken':
			return vscode.l10n.t(
				'“{1}” is entry {0} already. Choose another number, or make room with “Renumber Entries…”.',
				refusal.number,
				refusal.path,
			);
		case 'cannotEdit':
			return vscode.l10n.t('The title cannot be changed without changing more than it. Change it in the front matter.');
		case 'form':
			return vscode.l10n.t('This would be read as something else. Choose a name of one line; for a block id letters, digits, “-” and “_”.');
	}
}

function nameSentence(problem: NameProblem): string {
	switch (problem) {
		case 'empty':
			return vscode.l10n.t('A name is needed.');
		case 'sign':
			return vscode.l10n.t('A name cannot hold < > : " / \\ | ? * or control characters. Choose a name without them.');
		case 'dot':
			return vscode.l10n.t('A name does not begin with a dot, nor end with a dot or a blank. Choose another one.');
		case 'reserved':
			return vscode.l10n.t('Windows keeps this name for a device. Choose another one.');
		case 'tooLong':
			return vscode.l10n.t('This name is too long for a file. Choose a shorter one.');
	}
}

/** Why what stands at the caret has no name to change. */
export function sentenceOfTarget(target: { readonly kind: 'ambiguous' | 'missingHeading' | 'noNote'; readonly called: string }): string {
	switch (target.kind) {
		case 'ambiguous':
			return vscode.l10n.t('“{0}” may mean more than one note. Write the link in full first.', target.called);
		case 'missingHeading':
			return vscode.l10n.t('The note has no heading or block “{0}”, so there is nothing to rename.', target.called);
		case 'noNote':
			return vscode.l10n.t('“{0}” is no note. Rename the file in the Explorer.', target.called);
	}
}

/** What is wrong with the name of a tag. */
export function sentenceOfTag(problem: TagProblem): string {
	switch (problem) {
		case 'empty':
			return vscode.l10n.t('A tag needs a name.');
		case 'sign':
			return vscode.l10n.t('A tag does not begin or end with a slash and stands on one line. Choose another name.');
		case 'inline':
			return vscode.l10n.t(
				'Some notes have this tag in their text, where only letters, digits, “_”, “-” and “/” can stand, and at least one letter. Choose another name.',
			);
	}
}
