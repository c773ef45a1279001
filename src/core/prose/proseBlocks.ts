import { isLineBreak, lineEndAt, skipLineBreak } from '../lines.ts';
import { afterBlanks, isBlank, readLine, type Line } from './proseLine.ts';
import { spanAround, type Skipped, type SkippedKind } from './skipped.ts';
import type { Span } from '../text.ts';

/** A heading as it stands in the text. */
export interface HeadingPlace {
	/** 1 to 6. */
	readonly level: number;
	/** From its first `#`, or the first character of an underlined one, to the end of its line or underline. */
	readonly span: Span;
	/** What it says, as written, without the signs before and behind. Empty for a heading that says nothing. */
	readonly textSpan: Span;
}

/** The blocks of a body as far as prose and code differ. */
export interface Blocks {
	readonly skipped: readonly Skipped[];
	/** In order. */
	readonly headings: readonly HeadingPlace[];
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
	readonly #headings: HeadingPlace[] = [];
	/** Columns at which the content of the open list items begins, outermost first. */
	#items: number[] = [];
	#quotes = 0;
	#paragraph: number | undefined;
	/** Column at which the list item's content begins that the open paragraph stands in. */
	#paragraphBase = 0;
	#lastEnd = 0;
	/** Where the line ends that was read last: after a formula or comment its rest is read, and many may stand in one line. */
	#lineEnd = -1;

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
		this.#lineEnd = at <= this.#lineEnd ? this.#lineEnd : lineEndAt(this.#text, at);
		const line = readLine(this.#text, at, this.#lineEnd);
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
		return { skipped: this.#skipped, paragraphs: this.#paragraphs, headings: this.#headings };
	}

	/** Where the block ends that begins on the line; undefined where it ends with its line, or is a paragraph that may go on. */
	#readContent(line: Line): number | undefined {
		this.#items = this.#items.filter(column => column <= line.column);
		if (this.#paragraph === undefined && line.column - this.#base >= 4) {
			return this.#skip('indented', line.first, line.end);
		}
		if (this.#underlines(line)) {
			return undefined;
		}
		const content = this.#enterItems(line);
		const isIndented = content.column - this.#base >= 4;
		if (isIndented && this.#paragraph === undefined && content.first < content.end) {
			return this.#skip('indented', content.first, content.end);
		}
		const behind = isIndented ? undefined : this.#readBlock(content);
		if (behind === undefined) {
			this.#addProse(content, isIndented);
		}
		return behind;
	}

	/** Where the fence, comment or formula ends that begins here; undefined where none does. */
	#readBlock({ first, end, quotes }: Line): number | undefined {
		const text = this.#text;
		switch (text[first]) {
			case '`':
			case '~': {
				const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/u.exec(text.slice(first, end))?.[0];
				return fence === undefined
					? undefined
					: this.#skip('fence', first, endOfFence(text, end, { mark: fence, quotes, base: this.#base }));
			}
			case '<': {
				const close = text.startsWith('<!--', first) ? text.indexOf('-->', first + 4) : undefined;
				return close === undefined ? undefined : this.#skip('comment', first, close < 0 ? text.length : close + 3);
			}
			case '$': {
				const close = text.startsWith('$$', first) ? text.indexOf('$$', first + 2) : -1;
				return close < 0 ? undefined : this.#skip('math', first, close + 2);
			}
			default:
				return undefined;
		}
	}

	/** A line of `=` or `-` makes a heading of the paragraph above it. @see https://spec.commonmark.org/0.31.2/#setext-headings */
	#underlines({ first, end, column }: Line): boolean {
		const sign = this.#text[first];
		if (this.#paragraph === undefined || (sign !== '=' && sign !== '-') || column - this.#base >= 4 || this.#base !== this.#paragraphBase) {
			return false;
		}
		if (!/^(?:=+|-+)[ \t]*$/u.test(this.#text.slice(first, end))) {
			return false;
		}
		const textSpan = { start: this.#paragraph, end: Math.max(this.#paragraph, this.#lastEnd) };
		this.#headings.push({ level: sign === '=' ? 1 : 2, span: { start: textSpan.start, end }, textSpan });
		this.#close();
		return true;
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
			const mayOpen = current.column - this.#base < 4 && mayBeItem(this.#text.charCodeAt(current.first));
			const found = mayOpen ? mark.exec(this.#text)?.[0] : undefined;
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
	#addProse({ first, end }: Line, isIndented: boolean): void {
		const sign = this.#text[first];
		const level = sign === '#' && !isIndented ? headingLevel(this.#text, first, end) : 0;
		if (level > 0) {
			this.#headings.push({ level, span: { start: first, end }, textSpan: headingText(this.#text, first + level, end) });
		}
		if (level > 0 || sign === '|') {
			this.#close();
			this.#paragraphs.push({ start: first, end });
		} else {
			if (this.#paragraph === undefined) {
				this.#paragraph = first;
				this.#paragraphBase = this.#base;
			}
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

/** How many `#` begin a heading here; 0 where none begins. @see https://spec.commonmark.org/0.31.2/#atx-headings */
function headingLevel(text: string, start: number, end: number): number {
	let at = start;
	while (text[at] === '#') {
		at++;
	}
	const level = at - start;
	return level <= 6 && (at === end || isBlank(text.charCodeAt(at))) ? level : 0;
}

/** What stands behind the opening `#`, without blanks around it and a closing row of `#`. */
function headingText(text: string, from: number, end: number): Span {
	const written = text.slice(from, end);
	const closing = /(?:^|[ \t])#+[ \t]*$/u.exec(written);
	const said = (closing === null ? written : written.slice(0, closing.index)).trimEnd();
	const start = from + said.length - said.trimStart().length;
	return { start, end: Math.max(start, from + said.length) };
}

const [asterisk, plus, minus, zero, nine] = [42, 43, 45, 48, 57];

function mayBeItem(code: number): boolean {
	return code === minus || code === asterisk || code === plus || (code >= zero && code <= nine);
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
