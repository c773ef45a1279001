import type { Span, TextEdit } from '../text.ts';
import type { ProblemCode, Severity } from './codes.ts';

/** Something wrong in an entry, at its place, with what would mend it. */
export interface Problem {
	readonly code: ProblemCode;
	/** Where this very problem is graver, or less so, than its code usually is. */
	readonly severity?: Severity;
	/** A sentence or two for writers: what is wrong, what Hugo makes of it, what to do. */
	readonly message: string;
	/** UTF-16 offsets in the entry's text. */
	readonly span: Span;
	/** Other entries that have to do with it, such as the one with the same number. */
	readonly related: readonly RelatedEntry[];
	/** The best first; empty where only the writer can know. */
	readonly fixes: readonly Fix[];
}

/** Another entry that a problem names; shown as a place one can go to. */
export interface RelatedEntry {
	readonly uri: string;
	readonly message: string;
}

/** A cure. `certain` where it needs no decision: then "fix all" applies it too. Nothing but the named spans changes. */
export type Fix =
	| { readonly kind: 'edit'; readonly title: string; readonly edits: readonly TextEdit[]; readonly certain: boolean }
	/** Moves the entry's file, or the folder of its leaf bundle, to another vault-relative path: `to` is that of the file, or of the folder. */
	| { readonly kind: 'move'; readonly title: string; readonly to: string }
	/** Creates the note that a link with this target names. */
	| { readonly kind: 'createNote'; readonly title: string; readonly target: string }
	/** Closes the gap before this number, or shifts the entries from it on up by one; the user sees the whole change first. */
	| { readonly kind: 'renumber'; readonly title: string; readonly mode: 'closeGaps' | 'shift'; readonly from: number };
