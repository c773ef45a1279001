import { lineEndAt, skipLineBreak } from '../lines.ts';
import type { Span } from '../text.ts';

const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;

/**
 * The tables of a text, each from the beginning of its first row to the end of its last; in order. In them a pipe parts cells and is written `\|` elsewhere.
 * @see https://github.github.com/gfm/#tables-extension-
 */
export function tablesIn(text: string): readonly Span[] {
	const tables: { start: number; end: number }[] = [];
	let table: { start: number; end: number } | undefined;
	let above: number | undefined;
	for (let at = 0; at < text.length;) {
		const end = lineEndAt(text, at);
		const line = text.slice(at, end);
		if (table !== undefined && /[^ \t>]/u.test(line)) {
			table.end = end;
		} else {
			table = above !== undefined && line.includes('|') && delimiterRow.test(line) ? { start: above, end } : undefined;
			tables.push(...(table === undefined ? [] : [table]));
		}
		above = line.includes('|') ? at : undefined;
		at = skipLineBreak(text, end);
	}
	return tables;
}
