/** What one run in the editor measured. Times in milliseconds, memory in bytes. */
export interface Figures {
	readonly notes: number;
	/** `readdirSync` and `readFileSync` of the same files, in the same process: the measure of the others. Median of three. */
	readonly read: number;
	/** `readdirSync` and `statSync` of the same files. Median of three. */
	readonly stat: number;
	/** Loading the bundle. */
	readonly load: number;
	/** `activate()` until it returns. */
	readonly activate: number;
	/** From the call of `activate()` until `ready` resolves. */
	readonly ready: number;
	/** The longest time in which the extension host's thread did nothing else, from `activate()` to `ready`. */
	readonly longestBlock: number;
	/** Growth of the heap from before `activate()` to after `ready`, both after a garbage collection. */
	readonly heap: number;
	/** `entries()` then: a run that indexed nothing measures nothing. */
	readonly entries: number;
}

/** A budget of the product: what is measured, and the bound, `''` if it has none at this size. */
export interface Row {
	readonly what: string;
	readonly value: string;
	readonly budget: string;
	/** Over the budget. */
	readonly over: boolean;
}

/** The figures as rows of a table, with the budgets of the product (../shared/product.md, section 11). Some hold at any size, the others at 12,000 notes. */
export function rowsOf(figures: Figures): readonly Row[] {
	const { read, stat, load, activate, ready, longestBlock, heap, notes } = figures;
	const perNote = heap / notes / 1024;
	const atFullSize = notes >= 12_000;
	const index = `${milliseconds(ready)}, ${(ready / read).toFixed(1)} x reading, ${(ready / stat).toFixed(1)} x stat`;
	const rows: readonly Row[] = [
		{ what: 'reading the files synchronously', value: milliseconds(read), budget: '', over: false },
		{ what: 'listing and stat of the files', value: milliseconds(stat), budget: '', over: false },
		{ what: 'loading the bundle', value: milliseconds(load), budget: '', over: false },
		{ what: 'activate() until it returns', value: milliseconds(activate), budget: '30 ms', over: activate > 30 },
		{ what: 'longest block of the host while indexing', value: milliseconds(longestBlock), budget: '30 ms', over: longestBlock > 30 },
	];
	const indexRows: readonly Row[] = [
		{ what: 'first index, to ready', value: index, budget: '6 x reading, 1.2 s', over: ready > 6 * read || ready > 1200 },
		{ what: 'heap held by extension and index', value: `${perNote.toFixed(1)} KB a note`, budget: '5 KB a note', over: perNote > 5 },
	];
	return [...rows, ...indexRows.map(row => (atFullSize ? row : { ...row, budget: '', over: false }))];
}

function milliseconds(value: number): string {
	return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
