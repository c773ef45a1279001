import { isDraft } from '../entry.ts';
import type { Field } from '../frontMatter/field.ts';
import { sentence, t } from '../l10n.ts';
import { readLooseDate } from '../time/looseDate.ts';
import { isFuture, readDate, type WrittenDate } from '../time/writtenDate.ts';
import type { LogFacts } from './logFacts.ts';
import { clockInLog, instantInLog, type LocalTime } from './logOffset.ts';
import { fieldOf, type Page } from './page.ts';
import type { Fix, Problem } from './problem.ts';
import { dateValue, placeOf, shownValue, writeFix } from './valueFix.ts';

/** Hugo's four dates and its other names for them. @see https://gohugo.io/configuration/front-matter/ */
const dateFields = ['date', 'publishdate', 'lastmod', 'expirydate', 'modified', 'pubdate', 'published', 'unpublishdate'];

/** What Hugo takes for the date of a page, and for its day of publication, the first first. */
const fallbacks = ['publishdate', 'pubdate', 'published', 'lastmod', 'modified'];
const publications = ['publishdate', 'pubdate', 'published', 'date'];

/** Dates that Hugo refuses, misreads, or reads by another clock than the writer's. */
export function* checkDate(page: Page, facts: LogFacts): Iterable<Problem> {
	for (const name of dateFields) {
		const field = fieldOf(page, name);
		if (field !== undefined) {
			yield* checkField({ page, facts, field });
		}
	}
	yield* checkFuture(page, facts);
}

interface Place {
	readonly page: Page;
	readonly facts: LogFacts;
	readonly field: Field;
}

function* checkField(place: Place): Iterable<Problem> {
	const { page, field } = place;
	const { value, name } = field;
	if (value === undefined || (name === 'published' && typeof value === 'boolean')) {
		return; // `published: true` is Hugo's undocumented opposite of `draft`
	}
	if (value === null || value === '') {
		yield* emptyDate(place);
	} else if (typeof value === 'number' && Number.isInteger(value)) {
		yield bareNumber(place, value);
	} else if (typeof value === 'string') {
		yield* checkText(place, value);
	} else {
		yield problemAt(place, 'date.invalid', t("'{0}' is no date, and Hugo stops the build. {1}", shownValue(page, field), t(wanted)), []);
	}
}

const wanted = sentence('Write it like 2022-12-02 or 2022-12-02T06:21:40-07:00.');

function problemAt({ field }: Place, code: Problem['code'], message: string, fixes: readonly Fix[]): Problem {
	return { code, message, span: placeOf(field), related: [], fixes };
}

/** An empty date is none to Hugo; that matters where it is the only one. */
function* emptyDate(place: Place): Iterable<Problem> {
	const { page, facts, field } = place;
	if (field.name === 'date' && !fallbacks.some(name => typeof fieldOf(page, name)?.value === 'string')) {
		const now = dateValue(field, instantInLog(facts.now, page.uri, facts).text);
		const message = t("'date' is empty: Hugo gives the entry the year 1 and lists it after all others. Write the day of the entry.");
		yield problemAt(place, 'date.invalid', message, writeFix(page, field, now, false));
	}
}

function bareNumber(place: Place, value: number): Problem {
	const { page, field } = place;
	const effect = page.block?.format === 'json' ? t('Hugo sees no date in a bare number in JSON.') : countedFrom1970(value);
	const meant = meantByNumber(place, value);
	const fixes = meant === undefined ? [] : writeFix(page, field, dateValue(field, meant.text), meant.certain);
	return problemAt(place, 'date.integer', `${effect} ${t(wanted)}`, fixes);
}

/** `20221202` and `20221202062140` look like a day; from 1990 to 2100 a number of seconds is one of seconds, or of milliseconds. */
function meantByNumber({ page, facts }: Place, value: number): LocalTime | undefined {
	const { dates, certain } = looseDates(String(value), page, facts);
	const [asDay] = dates.filter(date => date > '1900' && date < '2100');
	if (asDay !== undefined) {
		return { text: asDay, certain };
	}
	const seconds = value > 1e12 ? value / 1000 : value;
	const isNear = seconds > 631_152_000 && seconds < 4_102_444_800;
	return isNear ? { ...instantInLog(seconds * 1000, page.uri, facts), certain: true } : undefined;
}

