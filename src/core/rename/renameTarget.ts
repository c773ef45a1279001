import type { Field } from '../frontMatter/field.ts';
import { fieldAt } from '../frontMatter/fieldAt.ts';
import { meaningOf, placeOf, type LinkMeaning } from '../links/linkMeaning.ts';
import type { Resolution } from '../links/resolve.ts';
import { writtenTitle, type Note, type ReadNote } from '../note.ts';
import type { BlockId } from '../prose/blockId.ts';
import type { Heading } from '../prose/heading.ts';
import type { WikiLink } from '../prose/wikiLink.ts';
import { slice, touches, type Span } from '../text.ts';
import type { Vault } from '../vault.ts';
import { callingOf } from './renameNote.ts';
import { headingWords } from './renamePlace.ts';

/** What stands at a caret and can get another name. */
export type RenameTarget =
	| { readonly kind: 'note'; readonly note: Note; readonly byName: boolean }
	| { readonly kind: 'heading'; readonly note: Note; readonly heading: Heading }
	| { readonly kind: 'block'; readonly note: Note; readonly block: BlockId }
	| { readonly kind: 'tag'; readonly tag: string }
	/** The name of a note that is not there yet, as links have it. */
	| { readonly kind: 'unresolved'; readonly called: string }
	/** Nothing that can have another name: a name of several notes, a heading that the note has not, a picture. */
	| { readonly kind: 'ambiguous' | 'missingHeading' | 'noNote'; readonly called: string };

/** What stands at the caret, the characters that name it there, and what it is called now. */
export interface RenamePlace {
	readonly target: RenameTarget;
	readonly span: Span;
	readonly placeholder: string;
}

/**
 * What stands at an offset of a note: what a wiki link names, of which its heading or block only where the caret is there; the title in the front matter; a term of `tags`; a heading, block id or inline tag. Undefined where it is none
 * of these.
 */
export function renamePlaceAt(vault: Vault, { note, scan }: ReadNote, text: string, offset: number): RenamePlace | undefined {
	const link = scan.links.find(({ span }) => touches(span, offset));
	if (link !== undefined) {
		return inLink(vault, note, { link, text, offset });
	}
	const tag = scan.inlineTags.find(({ span }) => touches(span, offset));
	if (tag !== undefined) {
		return found({ kind: 'tag', tag: tag.name }, { start: tag.span.start + 1, end: tag.span.end }, tag.name);
	}
	const block = note.blockIds.find(({ span }) => touches(span, offset));
	if (block !== undefined) {
		return found({ kind: 'block', note, block }, { start: block.span.start + 1, end: block.span.end }, block.id);
	}
	const heading = note.headings.find(({ span }) => touches(span, offset));
	if (heading !== undefined) {
		const span = headingWords(text, heading);
		return found({ kind: 'heading', note, heading }, span, slice(text, span));
	}
	return inFrontMatter(note, text, offset);
}

function found(target: RenameTarget, span: Span, placeholder: string): RenamePlace {
	return { target, span, placeholder };
}

function inFrontMatter(note: Note, text: string, offset: number): RenamePlace | undefined {
	const place = fieldAt(text, offset);
	if (place === undefined || place.kind === 'name') {
		return undefined;
	}
	const value: unknown = place.kind === 'item' ? place.item.value : place.field.value;
	const isText = (typeof value === 'string' || typeof value === 'number') && String(value).trim() !== '';
	if (place.field.name === 'title' && place.kind === 'value' && writtenTitle(note.values) !== undefined) {
		return found({ kind: 'note', note, byName: false }, unquoted(text, place.span, place.field), note.title);
	}
	return place.field.name === 'tags' && isText
		? found(
				{ kind: 'tag', tag: String(value).trim() },
				unquoted(text, place.span, place.kind === 'item' ? place.item : place.field),
				String(value).trim(),
			)
		: undefined;
}

/** Without quotation marks. */
function unquoted(text: string, span: Span, { style }: Pick<Field, 'style'>): Span {
	const isQuoted = (style === 'single' || style === 'double') && /^(["'])[^]*\1$/u.test(slice(text, span));
	return isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
}

type Resolved = Extract<Resolution, { readonly kind: 'resolved' }>;

interface LinkPlace {
	readonly link: WikiLink;
	readonly text: string;
	readonly offset: number;
}

/** Never undefined: VS Code takes the inner brackets of `[[x]]` for a link of its own and would rename just that. */
function inLink(vault: Vault, from: Note, { link, text, offset }: LinkPlace): RenamePlace {
	const meaning = meaningOf(vault, link, from.path);
	const { resolution, target: called, targetSpan } = meaning;
	if (resolution.kind !== 'resolved') {
		const kind = resolution.kind === 'unresolved' && link.embed ? 'noNote' : resolution.kind;
		return found({ kind, called }, targetSpan, called);
	}
	const isInHeading = resolution.by === 'self' || (touches(meaning.headingSpan, offset) && offset > targetSpan.end);
	return (isInHeading ? headingInLink(resolution.note, meaning, text) : undefined) ?? noteInLink(resolution, meaning, text);
}

function noteInLink({ note, by }: Resolved, { targetSpan }: LinkMeaning, text: string): RenamePlace {
	const byName = by === 'path' || by === 'file' || by === 'bundle' || by === 'readme';
	return found({ kind: 'note', note, byName }, byName ? lastPart(text, targetSpan) : targetSpan, callingOf(note, byName));
}

/** The name in a path: without folders and `.md`. */
function lastPart(text: string, { start, end }: Span): Span {
	const written = slice(text, { start, end }).replace(/(?:\.(?:md|markdown)|[\\/]+)$/iu, '');
	return { start: start + Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1, end: start + written.length };
}

function headingInLink(note: Note, meaning: LinkMeaning, text: string): RenamePlace | undefined {
	const { heading, headingSpan } = meaning;
	const place = placeOf(note, meaning);
	switch (place.kind) {
		case 'top':
			return undefined;
		case 'missing':
			return found({ kind: 'missingHeading', called: heading ?? '' }, headingSpan, heading ?? '');
		case 'block':
			return found({ kind: 'block', note, block: place.block }, { start: headingSpan.start + 1, end: headingSpan.end }, place.block.id);
		case 'heading': {
			const start = headingSpan.start + slice(text, headingSpan).lastIndexOf('#') + 1;
			return found({ kind: 'heading', note, heading: place.heading }, { start, end: headingSpan.end }, place.heading.text);
		}
	}
}
