/** From so many on a set finds one faster than a list. */
const fewest = 9;

/**
 * Which things, by their ids, go by which key. Most keys have one thing, and many of them: such a one is kept as it is, a few as a list, and only many as a set, for a set takes as much room as
 * twenty ids.
 */
export class IdGroups {
	readonly #groups = new Map<string, string | readonly string[] | Set<string>>();

	add(key: string, id: string): void {
		const group = this.#groups.get(key);
		if (group === undefined) {
			this.#groups.set(key, id);
		} else if (group instanceof Set) {
			group.add(id);
		} else {
			const ids = idsOf(group);
			if (!ids.includes(id)) {
				this.#groups.set(key, ids.length + 1 < fewest ? [...ids, id] : new Set([...ids, id]));
			}
		}
	}

	/** Whether the key has none any more. */
	delete(key: string, id: string): boolean {
		const group = this.#groups.get(key);
		if (group instanceof Set) {
			group.delete(id);
			this.#keep(key, group, group.size);
		} else if (group !== undefined) {
			const ids = idsOf(group).filter(other => other !== id);
			this.#keep(key, ids.length === 1 ? (ids[0] ?? ids) : ids, ids.length);
		}
		return !this.#groups.has(key);
	}

	/** The ids in the order in which they came; none where the key has none. */
	get(key: string): Iterable<string> {
		const group = this.#groups.get(key);
		return group === undefined ? [] : group instanceof Set ? group : idsOf(group);
	}

	/** How many things go by the key. */
	count(key: string): number {
		const group = this.#groups.get(key);
		return group === undefined ? 0 : typeof group === 'string' ? 1 : group instanceof Set ? group.size : group.length;
	}

	#keep(key: string, group: string | readonly string[] | Set<string>, size: number): void {
		if (size === 0) {
			this.#groups.delete(key);
		} else {
			this.#groups.set(key, group);
		}
	}
}

function idsOf(group: string | readonly string[]): readonly string[] {
	return typeof group === 'string' ? [group] : group;
}
