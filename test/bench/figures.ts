/** What the windows of one vault told, by name: `cold.ready`. Times in milliseconds, sizes in bytes. */
export type Figures = Readonly<Record<string, number>>;

/** A row of the table: a figure, what it is held against in the same run, and what the product promises (`../shared/product.md`, section 11). */
export interface Row {
	readonly what: string;
	readonly figure: string;
	readonly unit: 'ms' | 'KB' | 'KB a note' | 'count';
	/** The figure that is its measure. */
	readonly reference?: string;
	/** How it may grow with the number of notes. */
	readonly growth?: 'flat' | 'linear';
	/** Most of it, in its unit; of what grows with the notes, at 12,000. */
	readonly most?: number;
	/** Most of it, in times the reference. */
	readonly mostRatio?: number;
}

/** From so many notes on the promises hold for what grows with them. */
export const fullSize = 12_000;

const phases = [
	{ phase: 'cold', name: 'first index, nothing cached, to ready', reference: 'read', mostRatio: 6, most: 1200 },
	{ phase: 'cached', name: 'index from the cache, nothing changed', reference: 'stat', mostRatio: 2.5, most: 400 },
	{ phase: 'changed', name: 'the same, 1 % of the files changed', reference: 'stat' },
] as const;

const questions = [
	{ what: 'completion `[[`', figure: 'completion.all', most: 30 },
	{ what: 'completion `[[morning r`', figure: 'completion.word', most: 30 },
	{ what: 'completion `[[62`', figure: 'completion.number', most: 30 },
	{ what: 'hover', figure: 'hover', mostRatio: 1.5 },
	{ what: 'definition', figure: 'definition', mostRatio: 1.5 },
	{ what: 'references', figure: 'references', mostRatio: 1.5 },
] as const;

const keys = [
	{ note: 'short', length: 200, most: 2 },
	{ note: 'long', length: 2000, most: 20 },
] as const;

/** All rows, in the order of the table. */
export const rows: readonly Row[] = [
	{ what: 'reading the files synchronously', figure: 'cold.read', unit: 'ms', growth: 'linear' },
	{ what: 'listing and stat of the files', figure: 'cold.stat', unit: 'ms', growth: 'linear' },
	{ what: 'loading the bundle', figure: 'cold.load', unit: 'ms', growth: 'flat' },
	{ what: 'activate() until it returns', figure: 'cold.activate', unit: 'ms', growth: 'flat', most: 30 },
	...phases.flatMap(({ phase, name, reference, ...limits }): readonly Row[] => [
		{ what: name, figure: `${phase}.ready`, unit: 'ms', reference: `${phase}.${reference}`, growth: 'linear', ...limits },
		{ what: '  newest entry there', figure: `${phase}.newest`, unit: 'ms', growth: 'flat', most: 200 },
		{ what: '  status bar shown', figure: `${phase}.statusBar`, unit: 'ms', growth: 'flat' },
		{
			what: '  longest block until ready',
			figure: `${phase}.block`,
			unit: 'ms',
			reference: `${phase}.idleBlock`,
			growth: 'flat',
			most: 30,
		},
		{
			what: '  longest block after that',
			figure: `${phase}.settling`,
			unit: 'ms',
			reference: `${phase}.idleBlock`,
			growth: 'flat',
			most: 30,
		},
	]),
	{ what: 'memory held at ready', figure: 'cold.heap', unit: 'KB a note', growth: 'flat', most: 5 },
	{ what: 'memory held when all is quiet', figure: 'cold.heapSettled', unit: 'KB a note', growth: 'flat' },
	...questions.flatMap(({ what, figure, ...limits }): readonly Row[] => [
		{ what: `${what}, median`, figure, unit: 'ms', reference: `${figure}.constant`, growth: 'flat', ...limits },
		{ what: '  95 of 100 within', figure: `${figure}.p95`, unit: 'ms', reference: `${figure}.constant.p95`, growth: 'flat' },
	]),
	...keys.flatMap(({ note, length, most }): readonly Row[] => [
		{ what: `a key in the text, ${length} lines: listeners`, figure: `key.${note}.text`, unit: 'ms', growth: 'flat', most },
		{ what: '  longest block after it, views in sight', figure: `key.${note}.text.block`, unit: 'ms', growth: 'flat', most: 30 },
		{ what: `a key in the output, ${length} lines: listeners`, figure: `key.${note}.output`, unit: 'ms', growth: 'flat', most },
		{ what: '  longest block after it, views in sight', figure: `key.${note}.output.block`, unit: 'ms', growth: 'flat', most: 30 },
		{ what: '  rows of views built after it', figure: `key.${note}.output.rows`, unit: 'count' },
	]),
	{ what: 'a key in the output, dashboard in sight: block', figure: 'key.dashboard.block', unit: 'ms', growth: 'flat', most: 30 },
	{ what: 'desktop bundle, read at start', figure: 'bundle', unit: 'KB', growth: 'flat', most: 300 },
	{ what: 'the packed extension', figure: 'package', unit: 'KB', growth: 'flat', most: 600 },
];

/** A figure as its row shows it. */
export interface Cell {
	/** In the unit of the row; `NaN` where the run did not tell it. */
	readonly value: number;
	/** Times the reference. */
	readonly ratio: number | undefined;
	/** Whether it breaks the promise. */
	readonly over: boolean;
}

/** The cell of a row for one vault. */
export function cellOf(row: Row, figures: Figures): Cell {
	const notes = figures['cold.notes'] ?? NaN;
	const value = valueIn(row, figures, notes);
	const reference = row.reference === undefined ? undefined : figures[row.reference];
	const ratio = reference === undefined ? undefined : value / reference;
	const isHeld = notes >= fullSize || (row.growth !== 'linear' && row.unit !== 'KB a note');
	const most = (row.most ?? Infinity) * (row.growth === 'linear' ? notes / fullSize : 1);
	return { value, ratio, over: isHeld && (value > most || (ratio ?? 0) > (row.mostRatio ?? Infinity)) };
}

function valueIn({ figure, unit }: Row, figures: Figures, notes: number): number {
	const value = figures[figure] ?? NaN;
	switch (unit) {
		case 'ms':
		case 'count':
			return value;
		case 'KB':
			return value / 1024;
		case 'KB a note':
			return value / 1024 / notes;
	}
}

/** So much more than the notes explain is still noise: times, and in the unit of the row. */
const noise = { times: 1.5, least: 3 };

/** How often as much it is with the second vault, and whether that is more than its row allows. */
export function growthOf(row: Row, smaller: Figures, larger: Figures): { readonly times: number; readonly isTooMuch: boolean } {
	const [before, after] = [cellOf(row, smaller).value, cellOf(row, larger).value];
	const expected = row.growth === 'linear' ? (larger['cold.notes'] ?? NaN) / (smaller['cold.notes'] ?? NaN) : 1;
	const allowed = before * expected * noise.times + noise.least;
	return { times: after / before, isTooMuch: row.growth !== undefined && after > allowed };
}
