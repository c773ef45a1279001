import type { TagView } from '../core/dashboard/dashboard.ts';
import { card, chartCard, tableOf, type Card } from './card.ts';
import { html, svg } from './elements.ts';
import { torn } from './frame.ts';
import { enliven, stepsOf, type Mark } from './marks.ts';
import type { Stage } from './stage.ts';

const mostRows = 12;
const rowHeight = 28;
const valueWidth = 108;

/** The time of each tag as bars. */
export function tagsCard(stage: Stage): Card {
	const { words, dashboard } = stage;
	const { texts } = words;
	if (dashboard.tags.length === 0) {
		return { element: card('time-by-tag', texts.tags, { body: [html('p', { class: 'note' }, texts.noTags)] }) };
	}
	const left = dashboard.tags.length - mostRows;
	return chartCard(stage, {
		name: 'time-by-tag',
		title: texts.tags,
		below:
			left > 0
				? [
						html(
							'p',
							{ class: 'note' },
							texts.found.replace('{0}', words.number(mostRows)).replace('{1}', words.number(dashboard.tags.length)),
						),
					]
				: [],
		chart: width => rows(dashboard.tags.slice(0, mostRows), stage, width),
		table: () =>
			tableOf(
				texts.tags,
				[texts.tag, texts.input, texts.entry],
				dashboard.tags.map(({ tag, minutes, entries }) => [tag, words.duration(minutes), words.entries(entries.length)]),
			),
	});
}

interface Row {
	readonly y: number;
	/** Where its bar begins and ends. */
	readonly from: number;
	readonly to: number;
	readonly isTorn: boolean;
}

function rows(tags: readonly TagView[], stage: Stage, width: number): SVGSVGElement {
	const { words } = stage;
	const height = tags.length * rowHeight;
	const from = Math.min(150, width * 0.32);
	const room = Math.max(20, width - from - valueWidth);
	const most = Math.max(1, ...tags.map(({ usual }) => usual));
	const chart = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
	const marks = tags.map(({ tag, minutes, entries }, index): Mark => {
		const to = from + Math.max(minutes > 0 ? 2 : 0, Math.min(1, minutes / most) * room);
		const row = { y: index * rowHeight, from, to, isTorn: minutes > most };
		const element = bar(row, width);
		chart.append(element, ...labels(row, shortened(tag, from - 12), words.duration(minutes)));
		const doubt = row.isTorn ? [words.texts.doubtfulMark] : [];
		return { key: tag, element, lines: [tag, words.duration(minutes), words.entries(entries.length), ...doubt], entries };
	});
	enliven(chart, marks, { stage, name: 'tags', step: stepsOf(marks.length, 5) });
	return chart;
}

function bar({ y, from, to, isTorn }: Row, width: number): SVGGElement {
	return svg(
		'g',
		{},
		svg('rect', { x: 0, y, width, height: rowHeight, class: 'hit' }),
		svg('rect', { x: from, y: y + 6, width: to - from, height: rowHeight - 12, rx: 2, class: 'bar body' }),
		isTorn ? svg('g', { transform: `translate(${to} ${y + 5}) rotate(90)` }, torn(0, 0, rowHeight - 10)) : undefined,
	);
}

/** They stand beside the mark, which says the same in its name. */
function labels({ y, from, to }: Row, tag: string, time: string): readonly SVGElement[] {
	return [
		svg('text', { x: from - 10, y: y + 18, class: 'name end', 'aria-hidden': 'true' }, tag),
		svg('text', { x: to + 8, y: y + 18, class: 'axis', 'aria-hidden': 'true' }, time),
	];
}

const pen = document.createElement('canvas').getContext('2d');

/** The text, cut where it would be wider. */
function shortened(text: string, width: number): string {
	if (pen === null) {
		return text;
	}
	pen.font = `12px ${getComputedStyle(document.body).fontFamily}`;
	const signs = Array.from(new Intl.Segmenter().segment(text.slice(0, 200)), ({ segment }) => segment);
	let most = signs.length;
	while (most > 1 && pen.measureText(signs.slice(0, most).join('')).width > width) {
		most--;
	}
	return most === signs.length ? text : `${signs.slice(0, most).join('').trimEnd()}…`;
}
