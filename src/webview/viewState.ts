/** What a person has chosen on the page; VS Code keeps it while the page is hidden, and over a reload. */
export interface ViewState {
	/** The `id` of the log; `''` for the first one. */
	readonly log: string;
	readonly measure: 'minutes' | 'entries';
	/** `latest`, `all`, or a year. */
	readonly years: string;
	/** How many weeks, or `all`. */
	readonly weeks: string;
	readonly filter: string;
	/** How many outputs are shown at most. */
	readonly shownOutputs: number;
	/** The names of what is unfolded. */
	readonly unfolded: readonly string[];
	/** Pixels from the top. */
	readonly scroll: number;
}

export const outputsAtOnce = 25;

const initial: ViewState = {
	log: '',
	measure: 'minutes',
	years: 'latest',
	weeks: '52',
	filter: '',
	shownOutputs: outputsAtOnce,
	unfolded: [],
	scroll: 0,
};

/** The state that was kept, as far as it is one. */
export function viewStateFrom(kept: unknown): ViewState {
	const values: Readonly<Record<string, unknown>> = typeof kept === 'object' && kept !== null ? { ...kept } : {};
	const text = (name: 'log' | 'years' | 'weeks' | 'filter'): string => {
		const value = values[name];
		return typeof value === 'string' ? value : initial[name];
	};
	const { unfolded, scroll } = values;
	return {
		...initial,
		log: text('log'),
		measure: values['measure'] === 'entries' ? 'entries' : 'minutes',
		years: text('years'),
		weeks: text('weeks'),
		filter: text('filter'),
		unfolded: Array.isArray(unfolded) ? unfolded.filter(name => typeof name === 'string') : [],
		scroll: typeof scroll === 'number' ? scroll : 0,
	};
}
