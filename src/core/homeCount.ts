import type { Entry } from './entry.ts';
import type { Note } from './note.ts';
import { homeOf } from './notePath.ts';
import { countPerVault, type NoteCount } from './runningCount.ts';

/** How many entries stand in each folder. */
export class HomeCount implements NoteCount {
	readonly #counts = new Map<string, number>();

	clear(): void {
		this.#counts.clear();
	}

	add(_note: Note, entry: Entry | undefined): void {
		this.#count(entry, 1);
	}

	remove(_note: Note, entry: Entry | undefined): void {
		this.#count(entry, -1);
	}

	/** By folder; only folders with an entry. */
	get counts(): ReadonlyMap<string, number> {
		return this.#counts;
	}

	#count(entry: Entry | undefined, by: number): void {
		if (entry !== undefined) {
			const home = homeOf(entry.path);
			const count = (this.#counts.get(home) ?? 0) + by;
			if (count > 0) {
				this.#counts.set(home, count);
			} else {
				this.#counts.delete(home);
			}
		}
	}
}

/** The homes of each vault's log. */
export const homesOf = countPerVault(() => new HomeCount());
