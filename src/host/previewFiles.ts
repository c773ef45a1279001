import * as vscode from 'vscode';
import type { Note } from '../core/note.ts';
import { fileCandidates } from '../core/preview/embeddedFile.ts';
import type { Loading } from '../core/preview/previewPage.ts';
import { distance } from '../core/links/resolve.ts';
import { baseName, folderOf, joinPath } from '../core/notePath.ts';
import type { FolderVault } from './folderVault.ts';
import { openDocument } from './openNotes.ts';

/** How long an answer about a file that is no note is believed; nothing tells when such a file comes or goes. */
const believedMilliseconds = 2000;

/** Among so many files of one name the nearest is looked for, and in so many folders. */
const mostNamesakes = 20;

/** File systems that VS Code can search. Asked to search another one, it waits for somebody who can, and never answers; there a file is looked for beside the notes. */
const searchable: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

interface FoundFile {
	readonly path: string | undefined;
	readonly at: number;
}

/** What previews show of a vault besides its notes' names: texts of notes and places of pictures. It answers at once, and calls back when it knows better. */
export class PreviewFiles {
	readonly #folder: FolderVault;
	readonly #onNews: () => void;
	readonly #onError: (error: unknown) => void;
	readonly #texts = new Map<string, { readonly text: string | undefined }>();
	readonly #files = new Map<string, FoundFile>();
	/** Uris of notes whose texts were asked for since they changed last. */
	readonly #shown = new Set<string>();
	readonly #asked = new Map<string, symbol>();

	constructor(folder: FolderVault, onNews: () => void, onError: (error: unknown) => void) {
		this.#folder = folder;
		this.#onNews = onNews;
		this.#onError = onError;
	}

	/** The text of a note, of its editor where it is open. */
	textOf({ uri, path }: Note): { readonly text: string | undefined } | Loading {
		const open = openDocument(uri);
		this.#shown.add(uri);
		if (open !== undefined) {
			this.#texts.delete(uri);
			return { text: open.getText() };
		}
		const known = this.#texts.get(uri);
		if (known === undefined) {
			this.#ask(uri, async () => {
				const text = await this.#folder.textOf(path);
				return () => {
					this.#texts.set(uri, { text });
					return true;
				};
			});
		}
		return known ?? 'loading';
	}

	/** Forgets the texts of notes that have changed; whether any of them was shown. */
	forget(uris: readonly string[]): boolean {
		for (const uri of uris) {
			this.#texts.delete(uri);
			this.#asked.delete(uri);
		}
		return uris.filter(uri => this.#shown.delete(uri)).length > 0;
	}

	/** The vault-relative path of a file that a note names: beside it, in the vault, in Hugo's folders, else the nearest of that name. */
	fileOf(name: string, from: Note): { readonly path: string | undefined } | Loading {
		const key = `${folderOf(from.path)}\n${name}`;
		const known = this.#files.get(key);
		if (known === undefined || Date.now() - known.at > believedMilliseconds) {
			this.#ask(key, async () => {
				const path = await this.#find(name, from.path);
				return () => {
					this.#files.set(key, { path, at: Date.now() });
					return known === undefined || known.path !== path;
				};
			});
		}
		return known ?? 'loading';
	}

	async #find(name: string, from: string): Promise<string | undefined> {
		for (const path of fileCandidates(name, from)) {
			if (path !== '' && (await isFile(this.#folder.uriOf(path)))) {
				return path;
			}
		}
		if (/[/\\*?{}[\]]/u.test(name)) {
			return undefined;
		}
		return searchable.has(this.#folder.folder.uri.scheme) ? this.#search(name, from) : this.#findBesideNotes(name, from);
	}

	async #search(name: string, from: string): Promise<string | undefined> {
		const pattern = new vscode.RelativePattern(this.#folder.folder, `**/${name}`);
		const found = await vscode.workspace.findFiles(pattern, undefined, mostNamesakes);
		const paths = found.map(uri => this.#folder.addressOf(uri).path).filter(path => baseName(path) === name);
		return nearestFirst(paths, from)[0];
	}

	async #findBesideNotes(name: string, from: string): Promise<string | undefined> {
		const folders = new Set([...this.#folder.vault.notes()].map(({ path }) => folderOf(path)));
		const paths = nearestFirst(
			[...folders].map(folder => joinPath(folder, name)),
			from,
		);
		for (const path of paths.slice(0, mostNamesakes)) {
			if (await isFile(this.#folder.uriOf(path))) {
				return path;
			}
		}
		return undefined;
	}

	/** Asks the disk, once at a time; `read` gives what takes the answer in and says whether it is news. An answer that is forgotten before it is there is none. */
	#ask(key: string, read: () => Promise<() => boolean>): void {
		if (this.#asked.has(key)) {
			return;
		}
		const turn = Symbol(key);
		this.#asked.set(key, turn);
		const take = (news: (() => boolean) | undefined): void => {
			if (this.#asked.get(key) === turn) {
				this.#asked.delete(key);
				if (news?.() === true) {
					this.#onNews();
				}
			}
		};
		read().then(take, (error: unknown) => {
			take(undefined);
			this.#onError(error);
		});
	}
}

function nearestFirst(paths: readonly string[], from: string): readonly string[] {
	const home = folderOf(from);
	return paths.toSorted((a, b) => distance(home, folderOf(a)) - distance(home, folderOf(b)) || (a < b ? -1 : 1));
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
	try {
		return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
	} catch {
		return false; // It is not there, or cannot be looked at: either way there is nothing to show.
	}
}
