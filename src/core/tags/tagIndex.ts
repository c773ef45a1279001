import { ChangedNotes } from '../changedNotes.ts';
import type { Note } from '../note.ts';
import { foldTerm, termsOf } from '../term.ts';
import { TagCount, type Spelled, type TagUse } from './tagCount.ts';
import type { Vault } from '../vault.ts';

/** The tags of one note. */
interface Tagged {
	/** Each term once, as the note spells it. */
	readonly fields: readonly Spelled[];
	readonly inline: readonly Spelled[];
	/** How many inline tags the note has in all. */
	readonly inlineCount: number;
}

/** From so many inline tags on a vault is taken to use them. */
const fewestInline = 3;

/** The tags of a vault, in front matter and text, kept in step with it note by note. */
export class TagIndex {
	readonly #vault: Vault;
	readonly #tagged = new Map<string, Tagged>();
	/** One of each kind: most entries of a log have the same tags. */
	readonly #kinds = new Map<string, Tagged>();
	readonly #changed: ChangedNotes;
	#inlineCount = 0;
	/** With the tags in the texts and without; counted when first asked for. */
	readonly #counts = new Map<boolean, TagCount>();

	/** Listens to the vault for as long as the vault lives. */
	constructor(vault: Vault) {
		this.#vault = vault;
		this.#changed = new ChangedNotes(vault);
	}

	/** Whether the vault's texts have inline tags to speak of: then they are offered and shown, unless a setting says otherwise. */
	get usesInline(): boolean {
		this.#refresh();
		return this.#inlineCount >= fewestInline;
	}

	/** All tags, with those in the texts or without, most used first; the same array until a note's tags change. */
	tags(withInline: boolean): readonly TagUse[] {
		return this.#count(withInline).list();
	}

	/** One tag, in any spelling that Hugo takes for the same; undefined where no note has it. */
	find(tag: string, withInline: boolean): TagUse | undefined {
		return this.#count(withInline).find(foldTerm(tag));
	}

	/** Takes up so many of the notes that changed, ahead of the next question; whether all are. */
	prepare(most: number): boolean {
		this.#refresh(most);
		return this.#changed.isEmpty;
	}

	#refresh(most?: number): void {
		for (const uri of this.#changed.take(most)) {
			const before = this.#tagged.get(uri);
			const note = this.#vault.note(uri);
			const now = note && this.#shared(taggedIn(note));
			if (!isSame(before, now)) {
				this.#inlineCount += (now?.inlineCount ?? 0) - (before?.inlineCount ?? 0);
				this.#recount(uri, before, now);
			}
			if (now === undefined) {
				this.#tagged.delete(uri);
			} else {
				this.#tagged.set(uri, now);
			}
		}
	}

	#shared(tagged: Tagged | undefined): Tagged | undefined {
		if (tagged === undefined || tagged.inlineCount > 0) {
			return tagged;
		}
		const kind = JSON.stringify(tagged.fields);
		const shared = this.#kinds.get(kind) ?? tagged;
		this.#kinds.set(kind, shared);
		return shared;
	}

	#recount(uri: string, before: Tagged | undefined, now: Tagged | undefined): void {
		for (const [withInline, count] of this.#counts) {
			count.remove(uri, written(before, withInline));
			count.add(uri, written(now, withInline));
		}
	}

	#count(withInline: boolean): TagCount {
		this.#refresh();
		const known = this.#counts.get(withInline);
		if (known !== undefined) {
			return known;
		}
		const count = new TagCount();
		for (const [uri, tagged] of this.#tagged) {
			count.add(uri, written(tagged, withInline));
		}
		this.#counts.set(withInline, count);
		return count;
	}
}

const indexes = new WeakMap<Vault, TagIndex>();

/** The tags of a vault; one index for each vault. */
export function tagsOf(vault: Vault): TagIndex {
	const index = indexes.get(vault) ?? new TagIndex(vault);
	indexes.set(vault, index);
	return index;
}

function taggedIn({ values, inlineTags }: Note): Tagged | undefined {
	const fields = byTerm(termsOf(values.get('tags')));
	const inline = byTerm(inlineTags.map(({ name }) => name));
	return fields.length + inline.length === 0 ? undefined : { fields, inline, inlineCount: inlineTags.length };
}

/** Of several spellings of one term the first. */
function byTerm(tags: readonly string[]): readonly Spelled[] {
	return tags.length === 0 ? none : [...new Map(tags.toReversed().map(tag => [foldTerm(tag), tag]))];
}

const none: readonly Spelled[] = [];

function isSame(a: Tagged | undefined, b: Tagged | undefined): boolean {
	return (
		a === b ||
		(a !== undefined &&
			b !== undefined &&
			a.inlineCount === b.inlineCount &&
			isSameList(a.fields, b.fields) &&
			isSameList(a.inline, b.inline))
	);
}

function isSameList(a: readonly Spelled[], b: readonly Spelled[]): boolean {
	return a.length === b.length && a.every(([term, tag], index) => b[index]?.[0] === term && b[index][1] === tag);
}

/** The tags as a note spells them, by folded term; twice where it has one in the front matter and in the text. */
function written(tagged: Tagged | undefined, withInline: boolean): readonly Spelled[] {
	return tagged === undefined ? [] : withInline ? [...tagged.fields, ...tagged.inline] : [...tagged.fields];
}
