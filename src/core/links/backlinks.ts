import type { Note } from '../note.ts';
import { newestFirst } from '../noteOrder.ts';
import type { WikiLink } from '../prose/wikiLink.ts';
import type { Vault } from '../vault.ts';
import { calledNames, linksOf } from './linkIndex.ts';
import { meaningOf } from './linkMeaning.ts';

/** A link in another note that leads to a note, or may do so. */
export interface Backlink {
	readonly link: WikiLink;
	/** Whether others answer to its target as well. */
	readonly ambiguous: boolean;
}

/** The links of one note to another. */
export interface BacklinkGroup {
	readonly from: Note;
	/** In the order of the text; never empty. */
	readonly links: readonly Backlink[];
}

/** The other notes that link to a note, ambiguous links included: entries, newest first, then the others by title. */
export function backlinkGroups(vault: Vault, note: Note): readonly BacklinkGroup[] {
	return linksOf(vault)
		.mayMean(calledNames(note, vault.entry(note.uri)?.number))
		.filter(({ uri }) => uri !== note.uri)
		.map(from => ({ from, links: backlinksIn(vault, from, note) }))
		.filter(({ links }) => links.length > 0)
		.sort((a, b) => newestFirst(vault)(a.from, b.from));
}

/** The links of a note that lead to another one, or may do so. */
export function backlinksIn(vault: Vault, { links, path }: Pick<Note, 'links' | 'path'>, note: Pick<Note, 'uri'>): readonly Backlink[] {
	return links.flatMap((link): readonly Backlink[] => {
		const { resolution } = meaningOf(vault, link, path);
		switch (resolution.kind) {
			case 'resolved':
				return resolution.note.uri === note.uri ? [{ link, ambiguous: false }] : [];
			case 'ambiguous':
				return resolution.notes.some(({ uri }) => uri === note.uri) ? [{ link, ambiguous: true }] : [];
			case 'unresolved':
				return [];
		}
	});
}
