import { decidesForFolder, NoteFiles, type FolderNames } from '../core/noteFiles.ts';
import { isWithin, joinPath } from '../core/notePath.ts';
import { tellsOfSite } from '../core/siteShortcodes.ts';
import type { FolderItem, Folders } from './folders.ts';

/** What a walk through the folders of a vault met. */
export interface Walk {
	/** The rules it went by, which now know every folder. */
	readonly rules: NoteFiles;
	readonly folders: readonly FolderNames[];
	/** Paths of notes below the folder that was asked for. */
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

/** Walks through all folders that may hold notes, or lead to them; notes are gathered at `below` and under it. */
export async function walkFolders(folders: Folders, below: string, globs: readonly string[]): Promise<Walk> {
	const walker = new Walker(folders, below, new NoteFiles(globs));
	for (let path = walker.next(); path !== undefined; path = walker.next()) {
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
	readonly #below: string;
	readonly #seen = new Set<string>();
	readonly #open = [''];

	constructor(source: Folders, below: string, rules: NoteFiles) {
		this.#source = source;
		this.#below = below;
		this.rules = rules;
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
		for (const item of items) {
			if (item.kind === 'file') {
				this.#takeFile(joinPath(path, item.name));
			} else if (this.#isNew(item)) {
				this.#openFolder(joinPath(path, item.name));
			}
		}
	}

	async #namesOf(path: string, items: readonly FolderItem[]): Promise<FolderNames> {
		const files = items.filter(item => item.kind === 'file').map(item => item.name);
		const ignoring = files.includes('.gitignore')
			? await this.#source.read(joinPath(path, '.gitignore'), undefined, largestIgnoreFile)
			: undefined;
		if (ignoring?.kind === 'skipped') {
			this.skipped.push(`${joinPath(path, '.gitignore')}: ${ignoring.reason}`);
		}
		return {
			path,
			files: files.filter(decidesForFolder),
			folders: items.filter(item => item.kind === 'folder').map(item => item.name),
			ignoreText: ignoring?.kind === 'text' ? ignoring.text : undefined,
		};
	}

	#takeFile(path: string): void {
		if (isWithin(path, this.#below) && this.rules.isNoteInFolder(path)) {
			this.notes.push(path);
		} else if (tellsOfSite(path)) {
			this.siteFiles.push(path);
		}
	}

	/** A folder that links lead to is walked once, where it is met first. */
	#isNew({ realPath }: FolderItem): boolean {
		const isNew = realPath === undefined || !this.#seen.has(realPath);
		if (realPath !== undefined) {
			this.#seen.add(realPath);
		}
		return isNew;
	}

	#openFolder(path: string): void {
		const leadsThere = isWithin(path, this.#below) || isWithin(this.#below, path);
		if (leadsThere && path.split('/').length <= deepest && !this.rules.isFolderExcluded(path)) {
			this.#open.push(path);
		}
	}
}
