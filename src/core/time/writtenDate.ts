import { tzOffset } from '@date-fns/tz/tzOffset';
import { addDays, civilDateOf, dayNumberOf, isCivilDate } from './civilDate.ts';
import type { CivilDate } from './civilDate.ts';
import { monthNames, patternOf } from './goLayout.ts';

/**
 * A date as it stands in front matter, read by Hugo's rules.
 * Source: https://gohugo.io/content-management/front-matter/#dates and the layouts of github.com/spf13/cast v1.10, internal/time.go.
 */
export interface WrittenDate {
	/** `2022-12-02T06:21:40-07:00`, to the letter. */
	readonly text: string;
	/** The day as written, `2022-12-02`, in the date's own offset and never shifted into another. */
	readonly civil: CivilDate;
	/** Minutes since midnight on the written clock, 381 for `06:21:40`; undefined where only a day is written. */
	readonly minuteOfDay: number | undefined;
	/** Minutes east of UTC, -420 for `-07:00`, 0 for `Z`; undefined where none is written, or a mere name such as `MST`, which Hugo ignores. */
	readonly offsetMinutes: number | undefined;
	/** Milliseconds since 1970 in UTC; undefined without an offset. */
	readonly instant: number | undefined;
	/** The instant, and without an offset what Hugo takes it for in a site without `timeZone`: the same clock time in UTC. Good for order. */
	readonly assumedInstant: number;
}

const millisecondsPerMinute = 60_000;
const minutesPerDay = 1440;
const millisecondsPerDay = minutesPerDay * millisecondsPerMinute;

/**
 * In the order of cast. Its last five, a time alone (`3:04PM`) and stamps without a year (`Dec  2 06:21:40`), are left out: Hugo takes them,
 * silently, for days of the year 0, and nobody means that by a date.
 */
const patterns: readonly RegExp[] = [
	'2006-01-02',
	'2006-01-02T15:04:05Z07:00',
	'2006-01-02T15:04:05',
	'Mon, 02 Jan 2006 15:04:05 -0700',
	'Mon, 02 Jan 2006 15:04:05 MST',
	'02 Jan 06 15:04 -0700',
	'02 Jan 06 15:04 MST',
	'Monday, 02-Jan-06 15:04:05 MST',
	'2006-01-02 15:04:05 -0700 MST',
	'2006-01-02T15:04:05-0700',
	'2006-01-02 15:04:05Z0700',
	'2006-01-02 15:04:05',
	'Mon Jan _2 15:04:05 2006',
	'Mon Jan _2 15:04:05 MST 2006',
	'Mon Jan 02 15:04:05 -0700 2006',
	'2006-01-02 15:04:05Z07:00',
	'02 Jan 2006',
	'2006-01-02 15:04:05 -07:00',
	'2006-01-02 15:04:05 -0700',
].map(patternOf);

/**
 * The date that a text of the front matter is to Hugo; undefined where Hugo would refuse it: without seconds, `12/02/2022`, `2 Dec 2022`,
 * 30 February, a blank at either end. A number that is no text is a Unix time to Hugo and is not asked here.
 */
export function readDate(text: string): WrittenDate | undefined {
	for (const pattern of patterns) {
		const groups = pattern.exec(text)?.groups;
		if (groups !== undefined) {
			return dateOf(text, groups);
		}
	}
	return undefined;
}

type Groups = Readonly<Partial<Record<string, string>>>;

function dateOf(text: string, groups: Groups): WrittenDate | undefined {
	const civil = `${yearOf(groups)}-${monthOf(groups)}-${(groups['day'] ?? '').padStart(2, '0')}`;
	if (!isCivilDate(civil)) {
		return undefined;
	}
	const minuteOfDay = groups['hour'] === undefined ? undefined : Number(groups['hour']) * 60 + Number(groups['minute']);
	const offsetMinutes = offsetOf(groups);
	const minutes = dayNumberOf(civil) * minutesPerDay + (minuteOfDay ?? 0) - (offsetMinutes ?? 0);
	const assumedInstant = minutes * millisecondsPerMinute + millisecondsOf(groups);
	return { text, civil, minuteOfDay, offsetMinutes, instant: offsetMinutes === undefined ? undefined : assumedInstant, assumedInstant };
}

/** Of two digits Go reads 69 to 99 as 1969 to 1999. */
function yearOf({ year, shortYear = '' }: Groups): string {
	return year ?? `${Number(shortYear) >= 69 ? '19' : '20'}${shortYear}`;
}

