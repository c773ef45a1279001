import { placeIn } from '../core/links/headings.ts';
import type { LinkPlace } from '../core/links/linkMeaning.ts';
import type { Note } from '../core/note.ts';
import { folderOf } from '../core/notePath.ts';
import { embeddedFile, type EmbeddedFile } from '../core/preview/embeddedFile.ts';
import { element, openTag, relativeHref } from '../core/preview/html.ts';
import {
	anchorHtml,
	blockAnchor,
	linkHtml,
	linkText,
	noteTitle,
	targetOf,
	type LinkTarget,
	type LinkViewer,
} from '../core/preview/linkView.ts';
import type { Mark } from '../core/preview/marks.ts';
import { figureOf, shortcodeMark, type Figure } from '../core/preview/shortcodeMark.ts';
import type { BlockId } from '../core/prose/blockId.ts';
import { scanText, type Scan } from '../core/prose/scan.ts';
import type { WikiLink } from '../core/prose/wikiLink.ts';
import { slice } from '../core/text.ts';
import { imageToken, markToken, type RenderedMark } from './markTokens.ts';
import type { Engine } from './engine.ts';

/** A part of a note that is being shown. */
export interface Shown {
	readonly uri: string;
	/** Empty for the whole note. */
	readonly place: string;
}

/** Where in a page something stands. */
export interface Where {
	/** The note that it is written in. */
	readonly note: Note;
	/** What is shown around it, from the page to the innermost embed. */
	readonly chain: readonly Shown[];
}

/** A note within another. */
export interface Embedded extends Where {
	readonly text: string;
	readonly scan: Scan;
	readonly place: LinkPlace;
}

interface Context extends Where {
	/** The text that the mark stands in. */
	readonly text: string;
	/** Whether it stands in a link of Markdown. */
	readonly inLink: boolean;
}

/** Deeper than this nobody reads. */
const deepest = 3;

/** Notes that embed notes that embed notes could fill the memory: so many, and so many characters of them, are shown in one page. */
const mostEmbeds = 100;
const mostCharacters = 2_000_000;

/** What is embedded beyond that is a box that says so, up to so many boxes in one page; then it is no more than its words. */
const mostBoxes = 1000;

/** Makes HTML of the marks of one page. */
export class MarkRenderer {
	readonly #engine: Engine;
	readonly #text: string;
	readonly #renderEmbedded: (embedded: Embedded) => string;
	readonly #viewer: LinkViewer;
	#boxes = 0;
	#embeds = 0;
	#characters = 0;

	/** `text` is that of the page itself. */
	constructor(engine: Engine, text: string, renderEmbedded: (embedded: Embedded) => string) {
		const { vault, note, words } = engine.page;
		this.#engine = engine;
		this.#text = text;
		this.#renderEmbedded = renderEmbedded;
		this.#viewer = { vault, page: note.path, words, slugs: engine.slugs };
	}

