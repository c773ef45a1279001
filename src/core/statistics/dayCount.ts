import { compareEntries, type Entry } from '../entry.ts';
import type { Note } from '../note.ts';
import { countPerVault, type NoteCount } from '../runningCount.ts';
import type { CivilDate } from '../time/civilDate.ts';
import { logDay, type History, type LogDay } from './history.ts';

/** The entries of a day as they are gathered. */
interface Gathered {
	readonly entries: Map<string, Entry>;
	words: number;
}

/** The days of a log, kept in step with it: an entry that changes makes its own day anew, and no other. */
export class DayCount implements NoteCount {
	readonly #byDay = new Map<CivilDate | undefined, Gathered>();
	/** Days, or what has none, that are to be made anew. */
	readonly #stale = new Set<CivilDate | undefined>();
	#history: History = { days: [], undated: [] };

	clear(): void {
		this.#byDay.clear();
		this.#stale.clear();
		this.#history = { days: [], undated: [] };
	}

	add({ words }: Note, entry: Entry | undefined): void {
		if (entry !== undefined) {
			const day = this.#byDay.get(entry.day) ?? { entries: new Map<string, Entry>(), words: 0 };
			day.entries.set(entry.uri, entry);
			day.words += words;
			this.#byDay.set(entry.day, day);
			this.#stale.add(entry.day);
		}
	}

	remove({ words }: Note, entry: Entry | undefined): void {
		const day = entry && this.#byDay.get(entry.day);
		if (entry !== undefined && day !== undefined && day.entries.delete(entry.uri)) {
			day.words -= words;
			this.#stale.add(entry.day);
			if (day.entries.size === 0) {
				this.#byDay.delete(entry.day);
			}
		}
	}

	/** The same history until an entry or its words change; days that did not change are the same days. */
	history(): History {
		if (this.#stale.size > 0) {
			const undated = this.#stale.delete(undefined) ? inOrder(this.#byDay.get(undefined)) : this.#history.undated;
			const days = this.#stale.size === 0 ? this.#history.days : this.#days(this.#history.days);
			this.#history = { days, undated };
			this.#stale.clear();
		}
		return this.#history;
	}

	#days(before: readonly LogDay[]): readonly LogDay[] {
		const anew = [...this.#stale].flatMap(day => this.#day(day) ?? []).sort((a, b) => (a.day < b.day ? -1 : 1));
		const days: LogDay[] = [];
		let next = 0;
		for (const logDayBefore of before) {
			for (let first = anew[next]; first !== undefined && first.day < logDayBefore.day; first = anew[++next]) {
				days.push(first);
			}
			if (!this.#stale.has(logDayBefore.day)) {
				days.push(logDayBefore);
			}
		}
		return [...days, ...anew.slice(next)];
	}

	#day(day: CivilDate | undefined): LogDay | undefined {
		const gathered = this.#byDay.get(day);
		return gathered === undefined || day === undefined ? undefined : logDay(day, inOrder(gathered), gathered.words);
	}
}

function inOrder(day: Gathered | undefined): readonly Entry[] {
	return [...(day?.entries.values() ?? [])].sort(compareEntries);
}

/** The days of each vault's log. */
export const daysOf = countPerVault(() => new DayCount());
