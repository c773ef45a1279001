import { readNumberedTitle, writeNumber } from '../entryNumber.ts';
import type { Note } from '../note.ts';
import { relinkText } from '../rename/relink.ts';
import { placeOfTitle } from '../rename/titlePlace.ts';
import { slice, type TextEdit } from '../text.ts';
import type { NewNumber, Renumbering } from './renumber.ts';

/** What a renumbering changes in one note. */
export interface RenumberedText {
	/** In the order of the text. */
	readonly edits: readonly TextEdit[];
	/** How many links they change. */
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
	const { edits, links, left } = relinkText(plan, note, text);
	const all = title === undefined ? edits : [title, ...edits].sort((a, b) => a.span.start - b.span.start);
	return { edits: all, links, ambiguous: left, titleLeft };
}

/** The digits of the title, where it stands in the front matter or, without a title there, in the first heading. */
function titleEdit(text: string, { from, to }: NewNumber, width: number): TextEdit | undefined {
	const place = placeOfTitle(text);
	const written = place === undefined ? '' : slice(text, place.span);
	const digits = /^(["']?\s*#?)(\d{1,7})/u.exec(written);
	if (!place || !digits || readNumberedTitle(written.replace(/^["']|["']$/gu, ''))?.number !== from) {
		return undefined;
	}
	const start = place.span.start + (digits[1] ?? '').length;
	const old = digits[2] ?? '';
	return { span: { start, end: start + old.length }, newText: writeNumber(to, old, width) };
}
