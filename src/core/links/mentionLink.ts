import type { Note } from '../note.ts';
import { wikiLinksIn } from '../prose/wikiLink.ts';
import { spanAround } from '../prose/skipped.ts';
import { tablesIn } from '../prose/tableRows.ts';
import type { TextEdit } from '../text.ts';
import type { Vault } from '../vault.ts';
import { meaningOf } from './linkMeaning.ts';
import { targetFor } from './linkText.ts';
import type { Mention } from './mentions.ts';
import { linkPathOf } from './resolve.ts';

/** A text with mentions of a note. */
export interface MentioningText {
	/** Vault-relative path of the note whose text it is. */
	readonly path: string;
	readonly text: string;
}

/** The edits that make links of these mentions of a note, and nothing else; a mention that no link can be made of is left out. */
export function mentionEdits(vault: Vault, note: Note, { path, text }: MentioningText, mentions: readonly Mention[]): readonly TextEdit[] {
	const tables = tablesIn(text);
	return mentions.flatMap(({ span, written }) => {
		const pipe = spanAround(tables, span.start) === undefined ? '|' : '\\|';
		const newText = linkFor(vault, note, { written, pipe, path });
		return newText === undefined ? [] : [{ span, newText }];
	});
}

interface Wanted {
	readonly written: string;
	readonly pipe: string;
	readonly path: string;
}

/** `[[what is written]]` where that leads to the note, else with its title, its name or its path before the pipe; undefined where none of these does. */
function linkFor(vault: Vault, note: Note, { written, pipe, path }: Wanted): string | undefined {
	const targets = [targetFor(vault, note), `/${linkPathOf(note.path)}`];
	const links = [`[[${written}]]`, ...targets.map(target => `[[${target}${pipe}${written}]]`)];
	return links.find((link, index) => leadsTo(vault, note, { link, shown: index === 0 ? undefined : written, path }));
}

interface Link {
	readonly link: string;
	/** What stands behind its pipe; undefined where it has none. */
	readonly shown: string | undefined;
	readonly path: string;
}

/** Whether the text is one link as a whole, leads to the note's beginning, and shows what it should. */
function leadsTo(vault: Vault, note: Note, { link: text, shown, path }: Link): boolean {
	const [link] = wikiLinksIn(text);
	if (link?.span.start !== 0 || link.span.end !== text.length || link.alias !== shown) {
		return false;
	}
	const { resolution, heading } = meaningOf(vault, link, path);
	return resolution.kind === 'resolved' && resolution.note.uri === note.uri && heading === undefined;
}
