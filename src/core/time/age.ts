/** The longest ages, in days, that are told in days, weeks and months; longer ones are told in years. */
const longestInDays = 13;
const longestInWeeks = 59;
const longestInMonths = 729;

const daysPerMonth = 30.436875;
const daysPerYear = 365.2425;

/**
 * How far a day lies from today, in words of the language (a tag such as `en` or `de`): `today`, `tomorrow`, `3 days ago`, `2 years ago`.
 * `days` counts from today to the day: negative for what is past.
 */
export function describeAge(days: number, language: string): string {
	const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
	const size = Math.abs(days);
	if (size <= longestInDays) {
		return format.format(days, 'day');
	}
	if (size <= longestInWeeks) {
		return format.format(Math.round(days / 7), 'week');
	}
	return size <= longestInMonths
		? format.format(Math.round(days / daysPerMonth), 'month')
		: format.format(Math.round(days / daysPerYear), 'year');
}
