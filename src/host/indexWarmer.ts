import type * as vscode from 'vscode';
import { linksOf } from '../core/links/linkIndex.ts';
import { searchOf } from '../core/links/noteSearch.ts';
import { indexOf } from '../core/links/resolve.ts';
import { tagsOf } from '../core/tags/tagIndex.ts';
import type { FolderVault } from './folderVault.ts';
import type { Services } from './services.ts';
import { Slice } from './slice.ts';

/** How long after a change the indexes take it up, if nobody asks them before. */
const restMilliseconds = 100;

/** So many notes are taken up before others get the thread: some milliseconds. */
const notesAtOnce = 100;

/** Has the indexes of names, links and tags read the notes in small pieces while nobody waits, so that the first question after loading does not. Loading itself has the thread first. */
export class IndexWarmer implements vscode.Disposable {
	readonly #services: Pick<Services, 'vaults' | 'onError'>;
	readonly #owned: vscode.Disposable;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(services: Pick<Services, 'vaults' | 'onError'>) {
		this.#services = services;
		this.#owned = services.vaults.onDidChange(() => {
			this.#warmSoon();
		});
		this.#warmSoon();
	}

	/** Resolves when the indexes have read all there is. */
	async settled(): Promise<void> {
		const slice = new Slice();
		for (const folder of this.#services.vaults.all.filter(({ settings }) => settings['wikiLinks.enabled'])) {
			while (!prepare(folder)) {
				await slice.yield();
			}
		}
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#owned.dispose();
	}

	#warmSoon(): void {
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			if (!this.#services.vaults.all.some(({ isReading }) => isReading)) {
				this.settled().catch(this.#services.onError);
			}
		}, restMilliseconds);
	}
}

/** One piece of work for one of the indexes, some milliseconds long; whether all is done. */
function prepare({ vault }: FolderVault): boolean {
	return [indexOf(vault), linksOf(vault), searchOf(vault), tagsOf(vault)].every(index => index.prepare(notesAtOnce));
}
