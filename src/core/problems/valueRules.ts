import { readMinutes, type InputUnit } from '../time/duration.ts';
import { isDraft } from '../entry.ts';
import type { Field } from '../frontMatter/field.ts';
import { t } from '../l10n.ts';
import { isFuture, logDayAt, logDayOf, readDate } from '../time/writtenDate.ts';
import type { LogFacts } from './logFacts.ts';
import { misspelledFields } from './misspelledFields.ts';
import { fieldAt, fieldOf, type Page } from './page.ts';
import type { Problem } from './problem.ts';
import { checkQuoting } from './quotingRules.ts';
import { misusedOutputs } from './reservedFields.ts';
import { placeOf, shownValue, writeFix } from './valueFix.ts';
import { meantBoolean } from './yesAndNo.ts';

/** What the values of `draft`, `input` and `output` say, whatever the two are called in this log. */
export function* checkValues(page: Page, facts: LogFacts): Iterable<Problem> {
	const draft = fieldOf(page, 'draft');
	if (draft !== undefined && typeof draft.value !== 'boolean' && draft.value !== undefined) {
		yield notBoolean(page, draft);
	}
	const input = fieldOf(page, facts.shape.fields.input);
	if (input !== undefined && input.value !== undefined) {
		yield* checkInput(page, input, facts.shape.inputUnit);
	}
	yield* checkOutput(page, facts);
}

/**
 * Where Hugo comes to what is meant all the same (`no`, `"true"`, `1`) it is a warning: templates that look at the value, and other programs, may not.
 * To Hugo before 0.152 `yes` was true; since then it is text, and publishes the entry.
 */
function notBoolean(page: Page, field: Field): Problem {
	const meant = meantBoolean(field.value);
	const isPublished = !isDraft(field.value);
	const works = meant === isDraft(field.value);
	const effect = isPublished ? t('Hugo publishes the entry') : t('Hugo keeps the entry back');
	const advice =
		meant === undefined
			? t('Write true or false.')
			: works
				? t('Write {0}, so that every program reads the same.', meant)
				: t('Write {0}.', meant);
	return {
		code: 'draft.notBoolean',
		...(works ? { severity: 'warning' } : {}),
		message: `${subjectOf(page, field)}: ${effect}. ${advice}`,
		span: placeOf(field),
		related: [],
		fixes: (meant === undefined ? [true, false] : [meant]).flatMap(value => writeFix(page, field, value, meant !== undefined)),
	};
}

function subjectOf(page: Page, field: Field): string {
	if (field.value === null || field.value === '') {
		return t("'{0}' is empty", 'draft');
	}
	const shown = shownValue(page, field);
	return /^(?:true|false)$/i.test(shown) ? t("'{0}' is written as text", shown) : t("'{0}' is neither true nor false", shown);
}

const minutesPerDay = 1440;

function* checkInput(page: Page, field: Field, unit: InputUnit): Iterable<Problem> {
	if (typeof field.value !== 'number' || !Number.isFinite(field.value)) {
		yield field.value === null || field.value === '' ? emptyInput(page, field, unit) : notNumber(page, field, unit);
		return;
	}
	const minutes = field.value * (unit === 'hours' ? 60 : 1);
	if (minutes < 0 || minutes > minutesPerDay) {
		const what = minutes < 0 ? t('less than zero') : t('more than a day');
		const message =
			unit === 'hours'
				? t('{0} hours is {1}. Write the hours that went into this entry.', field.value, what)
				: t('{0} minutes is {1}. Write the minutes that went into this entry.', field.value, what);
		yield { code: 'input.range', message, span: placeOf(field), related: [], fixes: [] };
	}
}

function nameOf(unit: InputUnit): string {
	return unit === 'hours' ? t('hours') : t('minutes');
}

/** While the day lasts, an entry may well wait for its time: so this is only said, and no error. */
function emptyInput(page: Page, field: Field, unit: InputUnit): Problem {
	return {
		code: 'input.invalid',
		severity: 'information',
		message: t("'{0}' is empty, so this entry adds nothing to the sums. Write the {1}, or 0.", field.key, nameOf(unit)),
		span: placeOf(field),
		related: [],
		fixes: writeFix(page, field, 0, false),
	};
}

