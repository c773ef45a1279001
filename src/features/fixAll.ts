import * as vscode from 'vscode';
import { mend } from '../core/problems/certainFixes.ts';
import { isChecked, severityOf } from '../core/problems/checking.ts';
import { readPage } from '../core/problems/page.ts';
import { registerCommand } from '../host/commands.ts';
import type { FolderVault } from '../host/folderVault.ts';
import { addEdits, askForPreview, type FileEdits } from '../host/previewedEdit.ts';
import type { LanguageServices } from '../host/languageServices.ts';

/** What a program may hand to `dailyLog.fixAll`. */
interface FixAllArguments {
	/** Without a look at the changes first. */
	readonly preview: boolean;
}

/** "Fix All Front Matter Problems": every fix that needs no decision, as one undoable edit; several files are shown before. */
export function registerFixAll(services: LanguageServices): vscode.Disposable {
	const { vaults, tell } = services;
	return registerCommand(tell, { id: 'dailyLog.fixAll', name: vscode.l10n.t('Fix All Front Matter Problems') }, async given => {
		await vaults.loadAll();
		if (vaults.withLog.length === 0) {
			tell.inform(vscode.l10n.t('There is no entry to fix yet. “New Daily Log” creates the first one.'));
			return;
		}
		const fixes = (await Promise.all(vaults.withLog.map(folder => fixesIn(services, folder)))).flat();
		const [first] = fixes;
		if (first === undefined) {
			tell.inform(vscode.l10n.t('Nothing can be fixed without a decision of yours. The Problems panel lists what is left.'));
			return;
		}
		const change = new vscode.WorkspaceEdit();
		for (const fix of fixes) {
			addEdits(change, fix);
		}
		if (argumentsOf(given).preview && fixes.length > 1) {
			askForPreview(change, first.uri, vscode.l10n.t('Fix All Front Matter Problems'));
		}
		// No refactoring, which VS Code would save: what is fixed stays open and unsaved, and one Undo takes it back.
		const applied = await vscode.workspace.applyEdit(change);
		const mended = fixes.reduce((sum, fix) => sum + fix.mended, 0);
		tell.inform(applied ? doneWith(mended, fixes.length) : vscode.l10n.t('Nothing was changed.'));
	});
}

function doneWith(mended: number, entries: number): string {
	const problems = mended === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', mended);
	return entries === 1 ? vscode.l10n.t('{0} fixed in 1 entry.', problems) : vscode.l10n.t('{0} fixed in {1} entries.', problems, entries);
}

function argumentsOf(given: unknown): FixAllArguments {
	return { preview: !(typeof given === 'object' && given !== null && 'preview' in given && given.preview === false) };
}

interface FileFix extends FileEdits {
	readonly mended: number;
}

async function fixesIn({ facts }: LanguageServices, folder: FolderVault): Promise<readonly FileFix[]> {
	const known = facts.of(folder);
	const fixes: FileFix[] = [];
	for (const { uri, path } of folder.vault.notes()) {
		const text = isChecked(folder.vault, known, { uri, path }) ? await folder.textOf(path) : undefined;
		const after =
			text === undefined
				? undefined
				: mend(readPage({ uri, path }, text), known, code => severityOf({ code }, folder.settings['validation.severity']) !== 'off');
		if (text !== undefined && after !== undefined && after.edits.length > 0) {
			fixes.push({ uri: vscode.Uri.parse(uri, true), text, edits: after.edits, mended: after.mended });
		}
	}
	return fixes;
}
