import * as vscode from 'vscode';
import type { BacklinkNode } from '../host/backlinkNodes.ts';
import { BacklinksTree } from '../host/backlinksTree.ts';
import { registerCommand } from '../host/commands.ts';
import { linkMentions, type MentionsToLink } from '../host/mentionEdit.ts';
import type { Services } from '../host/services.ts';

/** The view "Backlinks": who links to the note in the editor, who only mentions it, and the actions that make links of mentions. */
export function registerBacklinksView(services: Services): vscode.Disposable {
	const { vaults, tell } = services;
	const tree = new BacklinksTree(services);
	const view = vscode.window.createTreeView<BacklinkNode>('dailyLog.backlinks', { treeDataProvider: tree, showCollapseAll: true });
	tellContext(services);
	tree.setVisible(view.visible);
	return vscode.Disposable.from(
		view,
		tree,
		tree.onDidChangeTreeData(() => {
			showSubject(view, tree);
		}),
		view.onDidChangeVisibility(({ visible }) => {
			tree.setVisible(visible);
		}),
		vscode.window.onDidChangeActiveTextEditor(() => {
			tree.follow();
		}),
		vscode.window.tabGroups.onDidChangeTabs(() => {
			tree.follow();
		}),
		vaults.onDidChangeEntries(() => {
			tellContext(services);
			tree.follow();
		}),
		registerCommand(tell, { id: 'dailyLog.linkMention', name: vscode.l10n.t('Link It') }, node => link(services, node)),
		registerCommand(tell, { id: 'dailyLog.linkAllMentions', name: vscode.l10n.t('Link All') }, node => link(services, node)),
	);
}

/** The view is there where wiki links are followed. */
function tellContext({ vaults }: Services): void {
	const isThere = vaults.withLog.some(({ settings }) => settings['wikiLinks.enabled']);
	void vscode.commands.executeCommand('setContext', 'dailyLog.backlinks', isThere);
}

/** Which note it is, and a word where nobody links to it. */
function showSubject(view: vscode.TreeView<BacklinkNode>, { shown }: BacklinksTree): void {
	// Without a message at all, VS Code shows what stands for an empty view.
	Object.assign(view, {
		description: shown?.note.title,
		message: shown?.groups.length === 0 ? vscode.l10n.t('No other note links to this one.') : undefined,
	});
}

async function link({ tell }: Services, node: unknown): Promise<void> {
	if (!isNode(node) || node.kind === 'sentence') {
		tell.inform(vscode.l10n.t('Pick a mention below “Unlinked mentions” in the Backlinks view to make it a link.'));
		return;
	}
	const { folder, note } = 'place' in node ? node.place.shown : node.shown;
	const wanted = await mentionsBelow(node);
	const done = await linkMentions(folder, folder.vault.note(note.uri) ?? note, wanted);
	if (done.kind === 'nothing' || (done.kind === 'linked' && done.left > 0)) {
		tell.inform(
			done.left === 0
				? vscode.l10n.t('There is no mention to link: the text has changed since.')
				: vscode.l10n.t('{0} mentions were left as they are: what is written there cannot stand in a link.', done.left),
		);
	} else if (done.kind === 'linked' && wanted.length > 1) {
		tell.inform(vscode.l10n.t('{0} mentions of “{1}” are links now.', done.links, note.title));
	}
}

async function mentionsBelow(node: BacklinkNode): Promise<readonly MentionsToLink[]> {
	switch (node.kind) {
		case 'mention':
			return [{ from: node.place.from, only: node.mention }];
		case 'mentioningNote':
			return [{ from: node.found.from, only: undefined }];
		case 'mentions':
			return (await node.shown.search.results()).map(({ from }) => ({ from, only: undefined }));
		default:
			return [];
	}
}

function isNode(value: unknown): value is BacklinkNode {
	return (
		typeof value === 'object' && value !== null && 'kind' in value && ('place' in value || 'shown' in value || value.kind === 'sentence')
	);
}
