import type { Span } from './text.ts';

/** A line of a text around something in it. */
export interface LineExcerpt {
	readonly text: string;
	/** Where in `text` the thing stands. */
	readonly mark: Span;
}

/** So many characters are shown of what stands before the thing, of the thing, and of what follows. */
const mostBefore = 18;
const mostOfThing = 100;
const mostAfter = 120;

/** Beyond these no line start is looked for. */
const farthest = 200;

/** The line on which something stands, without blanks around it, cut between words to what fits a row: `…left over from [[20|the box]]. After the glue is hard`. */
export function lineExcerpt(text: string, { start, end }: Span): LineExcerpt {
	const before = shownBefore(text.slice(Math.max(0, start - farthest), start), start <= farthest);
	const thing = text.slice(start, Math.min(end, start + mostOfThing));
	const cut = end - start > mostOfThing;
	const after = cut ? '…' : (/^[^\r\n]*/u.exec(text.slice(end, end + mostAfter))?.[0] ?? '').trimEnd();
	const mark = { start: before.length, end: before.length + thing.length };
	return { text: (before + thing + after).replace(/\s/gu, ' ').toWellFormed(), mark };
}

/** `reached` says whether the text begins where `near` does. */
function shownBefore(near: string, reached: boolean): string {
	const lineBreak = Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r'));
	const line = near.slice(lineBreak + 1).trimStart();
	if (line.length <= mostBefore && (reached || lineBreak >= 0)) {
		return line;
	}
	const kept = line.slice(-mostBefore);
	return `…${/\s\S/u.test(kept) ? kept.replace(/^\S*\s+/u, '') : kept.replace(/^[\uDC00-\uDFFF]/u, '')}`;
}
