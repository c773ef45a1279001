import type { TagView } from '../core/dashboard/dashboard.ts';
import { card, chartCard, tableOf, type Card } from './card.ts';
import { html, svg } from './elements.ts';
import { torn } from './frame.ts';
import { enliven, stepsOf, type Mark } from './marks.ts';
import type { Stage } from './stage.ts';

const mostRows = 12;
const rowHeight = 28;

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

function rows(tags: readonly TagView[], stage: Stage, width: number): SVGSVGElement {
	const { words } = stage;
	const height = tags.length * rowHeight;
	const nameWidth = Math.min(150, width * 0.32);
	const valueWidth = 108;
	const room = Math.max(20, width - nameWidth - valueWidth);
	const most = Math.max(1, ...tags.map(({ usual }) => usual));
	const chart = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
	const marks = tags.map(({ tag, minutes, entries }, index): Mark => {
		const y = index * rowHeight;
		const long = Math.max(minutes > 0 ? 2 : 0, Math.min(1, minutes / most) * room);
		const end = nameWidth + long;
		return {
			key: tag,
			element: svg(
				'g',
				{},
				svg('rect', { x: 0, y, width, height: rowHeight, class: 'hit' }),
				svg('text', { x: nameWidth - 10, y: y + 18, class: 'name end', 'aria-hidden': 'true' }, shortened(tag, nameWidth - 12)),
				svg('rect', { x: nameWidth, y: y + 6, width: long, height: rowHeight - 12, rx: 2, class: 'bar body' }),
				minutes > most ? svg('g', { transform: `translate(${end} ${y + 5}) rotate(90)` }, torn(0, 0, rowHeight - 10)) : undefined,
				svg('text', { x: end + 8, y: y + 18, class: 'axis', 'aria-hidden': 'true' }, words.duration(minutes)),
			),
			lines: [tag, words.duration(minutes), words.entries(entries.length), ...(minutes > most ? [words.texts.doubtfulMark] : [])],
			entries,
		};
	});
	chart.append(...marks.map(({ element }) => element));
	enliven(chart, marks, { stage, name: 'tags', step: stepsOf(marks.length, 5) });
	return chart;
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
