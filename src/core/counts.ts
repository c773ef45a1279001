/** Adds to the count of a key, or takes away, and returns the new count. A key that counts nothing any more is forgotten. */
export function addCount<Key>(counts: Map<Key, number>, key: Key, by: number): number {
	const count = (counts.get(key) ?? 0) + by;
	keep(counts, key, count > 0 ? count : undefined);
	return count;
}

/** Sets the value of a key; `undefined` takes the key out. */
export function keep<Key, Value>(map: Map<Key, Value>, key: Key, value: Value | undefined): void {
	if (value === undefined) {
		map.delete(key);
	} else {
		map.set(key, value);
	}
}

/** The keys with the highest count, in the order of the map: several at a tie, none of an empty map. */
export function mostCounted<Key>(counts: ReadonlyMap<Key, number>): readonly Key[] {
	let most = 0;
	let keys: Key[] = [];
	for (const [key, count] of counts) {
		if (count > most) {
			most = count;
			keys = [];
		}
		if (count === most) {
			keys.push(key);
		}
	}
	return keys;
}
