import { addCount, keep, mostCounted } from '../counts.ts';

/** A tag, as the vault spells it most, and the notes that have it. */
export interface TagUse {
	readonly tag: string;
	/** Uris; of each note once, however often it has the tag. */
	readonly notes: ReadonlySet<string>;
}

/** A tag as a note spells it. */
export type Spelled = readonly [term: string, spelling: string];

interface Counted {
	readonly notes: Set<string>;
	/** How often each is written. */
	readonly spellings: Map<string, number>;
}

/** Which notes have which tag, kept note by note: a change touches the tags that the note has or had. */
export class TagCount {
	readonly #byTerm = new Map<string, Counted>();
	readonly #uses = new Map<string, TagUse>();
	#list: readonly TagUse[] | undefined;

	/** Adds a note that is not counted. */
	add(uri: string, tags: readonly Spelled[]): void {
		for (const [term, spelling] of tags) {
			const counted = this.#byTerm.get(term) ?? { notes: new Set<string>(), spellings: new Map<string, number>() };
			counted.notes.add(uri);
			addCount(counted.spellings, spelling, 1);
			this.#byTerm.set(term, counted);
			this.#changed(term);
		}
	}

	/** Takes a note out again, with the tags that it was added with. */
	remove(uri: string, tags: readonly Spelled[]): void {
		for (const [term, spelling] of tags) {
			const counted = this.#byTerm.get(term);
			if (counted !== undefined) {
				counted.notes.delete(uri);
				addCount(counted.spellings, spelling, -1);
				keep(this.#byTerm, term, counted.spellings.size > 0 ? counted : undefined);
			}
			this.#changed(term);
		}
	}

	/** All tags, most used first, then by term; the same array until one changes. */
	list(): readonly TagUse[] {
		this.#list ??= [...this.#byTerm.keys()]
			.flatMap(term => ({ term, use: this.find(term) }))
			.sort((a, b) => (b.use?.notes.size ?? 0) - (a.use?.notes.size ?? 0) || (a.term < b.term ? -1 : 1))
			.flatMap(({ use }) => use ?? []);
		return this.#list;
	}

	/** The tag of that folded term; undefined where no note has it. The same until it changes. */
	find(term: string): TagUse | undefined {
		const counted = this.#byTerm.get(term);
		const known = this.#uses.get(term);
		if (counted === undefined || known !== undefined) {
			return known;
		}
		const use = { tag: mostFrequent(counted.spellings), notes: counted.notes };
		this.#uses.set(term, use);
		return use;
	}

	#changed(term: string): void {
		this.#uses.delete(term);
		this.#list = undefined;
	}
}

/** Of several that are as frequent the one that comes first by its letters, so that no history of changes shows. */
function mostFrequent(spellings: ReadonlyMap<string, number>): string {
	return mostCounted(spellings).reduce((first, next) => (next < first ? next : first));
}
