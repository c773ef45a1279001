import * as vscode from 'vscode';
import { lineStartsOf, rangeAt, type Position, type Span, type TextEdit } from '../core/text.ts';

/** A span as the editor counts it, for the line starts of its text. */
export function toRange(lineStarts: Uint32Array, span: Span): vscode.Range {
	const { start, end } = rangeAt(lineStarts, span);
	return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Something that stands on one line, with the place where it begins. */
export interface Placed {
	readonly span: Span;
	readonly at: Position;
}

/** The range of a part of something that stands on one line, as of a link's target; all of it where no part is named. */
export function rangeOfPlaced({ span, at }: Placed, part: Span = span): vscode.Range {
	const from = at.character - span.start;
	return new vscode.Range(at.line, from + part.start, at.line, from + part.end);
}

/** Edits of this text as the editor makes them. */
export function toEdits(text: string, edits: readonly TextEdit[]): vscode.TextEdit[] {
	const lineStarts = lineStartsOf(text);
	return edits.map(({ span, newText }) => vscode.TextEdit.replace(toRange(lineStarts, span), newText));
}
