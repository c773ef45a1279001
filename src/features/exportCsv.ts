import * as vscode from 'vscode';
import { entriesCsv } from '../core/export/entriesCsv.ts';
import { chooseLog } from '../host/chooseVault.ts';
import { registerCommand } from '../host/commands.ts';
import type { FolderVault } from '../host/folderVault.ts';
import type { Services } from '../host/services.ts';
import { writeWholeFile } from '../host/wholeFile.ts';

/** "Export Entries as CSV…": one row for each entry, for a spreadsheet. A keybinding or another extension may hand over `{ uri }`, the file to write. */
export function registerExportCsv(services: Services): vscode.Disposable {
	const { tell } = services;
	return registerCommand(tell, { id: 'dailyLog.exportCsv', name: vscode.l10n.t('Export Entries as CSV') }, async given => {
		const vault = await chooseLog(services, {
			nothing: vscode.l10n.t('There is no entry to export yet. “New Daily Log” creates the first one.'),
			question: vscode.l10n.t('Several folders hold a log. Which one is to be exported?'),
		});
		const uri = vault && (await fileFor(vault, uriIn(given)));
		if (vault !== undefined && uri !== undefined) {
			await write(services, vault, uri);
		}
	});
}

/** The file that was handed over, else the one that the dialog asks for; undefined for Escape. Nothing is replaced unasked. */
async function fileFor(vault: FolderVault, given: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
	if (given === undefined) {
		return askFile(vault);
	}
	return (await exists(given)) ? askReplacing(vault, given) : given;
}

async function write({ tell }: Services, { vault }: FolderVault, uri: vscode.Uri): Promise<void> {
	const entries = vault.entries();
	const text = entriesCsv(entries, entry => vault.note(entry.uri)?.words ?? 0);
	const name = vscode.workspace.asRelativePath(uri);
	try {
		await writeWholeFile(uri, new TextEncoder().encode(text));
	} catch (error) {
		tell.failed(vscode.l10n.t('“{0}” could not be written. Choose another folder; the log says why.', name), error);
		return;
	}
	const open = { label: vscode.l10n.t('Open'), run: () => vscode.commands.executeCommand('vscode.open', uri) };
	tell.inform(
		entries.length === 1
			? vscode.l10n.t('1 entry was written to “{0}”.', name)
			: vscode.l10n.t('{0} entries were written to “{1}”.', entries.length, name),
		open,
	);
}

function uriIn(given: unknown): vscode.Uri | undefined {
	const uri: unknown = typeof given === 'object' && given !== null && 'uri' in given ? given.uri : undefined;
	return uri instanceof vscode.Uri ? uri : typeof uri === 'string' ? vscode.Uri.parse(uri, true) : undefined;
}

function exists(uri: vscode.Uri): Promise<boolean> {
	return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
		() => true,
		() => false,
	);
}

async function askReplacing(vault: FolderVault, uri: vscode.Uri): Promise<vscode.Uri | undefined> {
	const replace = {
		label: `$(replace-all) ${vscode.l10n.t('Replace the file')}`,
		file: () => Promise.resolve<vscode.Uri | undefined>(uri),
	};
	const other = { label: `$(save-as) ${vscode.l10n.t('Choose another file…')}`, file: () => askFile(vault) };
	const placeHolder = vscode.l10n.t('“{0}” is there already.', vscode.workspace.asRelativePath(uri));
	return (await vscode.window.showQuickPick([replace, other], { placeHolder }))?.file();
}

/** The dialog itself asks before a file is replaced. Beside the site the file is offered, not in it: Hugo has no use for it. */
async function askFile({ folder }: FolderVault): Promise<vscode.Uri | undefined> {
	const beside = ['file', 'vscode-remote'].includes(folder.uri.scheme) ? '..' : '.';
	return vscode.window.showSaveDialog({
		title: vscode.l10n.t('Export Entries as CSV'),
		defaultUri: vscode.Uri.joinPath(folder.uri, beside, 'daily-log.csv'),
		filters: { [vscode.l10n.t('Comma-separated values')]: ['csv'] },
	});
}
