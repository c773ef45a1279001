import type { LogShape } from '../entry.ts';
import { insertFieldAfter, replaceValue, type FieldValue } from '../frontMatter/fieldEdits.ts';
import { sentence, t } from '../l10n.ts';
import { isNearlyTerm } from '../stray.ts';
import { foldTerm, termsOf } from '../term.ts';
import { writeInstant } from '../time/writtenDate.ts';
import { suggestedTitle } from './entryTitle.ts';
import { knownField } from './knownFields.ts';
import type { LogFacts } from './logFacts.ts';
import { fieldOf, isTooLongToMend, type Page } from './page.ts';
import type { Fix, Problem } from './problem.ts';
import { tagComments } from './tagComments.ts';

/**
 * The fields that an entry lacks: title and date, the series where it makes the entries, others where most entries of the log have them.
 * Of the lower-cased names that are `excused` another problem speaks. Silent where the front matter is broken: a mistake may hide a field.
 */
export function* missingFields(page: Page, facts: LogFacts, excused: ReadonlySet<string>): Iterable<Problem> {
	const { block, errors } = page;
	if (block === undefined || !block.closed || block.executable !== undefined || errors.length > 0) {
		return;
	}
	for (const name of wantedFields(facts)) {
		if (!excused.has(name) && isLacking(page, facts, name)) {
			yield missing(page, facts, name);
		}
	}
	yield* misspelledSeries(page, facts);
}

const vital: readonly string[] = ['title', 'date'];
const grave: ReadonlySet<string> = new Set([...vital, 'series']);

/** So few entries do not show yet that a log of a folder does without a series. */
const fewEntries = 3;

function wantedFields({ entries, usualFields, shape }: LogFacts): ReadonlySet<string> {
	const usual = usualFields.filter(name => !variesByNature(name, shape));
	const belonging = shape.folder === '' || entries.length <= fewEntries ? ['series'] : [];
	return new Set([...vital, ...belonging, ...usual]);
}

const fieldsOfEveryEntry: ReadonlySet<string> = new Set([...grave, 'tags', 'categories', 'draft', 'type', 'layout']);
const pictures = /^(?:images?|cover|thumbnail|banner|featured.*|videos?|audio)$/;

/** Most fields of Hugo, and pictures, are for the entries that need them: a log may have many aliases, and an entry none. */
function variesByNature(name: string, { fields }: LogShape): boolean {
	const isOurs = fieldsOfEveryEntry.has(name) || name === fields.input || name === fields.output;
	return !isOurs && (knownField(name) !== undefined || pictures.test(name));
}

/** From these Hugo takes the date of a page that has no `date`. @see https://gohugo.io/configuration/front-matter/#dates */
const otherDates: readonly string[] = ['publishdate', 'pubdate', 'published', 'lastmod', 'modified'];

function isLacking(page: Page, { shape }: LogFacts, name: string): boolean {
	const field = fieldOf(page, name);
	if (name === 'series' && shape.folder === '' && field !== undefined) {
		return isEmpty(field.value) && tagComments(page, field).length === 0;
	}
	if (name === 'title') {
		return field === undefined || field.value === null || (typeof field.value === 'string' && field.value.trim() === '');
	}
	return field === undefined && (name !== 'date' || !otherDates.some(other => fieldOf(page, other) !== undefined));
}

function isEmpty(value: unknown): boolean {
	return value === null || (Array.isArray(value) && value.length === 0);
}

const meanings: Readonly<Partial<Record<string, string>>> = {
	title: sentence("The entry has no 'title': lists and links have nothing to show for it."),
	date: sentence("The entry has no 'date': Hugo puts it in the year 1, and the log cannot count its hours."),
	series: sentence("The entry has no 'series', by which the site, and the log too, find its entries."),
	draft: sentence("The entry has no 'draft', as the others of the log have; Hugo publishes it."),
};

function missing(page: Page, facts: LogFacts, name: string): Problem {
	const opening = page.block?.opening ?? { start: 0, end: 0 };
	return {
		code: 'field.missing',
		...(grave.has(name) ? { severity: 'error' } : {}),
		message: t(meanings[name] ?? sentence("The entry has no '{0}', as the others of the log have."), name),
		span: fieldOf(page, name)?.keySpan ?? opening,
		related: [],
		fixes: defaultsOf(page, facts, name).flatMap(value => insertion(page, facts, { name, ...value })),
	};
}

