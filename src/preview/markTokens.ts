import type { Token } from 'markdown-it';
import { openTag } from '../core/preview/html.ts';
import { partsOf, unmask, type Mark, type MaskedText, type Piece } from '../core/preview/marks.ts';

/** The type of the tokens that stand for marks; their content is HTML. */
export const markType = 'daily_log';

/** What becomes of a mark. */
export interface RenderedMark {
	readonly tokens: readonly Token[];
	/** Whether it is a block: what it stands in can be no paragraph then. */
	readonly isBlock: boolean;
	/** An id for what it stands in; undefined where it needs none. */
	readonly id: string | undefined;
}

/** What puts marks in their places. */
export interface Placing {
	readonly newToken: NewToken;
	/** Makes tokens of a mark; `inLink` where it stands within a link of Markdown, which can hold no other. */
	readonly render: (mark: Mark, inLink: boolean) => RenderedMark;
}

/** Puts what is made of the marks in the place of the placeholders, and the text as written back wherever Markdown has no text: in code, HTML, addresses. */
export function placeMarks(tokens: readonly Token[], masked: MaskedText, placing: Placing): void {
	if (masked.pieces.length === 0) {
		return;
	}
	tokens.forEach((token, index) => {
		restore(token, masked);
		if (token.type === 'inline' && token.children !== null) {
			const placed = placeInline(token.children, masked, placing);
			token.children = [...placed.tokens];
			dress(tokens, index, placed);
		}
	});
}

/** A paragraph with a block in it becomes a division; the id goes to what VS Code scrolls to. */
function dress(tokens: readonly Token[], inline: number, { isBlock, id }: RenderedMark): void {
	const opening = tokens[inline - 1];
	const closing = tokens[inline + 1];
	if (isBlock && opening?.type === 'paragraph_open' && closing !== undefined) {
		opening.tag = 'div';
		closing.tag = 'div';
	}
	const around = opening?.hidden === true ? tokens[inline - 2] : opening;
	if (id !== undefined && around !== undefined) {
		around.attrSet('id', id);
	}
}

function placeInline(children: readonly Token[], masked: MaskedText, placing: Placing): RenderedMark {
	let links = 0;
	const rendered = children.map((child): RenderedMark => {
		links += child.type === 'link_open' ? 1 : child.type === 'link_close' ? -1 : 0;
		if (child.type === 'text' && child.content.includes(masked.fence)) {
			return joined(partsOf(child.content, masked.fence).map(part => placePart(part, masked, { ...placing, inLink: links > 0 })));
		}
		restore(child, masked);
		return { tokens: [child], isBlock: false, id: undefined };
	});
	return joined(rendered);
}

function placePart(
	part: Piece,
	{ pieces }: MaskedText,
	{ newToken, render, inLink }: Placing & { readonly inLink: boolean },
): RenderedMark {
	if (typeof part === 'string') {
		return { tokens: [textToken(newToken, part)], isBlock: false, id: undefined };
	}
	const mark = pieces[part]?.mark;
	return mark === undefined ? { tokens: [], isBlock: false, id: undefined } : render(mark, inLink);
}

function joined(parts: readonly RenderedMark[]): RenderedMark {
	return {
		tokens: parts.flatMap(({ tokens }) => tokens),
		isBlock: parts.some(({ isBlock }) => isBlock),
		id: parts.find(({ id }) => id !== undefined)?.id,
	};
}

function restore(token: Token, masked: MaskedText): void {
	token.content = unmask(token.content, masked);
	token.info = unmask(token.info, masked);
	token.attrs?.forEach(attribute => {
		attribute[1] = unmask(attribute[1], masked);
	});
	if (token.type === 'image') {
		token.children?.forEach(child => {
			restore(child, masked);
		});
	}
}

/** Makes a token of markdown-it's own class, which is VS Code's: it comes with no import. */
export type NewToken = (type: string, tag: string) => Token;

function textToken(newToken: NewToken, content: string): Token {
	const token = newToken('text', '');
	token.content = content;
	return token;
}

/** A token for a mark's HTML. `said` is what counts of it where VS Code makes an id of a heading. */
export function markToken(newToken: NewToken, html: string, said: string): Token {
	const token = newToken(markType, '');
	token.content = html;
	token.children = [textToken(newToken, said)];
	return token;
}

/** An empty element that VS Code finds by its id, on a line of the page. */
export function idToken(newToken: NewToken, id: string, line: number): Token {
	return markToken(newToken, `${openTag('span', { class: 'code-line', 'data-line': String(line), id })}</span>`, '');
}

/** A token for a picture, which VS Code's own rule renders: it finds the file, and watches it. */
export function imageToken(newToken: NewToken, attributes: Readonly<Record<string, string | undefined>>, alt: string): Token {
	const token = newToken('image', 'img');
	const written = Object.entries(attributes).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
	token.attrs = [...written, ['alt', '']];
	token.content = alt;
	token.children = [textToken(newToken, alt)];
	return token;
}
