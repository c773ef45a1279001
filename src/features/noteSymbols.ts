import * as vscode from 'vscode';
import { searchOf } from '../core/links/noteSearch.ts';
import { tagsOf } from '../core/tags/tagIndex.ts';
import type { Services } from '../host/services.ts';

/** So many are given to VS Code, which asks anew with each letter. */
const mostSymbols = 100;

/** "Go to Symbol in Workspace": entries and notes by title, name and number, and `#tags` by the newest note that has them. */
export function registerNoteSymbols({ vaults }: Services): vscode.Disposable {
	return vscode.languages.registerWorkspaceSymbolProvider({
		provideWorkspaceSymbols: query =>
			vaults.withLog
				.filter(({ settings }) => settings['wikiLinks.enabled'])
				.flatMap(folder => {
					const notes = searchOf(folder.vault).find(query, '', mostSymbols);
					const tags = query.startsWith('#') ? tagsOf(folder.vault).tags(folder.inlineTags) : [];
					return [
						...notes.map(({ title, path, uri }) => symbol(title, path, uri)),
						...tags.slice(0, mostSymbols).flatMap(({ tag, notes: having }) => [...having].slice(-1).map(uri => symbol(`#${tag}`, '', uri))),
					];
				}),
	});
}

function symbol(name: string, container: string, uri: string): vscode.SymbolInformation {
	const location = new vscode.Location(vscode.Uri.parse(uri, true), new vscode.Position(0, 0));
	return new vscode.SymbolInformation(name, name.startsWith('#') ? vscode.SymbolKind.Key : vscode.SymbolKind.File, container, location);
}