function monthOf({ month = '' }: Groups): string {
	const named = monthNames.indexOf(month.toLowerCase());
	return named === -1 ? month : String(named + 1).padStart(2, '0');
}

function millisecondsOf({ second = '0', fraction = '' }: Groups): number {
	return Number(second) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** Minutes east of UTC. Go lets the name UTC win over the offset beside it, as in `-0700 UTC`. */
function offsetOf({ offset, zone }: Groups): number | undefined {
	if (offset === undefined) {
		return undefined;
	}
	if (offset === 'Z' || zone === 'UTC') {
		return 0;
	}
	const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
	return offset.startsWith('-') && minutes > 0 ? -minutes : minutes;
}

/** Whether Hugo would hold the page back at `now` (milliseconds since 1970) without `--buildFuture`; a date without an offset counts in UTC. */
export function isFuture(date: WrittenDate, now: number): boolean {
	return date.assumedInstant > now;
}

/** The log day of a written date: its civil date, or the day before where its clock shows less than `dayStartsAt`, a whole hour from 0 to 23. */
export function logDayOf(date: WrittenDate, dayStartsAt: number): CivilDate {
	return date.minuteOfDay !== undefined && date.minuteOfDay < dayStartsAt * 60 ? addDays(date.civil, -1) : date.civil;
}

/** The log day of an instant (milliseconds since 1970) on the clocks of a time zone, counted as `logDayOf` counts it. */
export function logDayAt(instant: number, timeZone: string, dayStartsAt: number): CivilDate {
	const minutes = Math.floor(instant / millisecondsPerMinute) + offsetAt(instant, timeZone) - dayStartsAt * 60;
	return civilDateOf(Math.floor(minutes / minutesPerDay));
}

/**
 * An instant (milliseconds since 1970) as RFC 3339 with seconds and the offset that the zone has at that instant: `2022-12-02T06:21:40-07:00`.
 * In UTC it ends with `+00:00`, which Hugo reads as it reads `Z`: a log in London then looks alike in winter and in summer.
 * A part of a second is cut off, so that no entry lies in the future of its own making.
 */
export function writeInstant(instant: number, timeZone: string): string {
	const offset = offsetAt(instant, timeZone);
	const clock = new Date(instant + offset * millisecondsPerMinute).toISOString().slice(0, 19);
	return clock + offsetText(offset);
}

/** Minutes east of UTC as RFC 3339 writes them: -420 is `-07:00`, 0 is `+00:00`. */
export function offsetText(offset: number): string {
	const size = Math.abs(offset);
	return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/**
 * A clock time, `2022-12-02T06:21:40`, with the offset that the zone has when its clocks show it: `2022-12-02T06:21:40-07:00`.
 * A time that the clocks show twice, or leap over, gets the offset that held before they were changed: so it is never later than meant,
 * and one that never was means as much after the hour before the leap.
 */
export function withOffset(clock: string, timeZone: string): string {
	const inUtc = Date.parse(`${clock}Z`);
	const before = offsetAt(inUtc - millisecondsPerDay, timeZone);
	const after = offsetAt(inUtc + millisecondsPerDay, timeZone);
	const fits = [before, after].find(offset => offsetAt(inUtc - offset * millisecondsPerMinute, timeZone) === offset);
	return clock + offsetText(fits ?? before);
}

/** Whether the name is a time zone of the IANA database that this machine knows, such as `America/Denver` or `UTC`; `+05:30` and the empty text are none. */
export function isTimeZone(name: string): boolean {
	if (!startsLikeTimeZone(name)) {
		return false;
	}
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false; // a RangeError is the only answer that Intl has for "no such zone"
	}
}

/** Whole minutes east of UTC at the instant; the machine's own where the name is empty or no time zone. */
function offsetAt(instant: number, timeZone: string): number {
	const date = new Date(instant);
	const offset = startsLikeTimeZone(timeZone) ? tzOffset(timeZone, date) : NaN;
	return Math.round(Number.isNaN(offset) ? -date.getTimezoneOffset() : offset);
}

/** Not so `+05:30`: newer runtimes take an offset for a time zone, older ones do not, and a setting should mean the same to both. */
function startsLikeTimeZone(name: string): boolean {
	return /^[a-z]/i.test(name);
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
