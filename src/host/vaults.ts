import * as vscode from 'vscode';
import type { Entry } from '../core/entry.ts';
import type { Note } from '../core/note.ts';
import { isMarkdownName } from '../core/notePath.ts';
import { tellingNames } from '../core/tellingNames.ts';
import { FolderVault, type FolderVaultParts } from './folderVault.ts';
import { VaultWatcher } from './vaultWatcher.ts';
import type { Look, NoteStore } from '../platform/noteStore.ts';

/** What all vaults of a window share. */
export interface VaultsParts extends Pick<FolderVaultParts, 'openNotes' | 'log'> {
	readonly storeOf: (folder: vscode.WorkspaceFolder) => NoteStore;
	/** Which folders held a log when they were last open. */
	readonly memory: vscode.Memento;
	/** Hears of every look for a log in a folder that held none before. */
	readonly onLook: (look: Look) => void;
	readonly onError: (error: unknown) => void;
}

interface Slot {
	readonly vault: FolderVault;
	readonly owned: vscode.Disposable[];
}

/** Which notes of which vault changed. */
export interface NotesChange {
	readonly folder: FolderVault;
	/** Uris. */
	readonly notes: readonly string[];
	/** Those of them that were there before, as they were. */
	readonly before: ReadonlyMap<string, Note>;
}

/** The vaults of all workspace folders of the window. */
export class Vaults implements vscode.Disposable {
	readonly #parts: VaultsParts;
	readonly #slots = new Map<string, Slot>();
	readonly #changed = new vscode.EventEmitter<NotesChange>();
	readonly #entriesChanged = new vscode.EventEmitter<FolderVault>();
	readonly #started = new vscode.EventEmitter<void>();
	readonly #owned: vscode.Disposable[] = [this.#changed, this.#entriesChanged, this.#started];

	/** A vault begins to be read, for there is a log in it, or somebody asked for one. */
	readonly onDidStart = this.#started.event;

	/** Notes of a vault are new, different or gone. */
	readonly onDidChange = this.#changed.event;
	/** An entry is new, different or gone. */
	readonly onDidChangeEntries = this.#entriesChanged.event;
	/** Resolves when every folder that holds a log is indexed, and the others have been looked at. */
	readonly ready: Promise<void>;

