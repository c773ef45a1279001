import type { Run } from '../core/statistics/streaks.ts';
import { html, type Content } from './elements.ts';
import type { Stage } from './stage.ts';
import { fill } from './words.ts';

/** The figures at the head of the page. */
export function figuresPart({ dashboard: { figures, goal }, words }: Stage): HTMLElement {
	const { texts } = words;
	const { today, week, month, year, all, before } = figures;
	const past = (text: string, minutes: number): string => (minutes === 0 ? '' : fill(text, words.duration(minutes)));
	const since = figures.since === undefined ? '' : fill(texts.since, words.entries(all.entries), words.shortDay(figures.since));
	return html(
		'section',
		{ class: 'figures', 'aria-label': texts.title },
		html(
			'dl',
			{ class: 'main' },
			figure(texts.today, words.duration(today.minutes), words.entries(today.entries)),
			figure(
				texts.thisWeek,
				words.duration(week.minutes),
				...(goal > 0 ? goalParts(week.minutes, goal, { words }) : [past(texts.lastWeek, before.week)]),
			),
			figure(texts.thisMonth, words.duration(month.minutes), past(texts.lastMonth, before.month)),
			figure(texts.thisYear, words.duration(year.minutes), past(texts.lastYear, before.year)),
			figure(texts.inAll, words.duration(all.minutes), since),
		),
		html(
			'dl',
			{ class: 'further' },
			figure(texts.streak, words.days(figures.currentStreak.days), spanOf(figures.currentStreak, { words })),
			figure(texts.longestStreak, words.days(figures.longestStreak.days), spanOf(figures.longestStreak, { words })),
			figure(texts.perDay, words.duration(figures.perDay), texts.perDayNote),
			figure(texts.perWeek, words.duration(figures.perWeek), texts.perWeekNote),
			figure(
				texts.words,
				words.number(figures.words),
				fill(texts.wordsNote, words.number(all.entries === 0 ? 0 : Math.round(figures.words / all.entries))),
			),
		),
	);
}

function figure(name: string, value: string, ...notes: readonly Content[]): HTMLElement {
	return html('div', {}, html('dt', {}, name), html('dd', { class: 'value' }, value), html('dd', { class: 'note' }, ...notes));
}

function goalParts(minutes: number, goal: number, { words }: Pick<Stage, 'words'>): readonly Content[] {
	const text = fill(words.texts.ofGoal, words.number(Math.round((minutes / goal) * 100)), words.duration(goal));
	return [html('progress', { max: goal, value: Math.min(minutes, goal), 'aria-label': text }), text];
}

function spanOf({ span }: Run, { words }: Pick<Stage, 'words'>): string {
	return span === undefined ? '' : words.span(span.from, span.to);
}
