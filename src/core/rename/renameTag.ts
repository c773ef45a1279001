import { readFields, type Field, type FieldItem } from '../frontMatter/fields.ts';
import { replaceValue } from '../frontMatter/fieldEdits.ts';
import { quoteStyleOf, scalarText } from '../frontMatter/fieldText.ts';
import { findFrontMatter, type FrontMatterBlock } from '../frontMatter/frontMatter.ts';
import { withoutItem } from '../frontMatter/itemRemoval.ts';
import type { Note } from '../note.ts';
import { scanText } from '../prose/scan.ts';
import type { TagUse } from '../tags/tagCount.ts';
import { tagsOf } from '../tags/tagIndex.ts';
import { foldTerm, termsOf } from '../term.ts';
import { applyEdits, type TextEdit } from '../text.ts';
import type { Vault } from '../vault.ts';

/** A tag that gets another name, and with it those below it: `tools/planes` follows `tools`. */
export interface TagRenaming {
	readonly from: string;
	/** As it is to be spelled, without blanks around it. */
	readonly to: string;
}

/** Why a tag cannot be called so. `inline` is that some texts have the tag as `#tag`, and the new name cannot stand there. */
export type TagProblem = 'empty' | 'sign' | 'inline';

/** What the new name makes of a tag; undefined where it is another tag. */
export function renamedTag({ from, to }: TagRenaming, tag: string): string | undefined {
	const [old, term] = [foldTerm(from), foldTerm(tag)];
	if (term === old) {
		return to;
	}
	const below = term.startsWith(`${old}/`) ? tag.trim().split('/').slice(from.split('/').length) : [];
	return below.length === 0 ? undefined : [to, ...below].join('/');
}

/** The tags that change, most used first; with those in the texts or without. */
export function tagsConcerned(vault: Vault, renaming: TagRenaming, withInline: boolean): readonly TagUse[] {
	return tagsOf(vault)
		.tags(withInline)
		.filter(({ tag }) => renamedTag(renaming, tag) !== undefined);
}

/** The tags that are there already and that a tag would be merged with. */
export function mergedTags(vault: Vault, renaming: TagRenaming, withInline: boolean): readonly string[] {
	const uses = tagsOf(vault).tags(withInline);
	const results = uses.flatMap(({ tag }) => renamedTag(renaming, tag) ?? []).map(foldTerm);
	const wanted = new Set(results);
	return uses.filter(({ tag }) => wanted.has(foldTerm(tag)) && renamedTag(renaming, tag) === undefined).map(({ tag }) => tag);
}

/** What is wrong with the new name; undefined where nothing is. */
export function tagProblemOf(vault: Vault, { from, to }: TagRenaming, withInline: boolean): TagProblem | undefined {
	if (to.trim() === '') {
		return 'empty';
	}
	if (/[\p{Cc}\p{Cs}]/u.test(to) || /^\/|\/$|\/\//u.test(to)) {
		return 'sign';
	}
	const isInline =
		withInline && [...vault.notes()].some(({ inlineTags }) => inlineTags.some(({ name }) => renamedTag({ from, to }, name) !== undefined));
	return isInline && !isInlineTag(inlineForm(to)) ? 'inline' : undefined;
}

function isInlineTag(tag: string): boolean {
	return scanText(`#${tag}`).inlineTags[0]?.name === tag;
}

/** `Daily Log` as it can stand in a text: the two are one term to Hugo. */
function inlineForm(tag: string): string {
	return tag.replace(/\s+/gu, '-');
}

/** The notes that have the tag or one below it. */
export function notesWithTag(vault: Vault, renaming: TagRenaming, withInline: boolean): readonly Note[] {
	const uris = new Set(tagsConcerned(vault, renaming, withInline).flatMap(({ notes }) => [...notes]));
	return [...uris].flatMap(uri => vault.note(uri) ?? []);
}

/** What has to change in one note's text. */
export interface RetaggedText {
	/** In the order of the text. */
	readonly edits: readonly TextEdit[];
	/** Whether the front matter has the tag in a way that cannot be edited safely. */
	readonly isLeft: boolean;
}

/**
 * The edits of one note's text that give a tag its new name, in `tags` and, where wanted, as `#tag`. Quotation marks, list style and all else stay; where the note has the new tag already, the old one
 * goes.
 */
