import * as vscode from 'vscode';
import { lineStartsOf, rangeAt, type Span, type TextEdit } from '../core/text.ts';

/** A span as the editor counts it, for the line starts of its text. */
export function toRange(lineStarts: Uint32Array, span: Span): vscode.Range {
	const { start, end } = rangeAt(lineStarts, span);
	return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Edits of this text as the editor makes them. */
export function toEdits(text: string, edits: readonly TextEdit[]): vscode.TextEdit[] {
	const lineStarts = lineStartsOf(text);
	return edits.map(({ span, newText }) => vscode.TextEdit.replace(toRange(lineStarts, span), newText));
}
