/** The value that stands there most often; at a tie the one that comes first, which is the newest in samples given newest first. Undefined for none. */
export function mostCommon<Value>(values: Iterable<Value>): Value | undefined {
	const counts = new Map<Value, number>();
	for (const value of values) {
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	let best: { readonly value: Value; readonly count: number } | undefined;
	for (const [value, count] of counts) {
		if (count > (best?.count ?? 0)) {
			best = { value, count };
		}
	}
	return best?.value;
}

/** Whether all of them but one in five say so: one slip in ten entries does not undo a habit; among fewer than five none is forgiven. */
export function isNearlyAll(count: number, all: number): boolean {
	return count > 0 && count >= all - Math.floor(all / 5);
}
