import { isLineBreak, lineEndAt, skipLineBreak } from '../lines.ts';
import { spanAround, type Skipped, type SkippedKind } from './skipped.ts';
import type { Span } from '../text.ts';

/** The blocks of a body as far as prose and code differ. */
export interface Blocks {
	readonly skipped: readonly Skipped[];
	/** Stretches that inline code does not reach out of, in order: paragraphs, headings, rows of tables. */
	readonly paragraphs: readonly Span[];
}

/** Reads the blocks of a text from an offset on, line by line; lines within shortcodes are none of its business. */
export function blocksOf(text: string, from: number, shortcodes: readonly Skipped[]): Blocks {
	const reader = new BlockReader(text, shortcodes);
	let at = from;
	while (at < text.length) {
		at = reader.readLine(at);
	}
	return reader.end();
}

/** A line behind its `>` marks: how many there are, where its first character stands and at which column, where it ends. */
interface Line {
	readonly quotes: number;
	readonly first: number;
	readonly column: number;
	readonly end: number;
}

/** An open fence and the list or quotation it stands in: it ends where that does. */
interface Fence {
	readonly mark: string;
	readonly quotes: number;
	readonly base: number;
}

class BlockReader {
	readonly #text: string;
	readonly #shortcodes: readonly Skipped[];
	readonly #skipped: Skipped[] = [];
	readonly #paragraphs: Span[] = [];
	/** Columns at which the content of the open list items begins, outermost first. */
	#items: number[] = [];
	#quotes = 0;
	#paragraph: number | undefined;
	#lastEnd = 0;

	constructor(text: string, shortcodes: readonly Skipped[]) {
		this.#text = text;
		this.#shortcodes = shortcodes;
	}

	/** Reads the line or the block that begins at the offset, returns where the next one does. */
	readLine(at: number): number {
		const shortcode = spanAround(this.#shortcodes, at);
		if (shortcode !== undefined && shortcode.start < at) {
			this.#paragraph ??= shortcode.end;
			this.#lastEnd = lineEndAt(this.#text, shortcode.end);
			return skipLineBreak(this.#text, this.#lastEnd);
		}
		const line = readLine(this.#text, at);
		const next = skipLineBreak(this.#text, line.end);
		if (line.first === line.end) {
			this.#close();
			return next;
		}
		if (line.quotes !== this.#quotes) {
			this.#close();
			this.#items = [];
			this.#quotes = line.quotes;
		}
		return this.#readContent(line) ?? next;
	}

	end(): Blocks {
		this.#close();
		return { skipped: this.#skipped, paragraphs: this.#paragraphs };
	}

	/** Where the block ends that begins on the line; undefined where it ends with its line, or is a paragraph that may go on. */
	#readContent(line: Line): number | undefined {
		const text = this.#text;
		this.#items = this.#items.filter(column => column <= line.column);
		if (this.#paragraph === undefined && line.column - this.#base >= 4) {
			return this.#skip('indented', line.first, line.end);
		}
		const content = this.#enterItems(line);
		if (content.column - this.#base < 4) {
			const start = content.first;
			const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/u.exec(text.slice(start, line.end))?.[0];
			if (fence !== undefined) {
				return this.#skip('fence', start, endOfFence(text, line.end, { mark: fence, quotes: line.quotes, base: this.#base }));
			}
			if (text.startsWith('<!--', start)) {
				const end = text.indexOf('-->', start + 4);
				return this.#skip('comment', start, end < 0 ? text.length : end + 3);
			}
			const math = text.startsWith('$$', start) ? text.indexOf('$$', start + 2) : -1;
			if (math >= 0) {
				return this.#skip('math', start, math + 2);
			}
		}
		this.#addProse(content.first, line.end);
		return undefined;
	}

	get #base(): number {
		return this.#items.at(-1) ?? 0;
	}

	/** Steps over list marks; each opens an item, and ends the paragraph before it. */
	#enterItems(line: Line): Line {
		let current = line;
		const mark = /(?:[-*+]|\d{1,9}[.)])(?=[ \t\r\n]|$)/uy;
		for (;;) {
			mark.lastIndex = current.first;
			const found = current.column - this.#base < 4 ? mark.exec(this.#text)?.[0] : undefined;
			if (found === undefined) {
				return current;
			}
			this.#close();
			const inner = afterBlanks(this.#text, { at: current.first + found.length, column: current.column + found.length, end: line.end });
			const gap = inner.column - current.column - found.length;
			this.#items.push(gap > 4 || inner.first === line.end ? current.column + found.length + 1 : inner.column);
			current = { ...line, ...inner };
		}
	}

	/** A heading or a row of a table stands alone. */
	#addProse(start: number, end: number): void {
		const alone = /^(?:#{1,6}(?:[ \t]|$)|\|)/u.test(this.#text.slice(start, Math.min(end, start + 8)));
		if (alone) {
			this.#close();
			this.#paragraphs.push({ start, end });
		} else {
			this.#paragraph ??= start;
			this.#lastEnd = end;
		}
	}

	/** Returns where reading goes on: at the next line, or behind a block that ends within its line, at the rest of that line. */
	#skip(kind: SkippedKind, start: number, end: number): number {
		this.#close();
		this.#skipped.push({ kind, start, end });
		return isLineBreak(this.#text.charCodeAt(end)) ? skipLineBreak(this.#text, end) : end;
	}

	#close(): void {
		if (this.#paragraph !== undefined) {
			this.#paragraphs.push({ start: this.#paragraph, end: Math.max(this.#paragraph, this.#lastEnd) });
			this.#paragraph = undefined;
		}
	}
}

function readLine(text: string, at: number): Line {
	const end = lineEndAt(text, at);
	let quotes = 0;
	let place = afterBlanks(text, { at, column: 0, end });
	while (text[place.first] === '>' && place.column < 4) {
		quotes++;
		const behind = place.first + (text[place.first + 1] === ' ' ? 2 : 1);
		place = afterBlanks(text, { at: behind, column: 0, end });
	}
	return { quotes, ...place, end };
}

interface Blanks {
	readonly at: number;
	readonly column: number;
	readonly end: number;
}

/** The first character that is no blank, and its column; tabs go to the next column that 4 divides. */
function afterBlanks(text: string, { at, column, end }: Blanks): Pick<Line, 'first' | 'column'> {
	let first = at;
	let reached = column;
	while (first < end && (text[first] === ' ' || text[first] === '\t')) {
		reached = text[first] === '\t' ? reached + 4 - (reached % 4) : reached + 1;
		first++;
	}
	return { first, column: reached };
}

/** The end of the line that closes the fence; without one, of the list item, quotation or text that it stands in. */
function endOfFence(text: string, openingEnd: number, { mark, quotes, base }: Fence): number {
	let end = openingEnd;
	for (let at = skipLineBreak(text, end); at < text.length; at = skipLineBreak(text, end)) {
		const line = readLine(text, at);
		const blank = line.first === line.end;
		if (line.quotes < quotes || (!blank && line.column < base)) {
			return end;
		}
		end = line.end;
		if (!blank && line.column - base < 4 && closes(text.slice(line.first, line.end).trimEnd(), mark)) {
			return end;
		}
	}
	return end;
}

function closes(content: string, mark: string): boolean {
	return content.length >= mark.length && content === mark.charAt(0).repeat(content.length);
}
