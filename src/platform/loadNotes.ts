import { readNumberInPath } from '../core/entryNumber.ts';
import { loadNote, type LoadedNote } from '../core/loadedNote.ts';
import type { FolderNames } from '../core/noteFiles.ts';
import { uriBelow } from '../core/notePath.ts';
import type { Site } from '../core/siteShortcodes.ts';
import type { Awaitable, FileReading, Folders } from './folders.ts';
import { readSite } from './readSite.ts';
import { walkFolders } from './walkFolders.ts';

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
	/** Files whose text was read: not those that are known or kept. */
	readonly filesRead: number;
}

/** Takes notes as they come, so that the newest can be shown before all are read. The next are read when it is done. */
export type TakeNotes = (notes: readonly LoadedNote[]) => Awaitable<void>;

/** Notes as an earlier load read them, by path; one whose file still has the stamp is not read again. */
export type KeptNotes = ReadonlyMap<string, LoadedNote>;

/** Finds and reads the notes below a folder, newest numbers first; never rejects. */
export async function loadNotes(folders: Folders, request: LoadRequest, take: TakeNotes, kept: KeptNotes = new Map()): Promise<LoadReport> {
	const walk = await walkFolders(folders, request.below, request.globs);
	const paths = newestFirst(walk.notes);
	const batches = new Batches(take);
	const skipped = [...walk.skipped];
	let filesRead = 0;
	for (let next = 0; next < paths.length; next += folders.atOnce) {
		const some = paths.slice(next, next + folders.atOnce);
		const readings = await Promise.all(some.map(async path => folders.read(path, request.known.get(path) ?? kept.get(path)?.stamp)));
		for (const [index, path] of some.entries()) {
			const reading = readings[index];
			const note = reading?.kind === 'text' ? noteIn(request, path, reading) : request.known.has(path) ? undefined : kept.get(path);
			if (reading?.kind === 'skipped') {
				skipped.push(`${path}: ${reading.reason}`);
			} else if (note !== undefined) {
				filesRead += Number(reading?.kind === 'text');
				await batches.add(note);
			}
		}
	}
	await batches.flush();
	return {
		folders: walk.folders,
		unlisted: walk.unlisted,
		paths,
		site: await readSite(folders, walk.rules, walk.siteFiles),
		skipped,
		filesRead,
	};
}

function noteIn({ folderUri }: LoadRequest, path: string, { text, stamp }: Extract<FileReading, { readonly kind: 'text' }>): LoadedNote {
	return loadNote({ uri: uriBelow(folderUri, path), path }, text, stamp);
}

/** Hands notes on some hundred at a time; the first few come at once, for the newest entries are what a person looks for. */
class Batches {
	readonly #take: TakeNotes;
	#batch: LoadedNote[] = [];
	#size = 60;

	constructor(take: TakeNotes) {
		this.#take = take;
	}

	async add(note: LoadedNote): Promise<void> {
		if (this.#batch.push(note) >= this.#size) {
			await this.flush();
		}
	}

	async flush(): Promise<void> {
		const batch = this.#batch;
		this.#batch = [];
		this.#size = 250;
		if (batch.length > 0) {
			await this.#take(batch);
		}
	}
}

/** Highest number in the name first, names without one last: the entries a person looks for are read first. */
function newestFirst(paths: readonly string[]): readonly string[] {
	const numbered = paths.map(path => ({ path, number: readNumberInPath(path)?.number ?? -1 }));
	return numbered.sort((a, b) => b.number - a.number).map(({ path }) => path);
}
