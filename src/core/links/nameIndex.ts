import { ChangedNotes } from '../changedNotes.ts';
import { writtenTitle, type Note } from '../note.ts';
import { baseName, folderOf, isBundlePage, nameOf } from '../notePath.ts';
import { slugOf } from '../slug.ts';
import type { Vault } from '../vault.ts';

/**
 * What a note can be called by: `content/log/62-restarting`, `62-restarting`, its bundle's folder, its title, `62`, title or name as a slug. A folder's
 * `_index.md` goes by the folder like a leaf bundle, and its `README.md` does where nothing else has the name.
 */
export type NameKind = 'path' | 'file' | 'bundle' | 'title' | 'number' | 'slug' | 'readme';

/** Letters that have one Unicode form only: most names have no others, and need no more than lower case. */
const isPlain = /^[ -~]*$/u;

/**
 * The notes of a vault by all their names, built when first asked and kept in step: a note that changes is taken up again at the next question, and no
 * other note is.
 */
export class NameIndex {
	readonly #vault: Vault;
	readonly #urisByKey = new Map<string, string[]>();
	readonly #keysByUri = new Map<string, readonly string[]>();
	readonly #changed: ChangedNotes;

	/** Listens to the vault for as long as the vault lives. */
	constructor(vault: Vault) {
		this.#vault = vault;
		this.#changed = new ChangedNotes(vault);
	}

	/** The form in which two spellings of a name meet: Unicode form and letter case do not count. */
	static fold(text: string): string {
		return isPlain.test(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase().normalize('NFC');
	}

	/** The notes that go by a name of that kind; `[]` where none does. */
	find(kind: NameKind, name: string): readonly Note[] {
		this.#refresh();
		const text = kind === 'number' ? numberName(name) : kind === 'slug' ? slugOf(name) : NameIndex.fold(name);
		return (this.#urisByKey.get(keyOf(kind, text)) ?? []).flatMap(uri => this.#vault.note(uri) ?? []);
	}

	/** The note at that very path, with its ending. */
	noteAt(path: string): Note | undefined {
		return this.find('path', withoutEnding(path)).find(note => note.path === path);
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
			if (note !== undefined) {
				this.#add(note, this.#vault.entry(uri)?.number);
			}
		}
	}

	#remove(uri: string): void {
		for (const key of this.#keysByUri.get(uri) ?? []) {
			const left = (this.#urisByKey.get(key) ?? []).filter(other => other !== uri);
			if (left.length === 0) {
				this.#urisByKey.delete(key);
			} else {
				this.#urisByKey.set(key, left);
			}
		}
		this.#keysByUri.delete(uri);
	}

	#add(note: Note, number: number | undefined): void {
		const keys = keysOf(note, number);
		for (const key of keys) {
			const uris = this.#urisByKey.get(key);
			if (uris === undefined) {
				this.#urisByKey.set(key, [note.uri]);
			} else {
				uris.push(note.uri);
			}
		}
		this.#keysByUri.set(note.uri, keys);
	}
}

function keyOf(kind: NameKind, text: string): string {
	return `${kind}:${text}`;
}

/** `062` asks for 62; `''`, which no entry answers to, where the name is no number. */
function numberName(name: string): string {
	return /^\d{1,7}$/u.test(name) ? String(Number(name)) : '';
}

/** Each key once: a note does not compete with itself. */
function keysOf({ path, values }: Note, number: number | undefined): readonly string[] {
	const titleText = writtenTitle(values) ?? '';
	const names: readonly (readonly [NameKind, string])[] = [
		...pathNames(path),
		['title', titleText],
		['number', number === undefined ? '' : String(number)],
		['slug', slugOf(titleText)],
		['slug', isFolderPage(path) ? '' : slugOf(nameOf(path))],
	];
	return [...new Set(names.filter(([, name]) => name !== '').map(([kind, name]) => keyOf(kind, NameIndex.fold(name))))];
}

function withoutEnding(path: string): string {
	return path.replace(/\.(?:md|markdown)$/iu, '');
}

function isFolderPage(path: string): boolean {
	return /(?:^|\/)(?:_index|readme)\.(?:md|markdown)$/iu.test(path);
}

/** A leaf bundle goes by its folder; `index` alone names none of them. */
function pathNames(path: string): readonly (readonly [NameKind, string])[] {
	const stem = withoutEnding(path);
	const folder = folderOf(path);
	if (folder === '' || !(isBundlePage(path) || isFolderPage(path))) {
		return [
			['path', stem],
			['file', baseName(stem)],
		];
	}
	const isReadme = baseName(stem).toLowerCase() === 'readme';
	return [
		['path', stem],
		...(isReadme ? ([['file', baseName(stem)]] as const) : ([['path', folder]] as const)),
		[isReadme ? 'readme' : 'bundle', baseName(folder)],
	];
}
