import * as vscode from 'vscode';
import { writeDuration } from '../core/time/duration.ts';
import type { Entry } from '../core/entry.ts';
import { findEntries } from '../core/entrySearch.ts';
import { monthsIn } from '../core/monthCount.ts';
import { monthKey, monthsOf, type Month } from '../core/months.ts';
import { describeEntry, describeState, iconOf, stateOf, writeDay } from './entryLabels.ts';
import type { FolderVault } from './folderVault.ts';
import { logItem } from './logItem.ts';
import type { Services } from './services.ts';

/** What the view shows: months with entries below them, and above both the log, where the window has several. */
export type Node = LogNode | MonthNode | EntryNode;

export interface LogNode {
	readonly kind: 'log';
	readonly vault: FolderVault;
}

/** One object for each month as long as it is there: VS Code knows it again by that. */
export interface MonthNode {
	readonly kind: 'month';
	readonly vault: FolderVault;
	/** As in `Month`. */
	readonly key: string;
}

export interface EntryNode {
	readonly kind: 'entry';
	readonly vault: FolderVault;
	readonly entry: Entry;
}

/** How long changes are gathered before the view is drawn again: short enough to feel immediate. */
const gatherMilliseconds = 40;

/** What a log shows: its months, and the rows that stand for them. */
interface ShownMonths {
	readonly months: readonly Month[];
	readonly nodes: ReadonlyMap<string, MonthNode>;
}

