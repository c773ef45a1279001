import { readNumberInPath } from '../core/entryNumber.ts';
import { decidesForFolder, NoteFiles, type FolderNames } from '../core/noteFiles.ts';
import { isWithin, joinPath, uriBelow } from '../core/notePath.ts';
import { parseNote, type Note } from '../core/note.ts';
import { tellsOfSite, type Site } from '../core/siteShortcodes.ts';
import type { FolderItem, Folders } from './folders.ts';
import { readSite } from './readSite.ts';

/** A note and what tells whether its file has changed since. */
export interface StampedNote {
	readonly note: Note;
	readonly stamp: string;
}

/** Which notes to load. */
export interface LoadRequest {
	/** The uri of the workspace folder, without a slash at the end. */
	readonly folderUri: string;
	/** Only notes in this folder or below it, vault-relative; `''` for all. */
	readonly below: string;
	/** Globs of what is left out, relative to the vault. */
	readonly globs: readonly string[];
	/** Stamps by path of what is known already: such notes are read only if they changed. */
	readonly known: ReadonlyMap<string, string>;
}

/** What a load saw; plain data that can be sent from a worker. */
export interface LoadReport {
	/** Every folder looked into, for the rules about single files later. */
	readonly folders: readonly FolderNames[];
	/** Every note that is there, read or unchanged. */
	readonly paths: readonly string[];
	/** One sentence for each file or folder that was passed over. */
	readonly skipped: readonly string[];
	/** What tells which shortcodes there are. */
	readonly site: Site;
	/** Work done, for the tests that count it. */
	readonly filesRead: number;
}

/** Takes notes as they come, so that the newest can be shown before all are read. */
export type TakeNotes = (notes: readonly StampedNote[]) => void;

/** Finds and reads the notes below a folder, newest numbers first; never rejects. */
export async function loadNotes(folders: Folders, request: LoadRequest, take: TakeNotes): Promise<LoadReport> {
	const walk = await walkFolders(folders, request);
	const paths = newestFirst(walk.paths);
	const batches = new Batches(take);
	const skipped = [...walk.skipped];
	for (let next = 0; next < paths.length; next += folders.atOnce) {
		const some = paths.slice(next, next + folders.atOnce);
		const readings = await Promise.all(some.map(path => folders.read(path, request.known.get(path))));
		some.forEach((path, index) => {
			const reading = readings[index];
			if (reading?.kind === 'text') {
				batches.add({ note: parseNote({ uri: uriBelow(request.folderUri, path), path }, reading.text), stamp: reading.stamp });
			} else if (reading?.kind === 'skipped') {
				skipped.push(`${path}: ${reading.reason}`);
			}
		});
	}
	batches.flush();
	return { folders: walk.folders, paths, site: await readSite(folders, walk.rules, walk.siteFiles), skipped, filesRead: batches.total };
}

/** Hands notes on a few hundred at a time; the first few come at once, for the newest entries are what a person looks for. */
class Batches {
	readonly #take: TakeNotes;
	#batch: StampedNote[] = [];
	#size = 60;
	total = 0;

	constructor(take: TakeNotes) {
		this.#take = take;
	}

	add(note: StampedNote): void {
		this.total++;
		if (this.#batch.push(note) >= this.#size) {
			this.flush();
		}
	}

	flush(): void {
		this.#take(this.#batch);
		this.#batch = [];
		this.#size = 400;
	}
}

interface Walk {
	readonly rules: NoteFiles;
	readonly folders: FolderNames[];
	readonly paths: string[];
	readonly siteFiles: string[];
	readonly skipped: string[];
}

/** Deeper than any vault; a file system that pretends to be endless ends here. */
const deepest = 64;

async function walkFolders(folders: Folders, { below, globs }: LoadRequest): Promise<Walk> {
	const files = new NoteFiles(globs);
	const walk: Walk = { rules: files, folders: [], paths: [], siteFiles: [], skipped: [] };
	const seen = new Set<string>();
	const open = [''];
	for (let path = open.pop(); path !== undefined; path = open.pop()) {
		const items = await folders.list(path);
		if (typeof items === 'string') {
			walk.skipped.push(`${path === '' ? '.' : path}: ${items}`);
			continue;
		}
		const report = await reportOf(folders, path, items);
		files.learn(report);
		walk.folders.push(report);
		for (const item of items) {
			const file = joinPath(path, item.name);
			if (item.kind === 'file' && isWithin(file, below) && files.isNoteInFolder(file)) {
				walk.paths.push(file);
			} else if (item.kind === 'file' && tellsOfSite(file)) {
				walk.siteFiles.push(file);
			}
		}
		for (const item of items.filter(isNewFolder(seen))) {
			const folder = joinPath(path, item.name);
			if (folder.split('/').length <= deepest && (isWithin(folder, below) || isWithin(below, folder)) && !files.isFolderExcluded(folder)) {
				open.push(folder);
			}
		}
	}
	return walk;
}

async function reportOf(folders: Folders, path: string, items: readonly FolderItem[]): Promise<FolderNames> {
	const files = items.filter(item => item.kind === 'file').map(item => item.name);
	const ignoring = files.includes('.gitignore') ? await folders.read(joinPath(path, '.gitignore'), undefined) : undefined;
	return {
		path,
		files: files.filter(decidesForFolder),
		folders: items.filter(item => item.kind === 'folder').map(item => item.name),
		ignoreText: ignoring?.kind === 'text' ? ignoring.text : undefined,
	};
}

/** Folders, each once: one that a link leads to is walked where it is met first. */
function isNewFolder(seen: Set<string>): (item: FolderItem) => boolean {
	return ({ kind, realPath }) => {
		if (kind !== 'folder' || (realPath !== undefined && seen.has(realPath))) {
			return false;
		}
		if (realPath !== undefined) {
			seen.add(realPath);
		}
		return true;
	};
}

/** Highest number in the name first, names without one last: the entries a person looks for are read first. */
function newestFirst(paths: readonly string[]): readonly string[] {
	const numbered = paths.map(path => ({ path, number: readNumberInPath(path)?.number ?? -1 }));
	return numbered.sort((a, b) => b.number - a.number).map(({ path }) => path);
}
