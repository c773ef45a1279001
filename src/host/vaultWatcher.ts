import * as vscode from 'vscode';
import { isBundlePage, isMarkdownName } from '../core/notePath.ts';
import { tellsOfSite } from '../core/siteFiles.ts';
import type { FolderVault } from './folderVault.ts';

/** How long file events are gathered before they are answered: a `git checkout` of thousands of files is one change. */
const gatherMilliseconds = 60;

/** So many changed files are better found by one walk than read one by one. */
const manyFiles = 200;

/** What has one is a file: `picture.png`; `v1.2` may be a folder. */
const hasExtension = /\.[a-z][a-z0-9]*$/iu;

/** Keeps a loaded vault in step with the disk: whoever changes a file, git and other programs included. */
export class VaultWatcher implements vscode.Disposable {
	readonly #vault: FolderVault;
	readonly #onError: (error: unknown) => void;
	readonly #owned: vscode.Disposable;
	/** By path. */
	readonly #changed = new Map<string, vscode.Uri>();
	#isWalkNeeded = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(vault: FolderVault, onError: (error: unknown) => void) {
		this.#vault = vault;
		this.#onError = onError;
		const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vault.folder, '**'));
		this.#owned = vscode.Disposable.from(
			watcher,
			watcher.onDidChange(uri => {
				this.#takeFile(uri);
			}),
			watcher.onDidCreate(uri => {
				const { path } = vault.addressOf(uri);
				if (!hasExtension.test(path) && vault.concernsFolder(path)) {
					this.#walkSoon();
				}
				this.#takeFile(uri);
			}),
			watcher.onDidDelete(uri => {
				if (vault.knowsFolder(vault.addressOf(uri).path)) {
					this.#walkSoon();
				}
				this.#takeFile(uri);
			}),
		);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#owned.dispose();
	}

	#takeFile(uri: vscode.Uri): void {
		const address = this.#vault.addressOf(uri);
		if (isMarkdownName(address.path)) {
			this.#changed.set(address.path, uri);
			this.#isWalkNeeded ||= isBundlePage(address.path) && this.#vault.vault.note(address.uri) === undefined;
			this.#answerSoon();
		} else if (address.path.endsWith('.gitignore') || tellsOfSite(address.path)) {
			this.#walkSoon();
		}
	}

	#walkSoon(): void {
		this.#isWalkNeeded = true;
		this.#answerSoon();
	}

	#answerSoon(): void {
		this.#timer ??= setTimeout(() => {
			this.#answer().catch(this.#onError);
		}, gatherMilliseconds);
	}

	async #answer(): Promise<void> {
		this.#timer = undefined;
		const uris = [...this.#changed.values()];
		const walks = this.#isWalkNeeded || uris.length > manyFiles;
		this.#changed.clear();
		this.#isWalkNeeded = false;
		await (walks ? this.#vault.refresh() : this.#vault.reread(uris));
	}
}
