import { cellOf, type Figures, growthOf, type Row, rows } from '../../test/bench/figures.ts';
import type { ReaderFigure } from './micro.ts';

/** The table: a row a promise, a column a vault; what each is in times its reference, how it grows from vault to vault, what is promised. */
export function tableLines(vaults: readonly Figures[]): readonly string[] {
	const head = ['', ...vaults.map(figures => `${(figures['cold.notes'] ?? 0).toLocaleString('en')} notes`), 'growth', 'at most'];
	return aligned([head, ...rows.map(row => cellsOf(row, vaults))]);
}

function cellsOf(row: Row, vaults: readonly Figures[]): readonly string[] {
	const cells = vaults.map(figures => {
		const { value, ratio, over } = cellOf(row, figures);
		const times = ratio === undefined ? '' : ` (${ratio.toFixed(1)} x)`;
		return `${numberIn(value)} ${row.unit}${times}${over ? ' OVER' : ''}`;
	});
	const growth = vaults.slice(1).map((larger, index) => {
		const { times, isTooMuch } = growthOf(row, vaults[index] ?? larger, larger);
		return `x ${times.toFixed(1)}${isTooMuch ? ' GROWS' : ''}`;
	});
	return [row.what, ...cells, growth.join(', '), limitOf(row)];
}

function limitOf({ most, mostRatio, unit, growth }: Row): string {
	const limits = [mostRatio === undefined ? '' : `${mostRatio} x`, most === undefined ? '' : `${most} ${unit}`].filter(Boolean);
	return [...limits, growth ?? ''].filter(Boolean).join(', ');
}

function numberIn(value: number): string {
	return Number.isNaN(value) ? '-' : value.toFixed(value < 10 ? 1 : 0);
}

/** What the readers take, one line each. */
export function microLines(figures: readonly ReaderFigure[]): readonly string[] {
	return aligned([
		['ns a byte', 'median', 'x reference'],
		...figures.map(({ what, nanoseconds, ratio }) => [what, nanoseconds.toFixed(2), ratio.toFixed(1)]),
	]);
}

function aligned(lines: readonly (readonly string[])[]): readonly string[] {
	const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map(line => (line[column] ?? '').length)));
	return lines.map(line =>
		line
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd(),
	);
}
