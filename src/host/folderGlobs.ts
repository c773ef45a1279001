import * as vscode from 'vscode';
import { globsOfPath } from '../core/noteFiles.ts';
import { tidyPath } from '../core/notePath.ts';
import type { Settings } from './settings.ts';

/** What is left out of a folder's vault: what VS Code hides, what the user leaves out, the templates, and other workspace folders inside this one, which are vaults of their own. */
export function globsOf(folder: vscode.WorkspaceFolder, settings: Settings): readonly string[] {
	const hidden = vscode.workspace.getConfiguration('files', folder.uri).get<Record<string, unknown>>('exclude') ?? {};
	const inside = (vscode.workspace.workspaceFolders ?? []).filter(other => other !== folder && isInside(other.uri, folder.uri));
	return [
		...Object.keys(hidden).filter(glob => hidden[glob] === true),
		...settings.exclude,
		...[settings.template, settings['review.template']].flatMap(path => globsOfPath(tidyPath(path))),
		...inside.flatMap(other => globsOfPath(pathBelow(folder.uri, other.uri))),
	];
}

/** The path of a uri relative to the folder that it is in. */
export function pathBelow(folder: vscode.Uri, uri: vscode.Uri): string {
	return uri.path.slice(folder.path.replace(/\/$/u, '').length + 1);
}

function isInside(uri: vscode.Uri, folder: vscode.Uri): boolean {
	return uri.scheme === folder.scheme && uri.authority === folder.authority && uri.path.startsWith(`${folder.path.replace(/\/$/u, '')}/`);
}
