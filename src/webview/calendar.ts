import type { YearView } from '../core/dashboard/dashboard.ts';
import { svg } from './elements.ts';
import type { Stage } from './stage.ts';

/** Columns of a year: 53 weeks, and one more where it begins late in one. */
const columnsOfYear = 54;
const columnsOfHalf = 28;
/** Pixels for the names of the weekdays. */
export const leftOfCells = 34;
const smallestOfWhole = 11;
const smallestPitch = 6;
const widestPitch = 22;

/** Where the cells of a year stand: in one block, or in two halves where there is no room for one. */
export interface Grid {
	/** From one cell to the next. */
	readonly pitch: number;
	readonly halves: boolean;
	readonly blockHeight: number;
	readonly yearHeight: number;
}

const headHeight = 26;
const monthsHeight = 16;
/** Pixels between a year and the next. */
export const gapOfYears = 22;

/** The grid that a width has room for. */
export function gridOf(width: number): Grid {
	const whole = Math.floor((width - leftOfCells) / columnsOfYear);
	const halves = whole < smallestOfWhole;
	const wanted = halves ? Math.floor((width - leftOfCells) / columnsOfHalf) : whole;
	const pitch = Math.max(smallestPitch, Math.min(widestPitch, wanted));
	const blockHeight = monthsHeight + 7 * pitch;
	return { pitch, halves, blockHeight, yearHeight: headHeight + blockHeight * (halves ? 2 : 1) + (halves ? 8 : 0) + gapOfYears };
}

/** Pixels within a year. */
export interface Place {
	readonly x: number;
	readonly y: number;
}

/** The upper left corner of a day's cell. */
export function placeOf(year: YearView, index: number, { pitch, halves, blockHeight }: Grid): Place {
	const july = year.months[6] ?? 0;
	const isSecond = halves && index >= july;
	const at = year.offset + index;
	const firstColumn = isSecond ? Math.floor((year.offset + july) / 7) : 0;
	return {
		x: leftOfCells + (Math.floor(at / 7) - firstColumn) * pitch,
		y: headHeight + monthsHeight + (isSecond ? blockHeight + 8 : 0) + (at % 7) * pitch,
	};
}

/** All days without an entry as one shape. */
export function emptyCells(year: YearView, grid: Grid, size: number, when: 'past' | 'future'): SVGPathElement {
	const taken = new Set(year.days.map(({ index }) => index));
	const cells: string[] = [];
	for (let index = 0; index < year.length; index++) {
		if (!taken.has(index) && index > year.today === (when === 'future')) {
			const { x, y } = placeOf(year, index, grid);
			cells.push(`M${x + 2},${y}h${size - 4}q2,0,2,2v${size - 4}q0,2,-2,2h${4 - size}q-2,0,-2,-2v${4 - size}q0,-2,2,-2z`);
		}
	}
	return svg('path', { d: cells.join(''), class: `empty ${when}` });
}

/** The names of the months over their first weeks. */
export function monthLabels(year: YearView, grid: Grid, name: (day: string) => string): readonly SVGElement[] {
	return year.months.map((index, month) => {
		const { x } = placeOf(year, index, grid);
		const isSecond = grid.halves && month >= 6;
		// A month that does not begin with a week is named where its first whole week begins, so that short columns do not make names collide.
		const inFirstColumn = (year.offset + index) % 7 === 0 || (grid.halves ? month % 6 : month) === 0;
		const y = headHeight + (isSecond ? grid.blockHeight + 8 : 0) + 10;
		return svg(
			'text',
			{ x: x + (inFirstColumn ? 0 : grid.pitch), y, class: 'axis' },
			name(`${year.year}-${String(month + 1).padStart(2, '0')}-01`),
		);
	});
}

/** Monday, Wednesday, Friday, of a week in which they are known. */
const namedDays = ['2023-01-02', '2023-01-04', '2023-01-06'];

/** The names of every other weekday beside its row. */
export function weekdayLabels(grid: Grid, { dashboard, words }: Stage): readonly SVGElement[] {
	const blocks = grid.halves ? [0, grid.blockHeight + 8] : [0];
	return blocks.flatMap(top =>
		namedDays.map((day, index) => {
			const row = (1 + index * 2 - dashboard.weekStartsOn + 7) % 7;
			return svg('text', { x: 0, y: headHeight + monthsHeight + top + (row + 0.5) * grid.pitch + 2.5, class: 'axis' }, words.weekday(day));
		}),
	);
}
