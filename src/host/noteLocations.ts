import * as vscode from 'vscode';
import type { LinkPlace } from '../core/links/linkMeaning.ts';
import type { Reference } from '../core/links/references.ts';
import type { Note } from '../core/note.ts';
import { rangeOfPlaced } from './convert.ts';

/** The line on which a link leads into a note; its first one for the note as a whole, and for a place that it does not have. */
export function lineOf(place: LinkPlace): number {
	switch (place.kind) {
		case 'heading':
			return place.heading.at.line;
		case 'block':
			return place.block.at.line;
		case 'top':
		case 'missing':
			return 0;
	}
}

/** Where a link leads, as the editor goes there. */
export function locationOf(note: Note, place: LinkPlace): vscode.Location {
	return new vscode.Location(vscode.Uri.parse(note.uri, true), new vscode.Position(lineOf(place), 0));
}

/** Where a link stands. */
export function locationOfLink({ from, link }: Pick<Reference, 'from' | 'link'>): vscode.Location {
	return new vscode.Location(vscode.Uri.parse(from.uri, true), rangeOfPlaced(link));
}

/** The uri that opens a note at the place. */
export function uriOfPlace(note: Note, place: LinkPlace): vscode.Uri {
	const line = lineOf(place);
	const uri = vscode.Uri.parse(note.uri, true);
	return line === 0 ? uri : uri.with({ fragment: `L${line + 1}` });
}

/** A link in a Markdown text of ours that runs a command; the text must be trusted for that command. */
export function commandUri(command: string, ...values: readonly unknown[]): string {
	return `command:${command}?${encodeURIComponent(JSON.stringify(values)).replace(/[()]/gu, sign => (sign === '(' ? '%28' : '%29'))}`;
}
