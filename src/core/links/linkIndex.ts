import { ChangedNotes } from '../changedNotes.ts';
import { IdGroups } from '../idGroups.ts';
import { writtenTitle, type Note } from '../note.ts';
import { baseName, folderOf } from '../notePath.ts';
import type { Vault } from '../vault.ts';
import { readingsOf } from './linkMeaning.ts';
import { NameIndex } from './nameIndex.ts';
import { percentDecoded } from './resolve.ts';
import { slugOf } from '../slug.ts';
import { WordIndex } from './wordIndex.ts';

/**
 * The links of a vault by what they say, not by what they reach: a note that comes, goes or gets another name forces no other note to be read again. Built when first
 * asked, then kept in step note by note.
 */
export class LinkIndex {
	readonly #vault: Vault;
	readonly #urisByWord = new IdGroups();
	/** Of the notes that have links, as they were taken up: what they said is read of them again when they go. */
	readonly #taken = new Map<string, Note>();
	/** One spelling of each target, by its word. */
	readonly #targets = new Map<string, string>();
	readonly #targetWords = new WordIndex();
	readonly #changed: ChangedNotes;

	/** Listens to the vault for as long as the vault lives. */
	constructor(vault: Vault) {
		this.#vault = vault;
		this.#changed = new ChangedNotes(vault);
	}

	/** The notes with a link that may mean a note of one of these names; see `calledNames`. Whether it does, only its meaning tells. */
	mayMean(names: Iterable<string>): readonly Note[] {
		this.#refresh();
		const uris = new Set<string>();
		for (const name of names) {
			for (const uri of this.#urisByWord.get(name)) {
				uris.add(uri);
			}
		}
		return [...uris].flatMap(uri => this.#vault.note(uri) ?? []);
	}

	/** What links say that may have a word for each of these beginnings; at most so many are looked at. See `WordIndex`. */
	targetsLike(words: readonly string[], most: number): readonly SaidTarget[] {
		this.#refresh();
		const found: SaidTarget[] = [];
		for (const word of this.#targetWords.mayHave(words).ids()) {
			const target = this.#targets.get(word);
			if (target !== undefined) {
				found.push({ target, notes: this.#urisByWord.count(word) });
			}
			if (found.length >= most) {
				break;
			}
		}
		return found;
	}

	/** Every target that links name, one spelling of each; in no order. */
	targets(): Iterable<string> {
		this.#refresh();
		return this.#targets.values();
	}

	/** Takes up so many of the notes that changed, ahead of the next question; whether all are. */
	prepare(most: number): boolean {
		this.#refresh(most);
		return this.#changed.isEmpty;
	}

	#refresh(most?: number): void {
		for (const uri of this.#changed.take(most)) {
			this.#remove(uri);
			const note = this.#vault.note(uri);
			if (note !== undefined && note.links.length > 0) {
				this.#add(note);
			}
		}
	}

	#remove(uri: string): void {
		const note = this.#taken.get(uri);
		for (const word of note === undefined ? [] : wordsOfLinks(note)) {
			if (this.#urisByWord.delete(word, uri)) {
				this.#targets.delete(word);
				this.#targetWords.delete(word);
			}
		}
		this.#taken.delete(uri);
	}

	#add(note: Note): void {
		for (const word of wordsOfLinks(note)) {
			this.#urisByWord.add(word, note.uri);
		}
		for (const { target, embed } of note.links) {
			if (target !== '' && !embed) {
				this.#say(target);
			}
		}
		this.#taken.set(note.uri, note);
	}

	#say(target: string): void {
		const word = wordOfTarget(target);
		if (!this.#targets.has(word)) {
			this.#targets.set(word, target);
			this.#targetWords.set(word, [target]);
		}
	}
}

/** The word under which notes with just this target are kept. */
function wordOfTarget(target: string): string {
	return `=${NameIndex.fold(target)}`;
}

/** Every word under which a note with these links is kept. */
function wordsOfLinks({ links }: Note): ReadonlySet<string> {
	const words = new Set<string>();
	for (const link of links) {
		for (const { target } of readingsOf(link)) {
			saidWords(target).forEach(word => words.add(word));
		}
		if (link.target !== '' && !link.embed) {
			words.add(wordOfTarget(link.target));
		}
	}
	return words;
}

/** A target that links name, as one of them spells it. */
export interface SaidTarget {
	readonly target: string;
	/** How many notes have a link to it, in any spelling. */
	readonly notes: number;
}

const indexes = new WeakMap<Vault, LinkIndex>();

/** The links of a vault; one index for each vault. */
export function linksOf(vault: Vault): LinkIndex {
	const index = indexes.get(vault) ?? new LinkIndex(vault);
	indexes.set(vault, index);
	return index;
}

/** The words under which a link with this target is kept: what it says as a whole, as a path, as a number, as a slug. */
function saidWords(target: string): readonly string[] {
	if (target === '') {
		return [];
	}
	const decoded = percentDecoded(target);
	return decoded === target ? wordsOfTarget(target) : [...wordsOfTarget(target), ...wordsOfTarget(decoded)];
}

function wordsOfTarget(text: string): readonly string[] {
	const path = withoutEnding(text.replaceAll('\\', '/'));
	const name = baseName(path).trim();
	const slugs = [...new Set([text, path, name])].map(slugOf);
	return [NameIndex.fold(text), NameIndex.fold(name), numberWord(name), ...slugs].filter(word => word !== '');
}

function withoutEnding(path: string): string {
	return path.replace(/\.(?:md|markdown)$/iu, '').replace(/\/+$/u, '');
}

function numberWord(text: string): string {
	return /^\d{1,7}$/u.test(text) ? String(Number(text)) : '';
}

/** The words of every link that can mean the note: for `LinkIndex.mayMean`. `number` is that of the entry it is. */
export function calledNames({ path, values }: Pick<Note, 'path' | 'values'>, number: number | undefined): ReadonlySet<string> {
	const names = [writtenTitle(values) ?? '', baseName(withoutEnding(path)), baseName(folderOf(path))];
	const words = names.flatMap(name => [NameIndex.fold(name), slugOf(name)]);
	return new Set([...words, number === undefined ? '' : String(number)].filter(word => word !== ''));
}
