import { daysIn, sumsByPeriod } from '../statistics/sums.ts';
import { commonTags, entriesByTag, sumsByTag } from '../statistics/tagSums.ts';
import { foldTerm } from '../term.ts';
import type { TagView, TotalPoint, TotalView, WeekView } from './dashboard.ts';
import { usualMinutes, type Ground } from './source.ts';

/** Every week of what is drawn, the empty ones too. */
export function weeksOf({ source, history, drawn, indexesOf }: Ground): readonly WeekView[] {
	return sumsByPeriod(history, 'week', source.weekStartsOn, drawn).map(({ from, to, minutes }): WeekView => {
		const entries = daysIn(history, { from, to }).flatMap(day => day.entries);
		return { from, to, minutes, usual: usualMinutes(entries), entries: indexesOf(entries), future: from > source.today };
	});
}

const mostPoints = 400;

/** How the minutes add up over the days that are drawn; what comes before them is in their first sum. */
export function totalOf({ history, drawn, indexesOf }: Ground): TotalView {
	const points: TotalPoint[] = [];
	let minutes = 0;
	let leftOut = 0;
	for (const { day, minutes: written, entries } of history.days) {
		const usual = usualMinutes(entries);
		minutes += usual;
		leftOut += written - usual;
		if (drawn.from <= day && day <= drawn.to) {
			points.push({ day, minutes, entries: indexesOf(entries) });
		}
	}
	return { points: thinned(points), leftOut };
}

/** At most so many of them, evenly taken, the first and the last among them. */
function thinned(points: readonly TotalPoint[]): readonly TotalPoint[] {
	if (points.length <= mostPoints) {
		return points;
	}
	const step = (points.length - 1) / (mostPoints - 1);
	return Array.from({ length: mostPoints }, (_, index) => points[Math.round(index * step)]).flatMap(point => point ?? []);
}

/** The time of each tag, but of those that every entry has: they say nothing. */
export function tagsOf({ history, indexesOf }: Ground): readonly TagView[] {
	const byTag = entriesByTag(history.days);
	const common = commonTags(history.days);
	const sums = sumsByTag(history.days);
	const telling = sums.filter(({ tag }) => !common.has(foldTerm(tag)));
	return (telling.length === 0 ? sums : telling).map(({ tag, minutes }): TagView => {
		const own = byTag.get(foldTerm(tag)) ?? [];
		return { tag, minutes, usual: usualMinutes(own), entries: indexesOf(own.toReversed()) };
	});
}