function notNumber(page: Page, field: Field, unit: InputUnit): Problem {
	const meant = typeof field.value === 'string' ? meantNumber(field.value, unit) : undefined;
	const shown = shownValue(page, field);
	const isText = typeof field.value === 'string' && Number(field.value) > 0;
	const fault = isText
		? t("'{0}' is written as text, so this entry does not count.", shown)
		: t("'{0}' is no number of {1}, so this entry does not count.", shown, nameOf(unit));
	const advice = meant === undefined ? t('Write the {0} as a bare number.', nameOf(unit)) : t('Write {0}.', meant);
	return {
		code: 'input.invalid',
		message: `${fault} ${advice}`,
		span: placeOf(field),
		related: [],
		fixes: meant === undefined ? [] : writeFix(page, field, meant, true),
	};
}

/** `90` for `"90"`, and for `1h30` or `1:30` in a log of minutes, where it is `1.5` in one of hours; undefined outside of a day. */
function meantNumber(text: string, unit: InputUnit): number | undefined {
	const bare = (unit === 'hours' ? /^\s*(\d{1,6}(?:[.,]\d{1,6})?)\s*$/ : /^\s*(\d{1,6}(?:\.\d{1,6})?)\s*$/).exec(text)?.[1];
	if (bare !== undefined) {
		const number = Number(bare.replace(',', '.'));
		return number * (unit === 'hours' ? 60 : 1) <= minutesPerDay ? number : undefined;
	}
	const minutes = readMinutes(text);
	if (minutes === undefined || minutes < 0 || minutes > minutesPerDay) {
		return undefined;
	}
	return unit === 'hours' ? Math.round((minutes / 60) * 100) / 100 : minutes;
}

/** Only of what readers can see already: not of drafts, of the future, or of today, which is still being written. */
function* checkOutput(page: Page, facts: LogFacts): Iterable<Problem> {
	const name = facts.shape.fields.output;
	const field = fieldOf(page, name);
	if (!isSilent(page, facts, field) && isPublishedBeforeToday(page, facts) && !isSaidElsewhere(page, facts)) {
		const span = field === undefined ? (fieldOf(page, 'title') ?? page.fields[0])?.keySpan : placeOf(field);
		const message = t("This entry is published and does not say in '{0}' what came of the work. One line is enough.", field?.key ?? name);
		yield { code: 'output.empty', message, span: span ?? { start: 0, end: 0 }, related: [], fixes: [] };
	}
}

/** Something is said; or the field is missing where others have it, which `field.missing` reports; or a mistake may hide it. */
function isSilent({ fields, errors }: Page, { shape, usualFields }: LogFacts, field: Field | undefined): boolean {
	if (field === undefined) {
		return fields.length === 0 || errors.length > 0 || usualFields.includes(shape.fields.output);
	}
	return field.value !== null && !(typeof field.value === 'string' && field.value.trim() === '');
}

/** Something stands there, but under another name, or behind a sign that makes it vanish: other rules speak of that. */
function isSaidElsewhere(page: Page, facts: LogFacts): boolean {
	const { output } = facts.shape.fields;
	const isThere = fieldOf(page, output) !== undefined;
	return isThere
		? [...checkQuoting(page, facts)].some(({ span }) => fieldAt(page.fields, span.start)?.name === output)
		: misusedOutputs(page, facts) !== undefined || misspelledFields(page, facts).some(({ meant }) => meant === output);
}

function isPublishedBeforeToday(page: Page, { now, timeZone, shape }: LogFacts): boolean {
	const value = ['date', 'publishdate', 'lastmod'].map(name => fieldOf(page, name)?.value).find(found => typeof found === 'string');
	const date = typeof value === 'string' ? readDate(value) : undefined;
	const isOver =
		date !== undefined && !isFuture(date, now) && logDayOf(date, shape.dayStartsAt) !== logDayAt(now, timeZone, shape.dayStartsAt);
	return isOver && !isDraft(fieldOf(page, 'draft')?.value);
}
