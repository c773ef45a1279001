import * as vscode from 'vscode';
import { addInput, readInputOf, type InputAddition } from '../core/frontMatter/inputEdit.ts';
import { folderOf } from '../core/notePath.ts';
import { applyEdits, slice, type TextEdit } from '../core/text.ts';
import { toEdits } from './convert.ts';
import type { FolderVault } from './folderVault.ts';

/** An entry whose `input` is to change. */
export interface InputTarget {
	readonly vault: FolderVault;
	readonly uri: vscode.Uri;
	readonly title: string;
}

/** Minutes that can be added, and what the entry counts before and after. */
export interface InputPlan {
	readonly target: InputTarget;
	readonly before: number;
	readonly after: number;
	/** Writes; may be called once. */
	readonly write: () => Promise<InputWriting>;
}

/**
 * What became of it: on the disk; in an editor with changes of the user's that are not saved; in an editor only, for the disk refused it; or nowhere, `undo` does nothing
 * then.
 */
export interface InputWriting {
	readonly kind: 'saved' | 'unsaved' | 'notSaved' | 'refused';
	/** Takes the change back, in the editor and where it was saved, on the disk. */
	readonly undo: () => Promise<InputUndoing>;
}

/**
 * `undone`: on the disk too. `unsaved`: in an editor with changes of the user's that are not saved; the disk may have the minutes or not. `changed`: somebody has changed
 * the number since, and it was left alone. `notSaved`: the disk refused it, and all is as it was before.
 */
export type InputUndoing = 'undone' | 'unsaved' | 'changed' | 'notSaved';

/** What is to be written, or a sentence that says why it cannot be. */
export type InputPlanning =
	| { readonly kind: 'plan'; readonly plan: InputPlan }
	| { readonly kind: 'same'; readonly before: number }
	| { readonly kind: 'problem'; readonly sentence: string };

/** Reads the entry, an unsaved editor before the disk, and sees what adding minutes would make of it. */
export async function planInput(target: InputTarget, minutes: number): Promise<InputPlanning> {
	const document = await tryToOpen(target.uri);
	if (document === undefined || vscode.workspace.fs.isWritableFileSystem(target.uri.scheme) === false) {
		return { kind: 'problem', sentence: vscode.l10n.t('“{0}” cannot be opened for writing.', target.title) };
	}
	const addition = addInput(document.getText(), minutes, target.vault.vault.shape);
	switch (addition.kind) {
		case 'edit':
			return { kind: 'plan', plan: { ...addition, target, write: () => write(document, target, addition) } };
		case 'same':
			return addition;
		default:
			return { kind: 'problem', sentence: sentenceFor(addition, target.title) };
	}
}

/** The minutes that the entry counts now, or a sentence that says why they cannot be read. */
export async function inputOf(target: InputTarget): Promise<number | string> {
	const planning = await planInput(target, 0);
	return planning.kind === 'same' ? planning.before : planning.kind === 'problem' ? planning.sentence : planning.plan.before;
}

async function tryToOpen(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
	return vscode.workspace.openTextDocument(uri).then(
		document => document,
		() => undefined,
	);
}

type Edit = Extract<InputAddition, { kind: 'edit' }>;

/** A document without changes of the user's is saved; another is left for its user to save. */
async function write(document: vscode.TextDocument, target: InputTarget, { edit, after }: Edit): Promise<InputWriting> {
	const text = document.getText();
	const wasDirty = document.isDirty;
	if (!(await apply(document, edit))) {
		return { kind: 'refused', undo: () => Promise.resolve('changed') };
	}
	const kind = wasDirty ? 'unsaved' : (await save(document, target)) ? 'saved' : 'notSaved';
	return { kind, undo: () => takeBack({ target, edit, after, text }) };
}

interface Undoing extends Pick<Edit, 'edit' | 'after'> {
	readonly target: InputTarget;
	/** As it was before. */
	readonly text: string;
}

