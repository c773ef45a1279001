import { UniqueQueue } from './uniqueQueue.ts';
import type { Vault } from './vault.ts';

/** The notes of a vault that an index has yet to read: all at first, then those that came, changed or went. Follows the vault for as long as it lives. */
export class ChangedNotes {
	readonly #vault: Vault;
	readonly #uris = new UniqueQueue<string>();

	constructor(vault: Vault) {
		this.#vault = vault;
		this.#addAll();
		vault.onDidChangeFirst(({ notes }) => {
			for (const uri of notes) {
				this.#uris.add(uri);
			}
			// A change that names no note concerns the shape of the log, and with it every number.
			if (notes.length === 0) {
				this.#addAll();
			}
		});
	}

	/** The uris of all of them, or of so many, each once; what is taken is no longer among them. */
	take(most = Infinity): readonly string[] {
		return this.#uris.take(most);
	}

	/** Whether there are none. */
	get isEmpty(): boolean {
		return this.#uris.size === 0;
	}

	#addAll(): void {
		for (const { uri } of this.#vault.notes()) {
			this.#uris.add(uri);
		}
	}
}
