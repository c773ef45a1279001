import type { Entry } from './entry.ts';
import { EntryGroups } from './entryGroups.ts';
import { inOrder, monthKey, type Month } from './months.ts';
import type { Note } from './note.ts';
import { countPerVault, type NoteCount } from './runningCount.ts';

/** The months of a log, kept in step with it: an entry that changes makes its own month anew, and no other. */
export class MonthCount implements NoteCount {
	readonly #groups = new EntryGroups(monthKey);
	readonly #months = new Map<string, Month>();
	#list: readonly Month[] = [];

	clear(): void {
		this.#groups.clear();
		this.#months.clear();
		this.#list = [];
	}

	add(_note: Note, entry: Entry | undefined): void {
		if (entry !== undefined) {
			this.#groups.add(entry);
		}
	}

	remove(_note: Note, entry: Entry | undefined): void {
		if (entry !== undefined) {
			this.#groups.remove(entry);
		}
	}

	/** As `monthsOf` gives them. The same array until an entry is read anew; a month that none of these is in is the same month. */
	months(): readonly Month[] {
		const stale = this.#groups.takeStale();
		for (const key of stale) {
			const entries = this.#groups.entriesOf(key);
			if (entries === undefined) {
				this.#months.delete(key);
			} else {
				this.#months.set(key, { key, entries: entries.toReversed() });
			}
		}
		if (stale.size > 0) {
			this.#list = inOrder(this.#months);
		}
		return this.#list;
	}
}

/** The months of each vault's log. */
export const monthsIn = countPerVault(() => new MonthCount());
