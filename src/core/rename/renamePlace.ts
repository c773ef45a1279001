import { parseNote, type Note } from '../note.ts';
import { withoutAttributes, type Heading } from '../prose/heading.ts';
import type { BlockId } from '../prose/blockId.ts';
import { applyEdits, slice, type Span } from '../text.ts';
import type { Refusal, Renaming } from './renameNote.ts';

/** The heading's own words in the text, without `{#id}` behind them. */
export function headingWords(text: string, { textSpan }: Heading): Span {
	const { said } = withoutAttributes(slice(text, textSpan));
	return { start: textSpan.start, end: textSpan.start + said.length };
}

/** Renames a heading of a note, whose text that is; the links to it, and to headings whose ids change with it, follow. */
export function renameHeading(
	{ note, text }: { readonly note: Note; readonly text: string },
	heading: Heading,
	newName: string,
): Renaming | Refusal {
	const name = newName.trim();
	if (name === '') {
		return { kind: 'name', problem: 'empty' };
	}
	const span = headingWords(text, heading);
	const renamed = renaming(note, text, { span, newText: name === heading.text ? slice(text, span) : name });
	const index = note.headings.indexOf(heading);
	const after = renamed.changes.notes?.get(note.uri)?.headings ?? note.headings;
	const isHeading = after.length === note.headings.length && after[index]?.level === heading.level && after[index].text !== '';
	return isHeading && !/[\r\n]/u.test(name) ? renamed : { kind: 'form' };
}

/** Renames a block: the id behind it, and the links that call it. */
export function renameBlock(
	{ note, text }: { readonly note: Note; readonly text: string },
	block: BlockId,
	newName: string,
): Renaming | Refusal {
	const id = newName.trim().replace(/^\^/u, '');
	if (!/^[\p{L}\p{N}_-]+$/u.test(id)) {
		return id === '' ? { kind: 'name', problem: 'empty' } : { kind: 'form' };
	}
	if (note.blockIds.some(other => other !== block && other.id.toLowerCase() === id.toLowerCase())) {
		return { kind: 'taken', path: `^${id}` };
	}
	return renaming(note, text, { span: { start: block.span.start + 1, end: block.span.end }, newText: id });
}

function renaming(note: Note, text: string, edit: { readonly span: Span; readonly newText: string }): Renaming {
	const edits = slice(text, edit.span) === edit.newText ? [] : [edit];
	const after = parseNote(note, applyEdits(text, edits));
	return { kind: 'renaming', moves: [], changes: { notes: new Map([[note.uri, after]]) }, own: { note, edits } };
}
