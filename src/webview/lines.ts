import type { DayView, EntryIndexes } from '../core/dashboard/dashboard.ts';
import { entriesAt, type Stage } from './stage.ts';
import type { Lines } from './tooltip.ts';

const mostTitles = 3;

/** The titles of these entries. */
export function titlesOf(stage: Stage, indexes: EntryIndexes): readonly string[] {
	return entriesAt(stage, indexes).map(({ title }) => title);
}

/** What a day says of itself. */
export function dayLines({ day, minutes, entries, doubtful }: DayView, stage: Stage): Lines {
	const { words, dashboard } = stage;
	const { texts } = words;
	const name = words.fullDay(day);
	return [
		day === dashboard.today ? `${name} (${texts.todayMark})` : name,
		words.duration(minutes),
		...(doubtful ? [texts.doubtfulMark] : []),
		...(day > dashboard.today ? [texts.futureMark] : []),
		...someTitles(stage, entries),
	];
}

/** The first titles, and how many more there are. */
export function someTitles(stage: Stage, entries: EntryIndexes): Lines {
	const titles = titlesOf(stage, entries.slice(0, mostTitles));
	return entries.length > mostTitles ? [...titles, `+ ${stage.words.number(entries.length - mostTitles)}`] : titles;
}
