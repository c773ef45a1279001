import { lineEndAt, lineStartAt, nextLineAt } from '../lines.ts';
import { sectionEnd } from '../links/headings.ts';
import type { LinkPlace } from '../links/linkMeaning.ts';
import type { Scan } from '../prose/scan.ts';
import type { Span } from '../text.ts';

/**
 * What of a text an embed shows: the body, the section of a heading, or the block that carries the id. Undefined for a place that is not there.
 * The heading itself, and a first heading that says the title, are left out: they stand above the embed already.
 * The lines of the text end with `\n`.
 */
export function embeddedPart(
	text: string,
	scan: Scan,
	{ place, title }: { readonly place: LinkPlace; readonly title: string },
): Span | undefined {
	switch (place.kind) {
		case 'top':
			return { start: bodyBehindTitle(text, scan, title), end: text.length };
		case 'heading':
			return { start: place.heading.span.end, end: sectionEnd(scan, place.heading, text.length) };
		case 'block':
			return blockAround(text, place.block.span, scan.block?.bodyStart ?? 0);
		case 'missing':
			return undefined;
	}
}

function bodyBehindTitle(text: string, { block, headings: [first] }: Scan, title: string): number {
	const start = block?.bodyStart ?? 0;
	const isTitle = first !== undefined && first.level === 1 && first.text === title && text.slice(start, first.span.start).trim() === '';
	return isTitle ? first.span.end : start;
}

const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s/u;

/** The lines of the list item or paragraph up to the id; an id on a line of its own belongs to what stands above it. */
function blockAround(text: string, id: Span, bodyStart: number): Span {
	let start = lineStartAt(text, id.start);
	const isAlone = text.slice(start, id.start).trim() === '';
	if (isAlone) {
		while (start > bodyStart && lineAbove(text, start).trim() === '') {
			start = lineStartAt(text, start - 1);
		}
	}
	while (
		start > bodyStart &&
		lineAbove(text, start).trim() !== '' &&
		(isAlone || !listItem.test(lineAbove(text, nextLineAt(text, start))))
	) {
		start = lineStartAt(text, start - 1);
	}
	return { start, end: lineEndAt(text, id.end) };
}

/** The line that ends before the offset, at which another begins. */
function lineAbove(text: string, lineStart: number): string {
	return text.slice(lineStartAt(text, lineStart - 1), lineStart);
}
