import { mostCommon } from '../majority.ts';
import { foldTerm } from '../term.ts';
import type { LogDay } from './history.ts';

/** The time that went under a tag. An entry with two tags counts under both, so these add up to more than the whole. */
export interface TagSum {
	/** As the log spells it most often. */
	readonly tag: string;
	readonly minutes: number;
	readonly entries: number;
}

/** The minutes by tag, most first, then most entries, then by name; tags are compared as Hugo compares terms. */
export function sumsByTag(days: readonly LogDay[]): readonly TagSum[] {
	const tags = new Map<string, { readonly spellings: string[]; minutes: number }>();
	for (const entry of days.flatMap(({ entries }) => entries)) {
		for (const [folded, spelling] of new Map(entry.tags.map(tag => [foldTerm(tag), tag]))) {
			const sum = tags.get(folded) ?? { spellings: [], minutes: 0 };
			sum.spellings.push(spelling);
			sum.minutes += entry.input ?? 0;
			tags.set(folded, sum);
		}
	}
	const sums = [...tags].map(([folded, { spellings, minutes }]) => ({
		tag: mostCommon(spellings) ?? folded,
		minutes,
		entries: spellings.length,
	}));
	return sums.sort((a, b) => b.minutes - a.minutes || b.entries - a.entries || (a.tag < b.tag ? -1 : 1));
}
