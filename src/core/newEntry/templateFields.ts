import { paddingOf } from '../entryNumber.ts';
import { isNearlyAll, mostCommon } from '../majority.ts';
import { rawForm, writeScalar, type ScalarForm } from './scalarForm.ts';
import { slugOf } from '../slug.ts';
import { foldTerm } from '../term.ts';
import { usualTitleForm, type FieldNames, type TemplatePiece, type TitleForm } from './template.ts';
import { isTomlTable } from './templateOrder.ts';
import type { Occurrence, ReadSample } from './templateSample.ts';
import { slice } from '../text.ts';
import { readDate } from '../time/writtenDate.ts';

/** What the samples' fields of one name are, and what the log is about. */
export interface FieldQuestion {
	readonly name: string;
	/** Newest first, at least one; apart from fields with a meaning of their own only those of the type that most have. */
	readonly occurrences: readonly Occurrence[];
	readonly newest: Occurrence;
	readonly names: FieldNames;
	readonly series: string;
}

/** What a new entry says in a field: what another says, to the letter; something new, written as `like` writes it; or the field goes. */
export type FieldPlan =
	| { readonly kind: 'copy'; readonly like: Occurrence }
	| { readonly kind: 'write'; readonly like: Occurrence; readonly value: readonly TemplatePiece[] }
	| { readonly kind: 'omit' };

type Rule = (question: FieldQuestion) => FieldPlan | undefined;

const rules: readonly Rule[] = [planTitle, planInput, planOutput, planDraft, planDate, planCounting, planDerived, planConstant, planList];

/** The first rule that has an answer decides; a field that differs from entry to entry is left empty. */
export function planField(question: FieldQuestion): FieldPlan {
	for (const rule of rules) {
		const plan = rule(question);
		if (plan !== undefined) {
			return plan;
		}
	}
	return planEmpty(question);
}

function write({ newest }: FieldQuestion, ...value: readonly TemplatePiece[]): FieldPlan {
	return { kind: 'write', like: newest, value };
}

function text(words: string): TemplatePiece {
	return { kind: 'text', text: words };
}

function planTitle(question: FieldQuestion): FieldPlan | undefined {
	const samples = question.occurrences.map(({ sample }) => sample);
	return question.name === 'title'
		? write(question, { kind: 'title', form: learnTitleForm(samples), scalar: scalarFormOf(question) })
		: undefined;
}

/** How most titles write their number. Titles that are only a number do not tell the separator. */
function learnTitleForm(samples: readonly ReadSample[]): TitleForm {
	const numbered = samples.flatMap(sample => sample.numberedTitle ?? []);
	if (numbered.length === 0 || numbered.length * 2 < samples.length) {
		return { pattern: '{title}', digits: 1 };
	}
	const named = numbered.filter(title => title.title !== '');
	const pattern = mostCommon(named.map(({ prefix, separator }) => `${prefix}{number}${separator}{title}`));
	return { pattern: pattern ?? usualTitleForm.pattern, digits: paddingOf(numbered.map(title => title.digits)) };
}

/** A quoting that was a choice counts; one that YAML asked for (`"62 - C: a tour"`) says nothing about the log. */
function scalarFormOf({ occurrences, newest }: FieldQuestion): ScalarForm {
	const { format } = newest.sample.block;
	const choices = occurrences.flatMap(({ field: { style, value } }) =>
		typeof value === 'string' && (style === 'plain' || style === 'single' || style === 'double') ? [{ style, value }] : [],
	);
	const free = choices.filter(({ style, value }) => style === 'plain' || writeScalar({ format, style: 'plain' }, value) === value);
	return { format, style: mostCommon((free.length > 0 ? free : choices).map(({ style }) => style)) ?? 'plain' };
}

/** A new entry starts at nothing, however much the others agree. */
function planInput(question: FieldQuestion): FieldPlan | undefined {
	return question.name === question.names.input.toLowerCase() ? write(question, text('0')) : undefined;
}

