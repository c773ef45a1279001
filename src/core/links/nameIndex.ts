import { ChangedNotes } from '../changedNotes.ts';
import { IdGroups } from '../idGroups.ts';
import { writtenTitle, type Note } from '../note.ts';
import { baseName, folderOf, isBundlePage, nameOf } from '../notePath.ts';
import { slugOf } from '../slug.ts';
import type { Vault } from '../vault.ts';

/**
 * What a note can be called by: `content/log/62-restarting`, `62-restarting`, its bundle's folder, its title, `62`, title or name as a slug. A folder's
 * `_index.md` goes by the folder like a leaf bundle, and its `README.md` does where nothing else has the name.
 */
export type NameKind = (typeof nameKinds)[number];

/** In the order in which they decide where a link leads. */
export const nameKinds = ['path', 'file', 'bundle', 'title', 'number', 'slug', 'readme'] as const;

/** Letters that have one Unicode form only: most names have no others, and need no more than lower case. */
const isPlain = /^[ -~]*$/u;

/**
 * The notes of a vault by all their names, built when first asked and kept in step: a note that changes is taken up again at the next question, and no
 * other note is.
 */
export class NameIndex {
	readonly #vault: Vault;
	readonly #uris = new Map<NameKind, IdGroups>(nameKinds.map(kind => [kind, new IdGroups()]));
	/** The notes as they were taken up: what a note was called is read of it again when it goes. */
	readonly #called = new Map<string, Called>();
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
		return Array.from(this.#uris.get(kind)?.get(text) ?? []).flatMap(uri => this.#vault.note(uri) ?? []);
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
				this.#add({ note, number: this.#vault.entry(uri)?.number });
			}
		}
	}

	#remove(uri: string): void {
		const called = this.#called.get(uri);
		for (const [kind, name] of called === undefined ? [] : namesOf(called)) {
			this.#uris.get(kind)?.delete(name, uri);
		}
		this.#called.delete(uri);
	}

	#add(called: Called): void {
		for (const [kind, name] of namesOf(called)) {
			this.#uris.get(kind)?.add(name, called.note.uri);
		}
		this.#called.set(called.note.uri, called);
	}
}

/** What a note goes by. */
interface Called {
	readonly note: Note;
	/** Of the entry that it is. */
	readonly number: number | undefined;
}

/** `062` asks for 62; `''`, which no entry answers to, where the name is no number. */
function numberName(name: string): string {
	return /^\d{1,7}$/u.test(name) ? String(Number(name)) : '';
}

/** Folded; a note that has a name of a kind twice goes by it once all the same. */
function namesOf({ note: { path, values }, number }: Called): readonly (readonly [NameKind, string])[] {
	const titleText = writtenTitle(values) ?? '';
	const names: readonly (readonly [NameKind, string])[] = [
		...pathNames(path),
		['title', titleText],
		['number', number === undefined ? '' : String(number)],
		['slug', slugOf(titleText)],
		['slug', isFolderPage(path) ? '' : slugOf(nameOf(path))],
	];
	return names.filter(([, name]) => name !== '').map(([kind, name]) => [kind, NameIndex.fold(name)]);
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
