/** A text with the caret in it, written as `|`. */
export interface TextWithCaret {
	readonly text: string;
	readonly caret: number;
}

/** Takes the first `|` out of a text and says where it stood. */
export function atCaret(marked: string): TextWithCaret {
	const caret = marked.indexOf('|');
	if (caret < 0) {
		throw new Error('The text has no caret.');
	}
	return { text: marked.slice(0, caret) + marked.slice(caret + 1), caret };
}
