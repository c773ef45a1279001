import type { Entry } from '../entry.ts';
import type { Note } from '../note.ts';
import type { Vault } from '../vault.ts';
import type { PreviewWords } from './words.ts';

/** What is not there yet; whoever answers so will have the page rendered again. */
export type Loading = 'loading';

/** A document of a log that a preview shows, and what the preview may ask about its vault. */
export interface PreviewPage {
	readonly vault: Vault;
	/** The document itself, as a note. */
	readonly note: Note;
	/** The entry that it is; undefined for any other note, and where its header is not wanted. */
	readonly headed: Entry | undefined;
	/** Whether wiki links and embeds are shown as such. */
	readonly wikiLinks: boolean;
	readonly words: PreviewWords;
	/** The text of a note of the vault; undefined where it cannot be read. */
	readonly textOf: (note: Note) => { readonly text: string | undefined } | Loading;
	/** The vault-relative path of the picture or other file that a note names; undefined where there is none. */
	readonly fileOf: (name: string, from: Note) => { readonly path: string | undefined } | Loading;
}
