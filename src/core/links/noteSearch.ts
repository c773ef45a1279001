import { ChangedNotes } from '../changedNotes.ts';
import type { Note } from '../note.ts';
import { newestFirst } from '../noteOrder.ts';
import { homeOf, nameOf } from '../notePath.ts';
import type { Vault } from '../vault.ts';
import { NameIndex } from './nameIndex.ts';
import { distance, namesakes } from './resolve.ts';
import { beginsAnywhere, WordIndex, wordsOf } from './wordIndex.ts';

/** How many notes are compared for one question, at any size of the vault. */
const mostCompared = 1500;

/** How many of the newest entries are compared where a question fits too many notes to compare all. */
const newestCompared = 500;

/** Finds notes by parts of their titles, names and numbers while one types; kept in step with the vault note by note. */
export class NoteSearch {
	readonly #vault: Vault;
	readonly #words = new WordIndex();
	readonly #changed: ChangedNotes;

	/** Listens to the vault for as long as the vault lives. */
	constructor(vault: Vault) {
		this.#vault = vault;
		this.#changed = new ChangedNotes(vault);
	}

	/**
	 * The notes that fit what is typed, best first, at most so many: those whose name it is, then those that begin with it, then those with a word for each of its words;
	 * among equals the nearest to the note at the path `from`, then the newest. For nothing typed, the newest entries.
	 */
	find(query: string, from: string, most: number): readonly Note[] {
		this.#refresh();
		const wanted = wantedOf(query);
		const uris = wanted.text === '' ? this.#newest(most) : this.#candidates(wanted);
		const home = homeOf(from);
		const newest = newestFirst(this.#vault);
		return [...uris]
			.flatMap(uri => this.#rank(uri, wanted, home) ?? [])
			.sort((a, b) => compareRanks(a, b) || newest(a.note, b.note))
			.slice(0, most)
			.map(({ note }) => note);
	}

	/** At most so many notes with a word that begins like one of the text's words: those that a slip of the pen may have been meant for. */
	like(text: string, most: number): readonly Note[] {
		this.#refresh();
		const uris = new Set<string>();
		for (const word of wordsOf(NameIndex.fold(text))) {
			for (const uri of this.#words.mayHave([word.slice(0, 2)]).ids()) {
				if (uris.size >= most) {
					break;
				}
				uris.add(uri);
			}
		}
		return [...uris].flatMap(uri => this.#vault.note(uri) ?? []);
	}

	/** Takes up so many of the notes that changed, ahead of the next question; whether all are. */
	prepare(most: number): boolean {
		this.#refresh(most);
		return this.#changed.isEmpty;
	}

	#refresh(most?: number): void {
		for (const uri of this.#changed.take(most)) {
			const note = this.#vault.note(uri);
			if (note === undefined) {
				this.#words.delete(uri);
			} else {
				this.#words.set(uri, textsOf(note));
			}
		}
	}

	#newest(most: number): Iterable<string> {
		return this.#vault
			.entries()
			.slice(-most)
			.reverse()
			.map(({ uri }) => uri);
	}

	#candidates({ text, nameWords, folder }: Wanted): ReadonlySet<string> {
		const group = nameWords.length === 0 && folder !== '' ? this.#words.all : this.#words.mayHave(nameWords);
		const uris = new Set(namesakes(this.#vault, text).map(({ uri }) => uri));
		if (group.size > mostCompared) {
			for (const uri of this.#newest(newestCompared)) {
				uris.add(uri);
			}
		}
		for (const uri of group.ids()) {
			if (uris.size >= mostCompared) {
				break;
			}
			uris.add(uri);
		}
		return uris;
	}

	#rank(uri: string, wanted: Wanted, home: string): Rank | undefined {
		const note = this.#vault.note(uri);
		const fit = note === undefined ? undefined : fitOf(note, wanted);
		if (note === undefined || fit === undefined) {
			return undefined;
		}
		return { note, fit, isHome: homeOf(note.path) === home, distance: distance(home, homeOf(note.path)) };
	}
}

const searches = new WeakMap<Vault, NoteSearch>();

/** The search over a vault's notes; one for each vault. */
export function searchOf(vault: Vault): NoteSearch {
	const search = searches.get(vault) ?? new NoteSearch(vault);
	searches.set(vault, search);
	return search;
}

/** What is typed, in the form in which it is compared. */
interface Wanted {
	readonly text: string;
	readonly words: readonly string[];
	/** What stands before the last slash, with it; `''` without a slash. */
	readonly folder: string;
	/** The words behind the last slash. */
	readonly nameWords: readonly string[];
}

function wantedOf(query: string): Wanted {
	const text = NameIndex.fold(query).trim();
	const slash = text.lastIndexOf('/') + 1;
	return { text, words: wordsOf(text), folder: text.slice(0, slash), nameWords: wordsOf(text.slice(slash)) };
}

function textsOf({ title, path }: Note): readonly string[] {
	const name = nameOf(path);
	return name === title ? [title] : [title, name];
}

/** How well a note fits: 0 for its very name, 1 for a beginning, 2 for words in their order, 3 for words anywhere. Undefined where it does not fit. */
function fitOf(note: Note, { text, words, folder, nameWords }: Wanted): number | undefined {
	const names = textsOf(note).map(name => NameIndex.fold(name));
	if (text === '' || names.includes(text)) {
		return 0;
	}
	if (folder !== '' && NameIndex.fold(note.path).includes(folder) && names.some(name => fitOfWords(name, nameWords) !== undefined)) {
		return 2;
	}
	if (names.some(name => name.startsWith(text) && !/^\d/u.test(name.slice(text.length)))) {
		return 1;
	}
	const fits = names.map(name => fitOfWords(name, words)).filter(fit => fit !== undefined);
	return fits.length === 0 || words.length === 0 ? undefined : Math.min(...fits);
}

function fitOfWords(name: string, words: readonly string[]): number | undefined {
	const has = wordsOf(name);
	let at = 0;
	let inOrder = true;
	for (const word of words) {
		const index = has.findIndex((each, place) => place >= at && each.startsWith(word));
		if (index >= 0) {
			at = beginsAnywhere(word) ? index : index + 1;
		} else if (has.some(each => each.startsWith(word))) {
			inOrder = false;
		} else {
			return undefined;
		}
	}
	return inOrder ? 2 : 3;
}

interface Rank {
	readonly note: Note;
	readonly fit: number;
	readonly isHome: boolean;
	readonly distance: number;
}

function compareRanks(a: Rank, b: Rank): number {
	return a.fit - b.fit || Number(b.isHome) - Number(a.isHome) || a.distance - b.distance;
}
