/** What stands in a cell: a text that somebody wrote, a number or a boolean that we write, or nothing. */
export type Cell = string | number | boolean | undefined;

/**
 * A table as comma-separated values: a header, one row a line, CRLF behind each, cells quoted where they need it.
 * Source: https://www.rfc-editor.org/rfc/rfc4180
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
	return [header, ...rows].map(row => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** Numbers and booleans are ours and stay as they are; a text is defused first. */
function writeCell(cell: Cell): string {
	return typeof cell === 'string' ? quoted(defused(cell)) : String(cell ?? '');
}

/** A semicolon needs no quotes by the RFC, but spreadsheets of many countries part cells at it. */
function quoted(text: string): string {
	return /[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Where a spreadsheet may take text for a formula: before a sign at the beginning of a cell, blanks and quotes before it or not. A program that parts cells at semicolons or tabs, and
 * does not see our quotes then, takes what stands behind these, and behind a line end, for the beginning of one.
 * Source: https://owasp.org/www-community/attacks/CSV_Injection, which also names the full-width forms.
 */
const formulaStart = /(?<=^|[;\t\r\n])(?=[\s"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

/** The text with an apostrophe before whatever a spreadsheet would run as a formula, and before a tab or line end that begins it. */
export function defused(text: string): string {
	return text
		.toWellFormed()
		.replace(formulaStart, "'")
		.replace(/^[\t\r\n]/u, "'$&");
}
