import { lineStartAt } from '../lines.ts';
import type { Scan } from '../prose/scan.ts';
import type { WikiLink } from '../prose/wikiLink.ts';
import { applyEdits, slice, type Span, type TextEdit } from '../text.ts';
import { sectionEnd } from './headings.ts';
import { isPictureName } from './linkedFile.ts';
import type { LinkPlace } from './linkMeaning.ts';

/** The beginning of a note, or of the place in it that a link names, to be shown in little room. */
export interface Excerpt {
	/** Markdown; it is the note's own, and must not be trusted. Empty where nothing is written there. */
	readonly markdown: string;
	/** Whether more follows. */
	readonly isCut: boolean;
}

/** UTF-16 code units that an excerpt has at most. */
export const longestExcerpt = 2000;

/**
 * The text that a link leads to: from the body's beginning, below the heading, or the paragraph of the block. Comments and shortcodes are left out, wiki links show their
 * words, headings are lines in bold, pictures from elsewhere are links: nothing is fetched to show an excerpt.
 */
export function excerptOf(text: string, scan: Scan, place: LinkPlace): Excerpt {
	const span = spanOf(text, scan, place);
	const end = cutAt(text, span);
	const shown = { start: span.start, end };
	const edits = quietEdits(text, scan, shown).filter(edit => edit.span.start >= shown.start && edit.span.end <= shown.end);
	const markdown = applyEdits(
		slice(text, shown),
		edits.map(({ span: { start, end: stop }, newText }) => ({ span: { start: start - shown.start, end: stop - shown.start }, newText })),
	);
	const rest = text.slice(end, span.end).trim();
	const closed = withoutRemotePictures(closeFence(markdown.replace(/\n[ \t\r]*(?:\n[ \t\r]*)+/gu, '\n\n').trim()));
	return { markdown: closed, isCut: rest !== '' };
}

function spanOf(text: string, { block, headings, blockIds }: Scan, place: LinkPlace): Span {
	switch (place.kind) {
		case 'heading':
			return { start: place.heading.span.end, end: sectionEnd({ headings, blockIds }, place.heading, text.length) };
		case 'block':
			return paragraphAround(text, place.block.span);
		case 'top':
		case 'missing':
			return { start: block?.bodyStart ?? 0, end: text.length };
	}
}

/** What a block id names: the paragraph that it ends or stands below; of a list item, a row or a heading only that line. */
export function paragraphAround(text: string, id: Span): Span {
	const lineStart = lineStartAt(text, id.start);
	const line = text.slice(lineStart, id.start);
	const above = line.trim() === '' ? text.slice(0, lineStart).trimEnd().length : lineStart;
	const standsAlone = /^\s*(?:[-*+]|\d{1,9}[.)]|\||#{1,6}\s)/u.test(line);
	return { start: standsAlone ? lineStart : paragraphStart(text, lineStart, above), end: id.start };
}

/** The paragraph is looked for in what an excerpt can show. */
function paragraphStart(text: string, lineStart: number, end = lineStart): number {
	const first = Math.max(0, lineStart - longestExcerpt);
	const blank = [...text.slice(first, end).matchAll(/(?:^|\n)[ \t\r]*\n/gu)].at(-1);
	return blank === undefined ? first : first + blank.index + blank[0].length;
}

/** Cut behind a paragraph, else a line, else a word, where too much would be shown. */
function cutAt(text: string, { start, end }: Span): number {
	if (end - start <= longestExcerpt) {
		return end;
	}
	const most = text.slice(start, start + longestExcerpt);
	const cut =
		[most.lastIndexOf('\n\n'), most.lastIndexOf('\n'), most.lastIndexOf(' ')].find(at => at > longestExcerpt / 2) ?? longestExcerpt;
	return start + cut;
}

function quietEdits(text: string, { skipped, links, headings, blockIds }: Scan, { start, end }: Span): readonly TextEdit[] {
	const isShown = ({ span }: { readonly span: Span }): boolean => span.start >= start && span.end <= end;
	const shownHeadings = headings.filter(isShown);
	const isInHeading = ({ span }: TextEdit): boolean =>
		shownHeadings.some(heading => heading.span.start <= span.start && span.end <= heading.span.end);
	const hidden = skipped
		.filter(({ kind }) => kind === 'comment' || kind === 'shortcode')
		.map(span => ({ span: { start: Math.max(span.start, start), end: Math.min(span.end, end) }, newText: '' }))
		.filter(({ span }) => span.start < span.end);
	const words = links.filter(isShown).map(link => ({ span: linkSpan(link), newText: wordsOfLink(link) }));
	const ids = blockIds.filter(isShown).map(({ span }) => ({ span: { start: behindText(text, span.start), end: span.end }, newText: '' }));
	return [
		...shownHeadings.map(({ span, text }) => ({ span, newText: text === '' ? '' : `**${escapeMarkdown(text)}**` })),
		...[...hidden, ...words, ...ids].filter(edit => !isInHeading(edit)),
	];
}

/** The offset without the blanks before it. */
function behindText(text: string, offset: number): number {
	let at = offset;
	while (text[at - 1] === ' ' || text[at - 1] === '\t') {
		at--;
	}
	return at;
}

function linkSpan({ span, embed }: WikiLink): Span {
	return embed ? { start: span.start - 1, end: span.end } : span;
}

/** What a reader sees of a link; of a picture that lies beside the note, the picture. */
function wordsOfLink({ embed, target, alias, heading, label }: WikiLink): string {
	if (embed && isPictureName(target)) {
		return `![](<${target.replace(/[<>\r\n]/gu, '')}>)`;
	}
	const words = alias !== undefined && alias !== '' ? alias : target === '' ? (heading ?? label) : label.trim();
	return `*${escapeMarkdown(words)}*`;
}

/** The text as Markdown that shows it. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_{}[\]()#+\-!<>~|$&]/gu, '\\$&');
}

/** An excerpt that ends within a fence would swallow what is shown below it. */
function closeFence(markdown: string): string {
	let open: string | undefined;
	for (const [, mark = ''] of markdown.matchAll(/^[ \t>]{0,12}(`{3,}|~{3,})/gmu)) {
		open = open === undefined ? mark : mark.startsWith(open) ? undefined : open;
	}
	return open === undefined ? markdown : `${markdown}\n${open}`;
}

/**
 * `![a](https://…)` becomes `[a](https://…)`, and so does every picture that is not plainly one beside the note: words without signs that Markdown may read otherwise, and a
 * path without scheme, escapes or `..`.
 */
function withoutRemotePictures(markdown: string): string {
	return markdown.replace(
		/!+(?=\[)(?!\[[^[\]\\`<\r\n]*\]\((?!\.\.|[^)]*\/\.\.)(?:[^\s:\\&<>()/][^\s:\\&<>()]*|<[^\s:\\&<>/][^:\\&<>\r\n]*>)(?:[ \t]+"[^"\\\r\n]*")?\))/gu,
		'',
	);
}
