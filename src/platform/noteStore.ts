import type { NextCreation, PlanNext } from './createNext.ts';
import type { LoadReport, LoadRequest, TakeNotes } from './loadNotes.ts';
import type { FileReading } from './folders.ts';

/** `outside`: it would lie outside the folder; `gone`: there is no such workspace folder any more. */
export type CreationTrouble = 'readOnly' | 'diskFull' | 'badName' | 'outside' | 'gone' | 'other';

/** What became of a file that was to be created. */
export type Creation =
	| { readonly kind: 'created' }
	/** Something of that name is there; it was left alone. */
	| { readonly kind: 'exists' }
	/** Nothing was left behind. `reason` says which sentence the user gets. */
	| { readonly kind: 'failed'; readonly reason: CreationTrouble; readonly detail: string };

/** How many folders are listed and files read to see whether a workspace folder holds a log. */
export interface Look {
	readonly found: boolean;
	readonly foldersListed: number;
	readonly filesRead: number;
}

/** The files of one workspace folder. The two halves, Node and web, differ in how files are read and in nothing else. */
export interface NoteStore {
	/** A cheap, bounded look whether there might be a log; see `lookForLog`. */
	look(series: string, globs: readonly string[]): Promise<Look>;
	/** Finds and reads notes; see `loadNotes`. Never rejects. */
	load(request: LoadRequest, take: TakeNotes): Promise<LoadReport>;
	/**
	 * Whether the disk has room for so many more bytes in the folder. VS Code empties a file before it writes it, and takes a write that came half way for a whole one; so whoever
	 * has it save asks here first. True where that cannot be found out.
	 */
	hasRoom(folder: string, bytes: number): Promise<boolean>;
	/** One file by its vault-relative path. */
	read(path: string): Promise<FileReading>;
	/**
	 * Plans and creates the next entry while no other window of this computer does so for the same key, as far as the platform can tell. The file is created
	 * with all its text or not at all, and never overwrites; a leaf bundle's folder must be new too.
	 */
	createNext(key: string, plan: PlanNext): Promise<NextCreation>;
}
