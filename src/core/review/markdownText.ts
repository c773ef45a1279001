/** An address as far as it can stand in `<…>` with nothing in it that Hugo, a table or a wiki link would take for its own. */
const address =
	/https?:\/\/[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d+)?(?:[/?](?:[\p{L}\p{N}_\-.~:/?@&()+,;=%]*[\p{L}\p{N}_/])?)?(?:(?<=[a-z\d/])#[\w\-./=]*[a-z\d])?/giu;

/**
 * A text that somebody wrote, as Markdown that shows just that text, in one line: in a paragraph, a list or the cell of a table. Nothing in it is a link, code, HTML, a
 * tag, a formula or a call of a shortcode, for which Hugo looks before it reads any Markdown; only addresses of the web can still be followed.
 * Source: https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function markdownText(text: string): string {
	const line = text
		.toWellFormed()
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
	const parts: string[] = [];
	let done = 0;
	for (const { 0: found, index } of line.matchAll(address)) {
		parts.push(escaped(line.slice(done, index)), `<${found}>`);
		done = index + found.length;
	}
	return withoutBlock([...parts, escaped(line.slice(done))].join(''));
}

/** Braces are escaped one by one, so that no two of them stand together; an underscore within a word and a lone ampersand mean nothing. What looks like an address and is none to us is not made one. */
function escaped(text: string): string {
	return text
		.replace(/[\\`*[\]<|~${}]/gu, '\\$&')
		.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
		.replace(/&(?=#?\w+;)/gu, '\\&')
		.replace(/(?<![\p{L}\p{N}])[#^]/gu, '\\$&')
		.replace(/:(?=\/\/)|(?<=\bwww)\./giu, '\\$&');
}

/** What would make a heading, a quotation, a list, a rule or a definition of the line if it stood at its beginning. */
function withoutBlock(line: string): string {
	return line.replace(/^(?:[-+=>:]|\d{1,9}(?=[.)](?:\s|$)))/u, start => (/\d/u.test(start) ? `${start}\\` : `\\${start}`));
}
