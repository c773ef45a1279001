import { isCivilDate, type CivilDate } from '../time/civilDate.ts';
import type { History, LogDay } from './history.ts';

/** The same day of earlier years that have an entry on it, latest first. In a year without a 29 February its 28th stands for it. */
export function onThisDay({ days }: History, today: CivilDate): readonly LogDay[] {
	return days.filter(({ day }) => day < today && day === sameDayIn(day.slice(0, 4), today)).reverse();
}

function sameDayIn(year: string, today: CivilDate): CivilDate {
	const day = year + today.slice(4);
	return isCivilDate(day) ? day : `${year}-02-28`;
}
