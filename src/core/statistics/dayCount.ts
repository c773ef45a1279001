import type { Entry } from '../entry.ts';
import { EntryGroups } from '../entryGroups.ts';
import type { Note } from '../note.ts';
import { countPerVault, type NoteCount } from '../runningCount.ts';
import { logDay, type History, type LogDay } from './history.ts';

const none: History = { days: [], undated: [] };

/** The days of a log, kept in step with it: an entry that changes makes its own day anew, and no other. */
export class DayCount implements NoteCount {
	/** `''` for entries without a date. */
	readonly #groups = new EntryGroups(({ day }) => day ?? '');
	readonly #words = new Map<string, number>();
	#history = none;

	clear(): void {
		this.#groups.clear();
		this.#words.clear();
		this.#history = none;
	}

	add({ words }: Note, entry: Entry | undefined): void {
		if (entry !== undefined) {
			this.#groups.add(entry);
			this.#addWords(entry, words);
		}
	}

	remove({ words }: Note, entry: Entry | undefined): void {
		if (entry !== undefined) {
			this.#groups.remove(entry);
			this.#addWords(entry, -words);
		}
	}

	/** The same history until an entry or its words change; days that did not change are the same days. */
	history(): History {
		const stale = this.#groups.takeStale();
		if (stale.size > 0) {
			const undated = stale.has('') ? (this.#groups.entriesOf('') ?? []) : this.#history.undated;
			this.#history = { days: this.#days(stale), undated };
		}
		return this.#history;
	}

	#addWords({ day = '' }: Entry, words: number): void {
		this.#words.set(day, (this.#words.get(day) ?? 0) + words);
	}

	/** Those before, with the stale ones made anew in their places. */
	#days(stale: ReadonlySet<string>): readonly LogDay[] {
		const anew = [...stale].flatMap(day => this.#day(day) ?? []).sort((a, b) => (a.day < b.day ? -1 : 1));
		const days: LogDay[] = [];
		let next = 0;
		for (const before of this.#history.days) {
			for (let first = anew[next]; first !== undefined && first.day < before.day; first = anew[++next]) {
				days.push(first);
			}
			if (!stale.has(before.day)) {
				days.push(before);
			}
		}
		return [...days, ...anew.slice(next)];
	}

	#day(day: string): LogDay | undefined {
		const entries = day === '' ? undefined : this.#groups.entriesOf(day);
		return entries && logDay(day, entries, this.#words.get(day) ?? 0);
	}
}

/** The days of each vault's log. */
export const daysOf = countPerVault(() => new DayCount());