/** A document without changes of the user's is saved, also where that was left to its user before. */
async function takeBack({ target, edit, after, text }: Undoing): Promise<InputUndoing> {
	const document = await tryToOpen(target.uri);
	if (document === undefined) {
		return 'changed';
	}
	const wasDirty = document.isDirty;
	const back = document.getText() === applyEdits(text, [edit]) ? inverse(text, edit) : backByValue(document, target, { edit, after, text });
	const before = document.getText();
	if (back === undefined || !(await apply(document, back))) {
		return 'changed';
	}
	if (wasDirty) {
		return 'unsaved';
	}
	if (await save(document, target)) {
		return 'undone';
	}
	await apply(document, inverse(before, back)); // the editor shows again what is on the disk
	return 'notSaved';
}

/** False where the disk refuses; the file is as it was then. */
async function save(document: vscode.TextDocument, { vault, uri }: InputTarget): Promise<boolean> {
	const bytes = new TextEncoder().encode(document.getText()).length;
	return (await vault.store.hasRoom(folderOf(vault.addressOf(uri).path), bytes)) && document.save();
}

/** What is said beside the minutes where they are not on the disk yet; `''` where they are. */
export function sentenceOfSaving(kinds: readonly InputWriting['kind'][]): string {
	return kinds.includes('notSaved')
		? vscode.l10n.t('It could not be saved and stands in its editor only; see whether the disk is full or read-only, then save it.')
		: kinds.includes('unsaved')
			? vscode.l10n.t('It had changes of yours that are not saved, so it is for you to save.')
			: '';
}

/** Why an Undo did nothing; `''` where it did. */
export function sentenceOfUndoing(undoing: InputUndoing, title: string): string {
	switch (undoing) {
		case 'undone':
		case 'unsaved':
			return '';
		case 'changed':
			return vscode.l10n.t('The time of “{0}” has been changed since; it was left as it is.', title);
		case 'notSaved':
			return vscode.l10n.t('“{0}” could not be saved, so its time stays; see whether the disk is full or read-only.', title);
	}
}

function inverse(text: string, { span, newText }: TextEdit): TextEdit {
	return { span: { start: span.start, end: span.start + newText.length }, newText: slice(text, span) };
}

/** Where other things have changed in the text, the number goes back, if it is still the one that was written. */
function backByValue(
	document: vscode.TextDocument,
	{ vault }: InputTarget,
	{ after, text }: Omit<Undoing, 'target'>,
): TextEdit | undefined {
	const { shape } = vault.vault;
	const [now, before] = [readInputOf(document.getText(), shape), readInputOf(text, shape)];
	if (now.kind !== 'minutes' || before.kind !== 'minutes' || now.minutes !== after) {
		return undefined;
	}
	const addition = addInput(document.getText(), before.minutes - after, shape);
	return addition.kind === 'edit' ? addition.edit : undefined;
}

async function apply(document: vscode.TextDocument, edit: TextEdit): Promise<boolean> {
	const change = new vscode.WorkspaceEdit();
	change.set(document.uri, toEdits(document.getText(), [edit]));
	return vscode.workspace.applyEdit(change);
}

function sentenceFor(addition: Exclude<InputAddition, { readonly kind: 'edit' | 'same' }>, title: string): string {
	switch (addition.kind) {
		case 'noFrontMatter':
			return vscode.l10n.t('“{0}” has no front matter to write the time into. Give it some first.', title);
		case 'executable':
			return vscode.l10n.t(
				'The front matter of “{0}” begins with `---{1}`; such a block is never read. Begin it with `---`.',
				title,
				addition.language,
			);
		case 'duplicate':
			return vscode.l10n.t('“{0}” has `{1}` twice in its front matter. Remove one of them first.', title, addition.name);
		case 'unreadable':
			return vscode.l10n.t('The front matter of “{0}” cannot be read: {1} Correct it first.', title, addition.message);
		case 'noNumber':
			return vscode.l10n.t(
				'“{0}” has `{1}: {2}`, which is no number to add to. Correct it first.',
				title,
				addition.name,
				shorten(addition.written),
			);
		case 'noPlace':
			return vscode.l10n.t(
				'`{1}` of “{0}” cannot be changed without changing more than it. Write it by hand, on a line of its own.',
				title,
				addition.name,
			);
	}
}

function shorten(text: string): string {
	return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
