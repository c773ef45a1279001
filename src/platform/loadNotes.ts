import { readNumberInPath } from '../core/entryNumber.ts';
import type { FolderNames } from '../core/noteFiles.ts';
import { uriBelow } from '../core/notePath.ts';
import { parseNote, type Note } from '../core/note.ts';
import type { Site } from '../core/siteShortcodes.ts';
import type { Folders } from './folders.ts';
import { readSite } from './readSite.ts';
import { walkFolders } from './walkFolders.ts';

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
	/** Folders that could not be listed: whether the notes in them are still there is not known. */
	readonly unlisted: readonly string[];
	/** What tells which shortcodes there are. */
	readonly site: Site;
	/** Work done, for the tests that count it. */
	readonly filesRead: number;
}

/** Takes notes as they come, so that the newest can be shown before all are read. */
export type TakeNotes = (notes: readonly StampedNote[]) => void;

/** Finds and reads the notes below a folder, newest numbers first; never rejects. */
export async function loadNotes(folders: Folders, request: LoadRequest, take: TakeNotes): Promise<LoadReport> {
	const walk = await walkFolders(folders, request.below, request.globs);
	const paths = newestFirst(walk.notes);
	const batches = new Batches(take);
	const skipped = [...walk.skipped];
	for (let next = 0; next < paths.length; next += folders.atOnce) {
		const some = paths.slice(next, next + folders.atOnce);
		const readings = await Promise.all(some.map(async path => folders.read(path, request.known.get(path))));
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
	return {
		folders: walk.folders,
		unlisted: walk.unlisted,
		paths,
		site: await readSite(folders, walk.rules, walk.siteFiles),
		skipped,
		filesRead: batches.total,
	};
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

/** Highest number in the name first, names without one last: the entries a person looks for are read first. */
function newestFirst(paths: readonly string[]): readonly string[] {
	const numbered = paths.map(path => ({ path, number: readNumberInPath(path)?.number ?? -1 }));
	return numbered.sort((a, b) => b.number - a.number).map(({ path }) => path);
}
