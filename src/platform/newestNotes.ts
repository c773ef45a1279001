import { readNumberInPath } from '../core/entryNumber.ts';
import { nameOf } from '../core/notePath.ts';

/** So many notes fill the view of recent entries. */
export const mostNewest = 60;

interface Numbered {
	readonly path: string;
	readonly number: number;
}

/** Highest number or latest date in the name first, names without one last: the entries a person looks for. */
export function newestFirst(paths: Iterable<string>): readonly string[] {
	return Array.from(paths, numbered)
		.sort((a, b) => b.number - a.number)
		.map(({ path }) => path);
}

/** Folders in the order in which a walk that takes the last one first meets the newest entries first. */
export function newestLast(folders: readonly string[]): readonly string[] {
	return folders
		.map(path => ({ path, number: numberOfFolder(path) }))
		.sort((a, b) => a.number - b.number)
		.map(({ path }) => path);
}

/** The newest of the notes that a walk has met so far. */
export class NewestNotes {
	/** The newest last. */
	readonly #notes: Numbered[] = [];

	add(path: string): void {
		const note = numbered(path);
		const lowest = this.#notes[0];
		if (note.number < 0 || (this.#notes.length >= mostNewest && lowest !== undefined && note.number <= lowest.number)) {
			return;
		}
		const place = this.#notes.findIndex(({ number }) => number > note.number);
		this.#notes.splice(place < 0 ? this.#notes.length : place, 0, note);
		if (this.#notes.length > mostNewest) {
			this.#notes.shift();
		}
	}

	/** Their paths, newest first, once there are enough of them and no note in that folder, if it is a leaf bundle, is newer than all; undefined before. */
	before(folder: string): readonly string[] | undefined {
		const [lowest] = this.#notes;
		return this.#notes.length < mostNewest || lowest === undefined || numberOfFolder(folder) > lowest.number
			? undefined
			: this.#notes.map(({ path }) => path).reverse();
	}
}

function numbered(path: string): Numbered {
	return { path, number: readNumberInPath(path)?.number ?? dateInName(path) };
}

/** That of the leaf bundle that the folder may be. */
function numberOfFolder(folder: string): number {
	return numbered(`${folder}/index.md`).number;
}

/** 20221202 for `2022-12-02.md`; -1 where there is no date. */
function dateInName(path: string): number {
	return Number(/(\d{4})-(\d\d)-(\d\d)/u.exec(nameOf(path))?.slice(1).join('') ?? -1);
}