/** What a text may mean, and whether no offset of a clock time had to be guessed for it. */
function looseDates(text: string, page: Page, facts: LogFacts): { readonly dates: readonly string[]; readonly certain: boolean } {
	const times: LocalTime[] = [];
	const dates = readLooseDate(text, clock => {
		const time = clockInLog(clock, page.uri, facts);
		times.push(time);
		return time.text;
	});
	return { dates, certain: times.every(({ certain }) => certain) };
}

/** What Hugo makes of the number, as far as four digits of a year go. */
function countedFrom1970(seconds: number): string {
	const isNear = Math.abs(seconds) < 2e11 && seconds > -6e10;
	return isNear
		? t('Hugo counts a bare number as seconds from 1970, which gives {0}.', new Date(seconds * 1000).toISOString().slice(0, 10))
		: t('Hugo counts a bare number as seconds from 1970.');
}

function* checkText(place: Place, value: string): Iterable<Problem> {
	const date = readDate(asWritten(place, value));
	if (date === undefined) {
		yield unreadable(place, value);
	} else if (date.minuteOfDay !== undefined && date.offsetMinutes === undefined) {
		yield noOffset(place, date);
	}
}

/** TOML's own dates may have a small `t` and `z`; Hugo sees no text there. */
function asWritten({ page, field }: Place, value: string): string {
	return page.block?.format === 'toml' && field.style === 'plain' ? value.toUpperCase() : value;
}

function unreadable(place: Place, value: string): Problem {
	const { page, facts, field } = place;
	const { dates, certain } = looseDates(value, page, facts);
	const fixes = dates.flatMap(date => writeFix(page, field, dateValue(field, date), certain && dates.length === 1));
	const effect = hasNoYear.test(value)
		? t("'{0}': Hugo reads a time without a year here, and takes the year 0.", shownValue(page, field))
		: t("'{0}': Hugo cannot read this date, and stops the build.", shownValue(page, field));
	const doubt = dates.length > 1 ? [t('Which is the day, and which the month, only you can know.')] : [];
	return problemAt(place, 'date.invalid', [effect, t(wanted), ...doubt].join(' '), fixes);
}

/** Go's Kitchen and Stamp: `3:04PM`, `Dec  2 06:21:40`. */
const hasNoYear = /^(?:\d{1,2}:\d\d[AP]M|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)?)$/;

const plainClock = /^(?<day>\d{4}-\d\d-\d\d)[Tt ]+(?<clock>\d\d:\d\d:\d\d)(?:[.,]\d+)?$/;

/** The date with the offset it has in the log; where it names a zone, as in `Fri, 02 Dec 2022 06:21:40 MST`, there is a doubt. */
function withLogOffset({ text }: WrittenDate, { page, facts }: Place): LocalTime | undefined {
	const { day, clock } = plainClock.exec(text)?.groups ?? {};
	if (day !== undefined && clock !== undefined) {
		return clockInLog(`${day}T${clock}`, page.uri, facts);
	}
	const [loose] = looseDates(text, page, facts).dates;
	return loose === undefined ? undefined : { text: loose, certain: false };
}

function noOffset(place: Place, date: WrittenDate): Problem {
	const { page, field } = place;
	const written = withLogOffset(date, place);
	const example = written?.text ?? '2022-12-02T06:21:40-07:00';
	const message = t(
		"'{0}' has a time without an offset: Hugo reads it in the time zone of the site, or else in UTC. Add the offset, as in {1}.",
		field.key,
		example,
	);
	const fixes = written === undefined ? [] : writeFix(page, field, dateValue(field, written.text), written.certain);
	return problemAt(place, 'date.noOffset', message, fixes);
}

/** A draft is not published anyway. */
function* checkFuture(page: Page, facts: LogFacts): Iterable<Problem> {
	const field = publications.map(name => fieldOf(page, name)).find(found => typeof found?.value === 'string' && found.value !== '');
	if (field === undefined || isDraft(fieldOf(page, 'draft')?.value)) {
		return;
	}
	const place = { page, facts, field };
	const date = readDate(asWritten(place, String(field.value)));
	if (date !== undefined && isFuture(date, facts.now)) {
		const moment = date.offsetMinutes === undefined ? t('{0} in UTC', date.text) : date.text;
		const message = t(
			'This lies in the future: Hugo does not publish the entry before {0}, and then only when the site is built anew.',
			moment,
		);
		yield problemAt(place, 'date.future', message, []);
	}
}
