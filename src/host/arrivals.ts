import * as vscode from 'vscode';
import { readInputOf } from '../core/frontMatter/inputEdit.ts';
import {
	arrivalOf,
	withAdditionTakenBack,
	withAdditionsSeen,
	withoutAddition,
	type Addition,
	type Arrival,
} from '../core/timer/timerState.ts';
import { showNote } from './editors.ts';
import type { FolderVault } from './folderVault.ts';
import { openDocument } from './openNotes.ts';
import type { TimeServices } from './timeServices.ts';

/** How long a window may say nothing of an addition before another one takes it for ended; each speaks every half minute. */
const silenceMilliseconds = 90_000;

const heartbeatMilliseconds = 30_000;

/**
 * Sees to it that minutes which are on their way into an entry arrive, or go back into the timer. They are on their way while the entry is not saved; and when a window
 * crashed before it could write, save, or say so.
 */
export class Arrivals implements vscode.Disposable {
	readonly #services: TimeServices;
	readonly #owned: readonly vscode.Disposable[];
	/** Uris of entries that this window shows with changes not saved, while minutes are on their way in or out. */
	readonly #unsaved = new Set<string>();
	/** What the user has been asked about. */
	readonly #asked = new Set<string>();

	constructor(services: TimeServices) {
		this.#services = services;
		const { vaults, timer, clock, onError } = services;
		const check = (): void => {
			this.#checkAll().catch(onError);
		};
		const checking = setInterval(check, heartbeatMilliseconds);
		this.#owned = [
			new vscode.Disposable(() => {
				clearInterval(checking);
			}),
			new vscode.Disposable(clock.onDidSet(() => this.#checkAll())),
			timer.onDidChange(check),
			vaults.onDidChangeEntries(check),
			vscode.workspace.onDidSaveTextDocument(document => {
				this.#saved(document).catch(onError);
			}),
			vscode.workspace.onDidCloseTextDocument(document => {
				this.#closed(document).catch(onError);
			}),
		];
		vaults.ready.then(check, onError);
	}

	dispose(): void {
		vscode.Disposable.from(...this.#owned).dispose();
	}

	/** Those that nobody else settles at this moment. */
	#additions(): readonly Addition[] {
		const { timer, takingBack } = this.#services;
		return timer.state.additions.filter(({ uri }) => !takingBack.has(uri));
	}

	#additionsOf(uri: string): readonly Addition[] {
		return this.#additions().filter(addition => addition.uri === uri);
	}

	#vaultOf({ folder }: Addition): FolderVault | undefined {
		return this.#services.vaults.all.find(vault => vault.folder.uri.toString() === folder);
	}

	/** Whatever the user saved is what the user wants; only minutes that an undo took out go back. */
	async #saved(document: vscode.TextDocument): Promise<void> {
		for (const addition of this.#additionsOf(document.uri.toString())) {
			const vault = this.#vaultOf(addition);
			const arrival = vault && arrivalIn(addition, vault, document.getText());
			await (arrival === 'missing' ? this.#takeBack(addition) : this.#forget(addition));
		}
	}

	async #closed(document: vscode.TextDocument): Promise<void> {
		const uri = document.uri.toString();
		if (this.#unsaved.delete(uri)) {
			for (const addition of this.#additionsOf(uri)) {
				await this.#resolve(addition);
			}
		}
	}

	async #checkAll(): Promise<void> {
		const { timer, clock } = this.#services;
		const now = clock.now();
		for (const addition of this.#additions()) {
			if (isUnsaved(addition)) {
				this.#unsaved.add(addition.uri);
			} else if (Math.abs(now - addition.lastSeen) > silenceMilliseconds) {
				await this.#resolve(addition);
			}
		}
		const old = timer.state.additions.filter(
			({ uri, lastSeen }) => this.#unsaved.has(uri) && Math.abs(now - lastSeen) >= heartbeatMilliseconds,
		);
		if (old.length > 0) {
			await timer.update(state => withAdditionsSeen(state, new Set(old.map(({ uri }) => uri)), now));
		}
	}

	/** Nobody works at it any more: what the disk says decides. */
	async #resolve(addition: Addition): Promise<void> {
		const vault = this.#vaultOf(addition);
		if (vault?.isActive !== true) {
			return;
		}
		switch (await arrivalOnDisk(addition, vault)) {
			case 'arrived':
				return this.#forget(addition);
			case 'missing':
				return this.#takeBack(addition);
			case 'unclear':
				this.#ask(addition);
		}
	}

	async #forget(addition: Addition): Promise<void> {
		await this.#services.timer.update(state => withoutAddition(state, addition));
	}

	async #takeBack(addition: Addition): Promise<void> {
		const { timer, tell } = this.#services;
		const taken = { done: false };
		await timer.update(state => {
			const after = withAdditionTakenBack(state, addition);
			taken.done = after !== undefined;
			return after;
		});
		if (taken.done) {
			tell.inform(
				vscode.l10n.t(
					'“{0}” does not have the {1} min that the timer had for it. They are back in the timer.',
					addition.title,
					addition.minutes,
				),
				{ label: vscode.l10n.t('Stop and Add'), run: () => vscode.commands.executeCommand('dailyLog.stopTimer') },
				{ label: vscode.l10n.t('Open Entry'), run: () => showNote(addition.uri) },
			);
		}
	}

	#ask(addition: Addition): void {
		const { tell, onError } = this.#services;
		const key = `${addition.uri} ${addition.before} ${addition.after}`;
		if (this.#asked.has(key)) {
			return;
		}
		this.#asked.add(key);
		tell.inform(
			vscode.l10n.t(
				'The timer had {1} min for “{0}” when VS Code ended, and its time has changed since. Are they in it?',
				addition.title,
				addition.minutes,
			),
			{ label: vscode.l10n.t('They Are'), run: () => this.#forget(addition).catch(onError) },
			{ label: vscode.l10n.t('Back to the Timer'), run: () => this.#takeBack(addition).catch(onError) },
			{ label: vscode.l10n.t('Open Entry'), run: () => showNote(addition.uri) },
		);
	}
}

/** Whether this window shows the entry with changes that are not saved: what the disk says of its minutes may then be over with the next save. */
function isUnsaved({ uri }: Addition): boolean {
	return openDocument(uri)?.isDirty === true;
}

/** How the file of the entry stands to it. One that is gone or cannot be read now may have the minutes: it may have been renamed, or its disk be away. */
export async function arrivalOnDisk(addition: Addition, vault: FolderVault): Promise<Arrival> {
	const reading = await vault.store.read(vault.pathOf(addition.uri));
	return reading.kind === 'text' ? arrivalIn(addition, vault, reading.text) : 'unclear';
}

function arrivalIn(addition: Addition, vault: FolderVault, text: string): Arrival {
	const reading = readInputOf(text, vault.vault.shape);
	return arrivalOf(addition, reading.kind === 'minutes' ? reading.minutes : undefined);
}
