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
	const { locale } = Intl.DateTimeFormat().resolvedOptions();
	const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } };
	const firstDay = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
	return firstDay === 7 ? 0 : firstDay === 6 ? 6 : 1;
}
