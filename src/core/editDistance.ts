/** What is longer is no mistyped word, and would take the square of its length to compare. */
const longestWord = 200;

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one word of the other
 * (optimal string alignment): `otuput` is 1 from `output`. Case counts. Undefined where it is more than `limit`,
 * or one of them has more than 200 letters.
 */
export function editDistance(a: string, b: string, limit: number): number | undefined {
	if (Math.abs(a.length - b.length) > limit || Math.max(a.length, b.length) > longestWord) {
		return undefined;
	}
	let beforeLast: readonly number[] = [];
	let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let row = 1; row <= a.length; row++) {
		const next = nextRow({ a, b, row, last, beforeLast });
		if (Math.min(...next) > limit) {
			return undefined;
		}
		beforeLast = last;
		last = next;
	}
	const distance = last[b.length] ?? 0;
	return distance <= limit ? distance : undefined;
}

/** The nearest of the words that is at most `limit` away; the first of several that are equally near. */
export function nearestWord(word: string, words: Iterable<string>, limit: number): string | undefined {
	let nearest: string | undefined;
	let least = limit + 1;
	for (const candidate of words) {
		const distance = editDistance(word, candidate, least - 1);
		if (distance !== undefined) {
			nearest = candidate;
			least = distance;
		}
	}
	return nearest;
}

interface Row {
	readonly a: string;
	readonly b: string;
	readonly row: number;
	readonly last: readonly number[];
	readonly beforeLast: readonly number[];
}

function nextRow({ a, b, row, last, beforeLast }: Row): readonly number[] {
	const next = [row];
	for (let column = 1; column <= b.length; column++) {
		const change = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
		const swap = isSwap(a, b, row, column) ? at(beforeLast, column - 2) + 1 : Infinity;
		next.push(Math.min(at(last, column) + 1, at(next, column - 1) + 1, change, swap));
	}
	return next;
}

function isSwap(a: string, b: string, row: number, column: number): boolean {
	return row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Infinity;
}
