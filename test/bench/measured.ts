import * as vscode from 'vscode';
import { instruments, type MeasuredApi } from './instruments.ts';

/** The extension's own bundle beside this one (`run.ts`). */
interface Bundle {
	activate(context: vscode.ExtensionContext): MeasuredApi;
	deactivate?: () => void;
}

const sheet = instruments();
watchChanges();
watchStatusBar();
watchTrees();
const beforeLoad = performance.now();
// eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded at this very moment, which is what is measured
const bundle = require('./dist/node.js') as Bundle;
sheet.load = performance.now() - beforeLoad;

/** Notes when it was called and how long it took. */
export function activate(context: vscode.ExtensionContext): MeasuredApi {
	sheet.start = performance.now();
	const api = bundle.activate(context);
	sheet.activate = performance.now() - sheet.start;
	const listening = api.onDidChangeEntries(() => {
		if (sheet.hasNewest.ask(api)) {
			sheet.newest = performance.now();
			listening.dispose();
		}
	});
	return api;
}

export function deactivate(): void {
	bundle.deactivate?.();
}

/** Adds up what all listeners of one change take. */
function watchChanges(): void {
	const original = vscode.workspace.onDidChangeTextDocument.bind(vscode.workspace);
	let last: unknown;
	const timed: vscode.Event<vscode.TextDocumentChangeEvent> = (listener, thisArg, disposables) =>
		original(
			event => {
				const start = performance.now();
				listener.call(thisArg, event);
				const time = performance.now() - start;
				if (last === event.document.version) {
					sheet.changes[sheet.changes.length - 1] = (sheet.changes.at(-1) ?? 0) + time;
				} else {
					sheet.changes.push(time);
					last = event.document.version;
				}
			},
			undefined,
			disposables,
		);
	Object.defineProperty(vscode.workspace, 'onDidChangeTextDocument', { value: timed });
}

function watchStatusBar(): void {
	const original = vscode.window.createStatusBarItem.bind(vscode.window);
	const create = (...args: Parameters<typeof original>): vscode.StatusBarItem => {
		const item = original(...args);
		const show = item.show.bind(item);
		return Object.assign(item, {
			show: () => {
				sheet.statusBar = Number.isNaN(sheet.statusBar) ? performance.now() : sheet.statusBar;
				show();
			},
		});
	};
	Object.defineProperty(vscode.window, 'createStatusBarItem', { value: create });
}

function watchTrees(): void {
	const original = vscode.window.createTreeView.bind(vscode.window);
	const create = <Node>(id: string, options: vscode.TreeViewOptions<Node>): vscode.TreeView<Node> => {
		const { treeDataProvider: provider } = options;
		const getTreeItem = provider.getTreeItem.bind(provider);
		Object.assign(provider, {
			getTreeItem: (node: Node) => {
				sheet.rows += 1;
				return getTreeItem(node);
			},
		});
		return original(id, options);
	};
	Object.defineProperty(vscode.window, 'createTreeView', { value: create });
}
