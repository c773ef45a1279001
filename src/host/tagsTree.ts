import * as vscode from 'vscode';
import type { Note } from '../core/note.ts';
import type { TagUse } from '../core/tags/tagCount.ts';
import { tagsOf } from '../core/tags/tagIndex.ts';
import { firstNotes, sortBranches, tagTree, type TagBranch, type TagOrder } from '../core/tags/tagTree.ts';
import { countOf } from './backlinkNodes.ts';
import type { FolderVault } from './folderVault.ts';
import { labelOfNote } from './noteLabels.ts';
import { logItem } from './logItem.ts';
import type { Services } from './services.ts';

/** What the view "Tags" shows: tags with tags and notes below them, and above them the log, where the window has several. */
export type TagNode =
	| { readonly kind: 'log'; readonly vault: FolderVault }
	| TagRow
	| { readonly kind: 'note'; readonly vault: FolderVault; readonly tag: string; readonly note: Note }
	| { readonly kind: 'rest'; readonly vault: FolderVault; readonly tag: string; readonly count: number };

/** A tag; what commands on its row are given. */
export interface TagRow {
	readonly kind: 'tag';
	/** As a whole, without `#`: `tools/planes`. */
	readonly tag: string;
	readonly branch: TagBranch;
	readonly vault: FolderVault;
}

/** A note in the list of some tags. */
interface Listed {
	/** What its row says. */
	readonly shown: string;
	/** The tags that list it. */
	readonly rows: ReadonlySet<TagRow>;
}

/** How long changes are gathered before the view looks at them. */
const gatherMilliseconds = 100;

/** So many notes of one tag are listed. */
const mostNotes = 500;

/** The rows; tags come from the vault's index, notes are listed when their tag is unfolded. */
export class TagsTree implements vscode.TreeDataProvider<TagNode>, vscode.Disposable {
	readonly #services: Services;
	readonly #changed = new vscode.EventEmitter<TagRow[] | undefined>();
	readonly #listening: vscode.Disposable;
	readonly #branches = new WeakMap<readonly TagUse[], readonly TagBranch[]>();
	/** The notes that are listed, by uri. */
	readonly #listed = new Map<string, Listed>();
	/** Those of them that were read anew. */
	readonly #touched = new Set<string>();
	#lists: readonly (readonly TagUse[])[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isVisible = false;
	#isStale = true;
	#order: TagOrder = 'count';

	readonly onDidChangeTreeData = this.#changed.event;

	constructor(services: Services) {
		this.#services = services;
		const { vaults } = services;
		this.#listening = vscode.Disposable.from(
			vaults.onDidChange(({ notes }) => {
				this.#isStale ||= notes.length === 0;
				notes.filter(uri => this.#listed.has(uri)).forEach(uri => this.#touched.add(uri));
				this.#lookSoon();
			}),
			vaults.onDidChangeEntries(() => {
				this.#lookSoon();
			}),
		);
	}

	setVisible(isVisible: boolean): void {
		this.#isVisible = isVisible;
		this.#lookSoon();
	}

	setOrder(order: TagOrder): void {
		this.#order = order;
		this.#isStale = true;
		this.#lookSoon();
	}

	getChildren(node?: TagNode): TagNode[] {
		switch (node?.kind) {
			case undefined: {
				const logs = this.#services.vaults.withLog;
				this.#lists = logs.map(vault => usesIn(vault));
				return logs.length === 1 && logs[0] ? this.#tagsOf(logs[0]) : logs.map(vault => ({ kind: 'log', vault }));
			}
			case 'log':
				return this.#tagsOf(node.vault);
			case 'tag':
				return [...this.#rows(node.vault, node.branch.below), ...this.#notesOf(node)];
			case 'note':
			case 'rest':
				return [];
		}
	}

	getTreeItem(node: TagNode): vscode.TreeItem {
		switch (node.kind) {
			case 'log':
				return logItem(this.#services.vaults, node.vault);
			case 'tag':
				return tagItem(node);
			case 'note':
				return noteItem(node.vault, node.tag, labelOf(node, this.#services.clock.now()));
			case 'rest':
				return restItem(node.vault, node.tag, node.count);
		}
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#listening.dispose();
		this.#changed.dispose();
	}

	#lookSoon(): void {
		if (this.#isVisible) {
			this.#timer ??= setTimeout(() => {
				this.#timer = undefined;
				this.#look();
			}, gatherMilliseconds);
		}
	}

	/** The index gives the same list as long as no note's tags change; then at most some notes are called something else. */
	#look(): void {
		const lists = this.#services.vaults.withLog.map(vault => usesIn(vault));
		if (this.#isStale || lists.length !== this.#lists.length || lists.some((list, index) => list !== this.#lists[index])) {
			this.#isStale = false;
			this.#listed.clear();
			this.#changed.fire(undefined);
		} else {
			const rows = new Set([...this.#touched].flatMap(uri => this.#rowsToMakeAnew(uri)));
			if (rows.size > 0) {
				this.#changed.fire([...rows]);
			}
		}
		this.#touched.clear();
	}

	#rowsToMakeAnew(uri: string): readonly TagRow[] {
		const listed = this.#listed.get(uri);
		const [row] = listed?.rows ?? [];
		return row === undefined || listed?.shown === this.#shownOf(row.vault, uri) ? [] : [...(listed?.rows ?? [])];
	}

	/** What a row says of a note, and where it stands among others. */
	#shownOf(vault: FolderVault, uri: string): string {
		const note = vault.vault.note(uri);
		const entry = vault.vault.entry(uri);
		const label = note && labelOfNote(vault, note, this.#services.clock.now()).spoken;
		return JSON.stringify([label, entry?.number, entry?.date]);
	}

	#tagsOf(vault: FolderVault): TagNode[] {
		const uses = usesIn(vault);
		const branches = this.#branches.get(uses) ?? tagTree(uses);
		this.#branches.set(uses, branches);
		return this.#rows(vault, branches);
	}

