const lineFeed = 10;
const carriageReturn = 13;

/** Whether the character code ends a line, for VS Code as for Hugo: `\n` or `\r`. */
export function isLineBreak(code: number): boolean {
	return code === lineFeed || code === carriageReturn;
}

/** The offset at which the line of `offset` ends, before its line end; the length of the text for its last line. */
export function lineEndAt(text: string, offset: number): number {
	let at = offset;
	while (at < text.length && !isLineBreak(text.charCodeAt(at))) {
		at++;
	}
	return at;
}

/** The offset behind the line end that stands at `offset`; `offset` itself where none stands there. */
export function skipLineBreak(text: string, offset: number): number {
	const code = text.charCodeAt(offset);
	if (code === carriageReturn && text.charCodeAt(offset + 1) === lineFeed) {
		return offset + 2;
	}
	return isLineBreak(code) ? offset + 1 : offset;
}

/** The offset at which the line after that of `offset` begins; the length of the text where there is none. */
export function nextLineAt(text: string, offset: number): number {
	return skipLineBreak(text, lineEndAt(text, offset));
}

/** The offset at which the line of `offset` begins. */
export function lineStartAt(text: string, offset: number): number {
	let at = offset;
	while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) {
		at--;
	}
	return at;
}

/** The first offset from `offset` on, before `end`, where neither a blank nor a tab stands. */
export function skipBlanks(text: string, offset: number, end = text.length): number {
	let at = offset;
	while (at < end && (text[at] === ' ' || text[at] === '\t')) {
		at++;
	}
	return at;
}
