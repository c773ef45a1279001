import type { BlockId } from '../prose/blockId.ts';
import type { Scan } from '../prose/scan.ts';
import { readShortcodes, type ShortcodeCall } from '../prose/shortcode.ts';
import { spanAround } from '../prose/skipped.ts';
import type { WikiLink } from '../prose/wikiLink.ts';
import { slice, type Span } from '../text.ts';

/** Something in a note that Markdown does not know, and that stands in the preview as one piece. */
export type Mark = { readonly span: Span } & (
	| { readonly kind: 'link'; readonly link: WikiLink }
	| { readonly kind: 'shortcode'; readonly call: ShortcodeCall }
	| { readonly kind: 'block'; readonly block: BlockId }
);

/** What of the marks is wanted. */
export interface MarkChoice {
	/** Wiki links, embeds and block ids. */
	readonly links: boolean;
}

/** The marks in the body of a text, in order, none within another. */
export function marksIn(text: string, scan: Scan, { links }: MarkChoice): readonly Mark[] {
	const bodyStart = scan.block?.bodyStart ?? 0;
	const all = [...shortcodeMarks(text, scan), ...(links ? linkMarks(scan) : [])].filter(({ span }) => span.start >= bodyStart);
	const marks: Mark[] = [];
	for (const mark of all.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
		if (mark.span.start >= (marks.at(-1)?.span.end ?? 0)) {
			marks.push(mark);
		}
	}
	return marks;
}

function linkMarks({ links, blockIds }: Scan): readonly Mark[] {
	return [
		...links.map((link): Mark => ({ kind: 'link', link, span: { start: link.span.start - (link.embed ? 1 : 0), end: link.span.end } })),
		...blockIds.map((block): Mark => ({ kind: 'block', block, span: block.span })),
	];
}

/** Calls that end and stand in no code; Hugo reads those in code too, but a reader of the preview wants to see the code. */
function shortcodeMarks(text: string, { block, skipped }: Scan): readonly Mark[] {
	return readShortcodes(text, block?.bodyStart ?? 0)
		.filter(({ end, span }) => end === 'closed' && spanAround(skipped, span.start)?.kind === 'shortcode')
		.map(call => ({ kind: 'shortcode', call, span: call.span }));
}

/** A text for a reader of Markdown, with a placeholder for each mark: whatever stands in a mark, Markdown's own rules do not see it. */
export interface MaskedText {
	/** Has as many lines as what it was made of. */
	readonly text: string;
	/** What stood there, by the number in the placeholder. `mark` is undefined for the second line of a mark and those that follow. */
	readonly pieces: readonly { readonly source: string; readonly mark: Mark | undefined }[];
	/** A placeholder is the number of its piece between two of these; the text held none before. */
	readonly fence: string;
}

/** A part of the text with placeholders for the marks in it; undefined where the text holds every control character there is, which is no note. */
export function maskText(text: string, span: Span, marks: readonly Mark[]): MaskedText | undefined {
	const fence = controls.find(control => !text.includes(control));
	if (fence === undefined) {
		return undefined;
	}
	const pieces: { source: string; mark: Mark | undefined }[] = [];
	const parts: string[] = [];
	let at = span.start;
	for (const mark of marks) {
		if (mark.span.start < at || mark.span.end > span.end) {
			continue;
		}
		parts.push(text.slice(at, mark.span.start));
		slice(text, mark.span)
			.split('\n')
			.forEach((line, index) => {
				const blanks = index === 0 ? '' : (/^[ \t]*/u.exec(line)?.[0] ?? '');
				parts.push(`${index === 0 ? '' : '\n'}${blanks}${fence}${pieces.length}${fence}`);
				pieces.push({ source: line.slice(blanks.length), mark: index === 0 ? mark : undefined });
			});
		at = mark.span.end;
	}
	return { text: parts.join('') + text.slice(at, span.end), pieces, fence };
}

/** Those that Markdown and its readers take for letters like others, and that end an address in a text. */
const controls = [1, 2, 3, 4, 5, 6, 7, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25].map(code => String.fromCharCode(code));

/** A piece of a text that was masked: a stretch that stood there before, or the number of what was masked. */
export type Piece = string | number;

/** The text parted at its placeholders. */
export function partsOf(text: string, fence: string): readonly Piece[] {
	return text.split(fence).flatMap((part, index): readonly Piece[] => (index % 2 === 1 ? [Number(part)] : part === '' ? [] : [part]));
}

/** The text as it was before it was masked; in addresses, where Markdown encodes them, too. */
export function unmask(text: string, { pieces, fence }: MaskedText): string {
	const encoded = encodeURIComponent(fence);
	const plain = !text.includes(fence)
		? text
		: partsOf(text, fence)
				.map(part => (typeof part === 'number' ? (pieces[part]?.source ?? '') : part))
				.join('');
	return !plain.includes(encoded)
		? plain
		: partsOf(plain, encoded)
				.map(part => (typeof part === 'number' ? encodeURI((pieces[part]?.source ?? '').toWellFormed()) : part))
				.join('');
}
