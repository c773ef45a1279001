import { entryOf, type Entry } from './entry.ts';
import type { Note } from './note.ts';
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
	#isCounted = false;

	/** Stops following the vault. */
	readonly dispose: () => void;

	/** Follows the vault until it is disposed, or as long as the vault lives. */
	constructor(vault: Vault, count: Count) {
		this.#vault = vault;
		this.#count = count;
		this.dispose = vault.onDidChangeFirst(({ notes, before }) => {
			// A change that names no note concerns the shape of the log: any note may be an entry now.
			if (notes.length === 0) {
				this.#isCounted = false;
			} else if (this.#isCounted) {
				this.#recount(new Set(notes), before);
			}
		});
	}

	/** The count of all notes there are. Asked before there are many, it is spared counting them all at once. */
	get(): Count {
		if (!this.#isCounted) {
			this.#count.clear();
			for (const note of this.#vault.notes()) {
				this.#count.add(note, this.#vault.entry(note.uri));
			}
			this.#isCounted = true;
		}
		return this.#count;
	}

	#recount(uris: ReadonlySet<string>, before: ReadonlyMap<string, Note>): void {
		for (const uri of uris) {
			const was = before.get(uri);
			if (was !== undefined) {
				this.#count.remove(was, entryOf(was, this.#vault.shape));
			}
			const now = this.#vault.note(uri);
			if (now !== undefined) {
				this.#count.add(now, this.#vault.entry(uri));
			}
		}
	}
}

/** One count of that kind for each vault. */
export function countPerVault<Count extends NoteCount>(create: (vault: Vault) => Count): (vault: Vault) => Count {
	const counts = new WeakMap<Vault, RunningCount<Count>>();
	return vault => {
		const count = counts.get(vault) ?? new RunningCount(vault, create(vault));
		counts.set(vault, count);
		return count.get();
	};
}
