/**
 * Items that wait, each once, in the order in which they came. Taking one costs the same however many wait: a loop over a set from which items are taken a few at a time would pass
 * by all that were taken before, each time.
 */
export class UniqueQueue<Item> {
	readonly #items: Set<Item>;
	#iterator: Iterator<Item> | undefined;

	constructor(items: Iterable<Item> = []) {
		this.#items = new Set(items);
	}

	/** How many wait. */
	get size(): number {
		return this.#items.size;
	}

	has(item: Item): boolean {
		return this.#items.has(item);
	}

	/** Nothing changes where the item waits already. */
	add(item: Item): void {
		this.#items.add(item);
	}

	/** The first, or so many of the first; they no longer wait. `[]` where nothing waits. */
	take(most: number): readonly Item[] {
		const taken: Item[] = [];
		while (taken.length < most && this.#items.size > 0) {
			this.#iterator ??= this.#items.values();
			const next = this.#iterator.next();
			if (next.done === true) {
				this.#iterator = undefined;
			} else {
				this.#items.delete(next.value);
				taken.push(next.value);
			}
		}
		return taken;
	}
}
