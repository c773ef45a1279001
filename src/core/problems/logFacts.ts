import type { Entry, LogShape } from '../entry.ts';
import { companyIn, missedIn, type Company, type Stray } from '../stray.ts';
import { homesOf } from '../homeCount.ts';
import { habitsOf } from './habits.ts';
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

/** The facts of a vault as it is now, to be used before it changes. All entries are counted at the first call, or before by `prepareFacts`; then only what changes. */
export function factsOf(vault: Vault, surroundings: Surroundings): LogFacts {
	const company = companyIn(vault);
	const habits = habitsOf(vault);
	return {
		...company,
		vault,
		shape: vault.shape,
		missed: missedIn(vault, company),
		byNumber: habits.byNumber,
		usualFields: habits.usualFields(),
		usualTags: habits.usualTags(),
		...surroundings,
	};
}

/** Counts so many of the notes, ahead of the first question; whether all are counted. */
export function prepareFacts(vault: Vault, most: number): boolean {
	return [habitsOf, homesOf].map(count => count.prepare(vault, most)).every(Boolean);
}
