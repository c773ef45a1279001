import * as vscode from 'vscode';
import { linksOf } from '../core/links/linkIndex.ts';
import { searchOf } from '../core/links/noteSearch.ts';
import { indexOf } from '../core/links/resolve.ts';
import { tagsOf } from '../core/tags/tagIndex.ts';
import type { FolderVault } from './folderVault.ts';
import type { Services } from './services.ts';

/** How long after a change the indexes take it up, if nobody asks them before. */
const restMilliseconds = 100;

/** So many notes are taken up before others get the thread: some milliseconds. */
const notesAtOnce = 100;

/** Has the indexes of names, links and tags read the notes in small pieces while nobody waits, so that the first question after loading does not. */
export class IndexWarmer implements vscode.Disposable {
	readonly #vaults: Services['vaults'];
	readonly #owned: vscode.Disposable;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor({ vaults }: Pick<Services, 'vaults'>) {
		this.#vaults = vaults;
		this.#owned = vaults.onDidChange(() => {
			this.#rest(restMilliseconds);
		});
		this.#rest(0);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#owned.dispose();
	}

	#rest(milliseconds: number): void {
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			if (!this.#vaults.all.filter(({ settings }) => settings['wikiLinks.enabled']).every(prepareIndexes)) {
				this.#rest(0);
			}
		}, milliseconds);
	}
}

/** One piece of work for one of the indexes, some milliseconds long; whether all is done. */
export function prepareIndexes({ vault }: FolderVault): boolean {
	return [indexOf(vault), linksOf(vault), searchOf(vault), tagsOf(vault)].every(index => index.prepare(notesAtOnce));
}
