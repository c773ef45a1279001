import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import type { PreviewPage } from '../core/preview/previewPage.ts';
import { readNote } from '../core/note.ts';
import type { FolderVault } from '../host/folderVault.ts';
import { PreviewFiles } from '../host/previewFiles.ts';
import { PreviewRefresh, SeenNotes } from '../host/previewRefresh.ts';
import { previewWords } from '../host/previewWords.ts';
import type { Services } from '../host/services.ts';
import { extendMarkdownIt } from '../preview/markdownPlugin.ts';

/** The feature, and what VS Code's Markdown extension asks of it. */
export interface Preview extends vscode.Disposable {
	/** @see https://code.visualstudio.com/api/extension-guides/markdown-extension */
	readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/** Wiki links, embeds, shortcodes and entries in VS Code's Markdown preview. It is there before any log is read, and renders again when one is. */
export function registerPreview(services: Services): Preview {
	const { vaults, onError } = services;
	const refresh = new PreviewRefresh(services);
	const filesByFolder = new WeakMap<FolderVault, PreviewFiles>();
	const seen = new SeenNotes();
	const words = previewWords();
	const ask = (): void => {
		refresh.ask();
	};
	const filesOf = (folder: FolderVault): PreviewFiles => {
		const files = filesByFolder.get(folder) ?? new PreviewFiles(folder, ask, onError);
		filesByFolder.set(folder, files);
		return files;
	};
	const pageOf = (document: unknown, text: string): PreviewPage | undefined => {
		refresh.rendered(String(document));
		const folder = document instanceof vscode.Uri ? vaults.of(document) : undefined;
		if (folder?.isActive !== true || !folder.hasLog || !(document instanceof vscode.Uri)) {
			return undefined;
		}
		const address = folder.addressOf(document);
		const note = folder.vault.note(address.uri) ?? readNote(address, text).note;
		const files = filesOf(folder);
		return {
			vault: folder.vault,
			note,
			headed: showsFrontMatter(document) ? undefined : folder.vault.entry(address.uri),
			wikiLinks: folder.settings['wikiLinks.enabled'],
			words,
			textOf: other => files.textOf(other),
			fileOf: (name, from) => files.fileOf(name, from),
		};
	};
	const owned = vscode.Disposable.from(
		refresh,
		vaults.onDidChange(({ folder, notes }) => {
			const files = filesByFolder.get(folder);
			const isShown = files?.forget(notes) === true;
			const isOther = files !== undefined && notes.filter(uri => seen.isOther(uri, folder.vault.note(uri))).length > 0;
			if (isShown || isOther || notes.length === 0) {
				ask();
			}
		}),
		vaults.onDidChangeEntries(ask),
	);
	vaults.ready.then(ask, onError);
	return { extendMarkdownIt: md => extendMarkdownIt(md, pageOf), dispose: () => owned.dispose() as undefined };
}

/** Whether the user has told VS Code, which can since 2026, what to do with front matter: then that is done, and there is no header besides. */
function showsFrontMatter(document: vscode.Uri): boolean {
	const told = vscode.workspace.getConfiguration('markdown', document).inspect<string>('preview.frontMatter');
	return [told?.workspaceFolderValue, told?.workspaceValue, told?.globalValue].some(value => value !== undefined);
}
