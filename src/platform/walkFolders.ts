import { decidesForFolder, isPartOfLayout, NoteFiles, type FolderNames } from '../core/noteFiles.ts';
import { joinPath } from '../core/notePath.ts';
import { tellsOfSite } from '../core/siteFiles.ts';
import type { FolderItem, Folders } from './folders.ts';
import { newestLast, NewestNotes } from './newestNotes.ts';

/** What a walk through the folders of a vault met. */
export interface Walk {
	/** The rules it went by, which now know every folder. */
	readonly rules: NoteFiles;
	readonly folders: readonly FolderNames[];
	/** Paths of notes. */
	readonly notes: readonly string[];
	/** Paths of files that tell of the site's shortcodes. */
	readonly siteFiles: readonly string[];
	/** A sentence for each folder that cannot be listed. */
	readonly skipped: readonly string[];
	/** Their paths. */
	readonly unlisted: readonly string[];
}

/** Deeper than any vault; a file system that pretends to be endless ends here. */
const deepest = 64;

/** Every line of it is tried on every path; what is larger than this many bytes was not written by a person. */
const largestIgnoreFile = 64 * 1024;

/** Gets the newest entries as soon as the walk knows them, newest first; in a log of many bundles long before it ends. The walk goes on when it is done. */
export type TakeNewest = (paths: readonly string[]) => Promise<void>;

/** Walks through all folders that may hold notes. */
export async function walkFolders(folders: Folders, globs: readonly string[], takeNewest?: TakeNewest): Promise<Walk> {
	const newest = takeNewest && { notes: new NewestNotes(), take: takeNewest };
	const walker = new Walker(folders, { rules: new NoteFiles(globs), newest: newest?.notes });
	let isAsked = false;
	for (let path = walker.next(); path !== undefined; path = walker.next()) {
		const found = isAsked ? undefined : newest?.notes.before(path);
		if (found !== undefined) {
			isAsked = true;
			await newest?.take(found);
		}
		await walker.visit(path);
	}
	return walker;
}

class Walker implements Walk {
	readonly rules: NoteFiles;
	readonly folders: FolderNames[] = [];
	readonly notes: string[] = [];
	readonly siteFiles: string[] = [];
	readonly skipped: string[] = [];
	readonly unlisted: string[] = [];
	readonly #source: Folders;
	readonly #newest: NewestNotes | undefined;
	readonly #seen = new Set<string>();
	readonly #open = [''];

	constructor(source: Folders, { rules, newest }: { readonly rules: NoteFiles; readonly newest: NewestNotes | undefined }) {
		this.#source = source;
		this.rules = rules;
		this.#newest = newest;
	}

	next(): string | undefined {
		return this.#open.pop();
	}

	async visit(path: string): Promise<void> {
		const items = await this.#source.list(path);
		if (typeof items === 'string') {
			this.skipped.push(`${path === '' ? '.' : path}: ${items}`);
			this.unlisted.push(path);
			return;
		}
		const names = await this.#namesOf(path, items);
		this.rules.learn(names);
		this.folders.push(names);
		const inside: string[] = [];
		for (const item of items) {
			if (item.kind === 'file') {
				this.#takeFile(joinPath(path, item.name));
			} else if (this.#isNew(item)) {
				inside.push(joinPath(path, item.name));
			}
		}
		for (const folder of this.#newest === undefined ? inside : newestLast(inside)) {
			this.#openFolder(folder);
		}
	}

	async #namesOf(path: string, items: readonly FolderItem[]): Promise<FolderNames> {
		const names: Record<FolderItem['kind'], string[]> = { file: [], folder: [] };
		let ignoreText: string | undefined;
		for (const { name, kind } of items) {
			if (kind === 'file' ? decidesForFolder(name) : isPartOfLayout(name)) {
				names[kind].push(name);
			} else if (name === '.gitignore' && kind === 'file') {
				ignoreText = await this.#readIgnoreFile(joinPath(path, name));
			}
		}
		return { path, files: names.file, folders: names.folder, ignoreText };
	}

	async #readIgnoreFile(path: string): Promise<string | undefined> {
		const reading = await this.#source.read(path, undefined, largestIgnoreFile);
		if (reading.kind === 'skipped') {
			this.skipped.push(`${path}: ${reading.reason}`);
		}
		return reading.kind === 'text' ? reading.text : undefined;
	}

	#takeFile(path: string): void {
		if (this.rules.isNoteInFolder(path)) {
			this.notes.push(path);
			this.#newest?.add(path);
		} else if (tellsOfSite(path)) {
			this.siteFiles.push(path);
		}
	}

	/** A folder that links lead to is walked once, where it is met first. */
	#isNew({ realPath }: FolderItem): boolean {
		if (realPath === undefined) {
			return true;
		}
		const isNew = !this.#seen.has(realPath);
		this.#seen.add(realPath);
		return isNew;
	}

	#openFolder(path: string): void {
		if (path.split('/').length <= deepest && !this.rules.isFolderExcluded(path)) {
			this.#open.push(path);
		}
	}
}
