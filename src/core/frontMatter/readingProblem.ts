import { sentence } from '../l10n.ts';

/** Why a piece of YAML, TOML or JSON cannot be read: a sentence for writers, and an offset in the piece. Thrown by readers, caught in this folder. */
export class ReadingProblem extends Error {
	readonly offset: number;

	constructor(message: string, offset: number) {
		super(message);
		this.offset = offset;
	}
}

/** Said where brackets stand deeper within each other than `deepest`. */
export function tooDeep(): ReadingProblem {
	return new ReadingProblem(sentence('Too many lists stand within each other.'), 0);
}

const deepest = 500;

/** Whether brackets are opened so often that a recursive reader could run out of stack; brackets in strings count, for simplicity. */
export function isNestedDeeply(source: string): boolean {
	let depth = 0;
	for (const [bracket] of source.matchAll(/[[\]{}]/g)) {
		depth += bracket === '[' || bracket === '{' ? 1 : -1;
		if (depth > deepest) {
			return true;
		}
	}
	return false;
}
