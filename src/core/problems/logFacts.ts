import type { Entry, LogShape } from '../entry.ts';
import { companyIn, missedIn, type Company, type Stray } from '../stray.ts';
import { foldTerm, termsOf } from '../term.ts';
import type { Vault } from '../vault.ts';

/** What the rules about one entry must know of the others, of the site and of the moment. */
export interface LogFacts extends Company {
	readonly vault: Vault;
	/** Whether wiki links are checked; they are where nothing else is said. */
	readonly wikiLinks?: boolean;
	readonly shape: LogShape;
	/** The notes that are most probably entries, though their series does not say so; lowest number first. */
	readonly missed: readonly Stray[];
	readonly byNumber: ReadonlyMap<number, readonly Entry[]>;
	/** Lower-cased names of the fields that most entries have, as the log writes them, in the order of the newest that has them all. */
	readonly usualFields: readonly string[];
	/** The log's spelling of each tag, by folded term: the most frequent one. */
	readonly usualTags: ReadonlyMap<string, string>;
	/** Names of the site's shortcodes; undefined where they cannot be known: no layouts, or themes from elsewhere. */
	readonly shortcodes: ReadonlySet<string> | undefined;
	/** Lower-cased names of the fields that hold terms; those of `usualTagFields` where nothing else is said. */
	readonly tagFields?: readonly string[];
	/** Milliseconds since 1970 UTC. */
	readonly now: number;
	/** IANA name; `''` for this computer's. */
	readonly timeZone: string;
}

/** The fields that hold terms in a site that declares no others. */
export const usualTagFields: readonly string[] = ['tags', 'series', 'categories'];

/** What the vault itself cannot tell. */
export type Surroundings = Pick<LogFacts, 'now' | 'timeZone' | 'shortcodes' | 'tagFields' | 'wikiLinks'>;

/** A field is usual when so large a share of the entries has it. */
const usualShare = 0.75;

/** Reads the facts off a vault; one pass over its entries. */
export function factsOf(vault: Vault, surroundings: Surroundings): LogFacts {
	const company = companyIn(vault);
	const { entries } = company;
	return {
		...company,
		vault,
		shape: vault.shape,
		missed: missedIn(vault, company),
		byNumber: groupByNumber(entries),
		usualFields: usualFieldsOf(vault, entries),
		usualTags: usualTagsOf(vault, entries),
		...surroundings,
	};
}

function groupByNumber(entries: readonly Entry[]): ReadonlyMap<number, readonly Entry[]> {
	const groups = new Map<number, Entry[]>();
	for (const entry of entries) {
		if (entry.number !== undefined) {
			const group = groups.get(entry.number);
			if (group === undefined) {
				groups.set(entry.number, [entry]);
			} else {
				group.push(entry);
			}
		}
	}
	return groups;
}

function usualFieldsOf(vault: Vault, entries: readonly Entry[]): readonly string[] {
	const counts = new Map<string, number>();
	const readable = entries.filter(({ problem }) => problem === undefined);
	for (const { uri } of readable) {
		for (const name of vault.note(uri)?.values.keys() ?? []) {
			counts.set(name, (counts.get(name) ?? 0) + 1);
		}
	}
	const usual = new Set([...counts].filter(([, count]) => count >= readable.length * usualShare).map(([name]) => name));
	const order = fullestOf(
		readable.slice(-samplesOfOrder).map(({ uri }) => [...(vault.note(uri)?.values.keys() ?? [])].filter(name => usual.has(name))),
	);
	return [...usual].sort((a, b) => placeIn(order, a) - placeIn(order, b));
}

/** The newest entry may be the very one that lacks a field: so many are asked for the order. */
const samplesOfOrder = 10;

/** Of the lists with the most names the last. */
function fullestOf(lists: readonly (readonly string[])[]): readonly string[] {
	return lists.reduce((fullest, names) => (names.length >= fullest.length ? names : fullest), []);
}

function placeIn(order: readonly string[], name: string): number {
	const index = order.indexOf(name);
	return index < 0 ? order.length : index;
}

function usualTagsOf(vault: Vault, entries: readonly Entry[]): ReadonlyMap<string, string> {
	const counts = new Map<string, Map<string, number>>();
	for (const { uri } of entries) {
		for (const tag of termsOf(vault.note(uri)?.values.get('tags'))) {
			const spellings = counts.get(foldTerm(tag)) ?? new Map<string, number>();
			spellings.set(tag, (spellings.get(tag) ?? 0) + 1);
			counts.set(foldTerm(tag), spellings);
		}
	}
	return new Map([...counts].map(([term, spellings]) => [term, mostFrequent(spellings)]));
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
	return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
