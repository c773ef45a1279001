import { meaningOf, type LinkMeaning } from '../links/linkMeaning.ts';
import { NameIndex } from '../links/nameIndex.ts';
import { linkPathOf, percentDecoded, type NameKind } from '../links/resolve.ts';
import { writeNumber } from '../entryNumber.ts';
import { writtenTitle, type Note } from '../note.ts';
import { nameOf } from '../notePath.ts';
import { scanText } from '../prose/scan.ts';
import { unescaped, type WikiLink } from '../prose/wikiLink.ts';
import { slugOf } from '../slug.ts';
import { slice, type Span, type TextEdit } from '../text.ts';
import { styleAt, writtenForms, type LinkSurroundings } from './linkWriting.ts';
import { headingsFor, isSamePlace, type ChangedNote } from './relinkedHeading.ts';
import { isConcerned, type Relinking } from './relinking.ts';
import { refEdits } from './relinkRefs.ts';
import { percentEncoded, respelled, rewrittenPath } from './rewrittenPath.ts';

/** What has to change in one note's text so that its links lead where they led. */
export interface Relinked {
	/** In the order of the text. */
	readonly edits: readonly TextEdit[];
	/** How many links that are. */
	readonly links: number;
	/** Links, as written, that may mean a note concerned, but others as well, or that cannot be written for where it is: they are left as they are. */
	readonly left: readonly string[];
}

/**
 * The edits of one note's text, as it is before the change, that keep each of its links on its note and its heading: wiki links, embeds, links in the front matter,
 * `ref` and `relref`. Each link keeps its way of writing: a title stays a title, a path a path, `.md`, `\|`, alias and letter case stay. A link that would still lead there is left alone; one
 * that a new name would capture is pinned to where it led.
 */
export function relinkText(relinking: Relinking, note: Note, text: string): Relinked {
	const scan = scanText(text);
	const from = { note, after: relinking.after.note(note.uri)?.path ?? note.path };
	const results = scan.links.map(link => {
		const written = slice(text, link.span);
		const result = relink(relinking, from, { link, text, style: styleAt(text, scan, link.span) });
		return { written, result };
	});
	const wiki = results.flatMap(({ result }) => (Array.isArray(result) ? [result] : []));
	const refs = refEdits(relinking, note, scan.refs);
	return {
		edits: [...wiki.flat(), ...refs].sort((a, b) => a.span.start - b.span.start),
		links: wiki.length + refs.length,
		left: results.flatMap(({ written, result }) => (result === 'left' ? [written] : [])),
	};
}

interface From {
	/** The note that the link stands in, as it is before. */
	readonly note: Note;
	/** Its path afterwards. */
	readonly after: string;
}

interface LinkInText extends Pick<LinkSurroundings, 'style'> {
	readonly link: WikiLink;
	readonly text: string;
}

/** The edits of a link; `same` where it may stay, `left` where it ought not to but must. */
function relink(relinking: Relinking, from: From, place: LinkInText): TextEdit[] | 'same' | 'left' {
	const { before, after } = relinking;
	const meant = meaningOf(before, place.link, from.note.path);
	if (meant.resolution.kind === 'unresolved') {
		return 'same';
	}
	if (meant.resolution.kind === 'ambiguous') {
		return meant.resolution.notes.some(note => isConcerned(relinking, note)) &&
			!isStill(relinking, from, place.link, meant.resolution.notes)
			? 'left'
			: 'same';
	}
	const { note, by } = meant.resolution;
	const now = after.note(note.uri);
	if (now === undefined) {
		return 'same';
	}
	const changed = { before: note, after: now };
	const targets = by === 'self' ? [''] : targetsFor(relinking, { ...changed, by, target: meant.target, fromAfter: from.after });
	const headings = meant.heading === undefined ? undefined : headingsFor(changed, meant.heading);
	return firstThatLeads(relinking, from, { ...place, changed, meant, targets, headings });
}

