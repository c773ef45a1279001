import type { Entry } from '../entry.ts';
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
	const sums = [...entriesByTag(days)].map(([folded, entries]) => ({
		tag: mostCommon(entries.map(({ tags }) => tags.findLast(tag => foldTerm(tag) === folded))) ?? folded,
		minutes: entries.reduce((sum, { input }) => sum + (input ?? 0), 0),
		entries: entries.length,
	}));
	return sums.sort((a, b) => b.minutes - a.minutes || b.entries - a.entries || (a.tag < b.tag ? -1 : 1));
}

const known = new WeakMap<readonly LogDay[], ReadonlyMap<string, readonly Entry[]>>();

/** The entries of each tag by its folded term, in the order of the days; put together once for the same days. */
export function entriesByTag(days: readonly LogDay[]): ReadonlyMap<string, readonly Entry[]> {
	const byTag = known.get(days) ?? groupedByTag(days);
	known.set(days, byTag);
	return byTag;
}

function groupedByTag(days: readonly LogDay[]): ReadonlyMap<string, readonly Entry[]> {
	const byTag = new Map<string, Entry[]>();
	for (const entry of days.flatMap(({ entries }) => entries)) {
		for (const tag of entry.tags) {
			const folded = foldTerm(tag);
			const own = byTag.get(folded) ?? [];
			// An entry may write a tag twice.
			if (own.at(-1) !== entry) {
				own.push(entry);
				byTag.set(folded, own);
			}
		}
	}
	return byTag;
}

/** The folded terms that every entry has, of two or more: they tell nothing of what the time went into. */
export function commonTags(days: readonly LogDay[]): ReadonlySet<string> {
	const all = days.reduce((count, { entries }) => count + entries.length, 0);
	return new Set([...entriesByTag(days)].flatMap(([folded, entries]) => (all > 1 && entries.length === all ? [folded] : [])));
}
