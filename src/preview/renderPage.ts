import type { Token } from 'markdown-it';
import { folderOf } from '../core/notePath.ts';
import { embeddedPart } from '../core/preview/embeddedPart.ts';
import { entryHeader } from '../core/preview/entryHeader.ts';
import { relativeFolder, relativeHref } from '../core/preview/html.ts';
import { marksIn, maskText } from '../core/preview/marks.ts';
import type { PreviewPage } from '../core/preview/previewPage.ts';
import { previewAnchors } from '../core/preview/slug.ts';
import type { Note } from '../core/note.ts';
import { scanText, type Scan } from '../core/prose/scan.ts';
import type { Span } from '../core/text.ts';
import type { Engine } from './engine.ts';
import { asEmbedded } from './embeddedTokens.ts';
import { MarkRenderer, type Embedded, type Where } from './markRenderer.ts';
import { idToken, placeMarks } from './markTokens.ts';

/** The HTML of a document of a log; the lines of its text end with `\n`, as those of every text that markdown-it has read. */
export function renderPage(text: string, engine: Engine): string {
	const { page } = engine;
	const scan = scanText(text);
	const bodyStart = scan.block?.bodyStart ?? 0;
	const where: Where = { note: page.note, chain: [{ uri: page.note.uri, place: '' }] };
	const marks: MarkRenderer = new MarkRenderer(engine, text, embedded => renderEmbedded(embedded, engine, marks));
	const tokens = tokensOf({ text, scan, span: { start: bodyStart, end: text.length } }, where, {
		engine,
		marks,
		head: headOf(text, scan, page),
	});
	return (
		(page.headed === undefined ? '' : entryHeader(page.headed, page.words, beginsWithTitle(scan, page.headed.title))) +
		engine.render(withEncodedIds(tokens, engine))
	);
}

/**
 * The front matter as VS Code gets it: that of a log's entry is blanked, for its header takes its place, and so is what VS Code takes for text, TOML and JSON. The lines stay.
 */
function headOf(text: string, { block }: Scan, { headed }: PreviewPage): string {
	const head = text.slice(0, block?.bodyStart ?? 0);
	return headed !== undefined || block?.format !== 'yaml' ? head.replace(/[^\n]+/gu, '') : head;
}

function beginsWithTitle({ headings }: Scan, title: string): boolean {
	return headings[0]?.level === 1 && headings[0].text === title;
}

interface Part {
	readonly text: string;
	readonly scan: Scan;
	readonly span: Span;
}

interface Tools {
	readonly engine: Engine;
	readonly marks: MarkRenderer;
	/** What stands before the part, and holds no marks. */
	readonly head: string;
	/** What is done with the tokens of Markdown before the marks get their places among them. */
	readonly prepare?: (tokens: readonly Token[]) => void;
}

function tokensOf({ text, scan, span }: Part, where: Where, { engine, marks, head, prepare }: Tools): Token[] {
	const found = marksIn(text, scan, { links: engine.page.wikiLinks });
	const masked = maskText(text, span, found);
	if (masked === undefined) {
		const plain = engine.parse(head + text.slice(span.start, span.end));
		prepare?.(plain);
		return plain;
	}
	const tokens = engine.parse(head + masked.text);
	prepare?.(tokens);
	placeMarks(tokens, masked, { newToken: engine.newToken, render: (mark, inLink) => marks.render(mark, { ...where, text, inLink }) });
	return tokens;
}

function renderEmbedded({ text, scan, place, ...where }: Embedded, engine: Engine, marks: MarkRenderer): string {
	const span = embeddedPart(text, scan, { place, title: where.note.title });
	if (span === undefined) {
		return '';
	}
	const way = wayTo(where.note, engine.page.note);
	const prepare = (tokens: readonly Token[]): void => {
		asEmbedded(tokens, way);
	};
	const tokens = tokensOf({ text, scan, span }, where, { engine, marks, head: '', prepare });
	return engine.renderEmbedded(tokens);
}

function wayTo(note: Note, page: Note): { readonly folder: string; readonly file: string } {
	const from = folderOf(page.path);
	return { folder: relativeFolder(from, folderOf(note.path)), file: note.uri === page.uri ? '' : relativeHref(from, note.path) };
}

/**
 * VS Code's preview looks for the encoded form of an id, `caf%C3%A9`, and since it makes ids as GitHub does, gives the plain one to the heading: so a heading with such an id is
 * led by an empty element with the other.
 */
function withEncodedIds(tokens: readonly Token[], { slugs, newToken }: Engine): Token[] {
	const said = tokens.flatMap((token, index) => (token.type === 'heading_open' ? [{ text: saidBy(tokens[index + 1]) }] : []));
	const anchors = slugs === 'signs' ? [] : previewAnchors(said, slugs);
	let heading = 0;
	return tokens.flatMap(token => {
		const anchor = token.type === 'heading_open' ? anchors[heading++] : undefined;
		const id = encodeURIComponent(anchor ?? '');
		return anchor === undefined || id === anchor ? [token] : [idToken(newToken, id, token.map?.[0] ?? 0), token];
	});
}

/** What VS Code makes an id of. */
function saidBy(token: Token | undefined): string {
	if (token === undefined) {
		return '';
	}
	return token.children?.map(saidBy).join('') ?? (['text', 'emoji', 'code_inline'].includes(token.type) ? token.content : '');
}
