import type { WeekView } from '../core/dashboard/dashboard.ts';
import { chartCard, tableOf, type Card } from './card.ts';
import { choice, svg } from './elements.ts';
import { drawLabels, frameOf, torn, type Frame, type Label } from './frame.ts';
import { someTitles } from './lines.ts';
import { enliven, stepsOf, type Mark } from './marks.ts';
import type { Stage } from './stage.ts';
import type { Lines } from './tooltip.ts';
import { fill, type Words } from './words.ts';

/** The hours of each week as bars, with the goal as a line. */
export function weeksCard(stage: Stage): Card {
	const { words, state, change, dashboard } = stage;
	const { texts } = words;
	const weeks = state.weeks === 'all' ? dashboard.weeks : dashboard.weeks.slice(-Number(state.weeks) || -52);
	const spans = [['26', texts.halfYear] as const, ['52', texts.wholeYear] as const, ['all', texts.wholeLog] as const];
	const choose = (value: string): void => {
		change({ weeks: value });
	};
	return chartCard(stage, {
		name: 'hours-a-week',
		title: texts.weeks,
		tools: dashboard.weeks.length > 26 ? [choice(texts.period, 'weeks period', spans, { chosen: state.weeks, choose })] : [],
		chart: width => bars(weeks, stage, width),
		table: () =>
			tableOf(
				texts.weeks,
				[texts.week, texts.input, texts.entry],
				[...weeks]
					.reverse()
					.map(({ from, to, minutes, entries }) => [words.span(from, to), words.duration(minutes), words.entries(entries.length)]),
			),
	});
}

const height = 230;

/** Fewer weeks than these do not fill the width: a bar is no wall. */
const fewestBands = 12;

function bars(weeks: readonly WeekView[], stage: Stage, width: number): SVGSVGElement {
	const { dashboard, words } = stage;
	const most = Math.max(dashboard.goal * 1.1, ...weeks.map(({ usual }) => usual));
	const goalName = fill(words.texts.goalLine, words.duration(dashboard.goal));
	const frame = frameOf(most, words, { width, height, ...(dashboard.goal > 0 ? { right: 12 + goalName.length * 6.5 } : {}) });
	const band = (frame.right - frame.left) / Math.max(fewestBands, weeks.length);
	const marks = weeks.map((week, index): Mark => ({
		key: week.from,
		element: bar(week, frame, { x: frame.left + index * band, band, today: dashboard.today }),
		lines: weekLines(week, stage),
		entries: week.entries,
	}));
	frame.chart.append(...marks.map(({ element }) => element));
	drawLabels(
		frame,
		labelsOf(weeks, words, index => frame.left + (index + 0.5) * band),
	);
	drawGoal(frame, dashboard.goal, goalName);
	enliven(frame.chart, marks, { stage, name: 'weeks', step: stepsOf(marks.length, 4) });
	return frame.chart;
}

function bar(
	{ minutes, from, to, future }: WeekView,
	frame: Frame,
	{ x, band, today }: { readonly x: number; readonly band: number; readonly today: string },
): SVGGElement {
	const thick = Math.max(0.5, Math.min(band * 0.72, 36));
	const left = x + (band - thick) / 2;
	const y = frame.y(minutes);
	const kind = future ? 'coming' : from <= today && today <= to ? 'current' : '';
	const length = Math.max(minutes > 0 ? 1 : 0, frame.bottom - y);
	return svg(
		'g',
		{},
		svg('rect', { x, y: frame.top, width: band, height: frame.bottom - frame.top, class: 'hit' }),
		svg('rect', { x: left, y: frame.bottom - length, width: thick, height: length, rx: Math.min(2, thick / 3), class: `bar body ${kind}` }),
		minutes > frame.most ? torn(left, y, thick) : undefined,
	);
}

function weekLines({ from, to, minutes, usual, entries, future }: WeekView, stage: Stage): Lines {
	const { words, dashboard } = stage;
	const { texts } = words;
	return [
		words.span(from, to),
		words.duration(minutes),
		...(dashboard.goal > 0
			? [fill(texts.ofGoal, words.number(Math.round((minutes / dashboard.goal) * 100)), words.duration(dashboard.goal))]
			: []),
		...(future ? [texts.futureMark] : []),
		...(minutes > usual ? [texts.doubtfulMark] : []),
		...someTitles(stage, entries),
	];
}

/** The months, or the years where there are many; each under the week in which it begins. */
function labelsOf(weeks: readonly WeekView[], words: Words, x: (index: number) => number): readonly Label[] {
	const isLong = weeks.length > 120;
	const firsts = weeks.flatMap(({ to }, index): readonly Label[] => {
		const begins = isLong ? to.slice(5) <= '01-07' : to.slice(8) <= '07';
		const name = isLong || to.slice(5, 7) === '01' ? to.slice(0, 4) : words.month(to);
		return begins ? [{ x: x(index), text: name }] : [];
	});
	const [week] = weeks;
	const isFarOff = (firsts[0]?.x ?? Infinity) - x(0) > 40;
	return week !== undefined && isFarOff ? [{ x: x(0), text: isLong ? week.to.slice(0, 4) : words.month(week.to) }, ...firsts] : firsts;
}

function drawGoal({ chart, left, right, y }: Frame, goal: number, name: string): void {
	if (goal > 0) {
		chart.append(
			svg('line', { x1: left, x2: right, y1: y(goal), y2: y(goal), class: 'goal' }),
			svg('text', { x: right + 8, y: y(goal) + 4, class: 'axis' }, name),
		);
	}
}
