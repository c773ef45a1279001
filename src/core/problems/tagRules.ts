import type { Field, FieldItem } from '../frontMatter/field.ts';
import { withoutItem } from '../frontMatter/itemRemoval.ts';
import { valueText } from '../frontMatter/fieldText.ts';
import { t } from '../l10n.ts';
import { foldTerm } from '../term.ts';
import { applyEdits, slice, type Span, type TextEdit } from '../text.ts';
import { usualTagFields, type LogFacts } from './logFacts.ts';
import { fieldOf, isTooLongToMend, readPage, type Page } from './page.ts';
import type { Fix, Problem } from './problem.ts';
import { tagComments, termsIn, type TagComment } from './tagComments.ts';
import { placeOf, shortened, shownValue, writeFix } from './valueFix.ts';

/** Taxonomies that are no list of terms, or hold one term twice. */
export function* checkTags(page: Page, facts: LogFacts): Iterable<Problem> {
	for (const name of facts.tagFields ?? usualTagFields) {
		const field = fieldOf(page, name);
		if (field !== undefined) {
			const comments = tagComments(page, field);
			yield* comments.map(comment => commentProblem(page, field, comment));
			yield* comments.length > 0 && field.items.length === 0 ? [] : checkList(page, field);
			yield* duplicatesIn(page, field, name === 'tags' ? facts.usualTags : new Map());
		}
	}
}

function problemAt(code: Problem['code'], span: Span, message: string, fixes: readonly Fix[]): Problem {
	return { code, message, span, related: [], fixes };
}

function commentProblem(page: Page, { key, name }: Field, { span, edits, certain }: TagComment): Problem {
	const message = t(
		"Hugo takes '{0}' for a comment and does not see it in '{1}'. Put quotation marks around it, without the '#'.",
		shortened(slice(page.text, span)),
		key,
	);
	const fixes: readonly Fix[] = isReadable(page, edits, name) ? [{ kind: 'edit', title: t("Quote it in '{0}'", key), edits, certain }] : [];
	return problemAt('tags.comment', span, message, fixes);
}

/** Whether the edits leave a field with a list, and no mistake that was not there. */
function isReadable(page: Page, edits: readonly TextEdit[], name: string): boolean {
	if (isTooLongToMend(page)) {
		return false;
	}
	const after = readPage(page, applyEdits(page.text, edits));
	return Array.isArray(fieldOf(after, name)?.value) && after.errors.length <= page.errors.length;
}

/** A text is one term to Hugo, commas and all; a number is cast to one. Nothing at all is no mistake. */
function* checkList(page: Page, field: Field): Iterable<Problem> {
	const { value, key } = field;
	if (Array.isArray(value)) {
		yield* nestedLists(page, field);
		return;
	}
	if (value === undefined || value === null) {
		return;
	}
	if (typeof value === 'object') {
		yield problemAt(
			'tags.notList',
			placeOf(field),
			t("'{0}' is no list, and Hugo finds no term in it. Write a list, as in {1}.", key, '["one", "two"]'),
			[],
		);
		return;
	}
	const terms = typeof value === 'string' ? termsIn(value) : [JSON.stringify(value)];
	const effect =
		terms.length > 1
			? t('one single term')
			: terms.length === 1
				? t('a single term, and many themes break on it')
				: t('no term, and many themes break on it');
	const fixes = writeFix(page, field, terms, true);
	const advice = fixes[0]?.title ?? t('Write {0}', valueText(terms, page.block?.format ?? 'yaml'));
	const message = t("'{0}' is no list: '{1}' is {2}. {3}.", key, shownValue(page, field), effect, advice);
	yield problemAt('tags.notList', placeOf(field), message, fixes);
}

/** `tags: [[a]]`; on lines of their own `yaml.quote` speaks of such brackets. */
function* nestedLists(page: Page, field: Field): Iterable<Problem> {
	const nested = field.items.find(({ value }) => Array.isArray(value));
	if (nested !== undefined && field.style === 'flow') {
		const terms = [field.value].flat(nestingLimit).filter(item => typeof item === 'string');
		const message = t(
			"'{0}' holds a list within the list, in which Hugo finds no term. Write each term once in one pair of brackets.",
			field.key,
		);
		yield problemAt('tags.notList', nested.span, message, terms.length === 0 ? [] : writeFix(page, field, terms, false));
	}
}

const nestingLimit = 5;

/** Of several spellings of one term the log's usual one stays, or else the first; each of the others is a problem. */
function* duplicatesIn(page: Page, field: Field, usual: ReadonlyMap<string, string>): Iterable<Problem> {
	let count = 0;
	for (const [term, group] of groupsOf(field)) {
		const kept = group.find(({ text }) => text === usual.get(term)) ?? group[0];
		for (const other of group.filter(each => each !== kept)) {
			count++;
			yield duplicate(page, field, other, { ...(kept ?? other), isMended: count === 1 || count * page.text.length <= mostRead });
		}
	}
}

/** Each fix is tried on all of the text. In so many characters; what is left has its fixes once the first duplicates are gone. */
const mostRead = 50_000;

interface Term {
	readonly text: string;
	readonly index: number;
	readonly item: FieldItem;
}

function groupsOf({ items }: Field): ReadonlyMap<string, readonly Term[]> {
	const groups = new Map<string, Term[]>();
	for (const [index, item] of items.entries()) {
		const text = typeof item.value === 'string' || typeof item.value === 'number' ? String(item.value) : '';
		const term = foldTerm(text);
		if (term !== '') {
			const group = groups.get(term) ?? [];
			group.push({ text, index, item });
			groups.set(term, group);
		}
	}
	return groups;
}

function duplicate(page: Page, field: Field, { text, item }: Term, kept: Term & { readonly isMended: boolean }): Problem {
	const message =
		text === kept.text
			? t("'{0}' is listed twice in '{1}'. Once is enough.", text, field.key)
			: t("'{0}' and '{1}' are one term to Hugo: both lead to the same page. Keep '{1}'.", text, kept.text);
	const edit = kept.isMended ? withoutItem(page.text, field, item) : undefined;
	const fixes: readonly Fix[] =
		edit !== undefined && isReadable(page, [edit], field.name)
			? [{ kind: 'edit', title: t("Remove '{0}'", text), edits: [edit], certain: true }]
			: [];
	return problemAt('tags.duplicate', item.span, message, fixes);
}
