import { isCivilDate, type CivilDate } from './civilDate.ts';
import { readDate } from './writtenDate.ts';

/**
 * What a date that Hugo refuses may mean, written as Hugo reads it: `2022/12/02` is `2022-12-02`, and `2 Dec 2022 6:21` is
 * `2022-12-02T06:21:00-07:00` in Denver. A day stays a day; a clock time without an offset, `2022-12-02T06:21:00`, gets one by `addOffset`.
 * Two answers, the likelier first, where day and month could change places, as in `12/02/2022`; none where the text is no date.
 */
export function readLooseDate(text: string, addOffset: (clock: string) => string): readonly string[] {
	const { day = '', clock, half, zone } = text.length > longest ? {} : (form.exec(plain(text))?.groups ?? {});
	const time = clock === undefined ? '' : clockText(clock, half);
	if (time === undefined) {
		return [];
	}
	const dates = daysIn(day).map(civil => (time === '' ? civil : withZone(`${civil}T${time}`, zone, addOffset)));
	return dates.filter(date => readDate(date) !== undefined);
}

/** No date is longer: `Wednesday, 21st of September 2022 at 11:59:59.123456789 PM +13:45`. */
const longest = 80;

const form =
	/^(?<day>.+?)(?:(?:t|,? ?(?:at )?)(?<=[t, ])(?<clock>\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d+)? ?(?:(?<half>[ap])\.?m\.?)? ?(?<zone>z|utc|gmt|[+-]\d\d(?::?\d\d)?)?)?$/;

/** In small letters, one blank between words, no weekday; the digits of `20221202` and `20221202062140` parted. */
function plain(text: string): string {
	const words = text.trim().replace(/\s+/g, ' ').toLowerCase();
	const compact = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(words);
	if (compact !== null) {
		const [, year, month, day, hour, minute, second = '00'] = compact;
		return `${year ?? ''}-${month ?? ''}-${day ?? ''}${hour === undefined ? '' : ` ${hour}:${minute ?? ''}:${second}`}`;
	}
	return words.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]* /, '');
}

function daysIn(text: string): readonly CivilDate[] {
	for (const read of dayForms) {
		const days = read(text);
		if (days !== undefined) {
			return [...new Set(days)].filter(isCivilDate);
		}
	}
	return [];
}

type DayForm = (text: string) => readonly CivilDate[] | undefined;

const dayForms: readonly DayForm[] = [
	text => daysOf(/^(\d{4})[-/._ ](\d{1,2})[-/._ ](\d{1,2})$/.exec(text), (year, month, day) => [civil(year, month, day)]),
	text => daysOf(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text), (a, b, year) => [civil(year, a, b), civil(year, b, a)]),
	text => daysOf(/^(\d{1,2})[.-] ?(\d{1,2})[.-] ?(\d{4})$/.exec(text), (a, b, year) => [civil(year, b, a), civil(year, a, b)]),
	text =>
		daysOf(/^(\d{1,2})(?:st|nd|rd|th)?\.?[ -]?(?:of )?([a-z]{3,9})\.?,?[ -]?(\d{4})$/.exec(text), (day, month, year) => [
			civil(year, monthNumber(month), day),
		]),
	text =>
		daysOf(/^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text), (month, day, year) => [
			civil(year, monthNumber(month), day),
		]),
	text => daysOf(/^(\d{4})[ -]([a-z]{3,9})[ -](\d{1,2})$/.exec(text), (year, month, day) => [civil(year, monthNumber(month), day)]),
];

function daysOf(
	match: RegExpExecArray | null,
	days: (first: string, second: string, third: string) => readonly CivilDate[],
): readonly CivilDate[] | undefined {
	return match === null ? undefined : days(match[1] ?? '', match[2] ?? '', match[3] ?? '');
}

function civil(year: string, month: string, day: string): CivilDate {
	return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** `12` for `dec` or `december`; no month's number where it is no month. */
function monthNumber(name: string): string {
	return String(months.findIndex(month => month.startsWith(name)) + 1);
}

/** `18:21:00` for `6:21` with `p`; undefined where no clock shows it. */
function clockText(clock: string, half: string | undefined): string | undefined {
	const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
	const isHalf = half !== undefined;
	if (hour > 23 || minute > 59 || second > 59 || (isHalf && (hour < 1 || hour > 12))) {
		return undefined;
	}
	const hours = isHalf ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
	return [hours, minute, second].map(part => String(part).padStart(2, '0')).join(':');
}

function withZone(clock: string, zone: string | undefined, addOffset: (clock: string) => string): string {
	if (zone === undefined) {
		return addOffset(clock);
	}
	const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
	return sign === undefined || hours === undefined ? `${clock}+00:00` : `${clock}${sign}${hours}:${minutes}`;
}
