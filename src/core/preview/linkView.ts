import { meaningOf, placeOf, type LinkMeaning, type LinkPlace } from '../links/linkMeaning.ts';
import type { Note } from '../note.ts';
import { folderOf } from '../notePath.ts';
import { plainText } from '../prose/heading.ts';
import type { WikiLink } from '../prose/wikiLink.ts';
import type { Vault } from '../vault.ts';
import { element, relativeHref } from './html.ts';
import { previewAnchorOf, type SlugStyle } from './slug.ts';
import type { PreviewWords } from './words.ts';

/** Where links are seen from. */
export interface LinkViewer {
	readonly vault: Vault;
	/** The vault-relative path of the document that is shown: addresses are relative to its folder. */
	readonly page: string;
	readonly words: PreviewWords;
	readonly slugs: SlugStyle;
}

/** What a link leads to, as far as the preview shows it. */
export interface LinkTarget {
	readonly meaning: LinkMeaning;
	/** Undefined where it leads to no note, or to several. */
	readonly note: Note | undefined;
	readonly place: LinkPlace;
}

/** The target of a link that stands in the note `from`. */
export function targetOf(vault: Vault, link: WikiLink, from: Note): LinkTarget {
	const meaning = meaningOf(vault, link, from.path);
	const { resolution } = meaning;
	const found = resolution.kind === 'resolved' ? resolution.note : undefined;
	const note = found ?? (meaning.target === '' ? from : undefined);
	return { meaning, note, place: note === undefined ? { kind: 'missing' } : placeOf(note, meaning) };
}

/** What a link reads as: its alias, else `note > heading`. */
export function linkText({ alias }: Pick<WikiLink, 'alias'>, { target, heading }: Pick<LinkMeaning, 'target' | 'heading'>): string {
	const said = alias === undefined ? '' : plainText(alias);
	return said === '' ? [target, ...(heading ?? '').split('#')].filter(part => part !== '').join(' > ') : said;
}

/** The link as HTML: an anchor where it leads to a note, else a text that says why it does not. */
export function linkHtml(link: WikiLink, target: LinkTarget, viewer: LinkViewer): string {
	const { meaning, note, place } = target;
	const text = linkText(link, meaning);
	if (note === undefined) {
		return element('span', { class: `daily-log-link daily-log-${notFound(target)}`, title: whyNot(target, viewer.words) }, text);
	}
	const isMissing = place.kind === 'missing';
	const title = isMissing ? viewer.words.missingPlace(meaning.heading ?? '', note.title) : noteTitle(note, viewer);
	return anchorHtml({ note, place, text, title, isMissing }, viewer);
}

/** What an anchor is made of. */
export interface Anchor {
	readonly note: Note;
	readonly place: LinkPlace;
	readonly text: string;
	readonly title: string;
	readonly isMissing?: boolean;
}

/** An anchor to a place in a note. `data-href` is how VS Code's preview knows what to open. */
export function anchorHtml({ note, place, text, title, isMissing }: Anchor, viewer: LinkViewer): string {
	const file = note.path === viewer.page ? '' : relativeHref(folderOf(viewer.page), note.path);
	const href = file + fragmentOf(note, place, viewer.slugs) || '#';
	return element('a', { class: `daily-log-link${isMissing === true ? ' daily-log-missing' : ''}`, href, 'data-href': href, title }, text);
}

function fragmentOf(note: Note, place: LinkPlace, slugs: SlugStyle): string {
	switch (place.kind) {
		case 'heading': {
			const slug = previewAnchorOf(note.headings, place.heading, slugs);
			return `#${slugs === 'github' ? encodeURIComponent(slug) : slug}`;
		}
		case 'block':
			return `#${blockAnchor(place.block.id)}`;
		default:
			return '';
	}
}

/** The id under which a block can be called in the preview. */
export function blockAnchor(id: string): string {
	return encodeURIComponent(`block-${id.toLowerCase()}`);
}

function notFound({ meaning }: LinkTarget): 'ambiguous' | 'missing' {
	return meaning.resolution.kind === 'ambiguous' ? 'ambiguous' : 'missing';
}

/** Why a link leads nowhere. */
export function whyNot({ meaning: { target, resolution } }: LinkTarget, words: PreviewWords): string {
	return resolution.kind === 'ambiguous'
		? words.ambiguous(
				target,
				resolution.notes.map(({ path }) => path),
			)
		: words.missing(target);
}

/** Title and date of a note: what a link says when the pointer rests on it. */
export function noteTitle(note: Note, { vault, words }: Pick<LinkViewer, 'vault' | 'words'>): string {
	const day = vault.entry(note.uri)?.day;
	return day === undefined ? note.title : `${note.title} · ${words.day(day)}`;
}
