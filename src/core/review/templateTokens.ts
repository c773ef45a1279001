/** `{each outputs}`, `{if tags}`, `{else}`, `{end}`: alone on a line with all of the line; then `{name}`. */
const token = /(?<=^|\n)[ \t]*\{(?:(each|if) +(\w+)|(else|end))\}[ \t]*(?:\n|$)|(?<!\{)\{(?:(each|if) +(\w+)|(else|end)|([a-zA-Z]+))\}/gu;

/** A word of the language, and where it stands. */
export interface TemplateToken {
	readonly word: 'each' | 'if' | 'else' | 'end' | 'value';
	/** Behind `each` and `if`, or the value's; `''` for the others. */
	readonly name: string;
	readonly start: number;
	readonly end: number;
}

/** The words of a template in the order in which they stand. */
export function templateTokens(text: string): readonly TemplateToken[] {
	return [...text.matchAll(token)].map(tokenOf);
}

function tokenOf(match: RegExpExecArray): TemplateToken {
	const [whole, lineWord, lineName, lineEnd, word = lineWord, name = lineName, end = lineEnd, value] = match;
	const found = { start: match.index, end: match.index + whole.length };
	return value !== undefined ? { ...found, word: 'value', name: value } : { ...found, word: wordOf(word ?? end), name: name ?? '' };
}

function wordOf(word: string | undefined): TemplateToken['word'] {
	return word === 'each' || word === 'if' || word === 'else' ? word : 'end';
}
