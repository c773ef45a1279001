import type * as vscode from 'vscode';
import { linksOf } from '../core/links/linkIndex.ts';
import { searchOf } from '../core/links/noteSearch.ts';
import { indexOf } from '../core/links/resolve.ts';
import { prepareFacts } from '../core/problems/logFacts.ts';
import { tagsOf } from '../core/tags/tagIndex.ts';
import type { FolderVault } from './folderVault.ts';
import type { Services } from './services.ts';
import { Slice } from './slice.ts';

/** How long after a change the indexes take it up, if nobody asks them before. */
const restMilliseconds = 100;

/** So many notes are taken up before the time is looked at: a millisecond or two. */
const notesAtOnce = 20;

/** Has the indexes of names, links and tags, and what is counted over all notes, read the notes in small pieces while nobody waits, so that the first question after loading does not. Loading itself has the thread first. */
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

	/** Resolves when all of them have read all there is. */
	async settled(): Promise<void> {
		const slice = new Slice();
		for (const folder of this.#services.vaults.all.filter(({ isActive }) => isActive)) {
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

/** One piece of work, some milliseconds long; whether all is done. All take up the same notes, whose parts are unpacked once for them. */
function prepare({ vault, usage, settings }: FolderVault): boolean {
	const links = settings['wikiLinks.enabled'] ? [indexOf(vault), linksOf(vault), searchOf(vault)] : [];
	const prepared = [...links, tagsOf(vault), usage].map(index => index.prepare(notesAtOnce));
	return prepareFacts(vault, notesAtOnce) && prepared.every(Boolean);
}
