import { onThisDay } from '../statistics/onThisDay.ts';
import type { Dashboard, EntryIndexes } from './dashboard.ts';
import { figuresOf } from './figures.ts';
import { remarksOf } from './remarks.ts';
import { tagsOf, totalOf, weeksOf } from './series.ts';
import { groundOf, type DashboardSource, type Ground } from './source.ts';
import { shadeOf, yearsOf } from './years.ts';

/** All that the dashboard shows of a log. */
export function dashboardOf(source: DashboardSource): Dashboard {
	const work = dashboardInParts(source);
	for (;;) {
		const { done, value } = work.next();
		if (done === true) {
			return value;
		}
	}
}

/** The same, piece by piece: whoever asks may do something else between two of them. */
export function* dashboardInParts(source: DashboardSource): Generator<undefined, Dashboard, undefined> {
	const ground = groundOf(source);
	yield;
	const figures = figuresOf(ground);
	yield;
	const years = yearsOf(ground);
	yield;
	const weeks = weeksOf(ground);
	yield;
	const [shade, total] = [shadeOf(ground), totalOf(ground)];
	yield;
	const tags = tagsOf(ground);
	yield;
	return {
		today: source.today,
		weekStartsOn: source.weekStartsOn,
		goal: Math.max(0, source.goal),
		entries: ground.views,
		figures,
		years,
		shade,
		weeks,
		total,
		tags,
		outputs: outputsOf(ground),
		onThisDay: ground.indexesOf(onThisDay(ground.history, source.today).flatMap(({ entries }) => entries)),
		remarks: remarksOf(ground),
	};
}

/** Those without a date come last. */
function outputsOf({ history, views, indexesOf }: Ground): EntryIndexes {
	const oldestFirst = [...history.undated, ...history.days.flatMap(({ entries }) => entries)];
	return indexesOf(oldestFirst.reverse()).filter(index => views[index]?.output !== '');
}