interface Default {
	readonly value: FieldValue;
	/** Whether it says no more than the lack of the field does. */
	readonly certain: boolean;
}

/** What a new entry would have; for `draft` also what the entry is without it. Nothing for Hugo's fields that need a choice. */
function defaultsOf(page: Page, facts: LogFacts, name: string): readonly Default[] {
	const { series, fields } = facts.shape;
	switch (name) {
		case 'title':
			return [{ value: suggestedTitle(page, facts), certain: false }];
		case 'date':
			return [{ value: { kind: 'date', text: writeInstant(facts.now, facts.timeZone) }, certain: false }];
		case 'series':
			return [{ value: [series], certain: true }];
		case 'tags':
			return [{ value: commonTags(facts), certain: true }];
		case 'draft':
			return [true, false].map(value => ({ value, certain: false }));
		case 'toc':
			return [{ value: false, certain: true }];
		case fields.input:
			return [{ value: 0, certain: true }];
		case fields.output:
			return [{ value: '', certain: true }];
		default:
			return knownField(name) === undefined ? [{ value: '', certain: false }] : [];
	}
}

const newest = 5;

/** The tags that all of the newest entries have, such as `daily-log`. */
function commonTags({ entries }: LogFacts): readonly string[] {
	const lists = entries
		.slice(-2 * newest)
		.map(({ tags }) => tags)
		.filter(tags => tags.length > 0);
	const [first = [], ...others] = lists.slice(-newest);
	return first.filter((tag, index) => first.indexOf(tag) === index && others.every(tags => tags.includes(tag)));
}

interface Insertion extends Default {
	readonly name: string;
}

function insertion(page: Page, facts: LogFacts, { name, value, certain }: Insertion): readonly Fix[] {
	if (isTooLongToMend(page)) {
		return [];
	}
	const { text, block } = page;
	const key = knownField(name)?.name ?? name;
	const edit =
		block &&
		(fieldOf(page, name) === undefined
			? (insertFieldAfter(text, block, predecessor(page, facts, name), { key, value }) ??
				insertFieldAfter(text, block, undefined, { key, value }))
			: replaceValue(text, block, name, value));
	const shown = name === 'draft' && typeof value === 'boolean' ? `${key}: ${value}` : key;
	return edit === undefined ? [] : [{ kind: 'edit', title: t("Insert '{0}'", shown), edits: [edit], certain }];
}

/** A series that is a letter or two away from the log's, or holds it behind a comma: then the page is no entry. */
function* misspelledSeries(page: Page, { shape }: LogFacts): Iterable<Problem> {
	const field = fieldOf(page, 'series');
	const terms = termsOf(field?.value);
	const split = typeof field?.value === 'string' ? termsOf(field.value.split(',')) : terms;
	const near = terms.find(term => isNearlyTerm(term, shape.series));
	if (field === undefined || near === undefined || shape.folder !== '' || split.some(term => foldTerm(term) === foldTerm(shape.series))) {
		return;
	}
	const right = termsOf(near.split(',')).map(part => (isNearlyTerm(part, shape.series) ? shape.series : part));
	const all = terms.flatMap(term => (term === near ? right : [term]));
	const edit = page.block && replaceValue(page.text, page.block, 'series', all);
	yield {
		code: 'field.missing',
		severity: 'error',
		message: t("The entry does not count in the log: its series is '{0}', and that of the log is '{1}'.", near, shape.series),
		span: field.items.find(({ value }) => typeof value === 'string' && value.trim() === near)?.span ?? field.valueSpan,
		related: [],
		fixes: edit === undefined ? [] : [{ kind: 'edit', title: t("Write '{0}'", shape.series), edits: [edit], certain: false }],
	};
}

/** The nearest field of the entry that stands before this one in the log's entries; `''` where it comes first. */
function predecessor(page: Page, { usualFields, shape }: LogFacts, name: string): string {
	const { input, output } = shape.fields;
	const order = usualFields.includes(name) ? usualFields : ['title', 'date', 'series', 'tags', 'toc', input, output, 'draft'];
	const before = order.slice(0, Math.max(0, order.indexOf(name))).reverse();
	return before.find(other => fieldOf(page, other) !== undefined) ?? '';
}
