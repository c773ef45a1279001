import { area, curveStepAfter, line } from 'd3-shape';
import type { TotalPoint } from '../core/dashboard/dashboard.ts';
import { chartCard, tableOf, type Card } from './card.ts';
import { html, svg } from './elements.ts';
import { drawLabels, frameOf, type Frame, type Label } from './frame.ts';
import { someTitles } from './lines.ts';
import { enliven, stepsOf, type Mark } from './marks.ts';
import type { Stage } from './stage.ts';
import { dayNumber, fill, type Words } from './words.ts';

/** How the minutes add up, as a line over an area. */
export function totalCard(stage: Stage): Card {
	const { words, dashboard } = stage;
	const { texts } = words;
	const { points, leftOut } = dashboard.total;
	return chartCard(stage, {
		name: 'running-total',
		title: texts.total,
		below: leftOut > 0 ? [html('p', { class: 'note' }, fill(texts.totalLeftOut, words.duration(leftOut)))] : [],
		chart: width => curve(points, stage, width),
		table: () =>
			tableOf(
				texts.total,
				[texts.day, texts.total],
				[...points].reverse().map(({ day, minutes }) => [words.shortDay(day), words.duration(minutes)]),
			),
	});
}

const height = 230;

function curve(points: readonly TotalPoint[], stage: Stage, width: number): SVGSVGElement {
	const { dashboard, words } = stage;
	const last = points.at(-1);
	const frame = frameOf(last?.minutes ?? 0, words, { width, height });
	const first = dayNumber(points[0]?.day ?? dashboard.today);
	const end = Math.max(dayNumber(dashboard.today), dayNumber(last?.day ?? dashboard.today), first + 1);
	const x = (day: number): number => frame.left + ((day - first) / (end - first)) * (frame.right - frame.left);
	const drawn = [...points.map(({ day, minutes }) => ({ x: x(dayNumber(day)), y: frame.y(minutes) }))];
	const ending = drawn.length === 0 ? [] : [{ x: x(end), y: drawn.at(-1)?.y ?? frame.bottom }];
	drawCurve(frame, [...drawn, ...ending]);
	const marks = points.map((point, index): Mark => {
		const at = drawn[index] ?? { x: 0, y: 0 };
		const from = ((drawn[index - 1]?.x ?? at.x - 20) + at.x) / 2;
		const to = ((drawn[index + 1]?.x ?? at.x + 20) + at.x) / 2;
		return {
			key: point.day,
			element: svg(
				'g',
				{},
				svg('rect', { x: from, y: frame.top, width: Math.max(0, to - from), height: frame.bottom - frame.top, class: 'hit' }),
				svg('circle', { cx: at.x, cy: at.y, r: 4, class: 'point body' }),
			),
			lines: [fill(words.texts.upTo, words.shortDay(point.day)), words.duration(point.minutes), ...someTitles(stage, point.entries)],
			entries: point.entries,
		};
	});
	frame.chart.append(...marks.map(({ element }) => element));
	drawLabels(
		frame,
		labelsOf(first, end, words).map(({ x: day, text }) => ({ x: x(day), text })),
	);
	enliven(frame.chart, marks, { stage, name: 'total', step: stepsOf(marks.length, 20) });
	return frame.chart;
}

function drawCurve({ chart, bottom }: Frame, points: readonly { readonly x: number; readonly y: number }[]): void {
	const x = (point: { readonly x: number }): number => point.x;
	const y = (point: { readonly y: number }): number => point.y;
	const under = area<{ readonly x: number; readonly y: number }>().x(x).y0(bottom).y1(y).curve(curveStepAfter);
	const over = line<{ readonly x: number; readonly y: number }>().x(x).y(y).curve(curveStepAfter);
	chart.append(svg('path', { d: under([...points]) ?? '', class: 'area' }), svg('path', { d: over([...points]) ?? '', class: 'line' }));
}

const daysOfTwoYears = 730;

/** The first days of the months, or of the years where there are more than two; their x is a day's number. */
function labelsOf(first: number, end: number, words: Words): readonly Label[] {
	const isLong = end - first > daysOfTwoYears;
	const labels: Label[] = [];
	for (let day = first; day <= end; day++) {
		const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
		if (text.endsWith('-01-01')) {
			labels.push({ x: day, text: text.slice(0, 4) });
		} else if (!isLong && text.endsWith('-01')) {
			labels.push({ x: day, text: words.month(text) });
		}
	}
	return labels;
}