/** Whether a link that means several notes means just these afterwards. */
function isStill({ after }: Relinking, from: From, link: WikiLink, notes: readonly Note[]): boolean {
	const { resolution } = meaningOf(after, link, from.after);
	const uris = new Set(notes.map(({ uri }) => uri));
	return resolution.kind === 'ambiguous' && resolution.notes.length === uris.size && resolution.notes.every(({ uri }) => uris.has(uri));
}

interface Target extends ChangedNote {
	readonly by: NameKind;
	readonly target: string;
	readonly fromAfter: string;
}

/** What a link may call the note by from now on, best first; what it says now is always among them. */
function targetsFor(relinking: Relinking, place: Target): readonly string[] {
	const own = inOwnWay(relinking, place);
	const path = linkPathOf(place.after.path);
	const named = place.by === 'title' || place.by === 'slug' ? [nameOf(place.after.path)] : [];
	const isSpelling = own !== place.target && NameIndex.fold(own) === NameIndex.fold(place.target);
	const first = isSpelling ? [own, place.target] : [place.target, own];
	return [...new Set([...first, ...named, path, `/${path}`])];
}

/** The target in its own way of writing: the new title, the same path with another name in it, another number. */
function inOwnWay({ after: vault }: Relinking, { before, after, by, target, fromAfter }: Target): string {
	const title = writtenTitle(after.values) ?? nameOf(after.path);
	const oldTitle = writtenTitle(before.values) ?? '';
	switch (by) {
		case 'title':
			return encodedLike(target, respelled(percentDecoded(target), oldTitle, title));
		case 'number':
			return withNumber(target, vault.entry(after.uri)?.number) ?? title;
		case 'slug':
			return likeSlug(target, slugOf(target) === slugOf(oldTitle) ? title : nameOf(after.path));
		default:
			return rewrittenPath(target, { before: before.path, after: after.path, fromAfter });
	}
}

function withNumber(target: string, number: number | undefined): string | undefined {
	return number === undefined ? undefined : target.replace(/\d+/u, digits => writeNumber(number, digits, 1));
}

/** A slug where the target is one. */
function likeSlug(target: string, now: string): string {
	return slugOf(target) === target ? slugOf(now) : now;
}

function encodedLike(written: string, now: string): string {
	return percentDecoded(written) === written ? now : percentEncoded(now);
}

interface Rewriting extends LinkInText {
	readonly changed: ChangedNote;
	readonly meant: LinkMeaning;
	readonly targets: readonly string[];
	/** Undefined where the link names no heading. */
	readonly headings: readonly string[] | undefined;
}

function firstThatLeads(relinking: Relinking, from: From, rewriting: Rewriting): TextEdit[] | 'same' | 'left' {
	const { link, text, changed, meant, targets, headings } = rewriting;
	const edits = (wanted: readonly string[], span: Span): readonly TextEdit[][] =>
		wanted.flatMap(each => formsOf(rewriting, each, slice(text, span))).map(form => editsTo(text, span, form));
	const headingEdits = headings === undefined ? [[]] : edits(headings, meant.headingSpan);
	const found = edits(targets, meant.targetSpan)
		.flatMap(target => headingEdits.map(heading => [...target, ...heading]))
		.find(each => {
			const reached = meaningOf(relinking.after, { label: withEdits(link, each), span: link.span }, from.after);
			const { resolution } = reached;
			return resolution.kind === 'resolved' && resolution.note === changed.after && isSamePlace(changed, meant.heading, reached.heading);
		});
	return found === undefined ? 'left' : found.length === 0 ? 'same' : found;
}

function editsTo(text: string, span: Span, form: string): TextEdit[] {
	return form === slice(text, span) ? [] : [{ span, newText: form }];
}

/** What is written now stays exactly that. */
function formsOf({ style }: Rewriting, meant: string, written: string): readonly string[] {
	return unescaped(written) === meant ? [written] : writtenForms(meant, { style, isEscaped: /\\[#[\]]/u.test(written) });
}

function withEdits({ label, span }: WikiLink, edits: readonly TextEdit[]): string {
	const start = span.start + 2;
	return edits.reduceRight(
		(result, edit) => result.slice(0, edit.span.start - start) + edit.newText + result.slice(edit.span.end - start),
		label,
	);
}