export function retagText(renaming: TagRenaming, text: string, withInline: boolean): RetaggedText {
	const block = findFrontMatter(text);
	const field = block && readFields(text, block).fields.find(({ name }) => name === 'tags');
	const edits = block && field ? fieldEdits(renaming, { text, block, field }) : [];
	const inline = withInline ? scanText(text).inlineTags : [];
	const inlineEdits = inline.flatMap(({ name, span }) => {
		const now = renamedTag(renaming, name);
		const newText = now === undefined ? undefined : inlineForm(now);
		return newText === undefined || newText === name ? [] : [{ span: { start: span.start + 1, end: span.end }, newText }];
	});
	return { edits: [...(edits ?? []), ...inlineEdits], isLeft: edits === undefined };
}

interface TagField {
	readonly text: string;
	readonly block: FrontMatterBlock;
	readonly field: Field;
}

/** `[]` where the field has no such tag, undefined where it cannot be edited. */
function fieldEdits(renaming: TagRenaming, place: TagField): readonly TextEdit[] | undefined {
	const { text, block, field } = place;
	const before = termsOf(field.value);
	const after = retagged(renaming, before);
	if (before.length === after.length && before.every((term, index) => term === after[index])) {
		return [];
	}
	const edits = field.items.length === 0 ? scalarEdits(renaming, place) : itemEdits(renaming, place);
	if (edits !== undefined && reads(text, edits, after)) {
		return edits;
	}
	const whole = replaceValue(text, block, 'tags', after);
	return whole && [whole];
}

/** The terms with the new name, each once: of two the first stays where it stands. */
function retagged(renaming: TagRenaming, terms: readonly string[]): readonly string[] {
	const kept: string[] = [];
	const seen = new Set(terms.filter(term => renamedTag(renaming, term) === undefined).map(foldTerm));
	for (const term of terms) {
		const now = renamedTag(renaming, term);
		if (now === undefined || !seen.has(foldTerm(now))) {
			kept.push(now ?? term);
			seen.add(foldTerm(now ?? term));
		}
	}
	return kept;
}

function scalarEdits(renaming: TagRenaming, { block, field }: TagField): readonly TextEdit[] {
	const now = renamedTag(renaming, String(field.value));
	return now === undefined ? [] : [{ span: field.valueSpan, newText: scalarText(now, block.format, quoteStyleOf(field.style)) }];
}

function itemEdits(renaming: TagRenaming, { text, block, field }: TagField): readonly TextEdit[] | undefined {
	const { items, style } = field;
	const taken = new Set(
		items
			.map(({ value }) => String(value))
			.filter(term => renamedTag(renaming, term) === undefined)
			.map(foldTerm),
	);
	const edits: TextEdit[] = [];
	for (const item of items) {
		const now = renamedTag(renaming, String(item.value));
		const isTwice = now !== undefined && taken.has(foldTerm(now));
		const edit =
			now === undefined
				? undefined
				: isTwice
					? withoutItem(text, field, item)
					: itemEdit(item, scalarText(now, block.format, quoteStyleOf(item.style), style === 'block' ? 'line' : 'brackets'));
		if (now !== undefined && edit === undefined) {
			return undefined;
		}
		taken.add(foldTerm(now ?? String(item.value)));
		edits.push(...(edit === undefined ? [] : [edit]));
	}
	return edits;
}

function itemEdit({ span }: FieldItem, newText: string): TextEdit {
	return { span, newText };
}

/** Whether the text reads as meant once the edits are made, and nothing is wrong that was not before. */
function reads(text: string, edits: readonly TextEdit[], terms: readonly string[]): boolean {
	const ordered = edits.toSorted((a, b) => a.span.start - b.span.start);
	if (ordered.some(({ span }, index) => span.start < (ordered[index - 1]?.span.end ?? 0))) {
		return false;
	}
	const [block, after] = [findFrontMatter(text), applyEdits(text, edits)];
	const afterBlock = findFrontMatter(after);
	if (block === undefined || afterBlock === undefined || after.length - afterBlock.bodyStart !== text.length - block.bodyStart) {
		return false;
	}
	const [before, now] = [readFields(text, block), readFields(after, afterBlock)];
	const others = (fields: readonly Field[]): string =>
		JSON.stringify(fields.filter(({ name }) => name !== 'tags').map(({ key, value }) => [key, value]));
	const found = termsOf(now.fields.find(({ name }) => name === 'tags')?.value);
	return now.errors.length <= before.errors.length && others(before.fields) === others(now.fields) && found.join('\n') === terms.join('\n');
}
