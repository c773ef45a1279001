/**
 * Words as the label of a link in Markdown that VS Code renders, shown as they are. Its renderer takes the backslash off every bracket in a label before it looks for links and
 * pictures there, so `\[go\](command:…)` in the title of a note would become a link to a command; a sign written as `&#91;` becomes nothing.
 */
export function linkWords(words: string): string {
	return words.replace(/\s+/gu, ' ').replace(/[\\`*_[\]()<>!&~$|]/gu, sign => `&#${sign.charCodeAt(0)};`);
}
