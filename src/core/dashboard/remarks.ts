import { isDoubtful } from '../statistics/history.ts';
import { gapsOf } from '../statistics/streaks.ts';
import type { Remarks } from './dashboard.ts';
import type { Ground } from './source.ts';

const mostGaps = 5;

/** What is odd in the log, newest first. */
export function remarksOf({ source, history, drawn, indexesOf }: Ground): Remarks {
	const { entries, today } = source;
	const newest = [...history.days].reverse();
	const gaps = gapsOf(history, today).filter(({ from }) => from >= drawn.from);
	const longest = [...gaps].sort((a, b) => b.days - a.days).slice(0, mostGaps);
	return {
		undated: indexesOf(history.undated),
		doubtful: indexesOf(entries.filter(isDoubtful)),
		future: indexesOf(newest.filter(({ day }) => day > today).flatMap(day => day.entries)),
		distant: indexesOf(newest.filter(({ day }) => day < drawn.from || day > drawn.to).flatMap(day => day.entries)),
		gaps: longest.sort((a, b) => (a.from < b.from ? 1 : -1)),
		gapCount: gaps.length,
	};
}
