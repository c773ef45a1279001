import type { Note } from '../core/note.ts';
import type { Vault, VaultChange } from '../core/vault.ts';
import { Slice } from './slice.ts';

/** While the disk is read, changes are told at most so often. */
const pauseMilliseconds = 1000;

/** Told at once, and others get the thread before the next. */
const notesInPiece = 500;

/**
 * Tells of the changes of a vault: at once, but of what is read from the disk as a whole only the first notes, for the newest entries are among them, and the others
 * together.
 */
export class VaultChanges {
	readonly #tell: (change: VaultChange) => void;
	readonly #stop: () => void;
	readonly #notes = new Set<string>();
	readonly #before = new Map<string, Note>();
	#entriesChanged = false;
	#readings = 0;
	#gathers = false;
	#isFirst = true;
	#told = 0;

	constructor(vault: Vault, tell: (change: VaultChange) => void) {
		this.#tell = tell;
		this.#stop = vault.onDidChange(change => {
			this.#take(change);
		});
	}

	/** Whether such work goes on. */
	get isReading(): boolean {
		return this.#readings > 0;
	}

	/** Does the work, in which the disk is read; what `gather` took in meanwhile has been told when it ends. */
	async during<T>(reading: () => T | Promise<T>): Promise<T> {
		this.#readings++;
		this.#isFirst = true;
		try {
			return await reading();
		} finally {
			await this.#flushInPieces();
			this.#readings--;
			this.#flush();
		}
	}

	/** Does the work, which puts into the vault what the disk holds: only that need not be told at once. */
	gather(work: () => void): void {
		this.#gathers = this.#readings > 0;
		try {
			work();
		} finally {
			this.#gathers = false;
		}
	}

	dispose(): void {
		this.#stop();
	}

	#take(change: VaultChange): void {
		if (!this.#gathers) {
			if (change.notes.length === 0 || change.notes.some(uri => this.#notes.has(uri))) {
				this.#flush();
			}
			this.#tell(change);
			return;
		}
		for (const uri of change.notes) {
			const before = change.before.get(uri);
			if (before !== undefined && !this.#notes.has(uri)) {
				this.#before.set(uri, before);
			}
			this.#notes.add(uri);
		}
		this.#entriesChanged ||= change.entriesChanged;
		if (this.#isFirst || performance.now() - this.#told > pauseMilliseconds) {
			this.#isFirst = false;
			this.#flush();
		}
	}

	/** Whoever listens does something for each note. */
	async #flushInPieces(): Promise<void> {
		const slice = new Slice();
		const uris = [...this.#notes];
		for (let at = 0; at + notesInPiece < uris.length; at += notesInPiece) {
			const notes = uris.slice(at, at + notesInPiece);
			this.#tell({ notes, before: this.#before, entriesChanged: false });
			notes.forEach(uri => this.#notes.delete(uri));
			await slice.yield();
		}
	}

	#flush(): void {
		const change = { notes: [...this.#notes], before: new Map(this.#before), entriesChanged: this.#entriesChanged };
		this.#notes.clear();
		this.#before.clear();
		this.#entriesChanged = false;
		this.#told = performance.now();
		if (change.notes.length > 0 || change.entriesChanged) {
			this.#tell(change);
		}
	}
}
