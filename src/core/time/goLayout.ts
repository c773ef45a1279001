/** The names that a layout spells `Jan`, in the order of the months, in small letters. */
export const monthNames: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const dayNames: readonly string[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const offsetHours = '(?:[01]\\d|2[0-4])';
const offsetMinutes = '(?:[0-5]\\d|60)';

/** Three to five capitals of which Go asks no more than this (parseTimeZone); `UTC` and `GMT` may not go on as another name. */
const zoneName = 'UTC|ChST|MeST|GMT(?:[+-]0*(?:1?\\d|2[0-3]))?|[+-]0*(?:1?\\d|2[0-3])|(?!UTC|GMT)(?:[A-Z]{3}|[A-Z]{3}T|WITA|[A-Z]{4}T)';

const elements: ReadonlyMap<string, string> = new Map([
	['Monday', anyOf(dayNames)],
	['Mon', anyOf(dayNames.map(name => name.slice(0, 3)))],
	['Jan', `(?<month>${anyOf(monthNames)})`],
	['2006', '(?<year>\\d{4})'],
	['06', '(?<shortYear>\\d\\d)'],
	['01', '(?<month>0[1-9]|1[0-2])'],
	['02', '(?<day>\\d\\d)'],
	['_2', '(?<day>\\d\\d?)'],
	['15', '(?<hour>2[0-3]|[01]?\\d)'],
	['04', '(?<minute>[0-5]\\d)'],
	['05', '(?<second>[0-5]\\d)(?:[.,](?<fraction>\\d+))?'],
	['-0700', `(?<offset>[+-]${offsetHours}${offsetMinutes})`],
	['-07:00', `(?<offset>[+-]${offsetHours}:${offsetMinutes})`],
	['Z0700', `(?<offset>Z|[+-]${offsetHours}${offsetMinutes})`],
	['Z07:00', `(?<offset>Z|[+-]${offsetHours}:${offsetMinutes})`],
	['MST', `(?<zone>${zoneName})`],
	[' ', ' +'],
]);

/**
 * A pattern for the whole of a text that Go's `time.Parse` accepts for the layout, such as `2006-01-02T15:04:05Z07:00`. Its groups are
 * `year` or `shortYear`, `month` (number or name), `day`, `hour`, `minute`, `second`, `fraction`, `offset` and `zone`, where the layout has them.
 * Whether the month has that day is left to ask. As in Go an hour may have one digit, a blank may be several, letters of names may be small
 * or capital, seconds may have a fraction after `.` or `,`, and the weekday need not be right.
 * Source: https://pkg.go.dev/time#Parse and its source, src/time/format.go.
 */
export function patternOf(layout: string): RegExp {
	const source = layout.replace(/Monday|Mon|Jan|2006|MST|[Z-]07:?00|_2|15|0[1-6]| /g, element => elements.get(element) ?? element);
	return new RegExp(`^${source}$`);
}

/** Any of the names in any mixture of small and capital letters, while the rest of a pattern goes by case. */
function anyOf(names: readonly string[]): string {
	const withBothCases = names.map(name => name.replace(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`));
	return `(?:${withBothCases.join('|')})`;
}
