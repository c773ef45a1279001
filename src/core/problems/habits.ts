import { addCount, keep, mostCounted } from '../counts.ts';
import { compareEntries, type Entry } from '../entry.ts';
import type { Note } from '../note.ts';
import { countPerVault, type NoteCount } from '../runningCount.ts';
import { foldTerm } from '../term.ts';
import type { Vault } from '../vault.ts';

/** A field is usual when so large a share of the entries has it. */
const usualShare = 0.75;

/** The newest entry may be the very one that lacks a field: so many are asked for the order. */
const samplesOfOrder = 10;

/** What the entries of a log have in common, kept in step with it entry by entry. */
export class Habits implements NoteCount {
	readonly #vault: Vault;
	readonly #byNumber = new Map<number, readonly Entry[]>();
	/** Entries whose front matter can be read as a whole. */
	#readable = 0;
	readonly #fields = new Map<string, number>();
	/** How often each spelling is written, by folded term. */
	readonly #spellings = new Map<string, Map<string, number>>();
	readonly #usualTags = new Map<string, string>();
	readonly #staleTags = new Set<string>();

	constructor(vault: Vault) {
		this.#vault = vault;
	}

	clear(): void {
		[this.#byNumber, this.#fields, this.#spellings, this.#usualTags, this.#staleTags].forEach(each => {
			each.clear();
		});
		this.#readable = 0;
	}

	add(note: Note, entry: Entry | undefined): void {
		if (entry !== undefined) {
			const { number } = entry;
			if (number !== undefined) {
				const group = this.#byNumber.get(number) ?? [];
				this.#byNumber.set(number, group.length === 0 ? [entry] : [...group, entry].sort(compareEntries));
			}
			this.#count(note, entry, 1);
		}
	}

	remove(note: Note, entry: Entry | undefined): void {
		if (entry !== undefined) {
			const { number } = entry;
			if (number !== undefined) {
				const left = (this.#byNumber.get(number) ?? []).filter(({ uri }) => uri !== entry.uri);
				keep(this.#byNumber, number, left.length > 0 ? left : undefined);
			}
			this.#count(note, entry, -1);
		}
	}

	/** The entries of each number that is taken, in the order of the log. */
	get byNumber(): ReadonlyMap<number, readonly Entry[]> {
		return this.#byNumber;
	}

	/** Lower-cased names of the fields that most entries have, in the order of the newest that has them all. */
	usualFields(): readonly string[] {
		const least = this.#readable * usualShare;
		const usual = new Set([...this.#fields].filter(([, count]) => count >= least).map(([name]) => name));
		const order = fullestOf(this.#newest().map(({ uri }) => this.#fieldsOf(uri).filter(name => usual.has(name))));
		return [...usual].sort((a, b) => placeIn(order, a) - placeIn(order, b) || (a < b ? -1 : 1));
	}

	/** The log's spelling of each tag, by folded term: the most frequent one, of several the one that comes first in the log. */
	usualTags(): ReadonlyMap<string, string> {
		for (const term of this.#staleTags) {
			const spellings = this.#spellings.get(term);
			keep(this.#usualTags, term, spellings && this.#usualOf(spellings));
		}
		this.#staleTags.clear();
		return this.#usualTags;
	}

	#count({ values }: Note, { tags, problem }: Entry, by: 1 | -1): void {
		if (problem === undefined) {
			this.#readable += by;
			for (const name of values.keys()) {
				addCount(this.#fields, name, by);
			}
		}
		for (const tag of tags) {
			const term = foldTerm(tag);
			const spellings = this.#spellings.get(term) ?? new Map<string, number>();
			addCount(spellings, tag, by);
			keep(this.#spellings, term, spellings.size > 0 ? spellings : undefined);
			this.#staleTags.add(term);
		}
	}

	/** Of entries that can be read, the last of the log in its order. */
	#newest(): readonly Entry[] {
		const entries = this.#vault.entries();
		const found: Entry[] = [];
		for (let at = entries.length - 1; at >= 0 && found.length < samplesOfOrder; at--) {
			const entry = entries[at];
			if (entry !== undefined && entry.problem === undefined) {
				found.unshift(entry);
			}
		}
		return found;
	}

	#fieldsOf(uri: string): readonly string[] {
		return [...(this.#vault.note(uri)?.values.keys() ?? [])];
	}

	/** At a tie, and only then, the log is looked through for the spelling that comes first. */
	#usualOf(spellings: ReadonlyMap<string, number>): string | undefined {
		const best = mostCounted(spellings);
		if (best.length === 1) {
			return best[0];
		}
		const first = this.#vault.entries().find(({ tags }) => tags.some(tag => best.includes(tag)));
		return first?.tags.find(tag => best.includes(tag));
	}
}

/** The habits of each vault's log. */
export const habitsOf = countPerVault(vault => new Habits(vault));

/** Of the lists with the most names the last. */
function fullestOf(lists: readonly (readonly string[])[]): readonly string[] {
	return lists.reduce((fullest, names) => (names.length >= fullest.length ? names : fullest), []);
}

function placeIn(order: readonly string[], name: string): number {
	const index = order.indexOf(name);
	return index < 0 ? order.length : index;
}
