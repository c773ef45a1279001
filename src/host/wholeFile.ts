import * as vscode from 'vscode';

/**
 * Writes a file as a whole: the bytes go into a file beside it first, which then takes its place, so that a full disk leaves what was there. Rejects with what the file system says, and leaves nothing
 * behind then. Whoever calls it has asked whether a file may be replaced.
 */
export async function writeWholeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
	if (isPickedInBrowser(uri)) {
		await vscode.workspace.fs.writeFile(uri, bytes);
		return;
	}
	const temporary = vscode.Uri.joinPath(uri, '..', `.daily-log-${crypto.randomUUID()}.tmp`);
	try {
		await vscode.workspace.fs.writeFile(temporary, bytes);
		const { size } = await vscode.workspace.fs.stat(temporary);
		if (size !== bytes.length) {
			throw new Error(`Only ${size} of ${bytes.length} bytes were written.`); // VS Code takes no notice of a disk that gets full half way
		}
		await vscode.workspace.fs.rename(temporary, uri, { overwrite: true });
	} catch (error) {
		await vscode.workspace.fs.delete(temporary).then(undefined, ignoreMissing);
		throw error;
	}
}

/** A browser lets us write the file that was picked, and none beside it; it writes it as a whole itself. */
function isPickedInBrowser({ scheme }: vscode.Uri): boolean {
	return scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined;
}

/** It was never there. */
function ignoreMissing(): undefined {
	return undefined;
}
