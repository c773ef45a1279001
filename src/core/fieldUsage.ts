import { addCount, keep } from './counts.ts';
import type { Entry } from './entry.ts';
import type { Note } from './note.ts';
import { RunningCount, type NoteCount } from './runningCount.ts';
import { foldTerm, termsOf } from './term.ts';
import type { Vault } from './vault.ts';

/** How often something is written. */
export interface Use<Value> {
	readonly value: Value;
	/** Notes that have it. */
	readonly uses: number;
}

/** A value that fits on a line. */
export type LineValue = string | number | boolean;

/** How often one spelling of a term is written, in all notes and in entries. */
interface Spelling {
	all: number;
	inEntries: number;
}

/** How the notes of a vault use their fields, counted when first asked for and then kept in step with it, note by note. */
export class FieldUsage {
	readonly #count: RunningCount<FieldCount>;
	/** Lower-cased names of the fields whose values are terms. */
	readonly #taxonomies: ReadonlySet<string>;

	constructor(vault: Vault, taxonomies: readonly string[]) {
		this.#taxonomies = new Set(taxonomies.map(name => name.toLowerCase()));
		this.#count = new RunningCount(vault, new FieldCount(this.#taxonomies));
	}

	/** Stops following the vault. */
	dispose(): void {
		this.#count.dispose();
	}

	/** Counts so many of the notes, ahead of the first question; whether all are counted. */
	prepare(most: number): boolean {
		return this.#count.prepare(most);
	}

	/** Lower-cased names of the fields that entries have, most frequent first. */
	names(): readonly Use<string>[] {
		return mostFirst(this.#count.get().names);
	}

	/** Whether the field's values are terms, as those of `tags`. */
	isTaxonomy(field: string): boolean {
		return this.#taxonomies.has(field);
	}

	/**
	 * What entries write into a field, most frequent first, and some of what only one entry writes; not for lists, tables, and fields that say something else in every
	 * entry.
	 */
	values(field: string): readonly Use<LineValue>[] {
		const { values, repeated } = this.#count.get();
		return [...mostFirst(repeated.get(field) ?? none), ...someOnce(values.get(field) ?? none)];
	}

	/** The terms of a field in all notes, most frequent first, each as the entries spell it most, else as the other notes do. */
	terms(field: string): readonly Use<string>[] {
		const terms = [...(this.#count.get().terms.get(field)?.values() ?? [])];
		return terms.map(usualSpelling).sort((a, b) => b.uses - a.uses || (a.value < b.value ? -1 : 1));
	}

	/** How many notes have the term, in any spelling that Hugo takes for the same. */
	usesOf(field: string, term: string): number {
		return usualSpelling(this.#count.get().terms.get(field)?.get(foldTerm(term)) ?? new Map<string, Spelling>()).uses;
	}
}

const none: ReadonlyMap<LineValue, number> = new Map();

/** So many values that one entry writes are told; a field like `output` has as many as the log has entries. */
const mostOnce = 20;

function someOnce(values: ReadonlyMap<LineValue, number>): readonly Use<LineValue>[] {
	const found: Use<LineValue>[] = [];
	for (const [value, uses] of values) {
		if (found.length >= mostOnce) {
			break;
		}
		if (uses === 1) {
			found.push({ value, uses });
		}
	}
	return found;
}

/** Fields, their values and their terms, counted. */
class FieldCount implements NoteCount {
	/** By name of the field: in entries only. */
	readonly names = new Map<string, number>();
	/** By name of the field, then by value: in entries only. */
	readonly values = new Map<string, Map<LineValue, number>>();
	/** Those of them that several entries write. */
	readonly repeated = new Map<string, Map<LineValue, number>>();
	/** By name of the field, folded term, spelling. */
	readonly terms = new Map<string, Map<string, Map<string, Spelling>>>();
	readonly #taxonomies: ReadonlySet<string>;

	constructor(taxonomies: ReadonlySet<string>) {
		this.#taxonomies = taxonomies;
	}

	clear(): void {
		[this.names, this.values, this.repeated, this.terms].forEach(map => {
			map.clear();
		});
	}

	add(note: Note, entry: Entry | undefined): void {
		this.#count(note, entry !== undefined, 1);
	}

	remove(note: Note, entry: Entry | undefined): void {
		this.#count(note, entry !== undefined, -1);
	}

	#count({ values }: Note, isEntry: boolean, by: 1 | -1): void {
		for (const [field, value] of values) {
			if (isEntry) {
				addCount(this.names, field, by);
			}
			if (isEntry && !alwaysOther.has(field) && isLineValue(value)) {
				const uses = addCount(below(this.values, field), value, by);
				keep(below(this.repeated, field), value, uses > 1 ? uses : undefined);
			}
			if (this.#taxonomies.has(field)) {
				for (const term of new Set(termsOf(value))) {
					const spelling = { term, folded: foldTerm(term) };
					countSpelling(below(this.terms, field), spelling, { by, isEntry });
				}
			}
		}
	}
}

function countSpelling(
	terms: Map<string, Map<string, Spelling>>,
	{ term, folded }: { readonly term: string; readonly folded: string },
	{ by, isEntry }: { readonly by: 1 | -1; readonly isEntry: boolean },
): void {
	const spellings = below(terms, folded);
	const spelling = spellings.get(term) ?? { all: 0, inEntries: 0 };
	spelling.all += by;
	spelling.inEntries += isEntry ? by : 0;
	keep(spellings, term, spelling.all > 0 ? spelling : undefined);
	keep(terms, folded, spellings.size > 0 ? spellings : undefined);
}

function usualSpelling(spellings: ReadonlyMap<string, Spelling>): Use<string> {
	let uses = 0;
	let usual: readonly [string, Spelling] | undefined;
	for (const [spelling, count] of spellings) {
		uses += count.all;
		if (
			usual === undefined ||
			count.inEntries - usual[1].inEntries > 0 ||
			(count.inEntries === usual[1].inEntries && count.all > usual[1].all)
		) {
			usual = [spelling, count];
		}
	}
	return { value: usual?.[0] ?? '', uses };
}

const alwaysOther: ReadonlySet<string> = new Set(['title', 'date', 'lastmod', 'slug', 'url', 'summary', 'description']);

/** Of texts only the short ones: others are said once. */
const longestValue = 60;

function isLineValue(value: unknown): value is LineValue {
	return (
		typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '' && value.length <= longestValue)
	);
}

function below<Key, Inner, Value>(map: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
	const inner = map.get(key) ?? new Map<Inner, Value>();
	map.set(key, inner);
	return inner;
}

function mostFirst<Value>(counts: ReadonlyMap<Value, number>): readonly Use<Value>[] {
	return [...counts].map(([value, uses]) => ({ value, uses })).sort((a, b) => b.uses - a.uses);
}
