import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isLined, linesOf, notesInLines, type LinedNote, type LoadedNote } from '../../core/loadedNote.ts';
import { mostNewest, newestFirst } from '../newestNotes.ts';
import { lastChange, messageOf } from './nodeFolders.ts';

/** Where the notes of a vault are kept from one start to the next, and which program read them. */
export interface NoteCachePlace {
	/** A folder for this vault alone. */
	readonly folder: string;
	/** Tells this program from any that reads notes otherwise: what another has kept is thrown away. */
	readonly program: string;
	/** Gets one line for each file that is thrown away or cannot be written. */
	readonly note: (line: string) => void;
}

/** Notes as an earlier load read them, by path. */
export type KeptNotes = ReadonlyMap<string, LinedNote>;

/** So many notes go into one file; a change of one note writes one file anew. */
const notesInFile = 1500;

/**
 * The notes of a vault on the disk, in the extension's own folder. Each file stands for itself: a first line that says who wrote it, four lines a note, and a last line with how
 * many they are and a checksum. A file that is broken, incomplete or from another program is deleted, and its notes are read again; nothing depends on the cache being right
 * but time, for each note is taken only while its file has the same stamp.
 */
export class NoteCache {
	readonly #place: NoteCachePlace;
	readonly #first: string;
	#files = 0;
	#newest: readonly string[] = [];

	constructor(place: NoteCachePlace) {
		this.#place = place;
		this.#first = `daily-log index 1 ${place.program}`;
	}

	/** Paths of the newest entries among the notes that were read, the newest first. */
	get newest(): readonly string[] {
		return this.#newest;
	}

	/** All notes that were kept; none where nothing was, or nothing that can be used. */
	read(): KeptNotes {
		const notes = new Map<string, LinedNote>();
		const names = this.#names().filter(name => /^notes-\d+$/u.test(name));
		this.#files = names.length;
		const newest: string[] = [];
		for (const name of names) {
			const path = join(this.#place.folder, name);
			const found = notesOf(readFileSync(path), this.#first);
			if (typeof found === 'string') {
				this.#place.note(`${name} of the index is thrown away: ${found}.`);
				rmSync(path, { force: true });
			} else {
				found.forEach(note => notes.set(note.path, note));
				newest.push(...found.slice(0, mostNewest).map(note => note.path));
			}
		}
		this.#newest = newestFirst(newest).slice(0, mostNewest);
		return notes;
	}

	/**
	 * Keeps these notes, which were read from `began` on (milliseconds since 1970), in place of those that were kept, and writes only the files that are different then; returns
	 * how many. Notes that cannot be packed, and those whose files changed so shortly before that a next change may leave the same stamp, are left out. Never throws.
	 */
	write(notes: ReadonlyMap<string, LoadedNote>, kept: KeptNotes, began: number): number {
		const lasting = [...notes.values()].filter(note => isLasting(note, began));
		const files = 2 ** Math.max(0, Math.ceil(Math.log2(lasting.length / notesInFile)));
		const groups = Array.from({ length: files }, (): LinedNote[] => []);
		const changed = new Set<number>(files === this.#files ? [] : groups.keys());
		for (const note of lasting) {
			const group = groupOf(note.path, files);
			groups[group]?.push(note);
			if (kept.get(note.path)?.stamp !== note.stamp) {
				changed.add(group);
			}
		}
		for (const path of kept.keys()) {
			if (!notes.has(path)) {
				changed.add(groupOf(path, files));
			}
		}
		this.#write(groups, changed);
		return changed.size;
	}

	#write(groups: readonly (readonly LinedNote[])[], changed: ReadonlySet<number>): void {
		try {
			mkdirSync(this.#place.folder, { recursive: true });
			for (const group of changed) {
				replaceFile(this.#place.folder, nameOf(group), textOf(this.#first, groups[group] ?? []));
			}
			for (const name of this.#names().filter(each => !groups.some((_, group) => each === nameOf(group)))) {
				rmSync(join(this.#place.folder, name), { force: true });
			}
		} catch (error) {
			this.#place.note(`The index cannot be kept: ${messageOf(error)}`);
		}
	}

	/** The files of the cache, and what a window that was killed while it wrote one left behind. */
	#names(): readonly string[] {
		try {
			return readdirSync(this.#place.folder).filter(name => name.startsWith('notes-'));
		} catch {
			return [];
		}
	}
}

function nameOf(group: number): string {
	return `notes-${group}`;
}

function groupOf(path: string, files: number): number {
	return crc32(path) % files;
}

/** Under a name of its own first: whoever reads meanwhile sees the old file or the new one, never a part. */
function replaceFile(folder: string, name: string, text: string): void {
	const temporary = join(folder, `${name}.${randomUUID()}`);
	try {
		writeFileSync(temporary, text);
		renameSync(temporary, join(folder, name));
	} finally {
		rmSync(temporary, { force: true });
	}
}

/** A file system may count in steps as long as this: on FAT a change within the same two seconds leaves the same time. */
const longestStep = 2000;

function isLasting(note: LoadedNote, began: number): note is LinedNote {
	return isLined(note) && lastChange(note.stamp) < began - longestStep;
}

/** With the newest entries in front, so that they are found without a look at all. */
function textOf(first: string, notes: readonly LinedNote[]): string {
	const byPath = new Map(notes.map(note => [note.path, note]));
	const body = linesOf(newestFirst(byPath.keys()).flatMap(path => byPath.get(path) ?? []));
	return `${first}\n${body}${JSON.stringify([notes.length, crc32(body)])}\n`;
}

/** The notes of a file; a sentence where something is wrong with it. */
function notesOf(bytes: Buffer, first: string): readonly LinedNote[] | string {
	const bodyStart = Buffer.byteLength(first) + 1;
	if (bytes.toString('utf8', 0, bodyStart) !== `${first}\n`) {
		return 'it was written by another version or for other settings';
	}
	const bodyEnd = bytes.lastIndexOf(lineFeed, -2) + 1;
	const body = bytes.subarray(bodyStart, bodyEnd);
	const [, count, checksum] = /^\[(\d+),(\d+)\]\n$/u.exec(bytes.toString('utf8', bodyEnd)) ?? [];
	if (Number(checksum) !== crc32(body)) {
		return 'it is incomplete or damaged';
	}
	const found = notesInLines(body.toString('utf8'));
	return found.length === Number(count) ? found : 'it says another number of notes';
}

const lineFeed = 10;
