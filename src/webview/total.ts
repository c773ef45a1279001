import { area, curveStepAfter, line } from 'd3-shape';
import type { TotalPoint } from '../core/dashboard/dashboard.ts';
import { chartCard, tableOf, type Card } from './card.ts';
import { html, svg } from './elements.ts';
import { drawLabels, frameOf, type Frame, type Label } from './frame.ts';
import { someTitles } from './lines.ts';
import { enliven, stepsOf, type Mark } from './marks.ts';
import type { Stage } from './stage.ts';
import { dayNumber, dayOf, fill, type Words } from './words.ts';

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

interface Point {
	readonly x: number;
	readonly y: number;
}

/** From the day before the first entry, when there was nothing, to the end of today. */
function curve(points: readonly TotalPoint[], stage: Stage, width: number): SVGSVGElement {
	const { dashboard, words } = stage;
	const last = points.at(-1);
	const frame = frameOf(last?.minutes ?? 0, words, { width, height });
	const first = dayNumber(points[0]?.day ?? dashboard.today) - 1;
	const end = Math.max(dayNumber(dashboard.today), dayNumber(last?.day ?? dashboard.today)) + 1;
	const x = (day: number): number => frame.left + ((day - first) / (end - first)) * (frame.right - frame.left);
	const drawn = points.map(({ day, minutes }): Point => ({ x: x(dayNumber(day)), y: frame.y(minutes) }));
	drawCurve(frame, [{ x: frame.left, y: frame.bottom }, ...drawn, { x: frame.right, y: drawn.at(-1)?.y ?? frame.bottom }]);
	const marks = points.map((point, index): Mark => {
		const at = drawn[index] ?? { x: frame.left, y: frame.bottom };
		const from = ((drawn[index - 1]?.x ?? frame.left) + at.x) / 2;
		const to = ((drawn[index + 1]?.x ?? frame.right) + at.x) / 2;
		return {
			key: point.day,
			element: pointAt(at, from, to, frame),
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

/** A point that is there when it is asked for: over the stretch from one place to another, and in the whole height. */
function pointAt({ x, y }: Point, from: number, to: number, { top, bottom }: Frame): SVGGElement {
	return svg(
		'g',
		{},
		svg('rect', { x: from, y: top, width: Math.max(0, to - from), height: bottom - top, class: 'hit' }),
		svg('circle', { cx: x, cy: y, r: 4, class: 'point body' }),
	);
}

function drawCurve({ chart, bottom }: Frame, points: readonly Point[]): void {
	const under = area<Point>()
		.x(point => point.x)
		.y0(bottom)
		.y1(point => point.y)
		.curve(curveStepAfter);
	const over = line<Point>()
		.x(point => point.x)
		.y(point => point.y)
		.curve(curveStepAfter);
	chart.append(svg('path', { d: under(points) ?? '', class: 'area' }), svg('path', { d: over(points) ?? '', class: 'line' }));
}

const daysOfTwoYears = 730;
const daysOfTwoMonths = 60;

/** Years, months or single days, by how long it is; their x is a day's number. */
function labelsOf(first: number, end: number, words: Words): readonly Label[] {
	const span = end - first;
	const labels: Label[] = [];
	for (let number = first + 1; number < end; number++) {
		const day = dayOf(number);
		if (span <= daysOfTwoMonths) {
			labels.push({ x: number, text: words.dayOfMonth(day) });
		} else if (day.endsWith('-01-01')) {
			labels.push({ x: number, text: day.slice(0, 4) });
		} else if (span <= daysOfTwoYears && day.endsWith('-01')) {
			labels.push({ x: number, text: words.month(day) });
		}
	}
	return labels;
}
