import * as vscode from 'vscode';
import { entryOf } from '../core/entry.ts';
import { firstFolderOf } from '../core/newEntry/entrySamples.ts';
import { FieldUsage } from '../core/fieldUsage.ts';
import { noteOf, type LoadedNote } from '../core/loadedNote.ts';
import { parseNote, type Note, type NoteAddress, type ReadNote } from '../core/note.ts';
import { isMarkdownName, tidyPath, uriBelow } from '../core/notePath.ts';
import { globsOfPath, NoteFiles } from '../core/noteFiles.ts';
import { logShapeOf } from '../core/settings.ts';
import { siteShortcodes } from '../core/siteShortcodes.ts';
import { tagsOf } from '../core/tags/tagIndex.ts';
import { Vault, type VaultChange } from '../core/vault.ts';
import type { LoadReport } from '../platform/loadNotes.ts';
import type { Look, NoteStore } from '../platform/noteStore.ts';
import { readSettings, type Settings } from './settings.ts';
import type { OpenNotes } from './openNotes.ts';
import { Slice } from './slice.ts';
import { VaultChanges } from './vaultChanges.ts';

/** What a folder's vault is built from. */
export interface FolderVaultParts {
	readonly folder: vscode.WorkspaceFolder;
	readonly store: NoteStore;
	readonly openNotes: OpenNotes;
	readonly log: vscode.LogOutputChannel;
	/** Hears of what has changed; see `VaultChanges` for when. */
	readonly onChange: (folder: FolderVault, change: VaultChange) => void;
}

/**
 * The vault of one workspace folder, kept in step with the disk and with unsaved editors. Idle, and almost free, until `load` is called;
 * nothing is watched before.
 */
export class FolderVault {
	readonly folder: vscode.WorkspaceFolder;
	readonly store: NoteStore;
	readonly vault: Vault;
	settings: Settings;
	readonly #parts: FolderVaultParts;
	readonly #changes: VaultChanges;
	readonly #stamps = new Map<string, string>();
	#files = new NoteFiles([]);
	#shortcodes: ReadonlySet<string> | undefined;
	#usage: FieldUsage | undefined;
	#loading: Promise<void> | undefined;
	#lastTurn: Promise<void> = Promise.resolve();
	#isReading = false;
	#globsOfWalk = '';
	#folders: ReadonlySet<string> = new Set();

