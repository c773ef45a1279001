import * as vscode from 'vscode';
import { writeDuration } from '../core/time/duration.ts';
import type { Entry } from '../core/entry.ts';
import { findEntries } from '../core/entrySearch.ts';
import { monthsOf, type Month } from '../core/months.ts';
import { describeEntry, describeState, iconOf, stateOf, writeDay } from './entryLabels.ts';
import type { FolderVault } from './folderVault.ts';
import type { Services } from './services.ts';

/** What the view shows: months with entries below them, and above both the log, where the window has several. */
export type Node = LogNode | MonthNode | EntryNode;

export interface LogNode {
	readonly kind: 'log';
	readonly vault: FolderVault;
}

export interface MonthNode {
	readonly kind: 'month';
	readonly vault: FolderVault;
	readonly month: Month;
}

export interface EntryNode {
	readonly kind: 'entry';
	readonly vault: FolderVault;
	readonly entry: Entry;
}

/** How long changes are gathered before the view is drawn again: short enough to feel immediate. */
const gatherMilliseconds = 40;

/** The rows; built when they are shown, month by month, from what the vault keeps in order. */
export class RecentEntriesTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
	readonly #services: Services;
	readonly #changed = new vscode.EventEmitter<undefined>();
	readonly #listening: vscode.Disposable;
	readonly #months = new Map<FolderVault, readonly MonthNode[]>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#query = '';

	readonly onDidChangeTreeData = this.#changed.event;

	constructor(services: Services) {
		this.#services = services;
		this.#listening = services.vaults.onDidChangeEntries(() => {
			this.#timer ??= setTimeout(() => {
				this.#refresh();
			}, gatherMilliseconds);
		});
		services.vaults.ready.then(() => {
			this.#tellContext(true);
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
				return logs.length === 1 && logs[0] ? [...this.#monthsOf(logs[0])] : logs.map(vault => ({ kind: 'log', vault }));
			}
			case 'log':
				return [...this.#monthsOf(node.vault)];
			case 'month':
				return node.month.entries.map(entry => ({ kind: 'entry', vault: node.vault, entry }));
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
				return logItem(node);
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
		this.#months.clear();
		this.#changed.fire(undefined);
		this.#tellContext(false);
	}

	#tellContext(ready: boolean): void {
		const { withLog } = this.#services.vaults;
		void vscode.commands.executeCommand('setContext', 'dailyLog.hasLog', withLog.length > 0);
		if (ready) {
			void vscode.commands.executeCommand('setContext', 'dailyLog.ready', true);
		}
	}

	#monthsOf(vault: FolderVault): readonly MonthNode[] {
		const known = this.#months.get(vault);
		if (known !== undefined) {
			return known;
		}
		const entries = vault.vault.entries();
		const shown = this.#query === '' ? entries : new Set(findEntries(entries, this.#query, entries.length));
		const inOrder = shown instanceof Set ? entries.filter(entry => shown.has(entry)) : shown;
		const months = monthsOf(inOrder).map(month => ({ kind: 'month', vault, month }) as const);
		this.#months.set(vault, months);
		return months;
	}

	#monthOf(vault: FolderVault, entry: Entry): MonthNode | undefined {
		const key = entry.day?.slice(0, 7) ?? '';
		const month = this.#monthsOf(vault).find(node => node.month.key === key);
		return this.#query === '' || month?.month.entries.includes(entry) === true ? month : undefined;
	}

	/** The newest month is open, and all of them are while a filter is on: then there is something to look at. */
	#monthItem({ vault, month }: MonthNode): vscode.TreeItem {
		const first = this.#monthsOf(vault)[0]?.month === month;
		const open = first || month.key === '' || this.#query !== '';
		const label = month.key === '' ? vscode.l10n.t('No date') : writeDay(`${month.key}-01`, { month: 'long', year: 'numeric' });
		const state = open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
		const item = new vscode.TreeItem(label, state);
		item.id = `${vault.folder.uri.toString()}#${month.key}${this.#query === '' ? '' : '?'}`;
		item.contextValue = 'month';
		const minutes = month.entries.reduce((sum, { input }) => sum + (input ?? 0), 0);
		item.description = `${month.entries.length} · ${writeDuration(minutes)}`;
		return item;
	}
}

function logItem({ vault }: LogNode): vscode.TreeItem {
	const item = new vscode.TreeItem(vault.folder.name, vscode.TreeItemCollapsibleState.Expanded);
	item.id = vault.folder.uri.toString();
	item.contextValue = 'log';
	item.iconPath = new vscode.ThemeIcon('root-folder');
	return item;
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
