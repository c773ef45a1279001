import type { CivilDate } from './time/civilDate.ts';
import { readInput, type InputUnit } from './time/duration.ts';
import { readNumberedTitle, readNumberInPath } from './entryNumber.ts';
import { isWithin } from './notePath.ts';
import type { Note } from './note.ts';
import { foldTerm, termsOf } from './term.ts';
import { logDayOf, readDate, type WrittenDate } from './time/writtenDate.ts';

/** What makes a note an entry, and how its fields are read: the settings that the core needs. */
export interface LogShape {
	/** Vault-relative folder of the log, or `''`: then the series decides. */
	readonly folder: string;
	/** The series of the log, `Daily Log`. */
	readonly series: string;
	/** The names of the two fields, lower-cased: `input` and `output` unless the user renames them. */
	readonly fields: { readonly input: string; readonly output: string };
	readonly inputUnit: InputUnit;
	/** The hour, 0 to 23, at which a day of the log begins. */
	readonly dayStartsAt: number;
}

/** A note that belongs to the log: one day of it. */
export interface Entry {
	readonly uri: string;
	/** Relative to the vault, with `/`. */
	readonly path: string;
	/** The 62 of `62 - Restarting`; undefined where neither title nor name has one. */
	readonly number: number | undefined;
	/** The title as written, number included. */
	readonly title: string;
	/** The date as written; undefined where there is none that Hugo reads. */
	readonly date: string | undefined;
	/** The day of the log it belongs to: the civil date as written, in the entry's own offset; undefined without a date. */
	readonly day: CivilDate | undefined;
	/** Minutes worked; undefined where the field is missing or no number of minutes. */
	readonly input: number | undefined;
	/** What came of it; `''` where nothing is said. */
	readonly output: string;
	readonly tags: readonly string[];
	readonly draft: boolean;
	/** Why the front matter cannot be read as a whole; undefined where it can. */
	readonly problem: string | undefined;
}

/** The entry that a note is, or undefined for a note outside the log. */
export function entryOf(note: Note, shape: LogShape): Entry | undefined {
	const number = readNumberedTitle(note.title)?.number ?? readNumberInPath(note.path)?.number;
	if (!belongsToLog(note, shape, number)) {
		return undefined;
	}
	const date = dateOf(note);
	const output = note.values.get(shape.fields.output);
	return {
		uri: note.uri,
		path: note.path,
		number,
		title: note.title,
		date: date?.text,
		day: date === undefined ? undefined : logDayOf(date, shape.dayStartsAt),
		input: readInput(note.values.get(shape.fields.input), shape.inputUnit),
		output: typeof output === 'string' || typeof output === 'number' ? String(output) : '',
		tags: termsOf(note.values.get('tags')),
		draft: isDraft(note.values.get('draft')),
		problem: note.error?.message,
	};
}

function belongsToLog(note: Note, shape: LogShape, number: number | undefined): boolean {
	if (shape.folder !== '') {
		return number !== undefined && isWithin(note.path, shape.folder);
	}
	const series = note.values.get('series');
	// Nearly every entry says it in the very letters of the setting.
	const isLiteral = shape.series !== '' && (series === shape.series || (Array.isArray(series) && series.includes(shape.series)));
	return isLiteral || termsOf(series).some(term => foldTerm(term) === foldTerm(shape.series));
}

/** The date that Hugo takes for the page: `date`, else `publishDate`, else `lastmod`. @see https://gohugo.io/configuration/front-matter/ */
function dateOf(note: Note): WrittenDate | undefined {
	for (const field of ['date', 'publishdate', 'lastmod']) {
		const value = note.values.get(field);
		if (value !== undefined && value !== null) {
			return typeof value === 'string' ? readDate(value) : undefined;
		}
	}
	return undefined;
}

const trueTexts = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);

/**
 * Whether Hugo takes the value of `draft` for true: the boolean, a number other than 0, and the texts that Go's `ParseBool` reads as true.
 * Every other text, `yes` too, publishes the page.
 * @see https://gohugo.io/content-management/front-matter/#draft
 */
export function isDraft(value: unknown): boolean {
	switch (typeof value) {
		case 'boolean':
			return value;
		case 'number':
			return value !== 0;
		case 'string':
			return trueTexts.has(value);
		default:
			return false;
	}
}

/** The order of the log: by number; entries without one come first; one number twice goes by date, then by path. */
export function compareEntries(a: Entry, b: Entry): number {
	return (a.number ?? -1) - (b.number ?? -1) || compareTexts(a.date ?? '', b.date ?? '') || compareTexts(a.path, b.path);
}

function compareTexts(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