function planOutput(question: FieldQuestion): FieldPlan | undefined {
	if (question.name !== question.names.output.toLowerCase()) {
		return undefined;
	}
	const empty = emptyText(scalarFormOf(question));
	return write(question, text(empty.slice(0, 1)), { kind: 'stop', at: 'output' }, text(empty.slice(1)));
}

/** No text at all: nothing in plain YAML, else two quotation marks. */
function emptyText(form: ScalarForm): string {
	return form.format === 'yaml' && form.style === 'plain' ? '' : writeScalar(form, '');
}

/** A log whose latest entries all say `draft: false` publishes at once, and the new entry does as they do; else it begins as a draft. */
function planDraft(question: FieldQuestion): FieldPlan | undefined {
	if (question.name !== 'draft') {
		return undefined;
	}
	const published = question.occurrences.every(({ field }) => field.value === false);
	return write(question, text(String(!published)));
}

const newDates = new Set(['date', 'lastmod', 'publishdate', 'pubdate', 'modified', 'published']);

function planDate(question: FieldQuestion): FieldPlan | undefined {
	const { name, occurrences, newest } = question;
	const dates = occurrences.flatMap(({ field }) => (typeof field.value === 'string' ? (readDate(field.value) ?? []) : []));
	const follows = occurrences.every(({ sample, field }) => sample.date !== undefined && field.value === sample.date);
	if (!follows && name !== 'date' && (!newDates.has(name) || dates.length === 0)) {
		return name === 'expirydate' ? { kind: 'omit' } : undefined;
	}
	const dateOnly = isNearlyAll(dates.filter(date => date.minuteOfDay === undefined).length, dates.length);
	return write(question, { kind: 'date', dateOnly, scalar: dateFormOf(newest) });
}

function dateFormOf({ sample, field }: Occurrence): ScalarForm {
	const { format } = sample.block;
	return format === 'json' || field.style === 'double' || field.style === 'single'
		? { format, style: field.style === 'single' ? 'single' : 'double' }
		: rawForm;
}

/** `weight: 62` counts up with the entries, `weight: 938` counts down from 1000. */
function planCounting(question: FieldQuestion): FieldPlan | undefined {
	const pairs = question.occurrences.flatMap(({ sample, field }) =>
		typeof field.value === 'number' ? [{ number: sample.number, value: field.value }] : [],
	);
	const told = new Set(pairs.map(({ number }) => number)).size > 1;
	const factor = ([1, -1] as const).find(
		sign => pairs.length > 0 && new Set(pairs.map(({ number, value }) => value - sign * number)).size === 1,
	);
	const first = pairs[0];
	if (first === undefined || factor === undefined || (!told && first.value !== first.number)) {
		return undefined;
	}
	return write(question, { kind: 'counting', factor, constant: first.value - factor * first.number });
}

/** `url: /log/62-restarting/` is `/log/{number}-{slug}/` if that holds for nearly all. */
function planDerived(question: FieldQuestion): FieldPlan | undefined {
	const { name, occurrences } = question;
	const patterns = occurrences.map(patternOf);
	const usual = mostCommon(patterns.filter(pattern => pattern !== undefined));
	const holds = usual !== undefined && isNearlyAll(patterns.filter(pattern => pattern === usual).length, patterns.length);
	const told = occurrences.length > 1 || name === 'slug' || name === 'url' || usual === '{number}';
	const pattern = holds && told ? usual : name === 'slug' ? '{slug}' : undefined;
	const digits = paddingOf(occurrences.flatMap(({ field }) => /\d+/.exec(String(field.value))?.[0] ?? []));
	return pattern === undefined ? undefined : write(question, { kind: 'derived', pattern, digits, scalar: scalarFormOf(question) });
}

function patternOf({ sample, field }: Occurrence): string | undefined {
	if (typeof field.value !== 'string' || field.value === '' || /[{}]/.test(field.value)) {
		return undefined;
	}
	const { words, day, number } = sample;
	const numberPattern = new RegExp(String.raw`(?<![\d{])0*${number}(?!\d)`);
	const named = replaceWords(replaceWords(replaceWords(field.value, words, '{title}'), slugOf(words), '{slug}'), day ?? '', '{date}');
	const counted = named.replace(numberPattern, '{number}');
	return counted === field.value ? undefined : counted;
}

