import type { LogShape } from '../core/entry.ts';
import type { LoadedNote } from '../core/loadedNote.ts';
import type { loadNote } from '../core/loadNote.ts';
import type { FolderNames } from '../core/noteFiles.ts';
import { isWithin, uriBelow } from '../core/notePath.ts';
import type { Site } from '../core/siteFiles.ts';
import type { Awaitable, FileReading, Folders } from './folders.ts';
import { mostNewest, newestFirst } from './newestNotes.ts';
import { readSite } from './readSite.ts';
import { walkFolders, type Walk } from './walkFolders.ts';

/** Which notes to load. */
export interface LoadRequest {
	/** The uri of the workspace folder, without a slash at the end. */
	readonly folderUri: string;
	/** Globs of what is left out, relative to the vault. */
	readonly globs: readonly string[];
	/** Stamps by path of what is known already: such notes are read only if they changed. */
	readonly known: ReadonlyMap<string, string>;
	/** With it, notes are loaded with the entries that they are. */
	readonly shape?: LogShape;
}

/** What a load saw; plain data that can be sent from a worker. */
export interface LoadReport {
	/** Every folder looked into, for the rules about single files later. */
	readonly folders: readonly FolderNames[];
	/** How many notes are there, read or unchanged. */
	readonly notes: number;
	/**
	 * Paths of notes that are known and were not found; not those in folders that could not be listed, for whether these are still there is not known. And of notes that were handed on as they
	 * were kept, and are not there, or cannot be read.
	 */
	readonly gone: readonly string[];
	/** One sentence for each file or folder that was passed over. */
	readonly skipped: readonly string[];
	/** What tells which shortcodes there are. */
	readonly site: Site;
	/** Files whose text was read: not those that are known or kept. */
	readonly filesRead: number;
}

/** Takes notes as they come, so that the newest can be shown before all are read. The next are read when it is done. */
export type TakeNotes = (notes: readonly LoadedNote[]) => Awaitable<void>;

/**
 * Finds and reads the notes of a folder, newest numbers first; never rejects. `handed` are stamps by path of notes that whoever waits has got already as an earlier load kept them: such a
 * note is read only if its file has changed.
 */
export async function loadNotes(
	folders: Folders,
	request: LoadRequest,
	take: TakeNotes,
	handed: ReadonlyMap<string, string> = new Map(),
): Promise<LoadReport> {
	const reader = new Reader(folders, request, { take, handed });
	const takeNewest = async (newest: readonly string[]): Promise<void> => {
		await reader.read(newest);
		await reader.flush();
	};
	const walk = await walkFolders(folders, request.globs, handed.size === 0 ? takeNewest : undefined);
	const paths = handed.size === 0 ? newestFirst(walk.notes) : walk.notes;
	await reader.read(paths);
	await reader.flush();
	const site = await readSite(folders, walk.rules, walk.siteFiles);
	return {
		folders: walk.folders,
		notes: paths.length,
		gone: [...notFound(request, walk), ...reader.unproven],
		site,
		skipped: [...walk.skipped, ...reader.skipped],
		filesRead: reader.filesRead,
	};
}

function notFound({ known }: LoadRequest, { notes, unlisted }: Walk): readonly string[] {
	const found = new Set(notes);
	return [...known.keys()].filter(path => !found.has(path) && !unlisted.some(folder => isWithin(path, folder)));
}

/** How many notes are handed on at a time: the first few come at once, for the newest entries are what a person looks for. */
export const batchSizes = { first: mostNewest, others: 250 };

/** Reads notes and hands them on some hundred at a time. */
class Reader {
	readonly skipped: string[] = [];
	filesRead = 0;
	readonly #folders: Folders;
	readonly #request: LoadRequest;
	readonly #take: TakeNotes;
	readonly #handed: ReadonlyMap<string, string>;
	readonly #unproven: Set<string>;
	readonly #done = new Set<string>();
	#batch: LoadedNote[] = [];
	#size = batchSizes.first;
	/** Where nothing has changed since the last time, nothing is parsed, and what does it need not be loaded: a worker starts sooner. */
	#loadNote: typeof loadNote | undefined;

	constructor(
		folders: Folders,
		request: LoadRequest,
		{ take, handed }: { readonly take: TakeNotes; readonly handed: ReadonlyMap<string, string> },
	) {
		this.#folders = folders;
		this.#request = request;
		this.#take = take;
		this.#handed = handed;
		this.#unproven = new Set(handed.keys());
	}

	/** Paths of what was handed on and was not found as it was, nor read anew. */
	get unproven(): Iterable<string> {
		return this.#unproven;
	}

	/** Each file is read once, however often it is asked for. */
	async read(paths: readonly string[]): Promise<void> {
		const { atOnce } = this.#folders;
		for (let next = 0; next < paths.length; next += atOnce) {
			const some = paths.slice(next, next + atOnce).filter(path => !this.#done.has(path));
			// Where one is read at a time, it is there at once, and waiting for it would cost as much as looking at it.
			const readings = some.map(path => this.#folders.read(path, this.#stampOf(path)));
			for (const [index, path] of some.entries()) {
				const reading = readings[index];
				const done = reading instanceof Promise ? await reading : reading;
				if (done !== undefined) {
					this.#done.add(path);
					this.#loadNote ??= done.kind === 'text' ? (await import('../core/loadNote.ts')).loadNote : undefined;
					this.#add(path, done);
				}
				if (this.#batch.length >= this.#size) {
					await this.flush();
				}
			}
		}
	}

	async flush(): Promise<void> {
		const batch = this.#batch;
		this.#batch = [];
		if (batch.length > 0) {
			this.#size = batchSizes.others;
			await this.#take(batch);
		}
	}

	#add(path: string, reading: FileReading): void {
		if (reading.kind === 'skipped') {
			this.skipped.push(`${path}: ${reading.reason}`);
			return;
		}
		this.#unproven.delete(path);
		if (reading.kind === 'text' && this.#loadNote !== undefined) {
			this.filesRead++;
			const { text, stamp } = reading;
			this.#batch.push(this.#loadNote({ uri: uriBelow(this.#request.folderUri, path), path }, text, stamp, this.#request.shape));
		}
	}

	#stampOf(path: string): string | undefined {
		return this.#request.known.get(path) ?? this.#handed.get(path);
	}
}
