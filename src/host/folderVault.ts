import * as vscode from 'vscode';
import { entryOf } from '../core/entry.ts';
import { FieldUsage } from '../core/fieldUsage.ts';
import { firstFolderOf } from '../core/newEntry/entrySamples.ts';
import type { Note, NoteAddress, ReadNote } from '../core/note.ts';
import { uriBelow } from '../core/notePath.ts';
import { logShapeOf } from '../core/settings.ts';
import { tagsOf } from '../core/tags/tagIndex.ts';
import { Vault, type VaultChange } from '../core/vault.ts';
import type { Look, NoteStore } from '../platform/noteStore.ts';
import { FolderDisk } from './folderDisk.ts';
import { globsOf, pathBelow } from './folderGlobs.ts';
import { openDocument, type OpenNotes } from './openNotes.ts';
import { readSettings, type Settings } from './settings.ts';
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
	readonly #disk: FolderDisk;
	#usage: FieldUsage | undefined;
	#loading: Promise<void> | undefined;

	constructor(parts: FolderVaultParts) {
		const { folder, store, openNotes, onChange } = parts;
		this.#parts = parts;
		this.folder = folder;
		this.store = store;
		this.settings = readSettings(folder.uri);
		this.vault = new Vault(logShapeOf(this.settings));
		this.#changes = new VaultChanges(this.vault, change => {
			onChange(this, change);
		});
		this.#disk = new FolderDisk({ folderUri: this.#folderUri, store, openNotes, vault: this.vault, changes: this.#changes });
	}

	/** Whether loading has begun. */
	get isActive(): boolean {
		return this.#loading !== undefined;
	}

	/** Whether the disk is being read, as a whole or below one folder: what is asked now may have another answer soon. */
	get isReading(): boolean {
		return this.#changes.isReading;
	}

	get hasLog(): boolean {
		return this.vault.entries().length > 0;
	}

	/** Names of the site's shortcodes; undefined where they cannot be known. */
	get shortcodes(): ReadonlySet<string> | undefined {
		return this.#disk.shortcodes;
	}

	/** How the notes use fields and terms; counted when first asked for. */
	get usage(): FieldUsage {
		this.#usage ??= new FieldUsage(this.vault, this.settings['tags.fields']);
		return this.#usage;
	}

	/** Where the log begins if there is none: the folder that is set, `content/daily-log` of a Hugo site, `daily-log` elsewhere. */
	folderOfFirstEntry(): string {
		return firstFolderOf(this.vault.shape, this.#disk.site);
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
		return this.addressAt(pathBelow(this.folder.uri, uri));
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
		this.#loading ??= this.refresh().catch((error: unknown) => {
			this.#loading = undefined;
			throw error;
		});
		return this.#loading;
	}

	/** Cheap and bounded: whether there seems to be a log here. */
	async look(): Promise<Look> {
		const look = await this.store.look(this.vault.shape.series, globsOf(this.folder, this.settings));
		this.#parts.log.debug(
			`${this.folder.name}: looked for a log in ${look.foldersListed} folders and ${look.filesRead} files, ${look.found ? 'found' : 'none'}.`,
		);
		return look;
	}

	/** Looks at the disk again, and reads what has changed there since. */
	async refresh(): Promise<void> {
		const started = Date.now();
		const { notes, filesRead, skipped } = await this.#disk.refresh(globsOf(this.folder, this.settings));
		for (const sentence of skipped) {
			this.#parts.log.warn(`Passed over ${sentence}`);
		}
		const entries = this.vault.entries().length;
		this.#parts.log.info(`${this.folder.name}: ${notes} notes, ${filesRead} read, ${entries} entries, in ${Date.now() - started} ms.`);
	}

	dispose(): void {
		this.#changes.dispose();
	}

	/** Takes over an open document, saved or not. */
	setOpen(document: vscode.TextDocument): void {
		const address = this.addressOf(document.uri);
		if (this.#disk.isNote(address.path)) {
			this.vault.update({ set: [this.#parts.openNotes.get(document, address)] });
		}
	}

	/** Whether the document would be an entry, be the vault read or not. */
	isEntry(document: vscode.TextDocument): boolean {
		return entryOf(this.noteOf(document), this.vault.shape) !== undefined;
	}

	/** Reads these files again, as one change; a file that is gone, or is no note, leaves the vault. */
	reread(uris: readonly vscode.Uri[]): Promise<void> {
		return this.#disk.reread(uris.map(uri => this.addressOf(uri)));
	}

	/** Puts a note in that was just written. */
	setWritten(path: string, text: string): void {
		this.#disk.setWritten(this.addressAt(path), text);
	}

	/** The text of a note: of its editor where it is open, else of its file; undefined where it cannot be read. */
	async textOf(path: string): Promise<string | undefined> {
		const open = openDocument(this.addressAt(path).uri);
		if (open !== undefined) {
			return open.getText();
		}
		const reading = await this.store.read(path);
		return reading.kind === 'text' ? reading.text : undefined;
	}

	/** Whether the path may be that of a folder with notes in it, or below it: such a folder coming or going concerns the vault. */
	concernsFolder(path: string): boolean {
		return this.#disk.concernsFolder(path);
	}

	/** Whether there was a folder of that path when the vault was last read as a whole. */
	knowsFolder(path: string): boolean {
		return this.#disk.knowsFolder(path);
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
		if (this.isActive && !this.#disk.isReadWith(globsOf(this.folder, this.settings))) {
			await this.refresh();
		}
	}

	get #folderUri(): string {
		return this.folder.uri.toString().replace(/\/$/u, '');
	}
}
