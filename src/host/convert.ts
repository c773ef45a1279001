import * as vscode from 'vscode';
import { lineStartsOf, rangeAt, type Span, type TextEdit } from '../core/text.ts';

/** A span of this text as the editor counts it. */
export function toRange(text: string, span: Span): vscode.Range {
	const { start, end } = rangeAt(lineStartsOf(text), span);
	return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** An edit of this text as the editor makes it. */
export function toEdit(text: string, { span, newText }: TextEdit): vscode.TextEdit {
	return vscode.TextEdit.replace(toRange(text, span), newText);
}
