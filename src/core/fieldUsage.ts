import type { Note } from './note.ts';
import { foldTerm, termsOf } from './term.ts';

/** How often something is written. */
export interface Use<Value> {
	readonly value: Value;
	/** Notes that have it. */
	readonly uses: number;
}

/** A value that fits on a line. */
export type LineValue = string | number | boolean;

/** Where the notes come from: a vault. */
export interface NoteSource {
	notes(): Iterable<Note>;
	note(uri: string): Note | undefined;
	entry(uri: string): unknown;
	onDidChange(listener: (change: { readonly notes: readonly string[] }) => void): () => void;
}

interface Counted {
	readonly values: ReadonlyMap<string, unknown>;
	readonly isEntry: boolean;
}

/** How often one spelling of a term is written, in all notes and in entries. */
interface Spelling {
	all: number;
	inEntries: number;
}

/** How the notes of a vault use their fields, counted once and then kept in step with it, note by note. */
export class FieldUsage {
	readonly #source: NoteSource;
	readonly #counted = new Map<string, Counted>();
	/** By name of the field: in entries only. */
	readonly #names = new Map<string, number>();
	/** By name of the field, then by value: in entries only. */
	readonly #values = new Map<string, Map<LineValue, number>>();
	/** By name of the field, folded term, spelling. */
	readonly #terms = new Map<string, Map<string, Map<string, Spelling>>>();

	/** Folded terms by their spellings: folding is what takes the time. */
	readonly #folded = new Map<string, string>();
	/** Lower-cased names of the fields whose values are terms. */
	readonly #taxonomies: ReadonlySet<string>;
	/** Stops following the vault. */
	readonly dispose: () => void;

	constructor(source: NoteSource, taxonomies: readonly string[]) {
		this.#source = source;
		this.#taxonomies = new Set(taxonomies.map(name => name.toLowerCase()));
		this.#countAll();
		this.dispose = source.onDidChange(({ notes }) => {
			if (notes.length === 0) {
				this.#countAll(); // other settings: other notes are entries
			} else {
				notes.forEach(uri => {
					this.#recount(uri);
				});
			}
		});
	}

	/** Lower-cased names of the fields that entries have, most frequent first. */
	names(): readonly Use<string>[] {
		return mostFirst(this.#names);
	}

	/** Whether the field's values are terms, as those of `tags`. */
	isTaxonomy(field: string): boolean {
		return this.#taxonomies.has(field);
	}

	/** What entries write into a field, most frequent first; not for lists, tables, and fields that say something else in every entry. */
	values(field: string): readonly Use<LineValue>[] {
		return mostFirst(this.#values.get(field) ?? new Map<LineValue, number>());
	}

	/** The terms of a field in all notes, most frequent first, each as the entries spell it most, else as the other notes do. */
	terms(field: string): readonly Use<string>[] {
		const terms = [...(this.#terms.get(field)?.values() ?? [])];
		return terms.map(usualSpelling).sort((a, b) => b.uses - a.uses || (a.value < b.value ? -1 : 1));
	}

	/** How many notes have the term, in any spelling that Hugo takes for the same. */
	usesOf(field: string, term: string): number {
		return usualSpelling(this.#terms.get(field)?.get(foldTerm(term)) ?? new Map<string, Spelling>()).uses;
	}

	#countAll(): void {
		[this.#counted, this.#names, this.#values, this.#terms].forEach(map => {
			map.clear();
		});
		for (const { uri } of this.#source.notes()) {
			this.#recount(uri);
		}
	}

	#recount(uri: string): void {
		const before = this.#counted.get(uri);
		const note = this.#source.note(uri);
		if (before !== undefined) {
			this.#count(before, -1);
			this.#counted.delete(uri);
		}
		if (note !== undefined && note.values.size > 0) {
			const counted = { values: note.values, isEntry: this.#source.entry(uri) !== undefined };
			this.#count(counted, 1);
			this.#counted.set(uri, counted);
		}
	}

	#fold(term: string): string {
		const folded = this.#folded.get(term) ?? foldTerm(term);
		this.#folded.set(term, folded);
		return folded;
	}

	#count({ values, isEntry }: Counted, by: 1 | -1): void {
		for (const [field, value] of values) {
			if (isEntry) {
				add(this.#names, field, by);
			}
			if (isEntry && !alwaysOther.has(field) && isLineValue(value)) {
				add(below(this.#values, field), value, by);
			}
			if (this.#taxonomies.has(field)) {
				for (const term of new Set(termsOf(value))) {
					const spelling = { term, folded: this.#fold(term) };
					countSpelling(below(this.#terms, field), spelling, { by, isEntry });
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

function add<Key>(counts: Map<Key, number>, key: Key, by: number): void {
	const count = (counts.get(key) ?? 0) + by;
	keep(counts, key, count > 0 ? count : undefined);
}

function keep<Key, Value>(map: Map<Key, Value>, key: Key, value: Value | undefined): void {
	if (value === undefined) {
		map.delete(key);
	} else {
		map.set(key, value);
	}
}

function below<Key, Inner, Value>(map: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
	const inner = map.get(key) ?? new Map<Inner, Value>();
	map.set(key, inner);
	return inner;
}

function mostFirst<Value>(counts: ReadonlyMap<Value, number>): readonly Use<Value>[] {
	return [...counts].map(([value, uses]) => ({ value, uses })).sort((a, b) => b.uses - a.uses);
}
