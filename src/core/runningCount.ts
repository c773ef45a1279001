import { entryOf, type Entry } from './entry.ts';
import type { Note } from './note.ts';
import { UniqueQueue } from './uniqueQueue.ts';
import type { Vault } from './vault.ts';

/** Something that is counted over the notes of a vault. */
export interface NoteCount {
	/** Forgets all. */
	clear(): void;
	/** `entry` is the entry that the note is; undefined where it is none. */
	add(note: Note, entry: Entry | undefined): void;
	/** Takes a note out again, just as it was added. */
	remove(note: Note, entry: Entry | undefined): void;
}

/** Keeps a count in step with a vault: all notes are counted once, when it is first asked for; afterwards those that come, change or go, and no others. */
export class RunningCount<Count extends NoteCount> {
	readonly #vault: Vault;
	readonly #count: Count;
	/** Uris of notes that were there when counting began, and have not been counted yet; undefined before it begins. */
	#uncounted: UniqueQueue<string> | undefined;

	/** Stops following the vault. */
	readonly dispose: () => void;

	/** Follows the vault until it is disposed, or as long as the vault lives. */
	constructor(vault: Vault, count: Count) {
		this.#vault = vault;
		this.#count = count;
		this.dispose = vault.onDidChangeFirst(({ notes, before }) => {
			// A change that names no note concerns the shape of the log: any note may be an entry now.
			if (notes.length === 0) {
				this.#uncounted = undefined;
			} else if (this.#uncounted !== undefined) {
				this.#recount(new Set(notes), before, this.#uncounted);
			}
		});
	}

	/** The count of all notes there are. Asked before there are many, or after `prepare`, it is spared counting them all at once. */
	get(): Count {
		this.prepare(Infinity);
		return this.#count;
	}

	/** Counts so many of the notes, ahead of the first question; whether all are counted. */
	prepare(most: number): boolean {
		const uncounted = this.#uncounted ?? this.#begin();
		for (const uri of uncounted.take(most)) {
			this.#add(uri);
		}
		return uncounted.size === 0;
	}

	#begin(): UniqueQueue<string> {
		this.#count.clear();
		this.#uncounted = new UniqueQueue(Array.from(this.#vault.notes(), ({ uri }) => uri));
		return this.#uncounted;
	}

	#recount(uris: ReadonlySet<string>, before: ReadonlyMap<string, Note>, uncounted: UniqueQueue<string>): void {
		for (const uri of uris) {
			if (uncounted.has(uri)) {
				continue;
			}
			const was = before.get(uri);
			if (was !== undefined) {
				this.#count.remove(was, entryOf(was, this.#vault.shape));
			}
			this.#add(uri);
		}
	}

	#add(uri: string): void {
		const note = this.#vault.note(uri);
		if (note !== undefined) {
			this.#count.add(note, this.#vault.entry(uri));
		}
	}
}

/** Gives the count of a vault; `prepare` counts so many of its notes ahead of that, and tells whether all are counted. */
export interface CountPerVault<Count> {
	(vault: Vault): Count;
	readonly prepare: (vault: Vault, most: number) => boolean;
}

/** One count of that kind for each vault. */
export function countPerVault<Count extends NoteCount>(create: (vault: Vault) => Count): CountPerVault<Count> {
	const counts = new WeakMap<Vault, RunningCount<Count>>();
	const countOf = (vault: Vault): RunningCount<Count> => {
		const count = counts.get(vault) ?? new RunningCount(vault, create(vault));
		counts.set(vault, count);
		return count;
	};
	return Object.assign((vault: Vault) => countOf(vault).get(), {
		prepare: (vault: Vault, most: number) => countOf(vault).prepare(most),
	});
}