/** Puts the name in the place of the words, where they are not part of longer ones. */
function replaceWords(value: string, words: string, name: string): string {
	for (let at = value.indexOf(words); words !== '' && at >= 0; at = value.indexOf(words, at + 1)) {
		const end = at + words.length;
		if (!/[\p{L}\p{N}]$/u.test(value.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(value.slice(end))) {
			return value.slice(0, at) + name + value.slice(end);
		}
	}
	return value;
}

/** One entry alone cannot tell what all say: its lists and booleans are taken for constant, its words only in these fields. */
const constantWords = new Set(['author', 'authors', 'series', 'categories', 'tags', 'type', 'layout', 'markup', 'language']);

function planConstant({ name, occurrences }: FieldQuestion): FieldPlan | undefined {
	const written = occurrences.map(({ field }) => JSON.stringify(field.value));
	const usual = mostCommon(written);
	const like = occurrences[written.indexOf(usual ?? '')];
	if (like === undefined) {
		return undefined;
	}
	const { value } = like.field;
	const constant = isNearlyAll(written.filter(other => other === usual).length, written.length);
	const told = occurrences.length > 1 || constantWords.has(name) || typeof value === 'boolean' || value === null;
	return typeof value === 'boolean' || (constant && told) ? { kind: 'copy', like } : undefined;
}

/** Lists that differ keep what nearly all of them have, and the series of the log. */
function planList(question: FieldQuestion): FieldPlan | undefined {
	const { occurrences, newest, name, series } = question;
	if (!Array.isArray(newest.field.value) || isTomlTable(newest.sample, newest.field.span.start)) {
		return undefined;
	}
	const lists = occurrences.map(({ field }) => new Set(field.items.map(item => JSON.stringify(item.value))));
	const isCommon = (value: unknown): boolean =>
		(occurrences.length > 1 && isNearlyAll(lists.filter(list => list.has(JSON.stringify(value))).length, lists.length)) ||
		(name === 'series' && typeof value === 'string' && foldTerm(value) === foldTerm(series));
	const like = occurrences.find(({ field }) => field.items.filter(item => isCommon(item.value)).length > 0) ?? newest;
	const items = like.field.items.filter(item => isCommon(item.value)).map(item => slice(like.sample.text, item.span));
	return { kind: 'write', like, value: [text(writeList(like, items))] };
}

/** The items in the list's own style: `[a, b]`, `[ a, b ]`, or a line for each with the indentation and dash that the list has. */
function writeList({ sample, field }: Occurrence, items: readonly string[]): string {
	const first = field.items[0];
	if (items.length === 0 || first === undefined) {
		return '[]';
	}
	const before = sample.text.slice(field.keySpan.end, first.span.start);
	const bullet = /\n[ \t]*-[ \t]+$/.exec(before)?.[0];
	if (field.style === 'block' && bullet !== undefined) {
		return items.map(item => bullet + item).join('');
	}
	const padding = /\[( +)$/.exec(before)?.[1] ?? '';
	return `[${padding}${items.join(', ')}${padding}]`;
}

/** What differs from entry to entry is left empty, as its type is empty. A date cannot be empty in Hugo, nor has a TOML table an empty form. */
function planEmpty(question: FieldQuestion): FieldPlan {
	const { value, span } = question.newest.field;
	if (typeof value === 'number') {
		return write(question, text('0'));
	}
	if (typeof value === 'string') {
		return readDate(value) ? { kind: 'omit' } : write(question, text(emptyText(scalarFormOf(question))));
	}
	if (typeof value !== 'object' || value === null) {
		return { kind: 'copy', like: question.newest };
	}
	return isTomlTable(question.newest.sample, span.start) ? { kind: 'omit' } : write(question, text(Array.isArray(value) ? '[]' : '{}'));
}
