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

/** A budget of the product: what is measured, and the bound if it has one at this size. */
export interface Row {
	readonly what: string;
	readonly value: string;
	readonly budget: string;
	/** Over the budget. */
	readonly over: boolean;
}

/** The figures as rows of a table, with the budgets that `product.md` section 11 gives for 12,000 notes. */
export function rowsOf(figures: Figures): readonly Row[] {
	const { read, stat, load, activate, ready, longestBlock, heap, notes } = figures;
	const scale = notes / 12_000;
	const perNote = heap / notes / 1024;
	return [
		{ what: 'reading the files synchronously', value: milliseconds(read), budget: '', over: false },
		{ what: 'listing and stat of the files', value: milliseconds(stat), budget: '', over: false },
		{ what: 'loading the bundle', value: milliseconds(load), budget: '', over: false },
		{ what: 'activate() until it returns', value: milliseconds(activate), budget: '30 ms', over: activate > 30 },
		{
			what: 'first index, to ready',
			value: `${milliseconds(ready)}, ${(ready / read).toFixed(1)} x reading, ${(ready / stat).toFixed(1)} x stat`,
			budget: `6 x reading, ${milliseconds(1200 * Math.max(scale, 0.1))}`,
			over: ready > 6 * read || ready > 1200 * Math.max(scale, 0.1),
		},
		{ what: 'longest block of the host while indexing', value: milliseconds(longestBlock), budget: '30 ms', over: longestBlock > 30 },
		{ what: 'memory held for the index', value: `${perNote.toFixed(1)} KB a note`, budget: '5 KB a note', over: perNote > 5 },
	];
}

function milliseconds(value: number): string {
	return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