	constructor(parts: VaultsParts) {
		this.#parts = parts;
		this.#owned.push(
			vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
				removed.forEach(folder => {
					this.#drop(folder);
				});
				this.#startAll(added)
					.then(() => Promise.all(this.all.map(vault => vault.reconfigure())))
					.catch(parts.onError);
			}),
			// Links that lead out of a folder count from now on.
			vscode.workspace.onDidGrantWorkspaceTrust(() => {
				this.refreshAll().catch(parts.onError);
			}),
			vscode.workspace.onDidChangeConfiguration(event => {
				this.#reconfigure(event).catch(parts.onError);
			}),
			vscode.workspace.onDidOpenTextDocument(document => {
				this.#follow(document);
			}),
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (contentChanges.length > 0) {
					this.#follow(document);
				}
			}),
			vscode.workspace.onDidCloseTextDocument(document => {
				this.#activeVaultOf(document.uri)?.reread([document.uri]).catch(parts.onError);
			}),
		);
		this.ready = this.#startAll(vscode.workspace.workspaceFolders ?? []);
	}

	/** In the order of the workspace folders. */
	get all(): readonly FolderVault[] {
		return (vscode.workspace.workspaceFolders ?? []).flatMap(folder => this.#slots.get(folder.uri.toString())?.vault ?? []);
	}

	/** Those with at least one entry. */
	get withLog(): readonly FolderVault[] {
		return this.all.filter(vault => vault.hasLog);
	}

	/** The vault that a file belongs to; undefined outside every workspace folder. */
	of(uri: vscode.Uri): FolderVault | undefined {
		const folder = vscode.workspace.getWorkspaceFolder(uri);
		return folder && this.#slots.get(folder.uri.toString())?.vault;
	}

	/** What a folder is called where others are shown beside it: see `tellingNames`. */
	nameOf(vault: FolderVault): string {
		const { all } = this;
		const names = tellingNames(
			all.map(({ folder: { name, uri } }) => ({ name, where: [uri.scheme, uri.authority, ...uri.path.split('/').filter(Boolean)] })),
		);
		return names[all.indexOf(vault)] ?? vault.folder.name;
	}

	/** The entry that a file or document is, with its vault; undefined where it is none. */
	entryAt(uri: vscode.Uri): { readonly vault: FolderVault; readonly entry: Entry } | undefined {
		const vault = this.of(uri);
		const entry = vault?.vault.entry(vault.addressOf(uri).uri);
		return vault && entry && { vault, entry };
	}

	/** Whether a vault has read the note that the file is. */
	knows(uri: vscode.Uri): boolean {
		const vault = this.of(uri);
		return vault?.vault.note(vault.addressOf(uri).uri) !== undefined;
	}

	/** Loads every vault in full: somebody asked for the log. */
	async loadAll(): Promise<void> {
		await this.ready;
		await Promise.all(this.all.map(vault => this.#load(vault)));
	}

	/** Looks at the disk again for all that is loaded, or for those of it that are wanted; only files that have changed are read. */
	async refreshAll(isWanted: (vault: FolderVault) => boolean = () => true): Promise<void> {
		await Promise.all(this.all.filter(vault => vault.isActive && isWanted(vault)).map(vault => vault.refresh()));
	}

	dispose(): void {
		for (const { owned } of this.#slots.values()) {
			vscode.Disposable.from(...owned).dispose();
		}
		vscode.Disposable.from(...this.#owned).dispose();
	}

	async #startAll(folders: readonly vscode.WorkspaceFolder[]): Promise<void> {
		await Promise.all(folders.map(folder => this.#start(folder)));
	}

	/** A folder that held a log before, or has one set, is read at once; any other gets one cheap look. */
	async #start(folder: vscode.WorkspaceFolder): Promise<void> {
		const { storeOf, memory, openNotes, log } = this.#parts;
		const onChange: FolderVaultParts['onChange'] = (changed, { notes, before, entriesChanged }) => {
			this.#changed.fire({ folder: changed, notes, before });
			if (entriesChanged) {
				this.#entriesChanged.fire(changed);
			}
		};
		const vault = new FolderVault({ folder, store: storeOf(folder), openNotes, log, onChange });
		this.#slots.set(folder.uri.toString(), { vault, owned: [vault] });
		if (
			memory.get<boolean>(memoryKey(folder)) === true ||
			vault.vault.shape.folder !== '' ||
			hasOpenEntry(vault) ||
			(await this.#hasLog(vault))
		) {
			await this.#load(vault);
		}
	}

	async #hasLog(vault: FolderVault): Promise<boolean> {
		const look = await vault.look();
		this.#parts.onLook(look);
		return look.found;
	}

	async #load(vault: FolderVault): Promise<void> {
		const slot = this.#slots.get(vault.folder.uri.toString());
		if (slot?.vault !== vault) {
			return;
		}
		if (!vault.isActive) {
			slot.owned.push(new VaultWatcher(vault, this.#parts.onError));
			this.#started.fire();
		}
		await vault.load();
		await this.#remember(vault);
	}

	/** A folder that holds a log is read at once the next time. */
	async #remember({ folder, hasLog }: FolderVault): Promise<void> {
		const { memory } = this.#parts;
		if ((memory.get<boolean>(memoryKey(folder)) === true) !== hasLog) {
			await memory.update(memoryKey(folder), hasLog ? true : undefined);
		}
	}

	/** A folder or a series that was just set may be that of a log. */
	async #mayHaveLogNow(vault: FolderVault, event: vscode.ConfigurationChangeEvent): Promise<boolean> {
		return vault.vault.shape.folder !== '' || (event.affectsConfiguration('dailyLog.series', vault.folder.uri) && this.#hasLog(vault));
	}

	#drop(folder: vscode.WorkspaceFolder): void {
		const slot = this.#slots.get(folder.uri.toString());
		if (slot !== undefined) {
			vscode.Disposable.from(...slot.owned).dispose();
			this.#slots.delete(folder.uri.toString());
			this.#entriesChanged.fire(slot.vault);
		}
	}

	/** An entry that is opened in an idle folder wakes the log. */
	#follow(document: vscode.TextDocument): void {
		const vault = this.of(document.uri);
		if (vault === undefined || !isMarkdownName(document.uri.path)) {
			return;
		}
		if (vault.isActive) {
			vault.setOpen(document);
		} else if (namesSeries(vault, document)) {
			this.#load(vault).catch(this.#parts.onError);
		}
	}

	#activeVaultOf(uri: vscode.Uri): FolderVault | undefined {
		const vault = isMarkdownName(uri.path) ? this.of(uri) : undefined;
		return vault?.isActive === true ? vault : undefined;
	}

	async #reconfigure(event: vscode.ConfigurationChangeEvent): Promise<void> {
		const concerned = this.all.filter(
			vault => event.affectsConfiguration('dailyLog', vault.folder.uri) || event.affectsConfiguration('files.exclude', vault.folder.uri),
		);
		for (const vault of concerned) {
			await vault.reconfigure();
			if (!vault.isActive && (await this.#mayHaveLogNow(vault, event))) {
				await this.#load(vault);
			}
			this.#entriesChanged.fire(vault);
		}
	}
}

function memoryKey(folder: vscode.WorkspaceFolder): string {
	return `hasLog:${folder.uri.toString()}`;
}

function hasOpenEntry(vault: FolderVault): boolean {
	return vscode.workspace.textDocuments.some(
		document =>
			vscode.workspace.getWorkspaceFolder(document.uri)?.uri.toString() === vault.folder.uri.toString() && namesSeries(vault, document),
	);
}

/** Whether the document is an entry; only Markdown is read, and only where its text names the series at all. */
function namesSeries(vault: FolderVault, document: vscode.TextDocument): boolean {
	if (document.languageId !== 'markdown' || !/series/iu.test(document.getText(new vscode.Range(0, 0, 60, 0)))) {
		return false;
	}
	return vault.isEntry(document);
}
