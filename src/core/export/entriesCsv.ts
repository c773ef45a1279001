import type { Entry } from '../entry.ts';
import { writeCsv, type Cell } from './csv.ts';

/** The columns, as the first row names them. */
export const csvColumns = ['number', 'date', 'title', 'input', 'output', 'tags', 'draft', 'words', 'path'] as const;

/**
 * The entries as comma-separated values, one row each in the order given. The date is as written, with its offset; `input` is in minutes whatever the log counts
 * in; tags are parted by `, `. What an entry does not say, or what cannot be read, leaves its cell empty.
 *
 * It begins with a byte order mark: without one, Excel takes UTF-8 for the code page of the country and garbles every accent, and with one every spreadsheet reads it right.
 */
export function entriesCsv(entries: readonly Entry[], wordsOf: (entry: Entry) => number): string {
	return `\uFEFF${writeCsv(
		csvColumns,
		entries.map(entry => rowOf(entry, wordsOf(entry))),
	)}`;
}

function rowOf({ number, date, title, input, output, tags, draft, path }: Entry, words: number): readonly Cell[] {
	return [number, date, title, input, output, tags.join(', '), draft, words, path];
}
