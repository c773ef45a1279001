import * as vscode from 'vscode';
import { MemoryFileSystem } from './fileSystem.ts';

/** The files of the sample log by their paths in it, base64; `test/support/memoryExtension.ts` puts them into the bundle. */
declare const sampleFiles: Readonly<Record<string, string>>;

/** Provides the sample log at `memlog://github/owner/log`, an address as vscode.dev has them. */
export function activate(context: vscode.ExtensionContext): void {
	const system = new MemoryFileSystem();
	const root = vscode.Uri.from({ scheme: 'memlog', authority: 'github', path: '/owner/log' });
	for (const [path, data] of Object.entries(sampleFiles)) {
		const bytes = Uint8Array.from(atob(data), character => character.charCodeAt(0));
		system.fill(vscode.Uri.joinPath(root, path), bytes);
	}
	context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memlog', system, { isCaseSensitive: true }));
}
