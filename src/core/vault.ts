import { entryOf, type Entry, type LogShape } from './entry.ts';
import { EntryList } from './entryList.ts';
import type { Note } from './note.ts';
import { strayOf, type Stray } from './stray.ts';

/** What became different in a vault; both parts may be empty when only the shape of the log changed. */
export interface VaultChange {
	/** Uris of notes that are new, read anew, or gone. */
	readonly notes: readonly string[];
	/** Those of them that were there before, as they were. */
	readonly before: ReadonlyMap<string, Note>;
	/** Whether an entry is new, different or gone. */
	readonly entriesChanged: boolean;
}

/** Notes to put into a vault and uris of notes to take out of it, as one change. */
export interface VaultUpdate {
	readonly set?: readonly Note[];
	readonly remove?: readonly string[];
	/** What notes of `set` are as entries in the vault's shape, where that is known already; the others are looked at. */
	readonly entries?: ReadonlyMap<Note, Entry | undefined>;
}

/** All notes of one workspace folder, and which of them are entries of its log. */
export class Vault {
	readonly #notes = new Map<string, Note>();
	readonly #entries = new Map<string, Entry>();
	readonly #list = new EntryList();
	readonly #strays = new Map<string, Stray>();
	readonly #listeners = new Set<(change: VaultChange) => void>();
	#strayList: readonly Stray[] | undefined;
	#shape: LogShape;
	#version = 0;

	constructor(shape: LogShape) {
		this.#shape = shape;
	}

	get shape(): LogShape {
		return this.#shape;
	}

	/** Another number after every change, so that what was counted before need not be counted again. */
	get version(): number {
		return this.#version;
	}

	/** Reads every note anew as one or no entry; the notes themselves stay. */
	reshape(shape: LogShape): void {
		this.#shape = shape;
		this.#entries.clear();
		this.#list.clear();
		this.#strays.clear();
		this.#strayList = undefined;
		for (const note of this.#notes.values()) {
			this.#setEntry(note, entryOf(note, shape));
		}
		this.#changed({ notes: [], before: new Map(), entriesChanged: true });
	}

	/** Puts notes in and takes notes out; listeners hear of it once, and not at all where nothing is different. */
	update({ set = [], remove = [], entries }: VaultUpdate): void {
		const before = new Map<string, Note>();
		for (const uri of [...remove, ...set.map(note => note.uri)]) {
			const note = this.#notes.get(uri);
			if (note !== undefined) {
				before.set(uri, note);
			}
		}
		const gone = remove.filter(uri => this.#notes.delete(uri));
		let entriesChanged = false;
		for (const uri of gone) {
			entriesChanged = this.#replaceEntry(uri, undefined) || entriesChanged;
			this.#setStray(uri, undefined);
		}
		for (const note of set) {
			this.#notes.set(note.uri, note);
			entriesChanged = this.#setEntry(note, entries?.has(note) === true ? entries.get(note) : entryOf(note, this.#shape)) || entriesChanged;
		}
		if (gone.length + set.length > 0) {
			this.#changed({ notes: [...gone, ...set.map(note => note.uri)], before, entriesChanged });
		}
	}

	note(uri: string): Note | undefined {
		return this.#notes.get(uri);
	}

	notes(): Iterable<Note> {
		return this.#notes.values();
	}

	get size(): number {
		return this.#notes.size;
	}

	/** The entry that this note is; undefined where it is none, or no note. */
	entry(uri: string): Entry | undefined {
		return this.#entries.get(uri);
	}

	/** All entries, lowest number first; the same array until an entry changes. */
	entries(): readonly Entry[] {
		return this.#list.ordered();
	}

	/** The stray that this note is; undefined where it is none, or no note. */
	stray(uri: string): Stray | undefined {
		return this.#strays.get(uri);
	}

	/** Numbered notes that may be meant for entries, in no order; the same array until one of them changes. */
	strays(): readonly Stray[] {
		this.#strayList ??= [...this.#strays.values()];
		return this.#strayList;
	}

	/** Calls back after every change, until the returned function is called. */
	onDidChange(listener: (change: VaultChange) => void): () => void {
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	}

	/** The same, before those who have been listening already: for what is kept in step with the vault, and is asked by them. */
	onDidChangeFirst(listener: (change: VaultChange) => void): () => void {
		const others = [...this.#listeners];
		this.#listeners.clear();
		[listener, ...others].forEach(each => this.#listeners.add(each));
		return () => {
			this.#listeners.delete(listener);
		};
	}

	/** Whether the entry is different from what it was. */
	#setEntry(note: Note, after: Entry | undefined): boolean {
		this.#setStray(note.uri, after === undefined ? strayOf(note, this.#shape) : undefined);
		return this.#replaceEntry(note.uri, after);
	}

	#replaceEntry(uri: string, after: Entry | undefined): boolean {
		const before = this.#entries.get(uri);
		if (before === after || (before !== undefined && after !== undefined && isSameEntry(before, after))) {
			return false;
		}
		if (before !== undefined) {
			this.#list.remove(before);
		}
		if (after === undefined) {
			this.#entries.delete(uri);
		} else {
			this.#entries.set(uri, after);
			this.#list.add(after);
		}
		return true;
	}

	#setStray(uri: string, after: Stray | undefined): void {
		const before = this.#strays.get(uri);
		if (before?.number === after?.number && before?.title === after?.title && before?.path === after?.path) {
			return;
		}
		this.#strayList = undefined;
		if (after === undefined) {
			this.#strays.delete(uri);
		} else {
			this.#strays.set(uri, after);
		}
	}

	#changed(change: VaultChange): void {
		this.#version++;
		for (const listener of [...this.#listeners]) {
			listener(change);
		}
	}
}

function isSameEntry(a: Entry, b: Entry): boolean {
	return (
		a.number === b.number &&
		a.title === b.title &&
		a.date === b.date &&
		a.input === b.input &&
		a.output === b.output &&
		a.draft === b.draft &&
		a.problem === b.problem &&
		a.path === b.path &&
		a.day === b.day &&
		a.tags.length === b.tags.length &&
		a.tags.every((tag, index) => tag === b.tags[index])
	);
}
