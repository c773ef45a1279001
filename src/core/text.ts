/** Offsets into a text, counted in UTF-16 code units as VS Code counts them; `end` is the first offset that no longer belongs to it. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A place in a text, both parts counted from 0; `character` in UTF-16 code units. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** From `start` up to, but not including, `end`. */
export interface Range {
	readonly start: Position;
	readonly end: Position;
}

/** Puts `newText` in the place of what stands in `span`; an empty span inserts. */
export interface TextEdit {
	readonly span: Span;
	readonly newText: string;
}

/** What stands in the span: `slice('abc', { start: 1, end: 2 })` is `b`. */
export function slice(text: string, span: Span): string {
	return text.slice(span.start, span.end);
}

/** The span without the blanks at both of its ends; empty, and where it begins, where it holds nothing else. */
export function withoutBlanks(text: string, { start, end }: Span): Span {
	const written = text.slice(start, end);
	const from = start + written.length - written.trimStart().length;
	return { start: from, end: Math.max(from, start + written.trimEnd().length) };
}

/** Whether the offset lies in the span or at one of its two ends, where a caret still touches it. */
export function touches(span: Span, offset: number): boolean {
	return span.start <= offset && offset <= span.end;
}

/**
 * The text with all edits made, each span counted in the text as it was before any of them.
 * Every character outside the spans stays as it is. Throws a RangeError when two edits overlap or one leaves the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	let result = '';
	let done = 0;
	for (const { span, newText } of ordered) {
		if (span.start < done || span.end < span.start || span.end > text.length) {
			throw new RangeError(`Edit of ${span.start} to ${span.end} overlaps another or leaves the text.`);
		}
		result += text.slice(done, span.start) + newText;
		done = span.end;
	}
	return result + text.slice(done);
}

/** The edits that take back what `applyEdits` does with these edits: their spans are counted in its result. Throws as it does. */
export function reversedEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
	applyEdits(text, edits);
	let shift = 0;
	return edits
		.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
		.map(({ span, newText }) => {
			const start = span.start + shift;
			shift += newText.length - (span.end - span.start);
			return { span: { start, end: start + newText.length }, newText: slice(text, span) };
		});
}

/** The text in the form in which a file and its editor can be compared: an editor knows no byte order mark, and only one kind of line ends. */
export function comparable(text: string): string {
	return text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
}

const lineFeed = 10;
const carriageReturn = 13;

/** The offset at which each line begins; lines end with `\n`, `\r\n` or `\r`, as VS Code reads them. */
export function lineStartsOf(text: string): Uint32Array {
	const starts = [0];
	if (!text.includes('\r')) {
		for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
			starts.push(at + 1);
		}
		return Uint32Array.from(starts);
	}
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === lineFeed || (code === carriageReturn && text.charCodeAt(i + 1) !== lineFeed)) {
			starts.push(i + 1);
		}
	}
	return Uint32Array.from(starts);
}

/** Line and column of an offset, for the line starts of its text. */
export function positionAt(lineStarts: Uint32Array, offset: number): Position {
	let low = 0;
	let high = lineStarts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >>> 1;
		if ((lineStarts[middle] ?? 0) <= offset) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	return { line: low, character: offset - (lineStarts[low] ?? 0) };
}

/** The span as lines and columns, for the line starts of its text. */
export function rangeAt(lineStarts: Uint32Array, span: Span): Range {
	return { start: positionAt(lineStarts, span.start), end: positionAt(lineStarts, span.end) };
}

/** The line end that a text uses: that of its first line, `\n` where it has only one line. */
export function lineEndOf(text: string): '\n' | '\r\n' {
	const at = text.indexOf('\n');
	return at > 0 && text.charCodeAt(at - 1) === carriageReturn ? '\r\n' : '\n';
}