/** The rows; built when they are shown, month by month, from what the vault keeps in order. An entry that changes makes the rows of its own month anew. */
export class RecentEntriesTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
	readonly #services: Services;
	readonly #changed = new vscode.EventEmitter<MonthNode[] | undefined>();
	readonly #listening: vscode.Disposable;
	readonly #shown = new Map<FolderVault, ShownMonths>();
	readonly #rows = new WeakMap<FolderVault, Map<string, MonthNode>>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#query = '';
	#hasLog: boolean | undefined;

	readonly onDidChangeTreeData = this.#changed.event;

	constructor(services: Services) {
		this.#services = services;
		this.#listening = services.vaults.onDidChangeEntries(() => {
			this.#timer ??= setTimeout(() => {
				this.#refreshChanged();
			}, gatherMilliseconds);
		});
		services.vaults.ready.then(() => {
			this.#tellContext();
			void vscode.commands.executeCommand('setContext', 'dailyLog.ready', true);
		}, services.onError);
	}

	get query(): string {
		return this.#query;
	}

	filter(query: string): void {
		this.#query = query.trim();
		this.#refresh();
	}

	/** The row of the entry in a document; undefined for another document, or where the filter hides it. */
	nodeAt(uri: vscode.Uri): EntryNode | undefined {
		const found = this.#services.vaults.entryAt(uri);
		return found && this.#monthOf(found.vault, found.entry) && { kind: 'entry', ...found };
	}

	getChildren(node?: Node): Node[] {
		switch (node?.kind) {
			case undefined: {
				const logs = this.#services.vaults.withLog;
				return logs.length === 1 && logs[0] ? this.#rowsOf(logs[0]) : logs.map(vault => ({ kind: 'log', vault }));
			}
			case 'log':
				return this.#rowsOf(node.vault);
			case 'month':
				return (this.#monthAt(node)?.entries ?? []).map(entry => ({ kind: 'entry', vault: node.vault, entry }));
			case 'entry':
				return [];
		}
	}

	getParent(node: Node): Node | undefined {
		switch (node.kind) {
			case 'log':
				return undefined;
			case 'month':
				return this.#services.vaults.withLog.length > 1 ? { kind: 'log', vault: node.vault } : undefined;
			case 'entry':
				return this.#monthOf(node.vault, node.entry);
		}
	}

	getTreeItem(node: Node): vscode.TreeItem {
		switch (node.kind) {
			case 'log':
				return logItem(this.#services.vaults, node.vault);
			case 'month':
				return this.#monthItem(node);
			case 'entry':
				return entryItem(node, this.#services.clock.now());
		}
	}

	resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
		if (node.kind === 'entry') {
			item.tooltip = tooltipOf(node.entry, this.#services.clock.now());
		}
		return item;
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#listening.dispose();
		this.#changed.dispose();
	}

	#refresh(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#shown.clear();
		this.#changed.fire(undefined);
		this.#tellContext();
	}

	/** Only the rows of months that are different, where all months stay; a filter may show any entry or none. */
	#refreshChanged(): void {
		const logs = this.#services.vaults.withLog;
		const before = new Map(this.#shown);
		if (this.#query !== '' || logs.length !== before.size || !logs.every(vault => before.has(vault))) {
			this.#refresh();
			return;
		}
		this.#timer = undefined;
		this.#shown.clear();
		const changed = logs.map(vault => changedRows(before.get(vault), this.#monthsOf(vault)));
		if (changed.includes(undefined)) {
			this.#refresh();
			return;
		}
		const rows = changed.flatMap(each => each ?? []);
		if (rows.length > 0) {
			this.#changed.fire(rows);
		}
	}

	#tellContext(): void {
		const hasLog = this.#services.vaults.withLog.length > 0;
		if (hasLog !== this.#hasLog) {
			this.#hasLog = hasLog;
			void vscode.commands.executeCommand('setContext', 'dailyLog.hasLog', hasLog);
		}
	}

	#monthsOf(vault: FolderVault): ShownMonths {
		const known = this.#shown.get(vault);
		if (known !== undefined) {
			return known;
		}
		const months = this.#query === '' ? monthsIn(vault.vault).months() : monthsOf(filtered(vault, this.#query));
		const shown = { months, nodes: new Map(months.map(({ key }) => [key, this.#rowOf(vault, key)])) };
		this.#shown.set(vault, shown);
		return shown;
	}

	#rowOf(vault: FolderVault, key: string): MonthNode {
		const rows = this.#rows.get(vault) ?? new Map<string, MonthNode>();
		const row = rows.get(key) ?? { kind: 'month', vault, key };
		this.#rows.set(vault, rows.set(key, row));
		return row;
	}

	#rowsOf(vault: FolderVault): MonthNode[] {
		return [...this.#monthsOf(vault).nodes.values()];
	}

	#monthAt({ vault, key }: MonthNode): Month | undefined {
		return this.#monthsOf(vault).months.find(month => month.key === key);
	}

	#monthOf(vault: FolderVault, entry: Entry): MonthNode | undefined {
		const row = this.#monthsOf(vault).nodes.get(monthKey(entry));
		return row !== undefined && (this.#query === '' || this.#monthAt(row)?.entries.includes(entry) === true) ? row : undefined;
	}

	/** The newest month is open, and all of them are while a filter is on: then there is something to look at. */
	#monthItem(node: MonthNode): vscode.TreeItem {
		const { vault, key } = node;
		const entries = this.#monthAt(node)?.entries ?? [];
		const first = this.#monthsOf(vault).months[0]?.key === key;
		const open = first || key === '' || this.#query !== '';
		const label = key === '' ? vscode.l10n.t('No date') : writeDay(`${key}-01`, { month: 'long', year: 'numeric' });
		const state = open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
		const item = new vscode.TreeItem(label, state);
		item.id = `${vault.folder.uri.toString()}#${key}${this.#query === '' ? '' : '?'}`;
		item.contextValue = 'month';
		const minutes = entries.reduce((sum, { input }) => sum + (input ?? 0), 0);
		item.description = `${entries.length} · ${writeDuration(minutes)}`;
		return item;
	}
}

function filtered({ vault }: FolderVault, query: string): readonly Entry[] {
	const found = new Set(findEntries(vault.entries(), query, vault.entries().length));
	return vault.entries().filter(entry => found.has(entry));
}

/** The rows of months with other entries than before; undefined where other months are there. */
function changedRows(before: ShownMonths | undefined, { months, nodes }: ShownMonths): MonthNode[] | undefined {
	if (before?.months.length !== months.length || months.some(({ key }, index) => key !== before.months[index]?.key)) {
		return undefined;
	}
	return months.filter((month, index) => month !== before.months[index]).flatMap(({ key }) => nodes.get(key) ?? []);
}

function entryItem({ entry }: EntryNode, now: number): vscode.TreeItem {
	const item = new vscode.TreeItem(entry.title);
	const description = describeEntry(entry);
	// With it, VS Code colours the row and counts the entry's problems beside it, as in the Explorer.
	item.resourceUri = vscode.Uri.parse(entry.uri, true);
	item.id = entry.uri;
	item.description = description;
	item.iconPath = iconOf(entry, now);
	item.contextValue = `entry.${stateOf(entry, now)}`;
	item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [item.resourceUri] };
	item.accessibilityInformation = { label: [entry.title, description, describeState(entry, now), entry.output].filter(Boolean).join(', ') };
	return item;
}

/** The text of notes is shown as text: nothing in it is a link or a command. */
function tooltipOf(entry: Entry, now: number): vscode.MarkdownString {
	const tooltip = new vscode.MarkdownString('', true);
	const long = entry.day === undefined ? '' : writeDay(entry.day, { dateStyle: 'full' });
	tooltip.appendMarkdown('**').appendText(entry.title).appendMarkdown('**\n\n');
	tooltip.appendText([long, entry.input === undefined ? '' : writeDuration(entry.input)].filter(Boolean).join(' · '));
	for (const line of [entry.output, entry.tags.map(tag => `#${tag}`).join(' '), describeState(entry, now)].filter(Boolean)) {
		tooltip.appendMarkdown('\n\n').appendText(line);
	}
	// appendText makes every blank one that no line may break at, and a long output would run out of the tooltip.
	tooltip.value = tooltip.value.replaceAll('&nbsp;', ' ');
	return tooltip;
}
