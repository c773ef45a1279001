import type { DayView, YearView } from '../core/dashboard/dashboard.ts';
import { chartCard, tableOf, type Card } from './card.ts';
import { choice, html, svg } from './elements.ts';
import { dayLines, titlesOf } from './lines.ts';
import { enliven, type Mark, type Step } from './marks.ts';
import type { Stage } from './stage.ts';
import { emptyCells, gapOfYears, gridOf, leftOfCells, monthLabels, placeOf, weekdayLabels, type Grid } from './calendar.ts';
import { fill } from './words.ts';

const latest = 3;

/** The years as weeks in columns, a day a cell. */
export function heatmapCard(stage: Stage): Card {
	const { dashboard, words, state, change } = stage;
	const { texts } = words;
	const shown = shownYears(stage);
	const all = dashboard.years;
	const years: readonly (readonly [string, string])[] = [
		...(all.length > latest ? [['latest', fill(texts.latestYears, String(latest))] as const] : []),
		['all', fill(texts.allYears, String(all.length))],
		...(all.length > 1 ? all.map(({ year }) => [year, year] as const) : []),
	];
	const measures = [['minutes', texts.byMinutes] as const, ['entries', texts.byEntries] as const];
	return chartCard(stage, {
		name: 'heatmap',
		title: texts.heatmap,
		tools: [
			choice(texts.measure, 'heatmap measure', measures, {
				chosen: state.measure,
				choose: value => {
					change({ measure: value === 'entries' ? 'entries' : 'minutes' });
				},
			}),
			...(all.length > 1
				? [
						choice(texts.years, 'heatmap years', years, {
							chosen: state.years,
							choose: value => {
								change({ years: value });
							},
						}),
					]
				: []),
		],
		below: [legend(stage)],
		chart: width => heatmap(shown, stage, width),
		table: () => {
			const rows = shown.flatMap(({ days }) => [...days].reverse());
			return tableOf(
				texts.heatmap,
				[texts.day, texts.input, texts.entry],
				rows.map(({ day, minutes, entries }) => [words.fullDay(day), words.duration(minutes), titlesOf(stage, entries).join('; ')]),
			);
		},
	});
}

function shownYears({ dashboard: { years }, state }: Stage): readonly YearView[] {
	const one = years.filter(({ year }) => year === state.years);
	return one.length > 0 ? one : state.years === 'all' ? years : years.slice(0, latest);
}

/** The shades with what they mean; one entry a day is the rule, so that its shade is not the palest. */
function shadesOf({ dashboard: { shade }, words, state }: Stage): readonly (readonly [level: number, name: string])[] {
	if (state.measure === 'entries') {
		return [2, 3, 4].map(level => [level, `${words.number(level - 1)}${level === 4 ? '+' : ''}`]);
	}
	const timed = [1, 2, 3].map(level => [level, `< ${words.duration(shade * level)}`] as const);
	return [[0, words.texts.noInput], ...timed, [4, `≥ ${words.duration(shade * 3)}`]];
}

function legend(stage: Stage): HTMLElement {
	const { texts } = stage.words;
	const shades = shadesOf(stage);
	const cells = shades.map(([level, name]) => html('span', { class: `swatch level-${level}`, title: name, 'aria-hidden': 'true' }));
	const names = shades.flatMap(([level, name]) => (level === 0 ? [] : [name]));
	return html(
		'p',
		{ class: 'legend note' },
		html('span', {}, texts.less),
		...cells,
		html('span', {}, texts.more),
		html('span', { class: 'legend-scale' }, names.join(' · ')),
	);
}

function heatmap(years: readonly YearView[], stage: Stage, width: number): SVGSVGElement {
	const grid = gridOf(width);
	const height = Math.max(0, years.length * grid.yearHeight - gapOfYears);
	const chart = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
	const marks: Mark[] = [];
	years.forEach((year, index) => {
		const group = svg('g', { transform: `translate(0 ${index * grid.yearHeight})` });
		drawYear(group, year, { stage, grid, marks });
		chart.append(group);
	});
	const ordered = marks.sort((a, b) => (a.key < b.key ? -1 : 1));
	enliven(chart, ordered, { stage, name: 'heatmap', step: stepByCalendar(ordered.map(({ key }) => key)) });
	return chart;
}

/** Up and down go by days, left and right by weeks, page keys by months; an entry that is nearest in that direction is taken. */
function stepByCalendar(days: readonly string[]): Step {
	const numbers = days.map(day => Date.parse(day) / 86_400_000);
	const spans: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 7, ArrowLeft: -7, PageDown: 30, PageUp: -30 };
	return (index, key) => {
		const span = spans[key];
		if (span === undefined) {
			return key === 'Home' ? 0 : key === 'End' ? days.length - 1 : undefined;
		}
		const wanted = (numbers[index] ?? 0) + span;
		const found = span > 0 ? numbers.findIndex(day => day >= wanted) : numbers.findLastIndex(day => day <= wanted);
		return found >= 0 ? found : span > 0 ? days.length - 1 : 0;
	};
}

interface Drawing {
	readonly stage: Stage;
	readonly grid: Grid;
	readonly marks: Mark[];
}

function drawYear(group: SVGElement, year: YearView, { stage, grid, marks }: Drawing): void {
	const { words } = stage;
	const size = grid.pitch - (grid.pitch > 13 ? 3 : 2);
	const sum = [words.duration(year.sum.minutes), words.entries(year.sum.entries)].join(' · ');
	group.append(
		svg('text', { x: 0, y: 16, class: 'year' }, year.year),
		svg('text', { x: leftOfCells + 14, y: 16, class: 'axis' }, sum),
		...monthLabels(year, grid, words.month.bind(words)),
		...weekdayLabels(grid, stage),
		emptyCells(year, grid, size, 'past'),
		emptyCells(year, grid, size, 'future'),
	);
	for (const day of year.days) {
		const cell = svg('rect', { ...placeOf(year, day.index, grid), width: size, height: size, rx: 2, class: classOf(day, year, stage) });
		group.append(cell);
		marks.push({ key: day.day, element: cell, lines: dayLines(day, stage), entries: day.entries });
	}
	if (year.today >= 0 && year.today < year.length) {
		const { x, y } = placeOf(year, year.today, grid);
		group.append(svg('rect', { x: x - 1.5, y: y - 1.5, width: size + 3, height: size + 3, rx: 3, class: 'today' }));
	}
}

function classOf({ index, minutes, entries, doubtful }: DayView, { today }: YearView, { dashboard: { shade }, state }: Stage): string {
	const level =
		state.measure === 'entries' ? Math.min(4, entries.length + 1) : minutes > 0 ? Math.min(4, Math.floor(minutes / shade) + 1) : 0;
	return `cell level-${level}${doubtful ? ' doubtful' : ''}${index > today ? ' coming' : ''}`;
}
