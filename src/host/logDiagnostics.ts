import * as vscode from 'vscode';
import { entryOf, type Entry } from '../core/entry.ts';
import { concernedBy } from '../core/problems/numberRules.ts';
import { concernedByNote, type NamedNote } from '../core/links/concernedNotes.ts';
import type { LogFacts } from '../core/problems/logFacts.ts';
import { isChecked, problemsIn } from '../core/problems/checking.ts';
import type { NoteAddress } from '../core/note.ts';
import type { Stray } from '../core/stray.ts';
import { basisOf } from './diagnosticsBasis.ts';
import type { IndexWarmer } from './indexWarmer.ts';
import { diagnosticsOf, type Facts } from './problems.ts';
import type { FolderVault } from './folderVault.ts';
import type { Services } from './services.ts';
import { Slice } from './slice.ts';
import type { NotesChange } from './vaults.ts';

/** How long after the last keystroke or file event the entries are checked. */
const restMilliseconds = 250;

/** What a check of the whole log came to. */
export interface CheckSummary {
	readonly entries: number;
	readonly errors: number;
	readonly warnings: number;
	readonly others: number;
	/** Whether the user stopped it. */
	readonly cancelled: boolean;
}

interface Waiting {
	readonly folder: FolderVault;
	readonly path: string;
}

/** What of the services is needed here. */
type WhatItNeeds = Pick<Services, 'vaults' | 'onError' | 'onCheck'>;

/** What is wrong in every entry of every log, open or not, kept in step with the vaults; only what a change concerns is checked again. */
export class LogDiagnostics implements vscode.Disposable {
	readonly #services: WhatItNeeds;
	readonly #facts: Facts;
	readonly #warmer: IndexWarmer;
	readonly #collection = vscode.languages.createDiagnosticCollection('dailyLog');
	/** Their vaults, by uri. */
	readonly #waiting = new Map<string, FolderVault>();
	#bases = new WeakMap<FolderVault, string>();
	/** The notes that were most probably entries when the folder was last looked at. */
	readonly #missed = new WeakMap<FolderVault, readonly Stray[]>();
	readonly #owned: vscode.Disposable;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#running: Promise<void> | undefined;

