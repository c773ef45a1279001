import { readNumberedTitle } from '../entryNumber.ts';
import { readFields } from '../frontMatter/fields.ts';
import { findFrontMatter } from '../frontMatter/frontMatter.ts';
import type { Note } from '../note.ts';
import { stemOf, withNewName } from './renamedTarget.ts';
import { writeNumber, type NewNumber, type Renumbering } from './renumber.ts';
import { folderMoveAround } from './renumberMoves.ts';
import { refEdits } from './renumberRefs.ts';
import { linkPathOf, resolve, type NameKind } from '../links/resolve.ts';
import { slugOf } from '../slug.ts';
import { slice, type Span, type TextEdit } from '../text.ts';
import { wikiLinksIn, type WikiLink } from '../prose/wikiLink.ts';

/** What a renumbering changes in one note. */
export interface RenumberedText {
	/** In the order of the text. */
	readonly edits: readonly TextEdit[];
	/** How many of them are links. */
	readonly links: number;
	/** Links, as written, that may mean a renumbered entry, but others as well: they are left as they are. */
	readonly ambiguous: readonly string[];
	/** Whether the title carries the old number in a way that cannot be edited safely. */
	readonly titleLeft: boolean;
}

/** The edits of one note's text: the number in its title where it is a renumbered entry, and every link, also by `ref` and `relref`, that would lead elsewhere or nowhere. */
export function renumberText(plan: Renumbering, note: Note, text: string): RenumberedText {
	const change = plan.changes.get(note.uri);
	const title = change === undefined ? undefined : titleEdit(text, change, plan.titleWidth);
	const titleLeft = change !== undefined && title === undefined && readNumberedTitle(note.title)?.number === change.from;
	const links = text.includes('[[') ? wikiLinksIn(text) : [];
	const results = links.map(link => ({ link, result: newTarget(plan, note, link) }));
	const linkEdits = [...results.flatMap(({ link, result }) => editOf(text, link, result)), ...refEdits(plan, note, text)];
	linkEdits.sort((a, b) => a.span.start - b.span.start);
	return {
		edits: title === undefined ? linkEdits : [title, ...linkEdits],
		links: linkEdits.length,
		ambiguous: results.flatMap(({ link, result }) => (result.kind === 'ambiguous' ? [slice(text, link.span)] : [])),
		titleLeft,
	};
}

/** The digits of the title, where it stands in the front matter or, without a title there, in the first heading. */
function titleEdit(text: string, { from, to }: NewNumber, width: number): TextEdit | undefined {
	const place = placeOfTitle(text);
	const written = place === undefined ? '' : slice(text, place);
	const digits = /^(["']?\s*#?)(\d{1,7})/u.exec(written);
	if (!place || !digits || readNumberedTitle(written.replace(/^["']|["']$/gu, ''))?.number !== from) {
		return undefined;
	}
	const start = place.start + (digits[1] ?? '').length;
	const old = digits[2] ?? '';
	return { span: { start, end: start + old.length }, newText: writeNumber(to, old, width) };
}

function placeOfTitle(text: string): Span | undefined {
	const block = findFrontMatter(text);
	const field = block && readFields(text, block).fields.find(({ name }) => name === 'title');
	if (field !== undefined) {
		return field.valueSpan;
	}
	const body = block?.bodyStart ?? 0;
	const heading = /^# +(.+)/mu.exec(text.slice(body, body + 1000));
	const start = heading === null ? 0 : body + heading.index + heading[0].length - (heading[1] ?? '').length;
	return heading === null ? undefined : { start, end: start + (heading[1] ?? '').length };
}

type NewTarget = { readonly kind: 'same' } | { readonly kind: 'ambiguous' } | { readonly kind: 'target'; readonly target: string };

function newTarget(plan: Renumbering, from: Note, { target }: WikiLink): NewTarget {
	const meant = resolve(plan.before, target, from.path);
	if (meant.kind === 'ambiguous') {
		return meant.notes.some(note => isConcerned(plan, note)) ? { kind: 'ambiguous' } : { kind: 'same' };
	}
	if (meant.kind === 'unresolved' || meant.by === 'self') {
		return { kind: 'same' };
	}
	const { note, by } = meant;
	const pathThen = plan.after.note(from.uri)?.path ?? from.path;
	const leadsThere = (text: string): boolean => {
		const reached = resolve(plan.after, text, pathThen);
		return reached.kind === 'resolved' && reached.note.uri === note.uri;
	};
	if (leadsThere(target)) {
		return { kind: 'same' };
	}
	const after = plan.after.note(note.uri) ?? note;
	const found = [rewritten(plan, target, { note, after, by }), linkPathOf(after.path)].find(leadsThere);
	return found === undefined ? { kind: 'ambiguous' } : { kind: 'target', target: found };
}

function isConcerned({ changes, after }: Renumbering, note: Note): boolean {
	return changes.has(note.uri) || after.note(note.uri)?.path !== note.path;
}

interface Meant {
	readonly note: Note;
	readonly after: Note;
	readonly by: NameKind;
}

/** The target in its own way of writing: a title with another number, a path with another name in it. */
function rewritten({ changes, movesBySource }: Renumbering, target: string, { note, after, by }: Meant): string {
	const to = changes.get(note.uri)?.to;
	switch (by) {
		case 'path':
		case 'file':
		case 'bundle':
		case 'readme':
			return withNewName(target, movesBySource.get(note.path) ?? folderMoveAround(note.path, movesBySource));
		case 'title':
			return withNewNumber(target, readNumberedTitle(target)?.numberSpan, to);
		case 'number':
			return withNewNumber(target, { start: 0, end: stemOf(target).length }, to);
		case 'slug':
			return slugOf(after.title);
	}
}

function withNewNumber(target: string, span: Span | undefined, to: number | undefined): string {
	return span === undefined || to === undefined
		? target
		: target.slice(0, span.start) + writeNumber(to, slice(target, span), 1) + target.slice(span.end);
}

function editOf(text: string, { target, targetSpan }: WikiLink, result: NewTarget): readonly TextEdit[] {
	if (result.kind !== 'target') {
		return [];
	}
	const isEscaped = slice(text, targetSpan) !== target;
	return [{ span: targetSpan, newText: isEscaped ? result.target.replace(/[#[\]]/gu, '\\$&') : result.target }];
}
