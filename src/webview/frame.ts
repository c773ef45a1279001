import { nice, ticks } from 'd3-array';
import { svg } from './elements.ts';
import { fill, type Words } from './words.ts';

/** The plane of a chart with hours upwards. */
export interface Frame {
	readonly chart: SVGSVGElement;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	/** The minutes at its top. */
	readonly most: number;
	/** The height of so many minutes; what is more than the top stands at the top. */
	readonly y: (minutes: number) => number;
}

const margin = { left: 20, right: 10, top: 14, bottom: 24 };
const widthOfSign = 6.5;
const wantedTicks = 4;

/** An empty plane with lines at round hours; `most` is the most that is to be seen. */
export function frameOf(
	most: number,
	words: Words,
	{ width, height, right = margin.right }: { readonly width: number; readonly height: number; readonly right?: number },
): Frame {
	const [, top] = nice(0, Math.max(1, most / 60), wantedTicks);
	const chart = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
	const names = ticks(0, top, wantedTicks).map(hours => ({ hours, name: fill(words.texts.hours, words.number(hours)) }));
	const left = margin.left + Math.max(...names.map(({ name }) => name.length)) * widthOfSign;
	const frame = { left, right: width - right, top: margin.top, bottom: height - margin.bottom };
	const y = (minutes: number): number =>
		frame.bottom - (Math.min(Math.max(0, minutes), top * 60) / (top * 60)) * (frame.bottom - frame.top);
	for (const { hours, name } of names) {
		chart.append(
			svg('line', { x1: frame.left, x2: frame.right, y1: y(hours * 60), y2: y(hours * 60), class: hours === 0 ? 'base' : 'grid' }),
			svg('text', { x: frame.left - 8, y: y(hours * 60) + 4, class: 'axis end' }, name),
		);
	}
	return { ...frame, chart, most: top * 60, y };
}

/** A name along the bottom. */
export interface Label {
	readonly x: number;
	readonly text: string;
}

/** Names along the bottom, as many as there is room for. */
export function drawLabels({ chart, bottom, right }: Frame, labels: readonly Label[]): void {
	let free = -Infinity;
	for (const { x, text } of labels) {
		if (x >= free && x < right - 16) {
			chart.append(
				svg('line', { x1: x, x2: x, y1: bottom, y2: bottom + 4, class: 'base' }),
				svg('text', { x, y: bottom + 17, class: 'axis' }, text),
			);
			free = x + text.length * 7 + 14;
		}
	}
}

/** The torn top of a bar that would be longer than there is room for. */
export function torn(x: number, y: number, width: number): SVGPathElement {
	return svg('path', { d: `M${x - 1},${y + 9}l${(width + 2) / 2},-4l${(width + 2) / 2},4`, class: 'torn' });
}