	render(mark: Mark, context: Context): RenderedMark {
		switch (mark.kind) {
			case 'link':
				return this.#link(mark.link, context);
			case 'block':
				return this.#block(mark.block, context);
			case 'shortcode': {
				const source = slice(context.text, mark.span);
				const figure = figureOf(mark.call, context.text);
				return (figure && this.#figure(figure, context)) ?? this.#html(shortcodeMark(mark.call, context.text), source);
			}
		}
	}

	#html(html: string, said: string): RenderedMark {
		return { tokens: [markToken(this.#engine.newToken, html, said)], isBlock: false, id: undefined };
	}

	#quiet(sentence: string, said: string): RenderedMark {
		return this.#html(element('span', { class: 'daily-log-quiet' }, sentence), said);
	}

	#block({ id }: BlockId, { chain }: Context): RenderedMark {
		const rendered = this.#html(element('span', { class: 'daily-log-block' }, `^${id}`), `^${id}`);
		return chain.length > 1 ? rendered : { ...rendered, id: blockAnchor(id) };
	}

	#link(link: WikiLink, context: Context): RenderedMark {
		const file = embeddedFile(link);
		const target = targetOf(this.#engine.page.vault, link, context.note);
		const said = link.alias ?? link.label;
		if (file !== undefined && target.note === undefined) {
			return this.#file(file, link, context);
		}
		if (context.inLink) {
			return this.#html(element('span', { class: 'daily-log-inner' }, linkText(link, target.meaning)), said);
		}
		const { note, place } = target;
		return link.embed && note !== undefined && place.kind !== 'missing'
			? this.#embed({ note, place, target, said }, context)
			: this.#html(linkHtml(link, target, this.#viewer), said);
	}

	#file(file: EmbeddedFile, link: WikiLink, { note, inLink }: Context): RenderedMark {
		const { page, newToken } = this.#engine;
		const found = page.fileOf(file.name, note);
		const text = linkText(link, { target: link.target, heading: undefined });
		if (found === 'loading') {
			return this.#quiet(file.alt, text);
		}
		if (found.path === undefined) {
			return this.#html(
				element('span', { class: 'daily-log-link daily-log-missing', title: page.words.missingFile(file.name) }, text),
				text,
			);
		}
		const href = relativeHref(folderOf(page.note.path), found.path);
		if (link.embed && file.isImage) {
			const image = imageToken(newToken, { src: href, width: file.width, height: file.height }, file.alt);
			return { tokens: [image], isBlock: false, id: undefined };
		}
		return this.#html(
			inLink ? element('span', {}, text) : element('a', { class: 'daily-log-link', href, 'data-href': href, title: found.path }, text),
			text,
		);
	}

	#figure({ source, alt, caption }: Figure, { note }: Context): RenderedMark | undefined {
		const { page, newToken } = this.#engine;
		const found = page.fileOf(source, note);
		if (found === 'loading' || found.path === undefined) {
			return undefined;
		}
		const image = imageToken(
			newToken,
			{ src: relativeHref(folderOf(page.note.path), found.path), title: caption === '' ? undefined : caption },
			alt,
		);
		const below = element('span', { class: 'daily-log-caption' }, caption);
		return { tokens: caption === '' ? [image] : [image, markToken(newToken, below, '')], isBlock: false, id: undefined };
	}

	#embed({ note, place, target, said }: NoteEmbed, { chain }: Context): RenderedMark {
		if (chain.length > 1 && this.#boxes >= mostBoxes) {
			return this.#quiet(said, said);
		}
		this.#boxes++;
		const { page, newToken } = this.#engine;
		const shown = { uri: note.uri, place: keyOf(place) };
		const isCircle = chain.some(({ uri, place: outer }) => uri === shown.uri && (outer === shown.place || shown.place === ''));
		const body = isCircle ? { quiet: page.words.circle(note.title) } : this.#bodyOf({ note, target }, [...chain, shown]);
		const html = 'quiet' in body ? element('div', { class: 'daily-log-quiet' }, body.quiet) : body.html;
		const box = `${openTag('div', { class: 'daily-log-embed' })}${this.#titleOf(note, place)}<div class="daily-log-embed-body">${html}</div></div>`;
		return { tokens: [markToken(newToken, box, said)], isBlock: true, id: undefined };
	}

	#titleOf(note: Note, place: LinkPlace): string {
		const within = place.kind === 'heading' ? ` > ${place.heading.text}` : '';
		const text = note.title + within;
		return `<div class="daily-log-embed-title">${anchorHtml({ note, place, text, title: noteTitle(note, this.#viewer) }, this.#viewer)}</div>`;
	}

	#bodyOf(
		{ note, target }: Pick<NoteEmbed, 'note' | 'target'>,
		chain: readonly Shown[],
	): { readonly html: string } | { readonly quiet: string } {
		const { page } = this.#engine;
		if (chain.length > deepest + 1 || this.#embeds >= mostEmbeds || this.#characters >= mostCharacters) {
			return { quiet: page.words.tooDeep(note.title) };
		}
		const read = note.uri === page.note.uri ? { text: this.#text } : page.textOf(note);
		if (read === 'loading') {
			return { quiet: page.words.loading(note.title) };
		}
		if (read.text === undefined) {
			return { quiet: page.words.unreadable(note.title) };
		}
		const text = read.text.replace(/\r\n?/gu, '\n');
		this.#embeds++;
		this.#characters += text.length;
		const scan = scanText(text);
		const { heading } = target.meaning;
		const place: LinkPlace = heading === undefined || heading === '' ? { kind: 'top' } : placeIn(scan, heading);
		return { html: this.#renderEmbedded({ note, chain, text, scan, place }) };
	}
}

interface NoteEmbed {
	readonly note: Note;
	readonly place: LinkPlace;
	readonly target: LinkTarget;
	readonly said: string;
}

/** Which part of its note a place is. */
function keyOf(place: LinkPlace): string {
	switch (place.kind) {
		case 'heading':
			return `#${place.heading.anchor}`;
		case 'block':
			return `^${place.block.id}`;
		default:
			return '';
	}
}