	#rows(vault: FolderVault, branches: readonly TagBranch[]): TagNode[] {
		return sortBranches(branches, this.#order).map(branch => ({ kind: 'tag', tag: branch.tag, branch, vault }));
	}

	#notesOf(row: TagRow): TagNode[] {
		const { tag, branch, vault } = row;
		const notes = firstNotes(vault.vault, branch.own, mostNotes);
		for (const { uri } of notes) {
			const rowsBefore = this.#listed.get(uri)?.rows ?? [];
			this.#listed.set(uri, { shown: this.#shownOf(vault, uri), rows: new Set([...rowsBefore, row]) });
		}
		const rows = notes.map((note): TagNode => ({ kind: 'note', vault, tag, note }));
		const count = branch.own.size - rows.length;
		return count > 0 && rows.length === mostNotes ? [...rows, { kind: 'rest', vault, tag, count }] : rows;
	}
}

function usesIn(folder: FolderVault): readonly TagUse[] {
	return tagsOf(folder.vault).tags(folder.inlineTags);
}

/** Where nothing has the tag itself there is nothing to rename: the row stands for those below it. */
function tagItem({ tag, branch, vault }: TagRow): vscode.TreeItem {
	const item = new vscode.TreeItem(branch.name, vscode.TreeItemCollapsibleState.Collapsed);
	item.id = `${vault.folder.uri.toString()}#${tag}`;
	item.iconPath = new vscode.ThemeIcon('tag');
	item.description = countOf(branch.notes.size);
	item.tooltip = vscode.l10n.t('#{0}, notes: {1}', tag, countOf(branch.notes.size));
	item.contextValue = branch.own.size > 0 ? 'tag' : 'tagGroup';
	item.accessibilityInformation = { label: vscode.l10n.t('{0}, notes: {1}', tag, branch.notes.size) };
	return item;
}

type NoteRow = Extract<TagNode, { readonly kind: 'note' }>;

/** The note as it is now, not as it was when its tag was unfolded. */
function labelOf({ vault, note }: NoteRow, now: number): { readonly note: Note; readonly label: ReturnType<typeof labelOfNote> } {
	const current = vault.vault.note(note.uri) ?? note;
	return { note: current, label: labelOfNote(vault, current, now) };
}

function noteItem(vault: FolderVault, tag: string, { note, label }: ReturnType<typeof labelOf>): vscode.TreeItem {
	const item = new vscode.TreeItem(label.title);
	const uri = vscode.Uri.parse(note.uri, true);
	item.id = `${vault.folder.uri.toString()}#${tag}#${note.uri}`;
	item.iconPath = label.icon;
	item.description = label.place;
	item.tooltip = `${label.title}\n${note.path}`;
	item.contextValue = 'note';
	item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
	item.accessibilityInformation = { label: label.spoken };
	return item;
}

function restItem(vault: FolderVault, tag: string, count: number): vscode.TreeItem {
	const item = new vscode.TreeItem('');
	item.id = `${vault.folder.uri.toString()}#${tag}#…`;
	item.description = vscode.l10n.t('… {0} more', countOf(count));
	item.contextValue = 'rest';
	item.accessibilityInformation = { label: item.description };
	return item;
}
