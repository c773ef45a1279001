import type { CivilDate } from '../time/civilDate.ts';

/** What the preview says in words, in the language of the editor. */
export interface PreviewWords {
	/** No note answers to the target. */
	readonly missing: (target: string) => string;
	/** Several do, at these paths. */
	readonly ambiguous: (target: string, paths: readonly string[]) => string;
	/** The note has no such heading or block. */
	readonly missingPlace: (place: string, title: string) => string;
	/** No such file. */
	readonly missingFile: (name: string) => string;
	/** An embed within itself. */
	readonly circle: (title: string) => string;
	/** Embeds within embeds, more than are shown. */
	readonly tooDeep: (title: string) => string;
	readonly loading: (title: string) => string;
	readonly unreadable: (title: string) => string;
	readonly draft: string;
	readonly input: string;
	readonly output: string;
	/** A civil date as a person reads it. */
	readonly day: (day: CivilDate) => string;
}
