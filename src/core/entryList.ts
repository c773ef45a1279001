import { compareEntries, type Entry } from './entry.ts';

/** So few changes are put into the list one by one; more are sorted and merged into it. */
const few = 32;

/** Entries in the order of the log. One that comes or goes costs a copy of the list, and no sorting of it. */
export class EntryList {
	#ordered: readonly Entry[] = [];
	readonly #coming = new Set<Entry>();
	readonly #going = new Set<Entry>();

	add(entry: Entry): void {
		this.#coming.add(entry);
	}

	/** The entry must be the very one that was added. */
	remove(entry: Entry): void {
		if (!this.#coming.delete(entry)) {
			this.#going.add(entry);
		}
	}

	clear(): void {
		this.#ordered = [];
		this.#coming.clear();
		this.#going.clear();
	}

	/** Lowest number first; the same array until an entry comes or goes. */
	ordered(): readonly Entry[] {
		const changes = this.#coming.size + this.#going.size;
		if (changes > 0) {
			this.#ordered = changes > few ? this.#merged() : this.#patched();
			this.#coming.clear();
			this.#going.clear();
		}
		return this.#ordered;
	}

	#patched(): readonly Entry[] {
		const list = [...this.#ordered];
		for (const entry of this.#going) {
			list.splice(placeOf(entry, list), 1);
		}
		for (const entry of this.#coming) {
			list.splice(placeOf(entry, list), 0, entry);
		}
		return list;
	}

	#merged(): readonly Entry[] {
		const staying = this.#going.size === 0 ? this.#ordered : this.#ordered.filter(entry => !this.#going.has(entry));
		const coming = [...this.#coming].sort(compareEntries);
		const merged: Entry[] = [];
		let at = 0;
		for (const entry of coming) {
			for (let next = staying[at]; next !== undefined && compareEntries(next, entry) < 0; next = staying[at]) {
				merged.push(next);
				at++;
			}
			merged.push(entry);
		}
		return [...merged, ...staying.slice(at)];
	}
}

/** Where the entry stands in the list, or would stand. */
function placeOf(entry: Entry, list: readonly Entry[]): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const other = list[middle];
		if (other !== undefined && compareEntries(other, entry) < 0) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