	constructor(services: WhatItNeeds, facts: Facts, warmer: IndexWarmer) {
		this.#services = services;
		this.#facts = facts;
		this.#warmer = warmer;
		this.#owned = vscode.Disposable.from(
			this.#collection,
			services.vaults.onDidChange(change => {
				this.#follow(change);
			}),
			vscode.workspace.onDidChangeWorkspaceFolders(() => {
				this.#forgetOutsiders();
			}),
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration('dailyLog')) {
					this.#bases = new WeakMap();
					this.#rest();
				}
			}),
		);
		this.#rest();
	}

	/** Checks every entry now; `onProgress` hears of each. */
	async checkAll(onProgress: (done: number, all: number) => void, token: vscode.CancellationToken): Promise<CheckSummary> {
		await this.#services.vaults.loadAll();
		const all = this.#services.vaults.all.flatMap(folder => this.#entriesOf(folder));
		this.#keepOnly(all);
		const slice = new Slice();
		let done = 0;
		for (const item of all) {
			if (token.isCancellationRequested) {
				break;
			}
			await this.#check(item);
			onProgress(++done, all.length);
			await slice.yield();
		}
		return { ...this.#count(all.slice(0, done)), entries: done, cancelled: done < all.length };
	}

	/** What is no entry any more has no problems, though its turn to be checked may still come. */
	#keepOnly(items: readonly Waiting[]): void {
		const kept = new Set(items.map(({ folder, path }) => folder.addressAt(path).uri));
		this.#collection.forEach(uri => {
			if (!kept.has(uri.toString())) {
				this.#collection.delete(uri);
			}
		});
	}

	/** Resolves when nothing waits to be checked. */
	async settled(): Promise<void> {
		while (this.#timer !== undefined || this.#running !== undefined || this.#waiting.size > 0) {
			await (this.#running ?? new Promise(resolve => setTimeout(resolve, restMilliseconds / 5)));
		}
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#waiting.clear();
		this.#owned.dispose();
	}

	#follow({ folder, notes, before: notesBefore }: NotesChange): void {
		for (const uri of notes) {
			const noteBefore = notesBefore.get(uri);
			const before = noteBefore && entryOf(noteBefore, folder.vault.shape);
			const now = folder.vault.entry(uri);
			this.#wait(folder, uri);
			if (this.#bases.has(folder) && !looksTheSame(before, now)) {
				this.#waitForConcerned(folder, [before?.number, now?.number]);
			}
			if (this.#bases.has(folder)) {
				this.#waitForLinks(folder, { note: noteBefore, number: before?.number }, { note: folder.vault.note(uri), number: now?.number });
			}
		}
		this.#rest();
	}

	/** Those with links to a note that came, went, or answers to other names or has other headings now. */
	#waitForLinks(folder: FolderVault, before: NamedNote, now: NamedNote): void {
		if (folder.settings['wikiLinks.enabled']) {
			for (const { uri } of concernedByNote(folder.vault, before, now)) {
				this.#wait(folder, uri);
			}
		}
	}

	/** Those whose numbers stand beside the ones that came, changed or went. */
	#waitForConcerned(folder: FolderVault, numbers: readonly (number | undefined)[]): void {
		const facts = this.#facts.of(folder);
		for (const number of new Set(numbers)) {
			for (const entry of number === undefined ? [] : concernedBy(facts, number)) {
				this.#wait(folder, entry.uri);
			}
		}
	}

	#wait(folder: FolderVault, uri: string): void {
		this.#waiting.set(uri, folder);
	}

	/** A folder that leaves the window takes its problems along. */
	#forgetOutsiders(): void {
		const folders = this.#services.vaults.all;
		for (const [uri, folder] of this.#waiting) {
			if (!folders.includes(folder)) {
				this.#waiting.delete(uri);
			}
		}
		this.#collection.forEach(uri => {
			if (vscode.workspace.getWorkspaceFolder(uri) === undefined) {
				this.#collection.delete(uri);
			}
		});
	}

	#rest(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			this.#running ??= this.#run()
				.catch(this.#services.onError)
				.finally(() => {
					this.#running = undefined;
				});
		}, restMilliseconds);
	}

	async #run(): Promise<void> {
		const slice = new Slice();
		await this.#services.vaults.ready;
		await this.#warmer.settled();
		await this.#waitWhereBasisChanged(slice);
		for (let next = await this.#take(slice); next !== undefined; next = await this.#take(slice)) {
			await this.#check(next).catch(this.#services.onError);
			await slice.yield();
		}
	}

	/** The next to be checked. When none waits any more, the basis may have changed while the others were checked. */
	async #take(slice: Slice): Promise<Waiting | undefined> {
		if (this.#waiting.size === 0) {
			await this.#waitWhereBasisChanged(slice);
		}
		for (const [uri, folder] of this.#waiting) {
			this.#waiting.delete(uri);
			return { folder, path: folder.vault.note(uri)?.path ?? folder.pathOf(uri) };
		}
		return undefined;
	}

	/** What every entry's problems rest on: when it changes, as by a setting or a new habit of the log, all are checked again. */
	async #waitWhereBasisChanged(slice: Slice): Promise<void> {
		for (const folder of this.#services.vaults.all.filter(({ isActive }) => isActive)) {
			const facts = this.#facts.of(folder);
			this.#followMissed(folder, facts);
			const basis = basisOf(folder, facts);
			if (this.#bases.get(folder) !== basis) {
				this.#bases.set(folder, basis);
				await this.#waitForAll(folder, slice);
			}
		}
	}

	async #waitForAll(folder: FolderVault, slice: Slice): Promise<void> {
		for (const { uri } of folder.vault.notes()) {
			this.#wait(folder, uri);
			if (slice.isUsedUp) {
				await slice.yield();
			}
		}
	}

	/** A note may become a probable entry, or cease to be one, by what stands around it; its number then closes or opens a gap. */
	#followMissed(folder: FolderVault, facts: LogFacts): void {
		const before = this.#missed.get(folder) ?? [];
		if (before === facts.missed) {
			return;
		}
		this.#missed.set(folder, facts.missed);
		for (const { uri, number } of differences(before, facts.missed)) {
			this.#wait(folder, uri);
			for (const entry of concernedBy(facts, number)) {
				this.#wait(folder, entry.uri);
			}
		}
	}

	async #check({ folder, path }: Waiting): Promise<void> {
		const facts = this.#facts.of(folder);
		const address = folder.addressAt(path);
		const uri = vscode.Uri.parse(address.uri, true);
		const checks = folder.settings['validation.enabled'] && (isChecked(folder.vault, facts, address) || hasLinksToCheck(folder, address));
		const text = checks ? await folder.textOf(path) : undefined;
		if (text === undefined) {
			this.#collection.delete(uri);
			return;
		}
		this.#services.onCheck(address.uri);
		const diagnostics = diagnosticsOf(folder, problemsIn({ ...address, text }, facts, folder.settings['validation.severity']), text);
		if (diagnostics.length > 0 || this.#collection.has(uri)) {
			this.#collection.set(uri, diagnostics);
		}
	}

	/** The notes of a vault that are checked at all. */
	#entriesOf(folder: FolderVault): readonly Waiting[] {
		const facts = this.#facts.of(folder);
		return [...folder.vault.notes()]
			.filter(note => isChecked(folder.vault, facts, note) || hasLinksToCheck(folder, note))
			.map(({ path }) => ({ folder, path }));
	}

	#count(items: readonly Waiting[]): Pick<CheckSummary, 'errors' | 'warnings' | 'others'> {
		const found = items.flatMap(({ folder, path }) => this.#collection.get(vscode.Uri.parse(folder.addressAt(path).uri, true)) ?? []);
		const errors = found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
		const warnings = found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Warning).length;
		return { errors, warnings, others: found.length - errors - warnings };
	}
}

function differences(before: readonly Stray[], now: readonly Stray[]): readonly Stray[] {
	const keys = [before, now].map(list => new Set(list.map(keyOf)));
	return [before.filter(stray => keys[1]?.has(keyOf(stray)) !== true), now.filter(stray => keys[0]?.has(keyOf(stray)) !== true)].flat();
}

function keyOf({ uri, number }: Stray): string {
	return `${number} ${uri}`;
}

/** Whether an entry is still the same to its neighbours, which go by its number and date and name it by its title. */
function looksTheSame(before: Entry | undefined, now: Entry | undefined): boolean {
	return before?.number === now?.number && before?.date === now?.date && before?.title === now?.title;
}

/** Whether a note that is no entry is to be checked: for its links only, and only where the user wants that. */
function hasLinksToCheck({ vault, settings }: FolderVault, { uri }: NoteAddress): boolean {
	return settings['wikiLinks.enabled'] && settings['wikiLinks.checkAllNotes'] && (vault.note(uri)?.links.length ?? 0) > 0;
}
