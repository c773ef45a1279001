import * as vscode from 'vscode';
import type { LogShape } from '../core/entry.ts';
import { unpackNotes, type LoadedNote } from '../core/loadedNote.ts';
import { parseNote, type Note, type NoteAddress } from '../core/note.ts';
import { NoteFiles } from '../core/noteFiles.ts';
import { isMarkdownName, uriBelow } from '../core/notePath.ts';
import { siteShortcodes } from '../core/siteShortcodes.ts';
import type { Vault } from '../core/vault.ts';
import type { LoadReport, LoadRequest } from '../platform/loadNotes.ts';
import type { NoteStore } from '../platform/noteStore.ts';
import { openDocument, type OpenNotes } from './openNotes.ts';
import { Slice } from './slice.ts';
import type { VaultChanges } from './vaultChanges.ts';

/** What a folder's files are read with, and what they are read into. */
export interface FolderDiskParts {
	/** The uri of the workspace folder, without a slash at the end. */
	readonly folderUri: string;
	readonly store: NoteStore;
	readonly openNotes: OpenNotes;
	readonly vault: Vault;
	readonly changes: VaultChanges;
}

/** Reads the files of one workspace folder into its vault, one question at a time, and knows which of them are notes. */
export class FolderDisk {
	readonly #parts: FolderDiskParts;
	/** By path; what changes with them is read again. */
	readonly #stamps = new Map<string, string>();
	#files = new NoteFiles([]);
	#folders: ReadonlySet<string> = new Set();
	#shortcodes: ReadonlySet<string> | undefined;
	#globs: readonly string[] = [];
	#writings = 0;
	#lastTurn: Promise<unknown> = Promise.resolve();

	constructor(parts: FolderDiskParts) {
		this.#parts = parts;
	}

	/** Names of the site's shortcodes; undefined where they cannot be known. */
	get shortcodes(): ReadonlySet<string> | undefined {
		return this.#shortcodes;
	}

	/** The folder of the Hugo site; undefined where there is none. */
	get site(): string | undefined {
		return this.#files.site();
	}

	/** Whether the files were read with these globs the last time. */
	isReadWith(globs: readonly string[]): boolean {
		return globs.join('\n') === this.#globs.join('\n');
	}

	isNote(path: string): boolean {
		return this.#stamps.has(path) || this.#files.isNote(path);
	}

	/** Whether the path may be that of a folder with notes in it, or below it: such a folder coming or going concerns the vault. */
	concernsFolder(path: string): boolean {
		return !isMarkdownName(path) && !this.#files.isFolderExcluded(path);
	}

	/** Whether there was a folder of that path when the vault was last read as a whole. */
	knowsFolder(path: string): boolean {
		return this.#folders.has(path);
	}

	/** Looks at the whole disk, and reads what has changed there since the last time; what is left out, `globs` say. */
	refresh(globs: readonly string[]): Promise<LoadReport> {
		return this.#inTurn(() => this.#parts.changes.during(() => this.#refresh(globs)));
	}

	/** Reads these files again, as one change; a file that is gone, or is no note, leaves the vault. */
	reread(addresses: readonly NoteAddress[]): Promise<void> {
		return this.#inTurn(() => this.#reread(addresses));
	}

	/** Puts a note in that was just written. Of one that is deleted in the same breath the watcher may say nothing; a later look at the disk finds that it is gone. */
	setWritten(address: NoteAddress, text: string): void {
		this.#stamps.set(address.path, `${written}${++this.#writings}`);
		this.#parts.vault.update({ set: [parseNote(address, text)] });
	}

	/** The disk is read by one at a time: a walk that ended after a later reading would take out the files that came in between. */
	#inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
		const turn = this.#lastTurn.then(work, work);
		this.#lastTurn = turn;
		return turn;
	}

	async #refresh(globs: readonly string[]): Promise<LoadReport> {
		this.#globs = globs;
		const { folderUri, store, vault } = this.#parts;
		const request = { folderUri, globs, known: new Map(this.#stamps), shape: vault.shape };
		const report = await store.load(request, notes => {
			this.#take(notes, request.shape);
		});
		await this.#settle(report, request);
		return report;
	}

	/** Open, unsaved text wins over the disk, and a shape of the log that was set meanwhile over the one it was read with. */
	#take(loaded: readonly LoadedNote[], shape: LogShape): void {
		const { folderUri, openNotes, changes, vault } = this.#parts;
		const open = new Map(
			vscode.workspace.textDocuments.filter(({ isClosed }) => !isClosed).map(document => [document.uri.toString(), document]),
		);
		const { notes, entries } = unpackNotes(loaded, folderUri);
		const set = notes.map(note => {
			const document = open.get(note.uri);
			return document === undefined ? note : openNotes.get(document, note);
		});
		for (const { path, stamp } of loaded) {
			this.#stamps.set(path, stamp);
		}
		changes.gather(() => {
			vault.update(shape === vault.shape ? { set, entries } : { set });
		});
	}

	/** Takes over what the look at the disk told of folders, and takes out what is gone; what has been written meanwhile stays. */
	async #settle({ folders, gone, site }: LoadReport, { globs, known }: LoadRequest): Promise<void> {
		const slice = new Slice();
		const files = new NoteFiles(globs);
		for (const folder of folders) {
			files.learn(folder);
			await slice.yield();
		}
		this.#shortcodes = siteShortcodes(site);
		this.#files = files;
		this.#folders = new Set(folders.map(({ path }) => path));
		const left = gone.filter(path => !this.#isWrittenSince(path, known));
		left.forEach(path => this.#stamps.delete(path));
		const { folderUri, changes, vault } = this.#parts;
		const remove = left.map(path => uriBelow(folderUri, path)).filter(uri => openDocument(uri)?.isDirty !== true);
		changes.gather(() => {
			vault.update({ remove });
		});
	}

	/** Whether the note was written after those stamps were known. */
	#isWrittenSince(path: string, known: ReadonlyMap<string, string>): boolean {
		const stamp = this.#stamps.get(path);
		return stamp?.startsWith(written) === true && stamp !== known.get(path);
	}

	async #reread(addresses: readonly NoteAddress[]): Promise<void> {
		const set: Note[] = [];
		const remove: string[] = [];
		for (const address of addresses) {
			const note = this.isNote(address.path) ? await this.#read(address) : undefined;
			if (note === undefined) {
				remove.push(address.uri);
				this.#stamps.delete(address.path);
			} else {
				set.push(note);
			}
		}
		this.#parts.vault.update({ set, remove });
	}

	async #read(address: NoteAddress): Promise<Note | undefined> {
		const { store, openNotes } = this.#parts;
		const isDirty = openDocument(address.uri)?.isDirty === true;
		const reading = await store.read(address.path);
		if (reading.kind === 'text') {
			this.#stamps.set(address.path, reading.stamp);
		}
		if (reading.kind !== 'text' && !isDirty) {
			return undefined;
		}
		const document = openDocument(address.uri);
		return document !== undefined
			? openNotes.get(document, address)
			: reading.kind === 'text'
				? parseNote(address, reading.text)
				: undefined;
	}
}

/** How the stamp of a file begins that was just written: it is read again at the next look at the disk. */
const written = 'written ';
