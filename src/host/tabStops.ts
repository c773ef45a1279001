import * as vscode from 'vscode';
import type { Span } from '../core/text.ts';

/**
 * Puts the caret at the first stop and lets Tab go on to the next. VS Code has tab stops only in snippets, so the text between the first stop and the last is
 * replaced by itself as a snippet, and the file, whose bytes are the same as before, is marked as saved again, with no formatter at work.
 */
export async function visitStops(editor: vscode.TextEditor, stops: readonly Span[]): Promise<void> {
	const { document } = editor;
	const first = stops[0];
	const last = stops.at(-1);
	if (first === undefined || last === undefined) {
		return;
	}
	const range = new vscode.Range(document.positionAt(first.start), document.positionAt(last.end));
	editor.selection = new vscode.Selection(range.start, range.start);
	editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
	if (stops.length > 1) {
		await editor.insertSnippet(snippetOf(document.getText(), stops), range, {
			undoStopBefore: false,
			undoStopAfter: false,
			keepWhitespace: true,
		});
		if (vscode.window.activeTextEditor?.document === document) {
			await vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');
		}
	}
}

function snippetOf(text: string, stops: readonly Span[]): vscode.SnippetString {
	const snippet = new vscode.SnippetString();
	stops.forEach((stop, index) => {
		const before = stops[index - 1];
		snippet.appendText(before === undefined ? '' : text.slice(before.end, stop.start));
		snippet.appendTabstop(index === stops.length - 1 ? 0 : index + 1);
	});
	return snippet;
}
