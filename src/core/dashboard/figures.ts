import { streaksOf } from '../statistics/streaks.ts';
import { periodOf, previousPeriod, type PeriodKind } from '../statistics/periods.ts';
import { averagesOf, daysIn, sumBetween, sumOfDays, type Sum } from '../statistics/sums.ts';
import type { Figures, SpanFigure } from './dashboard.ts';
import { usualMinutes, type Ground } from './source.ts';

/** The figures at the head of the dashboard. */
export function figuresOf(ground: Ground): Figures {
	const { source, history } = ground;
	const { today, weekStartsOn } = source;
	const spanOf = (kind: PeriodKind) => periodOf(kind, today, weekStartsOn);
	const sumOf = (kind: PeriodKind): SpanFigure => figureOf(sumBetween(history, spanOf(kind)));
	const before = (kind: PeriodKind): number => sumBetween(history, previousPeriod(kind, spanOf(kind), weekStartsOn)).minutes;
	const { current, longest } = streaksOf(history, today);
	const all = sumOfDays(history.days);
	return {
		today: sumOf('day'),
		week: sumOf('week'),
		month: sumOf('month'),
		year: sumOf('year'),
		all: figureOf(all),
		before: { week: before('week'), month: before('month'), year: before('year') },
		currentStreak: current,
		longestStreak: longest,
		...usualAverages(ground),
		words: all.words,
		since: history.days[0]?.day,
	};
}

function figureOf({ minutes, entries }: Sum): SpanFigure {
	return { minutes, entries };
}

/** Of days up to today, for coming ones are plans, and without what is absurd: one such entry would be the whole average. */
function usualAverages({ source, history, drawn }: Ground): Pick<Figures, 'perDay' | 'perWeek'> {
	const near = daysIn(history, { from: drawn.from, to: source.today });
	const days = near.map(logDay => ({ ...logDay, minutes: usualMinutes(logDay.entries) }));
	const { day, week } = averagesOf({ days, undated: [] }, source.weekStartsOn);
	return { perDay: day, perWeek: week };
}
