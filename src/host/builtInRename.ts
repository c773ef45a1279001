import * as vscode from 'vscode';
import { lineStartsOf, type Span } from '../core/text.ts';
import { toRange } from './convert.ts';

/** A heading in a note, to which Markdown links of VS Code's own kind may lead. */
export interface HeadingInText {
	readonly uri: vscode.Uri;
	readonly text: string;
	/** The heading's words. */
	readonly span: Span;
}

/** VS Code's own renaming of headings, which knows the links `[x](note.md#heading)`. While it is asked, our own provider keeps quiet: VS Code asks all there are. */
export class BuiltInRename {
	#isAsked = false;

	get isAsked(): boolean {
		return this.#isAsked;
	}

	/** The edits of Markdown links to the heading, by file; without that of the heading itself. Empty where VS Code has none. */
	async linksTo(
		{ uri, text, span }: HeadingInText,
		newName: string,
	): Promise<readonly (readonly [vscode.Uri, readonly vscode.TextEdit[]])[]> {
		const heading = toRange(lineStartsOf(text), span);
		this.#isAsked = true;
		try {
			// Of a file without a text model the command loses the new name (`registerModelAndPositionCommand` in VS Code's editorExtensions.ts).
			await vscode.workspace.openTextDocument(uri);
			await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
			const change = await vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
				'vscode.executeDocumentRenameProvider',
				uri,
				heading.start,
				newName,
			);
			return (change?.entries() ?? []).map(([file, edits]) => [
				file,
				edits.filter(({ range }) => !isSame(file, uri) || !range.intersection(heading)),
			]);
		} catch {
			return []; // nothing that VS Code renames stands there
		} finally {
			this.#isAsked = false;
		}
	}
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
	return a.toString() === b.toString();
}
