import * as vscode from 'vscode';
import { isMarkdownName } from '../core/notePath.ts';
import { tellsOfSite } from '../core/siteShortcodes.ts';
import type { FolderVault } from './folderVault.ts';

/** How long file events are gathered before they are answered: a `git checkout` of thousands of files is one change. */
const gatherMilliseconds = 60;

/** So many changed files are better found by one walk than read one by one. */
const manyFiles = 200;

/** What has one is a file: `picture.png`; `v1.2` may be a folder. */
const hasExtension = /\.[a-z][a-z0-9]*$/iu;

/** Keeps a loaded vault in step with the disk: whoever changes a file, git and other programs included. */
export function watchFiles(vault: FolderVault, onError: (error: unknown) => void): vscode.Disposable {
	const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vault.folder, '**'));
	const changed = new Map<string, vscode.Uri>();
	let walkNeeded = false;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const answer = async (): Promise<void> => {
		timer = undefined;
		const uris = [...changed.values()];
		const walk = walkNeeded || uris.length > manyFiles;
		changed.clear();
		walkNeeded = false;
		await (walk ? vault.refresh() : vault.reread(uris));
	};
	const gather = (): void => {
		timer ??= setTimeout(() => {
			answer().catch(onError);
		}, gatherMilliseconds);
	};
	const onFile = (uri: vscode.Uri): void => {
		const { path } = vault.addressOf(uri);
		if (isMarkdownName(path)) {
			changed.set(path, uri);
			walkNeeded ||= /(?:^|\/)index\.(?:md|markdown)$/iu.test(path) && vault.vault.note(vault.addressOf(uri).uri) === undefined;
			gather();
		} else if (path.endsWith('.gitignore') || tellsOfSite(path)) {
			walkNeeded = true;
			gather();
		}
	};
	const onCreate = (uri: vscode.Uri): void => {
		const { path } = vault.addressOf(uri);
		if (!hasExtension.test(path) && vault.concernsFolder(path)) {
			walkNeeded = true;
			gather();
		}
		onFile(uri);
	};
	const onDelete = (uri: vscode.Uri): void => {
		if (vault.knowsFolder(vault.addressOf(uri).path)) {
			walkNeeded = true;
			gather();
		}
		onFile(uri);
	};
	return vscode.Disposable.from(
		watcher,
		watcher.onDidChange(onFile),
		watcher.onDidCreate(onCreate),
		watcher.onDidDelete(onDelete),
		new vscode.Disposable(() => {
			clearTimeout(timer);
		}),
	);
}
