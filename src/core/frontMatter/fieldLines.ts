import { lineEndAt, skipLineBreak } from '../lines.ts';
import type { Span } from '../text.ts';

/** How front matter is written; each has its own delimiters, see https://gohugo.io/content-management/front-matter/ . */
export type FrontMatterFormat = 'yaml' | 'toml' | 'json';

const yamlKey = /^[ \t]*(?:"[^"]*"|'[^']*'|[^\s#\-,[\]&*!|>'"%@`][^:#]*|[^\s#\-,[\]&*!|>'"%@`].*?):(?:[ \t]|$)/;
const tomlKey = /^[ \t]*(?:\[|["']?[\w.-]+["']?[ \t]*=)/;
const yamlContinuation = /^(?:[ \t]+(?!(?:---|\+\+\+)[ \t]*$)\S|#(?!#*[ \t])|-(?:[ \t]|$)|[\]}])/;
const longestKeyLine = 1000;

/** Whether a line could begin a field: `title: x`, in TOML `title = "x"` or `[params]`. */
export function isKeyLine(line: string, format: FrontMatterFormat): boolean {
	return (format === 'toml' ? tomlKey : yamlKey).test(line.slice(0, longestKeyLine));
}

/**
 * Whether what stands between two delimiters can be front matter: some line begins a field, or there is nothing but blank lines and comments.
 * It cannot when the delimiters are two thematic breaks with prose between them.
 */
export function canBeFields(text: string, content: Span, format: FrontMatterFormat): boolean {
	let isEmpty = true;
	for (let at = content.start; at < content.end;) {
		const end = Math.min(lineEndAt(text, at), content.end);
		const line = text.slice(at, end);
		if (isKeyLine(line, format)) {
			return true;
		}
		isEmpty &&= /^\s*(?:#|$)/.test(line);
		at = Math.max(skipLineBreak(text, end), at + 1);
	}
	return isEmpty;
}

/**
 * Where fields without a closing delimiter end: before the first blank line, heading or line of prose.
 * `# note` is taken for a heading, `#note` for a comment.
 */
export function endOfFields(text: string, start: number, format: FrontMatterFormat): number {
	let at = start;
	while (at < text.length) {
		const end = lineEndAt(text, at);
		const line = text.slice(at, end);
		if (!isKeyLine(line, format) && !yamlContinuation.test(line)) {
			return at;
		}
		at = skipLineBreak(text, end);
	}
	return at;
}
