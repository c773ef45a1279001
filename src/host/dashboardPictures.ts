import * as vscode from 'vscode';
import type { Picture } from '../protocol.ts';
import type { FolderVault } from './folderVault.ts';
import { writeWholeFile } from './wholeFile.ts';

/**
 * Asks where the picture shall go, and writes it there; `target` answers for the person. The uri it was written to, undefined where the person thought
 * better of it. What the file system refuses is thrown.
 */
export async function savePicture(picture: Picture, vault: FolderVault | undefined, target?: vscode.Uri): Promise<vscode.Uri | undefined> {
	const uri = target ?? (await vscode.window.showSaveDialog(dialogOf(picture, vault)));
	if (uri !== undefined) {
		await writeWholeFile(uri, bytesOf(picture));
	}
	return uri;
}

function dialogOf({ chart, format }: Picture, vault: FolderVault | undefined): vscode.SaveDialogOptions {
	const name = `daily-log-${chart}.${format}`;
	return {
		title: vscode.l10n.t('Save Chart'),
		filters: { [format.toUpperCase()]: [format] },
		...(vault === undefined ? {} : { defaultUri: vault.uriOf(name) }),
	};
}

function bytesOf({ format, content }: Picture): Uint8Array {
	return format === 'svg' ? new TextEncoder().encode(content) : Uint8Array.from(atob(content), sign => sign.charCodeAt(0));
}