	constructor(parts: FolderVaultParts) {
		this.#parts = parts;
		this.folder = parts.folder;
		this.store = parts.store;
		this.settings = readSettings(parts.folder.uri);
		this.vault = new Vault(logShapeOf(this.settings));
		this.#changes = new VaultChanges(this.vault, change => {
			parts.onChange(this, change);
		});
	}

	/** Whether loading has begun. */
	get isActive(): boolean {
		return this.#loading !== undefined;
	}

	/** Whether the disk is being read, as a whole or below one folder: what is asked now may have another answer soon. */
	get isReading(): boolean {
		return this.#isReading;
	}

	get hasLog(): boolean {
		return this.vault.entries().length > 0;
	}

	/** Names of the site's shortcodes; undefined where they cannot be known. */
	get shortcodes(): ReadonlySet<string> | undefined {
		return this.#shortcodes;
	}

	/** How the notes use fields and terms; counted when first asked for. */
	get usage(): FieldUsage {
		this.#usage ??= new FieldUsage(this.vault, this.settings['tags.fields']);
		return this.#usage;
	}

	/** Where the log begins if there is none: the folder that is set, `content/daily-log` of a Hugo site, `daily-log` elsewhere. */
	folderOfFirstEntry(): string {
		return firstFolderOf(this.vault.shape, this.#files.site());
	}

	/** The document as a note, be it one of this vault or untitled. */
	noteOf(document: vscode.TextDocument): Note {
		return this.read(document).note;
	}

	/** The document as a note, with what else was read of its text. */
	read(document: vscode.TextDocument): ReadNote {
		return this.#parts.openNotes.read(document, this.addressOf(document.uri));
	}

	/** Whether `#tags` in the text count: as the setting says, else as the notes do. */
	get inlineTags(): boolean {
		const wished = this.settings['tags.inline'];
		return wished === 'auto' ? tagsOf(this.vault).usesInline : wished === 'on';
	}

	/** Where a file of this folder stands in the vault. */
	addressOf(uri: vscode.Uri): NoteAddress {
		const path = uri.path.slice(this.folder.uri.path.replace(/\/$/u, '').length + 1);
		return { uri: uriBelow(this.#folderUri, path), path };
	}

	/** The address of a vault-relative path. */
	addressAt(path: string): NoteAddress {
		return { uri: uriBelow(this.#folderUri, path), path };
	}

	/** The vault-relative path of a note's uri. */
	pathOf(uri: string): string {
		return this.vault.note(uri)?.path ?? this.addressOf(vscode.Uri.parse(uri, true)).path;
	}

	uriOf(path: string): vscode.Uri {
		return vscode.Uri.joinPath(this.folder.uri, path);
	}

	/** Reads the whole vault, once; later calls wait for that same reading. */
	load(): Promise<void> {
		this.#loading ??= this.refresh('').catch((error: unknown) => {
			this.#loading = undefined;
			throw error;
		});
		return this.#loading;
	}

	/** Cheap and bounded: whether there seems to be a log here. */
	async look(): Promise<Look> {
		const look = await this.store.look(this.vault.shape.series, this.#globs());
		this.#parts.log.debug(
			`${this.folder.name}: looked for a log in ${look.foldersListed} folders and ${look.filesRead} files, ${look.found ? 'found' : 'none'}.`,
		);
		return look;
	}

	/** Looks at the disk again, at one folder and all below it, and reads what has changed there since. */
	refresh(below: string): Promise<void> {
		return this.#inTurn(async () => {
			this.#isReading = true;
			try {
				await this.#changes.during(() => this.#refresh(below));
			} finally {
				this.#isReading = false;
			}
		});
	}

	dispose(): void {
		this.#changes.dispose();
	}

	async #refresh(below: string): Promise<void> {
		const started = Date.now();
		const globs = this.#globs();
		this.#globsOfWalk = globs.join('\n');
		const request = { folderUri: this.#folderUri, below, globs, known: new Map(this.#stamps) };
		const report = await this.store.load(request, notes => {
			this.#take(notes);
		});
		await this.#settle(report);
		this.#report(report, Date.now() - started);
	}

	/** Takes over an open document, saved or not. */
	setOpen(document: vscode.TextDocument): void {
		const address = this.addressOf(document.uri);
		if (this.#isNote(address.path)) {
			this.vault.update({ set: [this.#parts.openNotes.get(document, address)] });
		}
	}

	/** Whether the document would be an entry, be the vault read or not. */
	isEntry(document: vscode.TextDocument): boolean {
		return entryOf(this.noteOf(document), this.vault.shape) !== undefined;
	}

	/** Reads these files again, as one change; a file that is gone, or is no note, leaves the vault. */
	reread(uris: readonly vscode.Uri[]): Promise<void> {
		return this.#inTurn(() => this.#reread(uris));
	}

	async #reread(uris: readonly vscode.Uri[]): Promise<void> {
		const set: Note[] = [];
		const remove: string[] = [];
		for (const uri of uris) {
			const { uri: id, path } = this.addressOf(uri);
			const note = this.#isNote(path) ? await this.#read({ uri: id, path }) : undefined;
			if (note === undefined) {
				remove.push(id);
				this.#stamps.delete(path);
			} else {
				set.push(note);
			}
		}
		this.vault.update({ set, remove });
	}

	/** Puts a note in that was just written. Of one that is deleted in the same breath the watcher may say nothing; a later look at the disk finds that it is gone. */
	setWritten(path: string, text: string): void {
		this.#stamps.set(path, written);
		const note = parseNote({ uri: uriBelow(this.#folderUri, path), path }, text);
		this.vault.update({ set: [note] });
	}

	/** The text of a note: of its editor where it is open, else of its file; undefined where it cannot be read. */
	async textOf(path: string): Promise<string | undefined> {
		const open = this.#openDocument(uriBelow(this.#folderUri, path));
		if (open !== undefined) {
			return open.getText();
		}
		const reading = await this.store.read(path);
		return reading.kind === 'text' ? reading.text : undefined;
	}

	/** Whether the path may be that of a folder with notes in it, or below it: such a folder coming or going concerns the vault. */
	concernsFolder(path: string): boolean {
		return !isMarkdownName(path) && !this.#files.isFolderExcluded(path);
	}

	/** Whether there was a folder of that path when the vault was last read as a whole. */
	knowsFolder(path: string): boolean {
		return this.#folders.has(path);
	}

	/** Takes settings that have changed; reads the vault again where other files count as notes now. */
	async reconfigure(): Promise<void> {
		this.settings = readSettings(this.folder.uri);
		this.#usage?.dispose();
		this.#usage = undefined;
		const shape = logShapeOf(this.settings);
		if (JSON.stringify(shape) !== JSON.stringify(this.vault.shape)) {
			this.vault.reshape(shape);
		}
		if (this.isActive && this.#globs().join('\n') !== this.#globsOfWalk) {
			await this.refresh('');
		}
	}

	/** The disk is read by one at a time: a walk that ended after a later reading would take out the files that came in between. */
	#inTurn(work: () => Promise<void>): Promise<void> {
		this.#lastTurn = this.#lastTurn.then(work, work);
		return this.#lastTurn;
	}

	get #folderUri(): string {
		return this.folder.uri.toString().replace(/\/$/u, '');
	}

	/** What VS Code hides, what the user leaves out, the templates, and other workspace folders inside this one, which are vaults of their own. */
	#globs(): readonly string[] {
		const hidden = vscode.workspace.getConfiguration('files', this.folder.uri).get<Record<string, unknown>>('exclude') ?? {};
		const inside = (vscode.workspace.workspaceFolders ?? []).filter(other => other !== this.folder && isInside(other.uri, this.folder.uri));
		return [
			...Object.keys(hidden).filter(glob => hidden[glob] === true),
			...this.settings.exclude,
			...[this.settings.template, this.settings['review.template']].flatMap(path => globsOfPath(tidyPath(path))),
			...inside.flatMap(other => globsOfPath(this.addressOf(other.uri).path)),
		];
	}

	#isNote(path: string): boolean {
		return this.#stamps.has(path) || this.#files.isNote(path);
	}

	/** Open, unsaved text wins over the disk. */
	#take(notes: readonly LoadedNote[]): void {
		const open = new Map(
			vscode.workspace.textDocuments.filter(({ isClosed }) => !isClosed).map(document => [document.uri.toString(), document]),
		);
		const set = notes.map(loaded => {
			const note = noteOf(loaded, this.#folderUri);
			const document = open.get(note.uri);
			return document === undefined ? note : this.#parts.openNotes.get(document, note);
		});
		for (const { path, stamp } of notes) {
			this.#stamps.set(path, stamp);
		}
		this.#changes.gather(() => {
			this.vault.update({ set });
		});
	}

	#openNote(address: NoteAddress): Note | undefined {
		const document = this.#openDocument(address.uri);
		return document && this.#parts.openNotes.get(document, address);
	}

	#openDocument(uri: string): vscode.TextDocument | undefined {
		return vscode.workspace.textDocuments.find(document => !document.isClosed && document.uri.toString() === uri);
	}

	async #read(address: NoteAddress): Promise<Note | undefined> {
		const open = this.#openDocument(address.uri);
		const reading = await this.store.read(address.path);
		if (reading.kind === 'text') {
			this.#stamps.set(address.path, reading.stamp);
			return this.#openNote(address) ?? parseNote(address, reading.text);
		}
		return open?.isDirty === true ? this.#openNote(address) : undefined;
	}

	/** Takes over what the look at the disk told of folders, and takes out what is gone; what has been written meanwhile stays. */
	async #settle({ folders, gone, site }: LoadReport): Promise<void> {
		const slice = new Slice();
		const files = new NoteFiles(this.#globs());
		for (const folder of folders) {
			files.learn(folder);
			await slice.yield();
		}
		this.#shortcodes = siteShortcodes(site);
		this.#files = files;
		this.#folders = new Set(folders.map(({ path }) => path));
		const left = gone.filter(path => this.#stamps.get(path) !== written);
		left.forEach(path => this.#stamps.delete(path));
		const remove = left.map(path => uriBelow(this.#folderUri, path));
		this.#changes.gather(() => {
			this.vault.update({ remove: remove.filter(uri => this.#openDocument(uri)?.isDirty !== true) });
		});
	}

	#report({ notes, skipped, filesRead }: LoadReport, milliseconds: number): void {
		for (const sentence of skipped) {
			this.#parts.log.warn(`Passed over ${sentence}`);
		}
		const entries = this.vault.entries().length;
		this.#parts.log.info(`${this.folder.name}: ${notes} notes, ${filesRead} read, ${entries} entries, in ${milliseconds} ms.`);
	}
}

/** The stamp of a file that was just written: it is read again at the next look at the disk. */
const written = '';

function isInside(uri: vscode.Uri, folder: vscode.Uri): boolean {
	return uri.scheme === folder.scheme && uri.authority === folder.authority && uri.path.startsWith(`${folder.path.replace(/\/$/u, '')}/`);
}
