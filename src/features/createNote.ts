import * as vscode from 'vscode';
import { meaningOf } from '../core/links/linkMeaning.ts';
import { resolve } from '../core/links/resolve.ts';
import { registerCommand } from '../host/commands.ts';
import { showNote } from '../host/editors.ts';
import type { FolderVault } from '../host/folderVault.ts';
import { linkAt, linkedNoteOf } from '../host/linkedNotes.ts';
import { createPlanned, planNote, sentenceForRefusal } from '../host/noteCreator.ts';
import type { Services } from '../host/services.ts';

/** What a link, a hover or a quick fix hands over. */
interface Request {
	readonly target: string;
	/** Uri of the note with the link. */
	readonly from: vscode.Uri;
	/** `ask` first, and open it; `open` it at once; `stay` where one writes. */
	readonly then: 'ask' | 'open' | 'stay';
}

/** "Create Note from Link": creates the note that the link at the caret, or one that is handed over, names and no note answers to. */
export function registerCreateNote(services: Services): vscode.Disposable {
	const { vaults, tell } = services;
	return registerCommand(tell, { id: 'dailyLog.createNote', name: vscode.l10n.t('Create Note from Link') }, async given => {
		const request = requestOf(given) ?? requestAtCaret(services);
		const folder = request && vaults.of(request.from);
		if (request === undefined || folder === undefined) {
			tell.inform(vscode.l10n.t('Put the caret into a wiki link that leads to no note yet.'));
			return;
		}
		const found = resolve(folder.vault, request.target, folder.addressOf(request.from).path);
		if (found.kind === 'resolved') {
			await showNote(found.note.uri);
		} else {
			await create(services, folder, request);
		}
	});
}

async function create(services: Services, folder: FolderVault, { target, from, then }: Request): Promise<void> {
	const { tell } = services;
	const plan = await planNote(services, folder, { target, from: folder.addressOf(from).path });
	if (plan.kind === 'refused') {
		tell.failed(sentenceForRefusal(plan.reason, target));
		return;
	}
	if ((then === 'ask' && !(await isWanted(plan.title, plan.path))) || !(await createPlanned(services, folder, plan))) {
		return;
	}
	if (then === 'stay') {
		const open = { label: vscode.l10n.t('Open'), run: () => showNote(folder.uriOf(plan.path)) };
		tell.inform(vscode.l10n.t('Created “{0}”.', plan.path), open);
		return;
	}
	const editor = await showNote(folder.uriOf(plan.path));
	const caret = plan.stops.at(-1)?.start ?? plan.text.length;
	const place = editor.document.positionAt(caret - (plan.text.startsWith('\uFEFF') ? 1 : 0));
	editor.selection = new vscode.Selection(place, place);
}

async function isWanted(title: string, path: string): Promise<boolean> {
	const create = vscode.l10n.t('Create Note');
	const question = vscode.l10n.t('No note answers to “{0}” yet. Create it?', title);
	return (await vscode.window.showInformationMessage(question, { modal: true, detail: path }, create)) === create;
}

function requestOf(given: unknown): Request | undefined {
	const { target, from, then } = propertiesOf(given);
	return typeof target === 'string' && typeof from === 'string'
		? { target, from: vscode.Uri.parse(from, true), then: then === 'stay' || then === 'open' ? then : 'ask' }
		: undefined;
}

function propertiesOf(given: unknown): Readonly<Record<string, unknown>> {
	return typeof given === 'object' && given !== null ? Object.fromEntries<unknown>(Object.entries(given)) : {};
}

function requestAtCaret({ vaults }: Services): Request | undefined {
	const editor = vscode.window.activeTextEditor;
	const note = editor && linkedNoteOf(vaults, editor.document);
	const link = note && linkAt(note, editor.document.offsetAt(editor.selection.active));
	if (link === undefined || note === undefined) {
		return undefined;
	}
	const { resolution, target } = meaningOf(note.folder.vault, link, note.note.path);
	return resolution.kind === 'unresolved' ? { target, from: vscode.Uri.parse(note.note.uri, true), then: 'open' } : undefined;
}
