import type * as vscodeTypes from 'vscode';

/** What the wrapper around the extension's bundle notes, on the global object of the extension host; times as of `performance.now()`. */
export interface Instruments {
	/** Milliseconds that loading the bundle took. */
	load: number;
	/** Milliseconds until `activate()` returned. */
	activate: number;
	/** When `activate()` was called. */
	start: number;
	/** Asked after each change of the entries, until it says yes. */
	readonly hasNewest: { ask: (api: MeasuredApi) => boolean };
	/** When the newest entry was there; `NaN` before. */
	newest: number;
	/** When the status bar item was first shown; `NaN` before. */
	statusBar: number;
	/** Milliseconds that all listeners together took for each change of a document. */
	readonly changes: number[];
	/** How many rows the views have built. */
	rows: number;
}

/** What of the extension's interface is used here. */
export interface MeasuredApi {
	readonly ready: Promise<void>;
	entries(): readonly unknown[];
	readonly onDidChangeEntries: vscodeTypes.Event<void>;
	readonly knows: (uri: vscodeTypes.Uri) => boolean;
}

const name = 'dailyLogInstruments';

/** The notes of this window; a fresh sheet at first. */
export function instruments(): Instruments {
	const known: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
	if (isInstruments(known)) {
		return known;
	}
	const nothing = { load: NaN, activate: NaN, start: NaN, newest: NaN, statusBar: NaN };
	const fresh: Instruments = { ...nothing, hasNewest: { ask: () => false }, changes: [], rows: 0 };
	Object.assign(globalThis, { [name]: fresh });
	return fresh;
}

function isInstruments(value: unknown): value is Instruments {
	return typeof value === 'object' && value !== null && 'changes' in value;
}
