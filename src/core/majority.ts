import { addCount, mostCounted } from './counts.ts';

/** The value that stands there most often; at a tie the one that comes first, which is the newest in samples given newest first. Undefined for none. */
export function mostCommon<Value>(values: Iterable<Value>): Value | undefined {
	const counts = new Map<Value, number>();
	for (const value of values) {
		addCount(counts, value, 1);
	}
	return mostCounted(counts)[0];
}

/** Whether all of them but one in five say so: one slip in ten entries does not undo a habit; among fewer than five none is forgiven. */
export function isNearlyAll(count: number, all: number): boolean {
	return count > 0 && count >= all - Math.floor(all / 5);
}
