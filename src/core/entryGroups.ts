import { compareEntries, type Entry } from './entry.ts';

/** Entries in groups, such as days, kept one by one: an entry that changes makes its own group anew, and no other. */
export class EntryGroups {
	readonly #keyOf: (entry: Entry) => string;
	readonly #groups = new Map<string, Entry[]>();
	readonly #stale = new Set<string>();

	constructor(keyOf: (entry: Entry) => string) {
		this.#keyOf = keyOf;
	}

	clear(): void {
		this.#groups.clear();
		this.#stale.clear();
	}

	/** The entry must not be among them yet. */
	add(entry: Entry): void {
		const key = this.#keyOf(entry);
		const group = this.#groups.get(key);
		if (group === undefined) {
			this.#groups.set(key, [entry]);
		} else {
			group.push(entry);
		}
		this.#stale.add(key);
	}

	remove(entry: Entry): void {
		const key = this.#keyOf(entry);
		const group = this.#groups.get(key) ?? [];
		const place = group.findIndex(({ uri }) => uri === entry.uri);
		if (place >= 0) {
			group.splice(place, 1);
			this.#stale.add(key);
		}
		if (group.length === 0) {
			this.#groups.delete(key);
		}
	}

	/** The keys of groups that have changed since this was last asked, those that are gone included. */
	takeStale(): ReadonlySet<string> {
		const stale = new Set(this.#stale);
		this.#stale.clear();
		return stale;
	}

	/** In no order. */
	keys(): Iterable<string> {
		return this.#groups.keys();
	}

	/** The entries of a group in the order of the log; undefined where there is no such group. */
	entriesOf(key: string): readonly Entry[] | undefined {
		const group = this.#groups.get(key);
		return group?.toSorted(compareEntries);
	}
}
