import type { Settings } from '../settings.ts';

/** The weekday, 0 for Sunday to 6, on which a week begins. */
export function firstWeekday({ weekStartsOn }: Pick<Settings, 'weekStartsOn'>): 0 | 1 | 6 {
	switch (weekStartsOn) {
		case 'monday':
			return 1;
		case 'saturday':
			return 6;
		case 'sunday':
			return 0;
		case 'auto':
			return weekdayOfRegion();
	}
}

/** The region's custom by Unicode's week data, which counts Monday as 1 and Sunday as 7; Monday, as in ISO 8601, where there is none. */
function weekdayOfRegion(): 0 | 1 | 6 {
	const known = localeOfReader() as Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } };
	const firstDay = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
	return firstDay === 7 ? 0 : firstDay === 6 ? 6 : 1;
}

/** Plural rules are at hand in 0.3 ms, formats of dates in 10 to 20; not every engine tells the region with the rules. */
function localeOfReader(): Intl.Locale {
	const locale = new Intl.Locale(new Intl.PluralRules().resolvedOptions().locale);
	return locale.region === undefined ? new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale) : locale;
}
