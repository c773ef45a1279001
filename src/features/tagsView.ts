import * as vscode from 'vscode';
import type { TagOrder } from '../core/tags/tagTree.ts';
import { registerCommand } from '../host/commands.ts';
import type { Services } from '../host/services.ts';
import { TagsTree, type TagNode } from '../host/tagsTree.ts';

/** Where the order of the view is kept for the workspace. */
const orderKey = 'tagOrder';

/** The view "Tags": tags with counts and their notes, by count or by name. */
export function registerTagsView(services: Services): vscode.Disposable {
	const { tell, memory } = services;
	const tree = new TagsTree(services);
	const view = vscode.window.createTreeView<TagNode>('dailyLog.tags', { treeDataProvider: tree, showCollapseAll: true });
	const sortBy = async (order: TagOrder): Promise<void> => {
		tree.setOrder(order);
		await vscode.commands.executeCommand('setContext', 'dailyLog.tagsByName', order === 'name');
		await memory.update(orderKey, order === 'name' ? order : undefined);
	};
	sortBy(memory.get(orderKey) === 'name' ? 'name' : 'count').catch(services.onError);
	tree.setVisible(view.visible);
	return vscode.Disposable.from(
		view,
		tree,
		view.onDidChangeVisibility(({ visible }) => {
			tree.setVisible(visible);
		}),
		registerCommand(tell, { id: 'dailyLog.sortTagsByName', name: vscode.l10n.t('Sort Tags by Name') }, () => sortBy('name')),
		registerCommand(tell, { id: 'dailyLog.sortTagsByCount', name: vscode.l10n.t('Sort Tags by Count') }, () => sortBy('count')),
		registerCommand(tell, { id: 'dailyLog.copyTag', name: vscode.l10n.t('Copy Tag') }, async node => {
			const tag = tagOf(node);
			if (tag === undefined) {
				tell.inform(vscode.l10n.t('Pick a tag in the Tags view to copy it.'));
				return;
			}
			await vscode.env.clipboard.writeText(tag);
		}),
	);
}

function tagOf(value: unknown): string | undefined {
	return typeof value === 'object' && value !== null && 'tag' in value && typeof value.tag === 'string' ? value.tag : undefined;
}
