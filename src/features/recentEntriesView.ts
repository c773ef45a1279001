import * as vscode from 'vscode';
import { linkTo } from '../core/links/linkText.ts';
import { registerCommand } from '../host/commands.ts';
import { showNote } from '../host/editors.ts';
import { RecentEntriesTree, type EntryNode, type Node } from '../host/recentEntriesTree.ts';
import type { Services } from '../host/services.ts';

/** The view "Recent Entries" with its filter and the actions on a row. */
export function registerRecentEntriesView(services: Services): vscode.Disposable {
	const tree = new RecentEntriesTree(services);
	const view = vscode.window.createTreeView<Node>('dailyLog.recentEntries', { treeDataProvider: tree, showCollapseAll: true });
	const follower = new OpenEntryFollower(view, tree, services.onError);
	return vscode.Disposable.from(
		view,
		tree,
		tree.onDidChangeTreeData(() => {
			showFilter(view, tree);
			follower.followNew();
		}),
		vscode.window.onDidChangeActiveTextEditor(() => {
			follower.follow();
		}),
		view.onDidChangeVisibility(({ visible }) => {
			if (visible) {
				services.vaults.loadAll().then(() => {
					follower.follow();
				}, services.onError);
			}
		}),
		registerFilter(services, tree),
		registerRowActions(services),
	);
}

/** Keeps the row of the open entry in sight: when another editor comes to the front, and when the entry in it is new, but not while one writes. */
class OpenEntryFollower {
	readonly #view: vscode.TreeView<Node>;
	readonly #tree: RecentEntriesTree;
	readonly #onError: (error: unknown) => void;
	#shown: string | undefined;
	#last: Promise<void> = Promise.resolve();

	constructor(view: vscode.TreeView<Node>, tree: RecentEntriesTree, onError: (error: unknown) => void) {
		this.#view = view;
		this.#tree = tree;
		this.#onError = onError;
	}

	/** One after the other, each looking at what is open by then: the latest stays. */
	follow(): void {
		this.#last = this.#last.then(() => this.#reveal()).catch(this.#onError);
	}

	followNew(): void {
		if (vscode.window.activeTextEditor?.document.uri.toString() !== this.#shown) {
			this.follow();
		}
	}

	async #reveal(): Promise<void> {
		const uri = vscode.window.activeTextEditor?.document.uri;
		const node = this.#view.visible && uri !== undefined ? this.#tree.nodeAt(uri) : undefined;
		if (node !== undefined) {
			this.#shown = uri?.toString();
			await this.#view.reveal(node, { select: true, focus: false });
		}
	}
}

function showFilter(view: vscode.TreeView<Node>, tree: RecentEntriesTree): void {
	const isShown = tree.query !== '' && tree.getChildren().length > 0;
	// VS Code shows what stands for an empty view only where there is no message at all, not even an empty one.
	Object.assign(view, { message: isShown ? vscode.l10n.t('Entries with “{0}”', tree.query) : undefined });
}

function registerFilter({ tell }: Services, tree: RecentEntriesTree): vscode.Disposable {
	const filter = (query: string): void => {
		tree.filter(query);
		void vscode.commands.executeCommand('setContext', 'dailyLog.filtered', query.trim() !== '');
	};
	return vscode.Disposable.from(
		registerCommand(tell, { id: 'dailyLog.filterEntries', name: vscode.l10n.t('Filter Recent Entries') }, () =>
			askFilter(tree.query, filter),
		),
		registerCommand(tell, { id: 'dailyLog.clearFilter', name: vscode.l10n.t('Clear Filter') }, () => {
			filter('');
			return Promise.resolve();
		}),
	);
}

/** The list follows each letter. What was typed stays when the box goes, be it by Enter or by a click on a row; "Clear Filter" stands beside it. */
async function askFilter(before: string, filter: (query: string) => void): Promise<void> {
	await vscode.commands.executeCommand('dailyLog.recentEntries.focus');
	const box = vscode.window.createInputBox();
	box.title = vscode.l10n.t('Filter Recent Entries');
	box.placeholder = vscode.l10n.t('Number, title, date, tag or output');
	box.value = before;
	box.onDidChangeValue(filter);
	box.onDidAccept(() => {
		box.hide();
	});
	box.onDidHide(() => {
		box.dispose();
	});
	box.show();
}

function registerRowActions({ tell }: Services): vscode.Disposable {
	return vscode.Disposable.from(
		registerCommand(tell, { id: 'dailyLog.openToSide', name: vscode.l10n.t('Open to the Side') }, async node => {
			if (isEntryNode(node)) {
				await showNote(node.entry.uri, vscode.ViewColumn.Beside);
			}
		}),
		registerCommand(tell, { id: 'dailyLog.copyLink', name: vscode.l10n.t('Copy Wiki Link') }, async node => {
			if (isEntryNode(node)) {
				await vscode.env.clipboard.writeText(linkTo(node.vault.vault, node.entry));
			}
		}),
	);
}

function isEntryNode(value: unknown): value is EntryNode {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'entry';
}
