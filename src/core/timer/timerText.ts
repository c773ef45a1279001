import type { Doubt, DoubtKind, Stretch, Timer } from './timer.ts';
import { isNothing, noTimer, type Addition, type TimerState } from './timerState.ts';

/** The text of the file; undefined where there is nothing to keep, and no file. */
export function writeTimerState(state: TimerState): string | undefined {
	return isNothing(state) ? undefined : `${JSON.stringify({ version, ...state }, undefined, '\t')}\n`;
}

/** What a text of the file means. One that is not read is never guessed at. */
export type TimerReading =
	| { readonly kind: 'state'; readonly state: TimerState }
	| { readonly kind: 'newer'; readonly version: number }
	| { readonly kind: 'broken' };

const version = 1;

/** Reads what `writeTimerState` wrote; no text is no timer. */
export function readTimerState(text: string | undefined): TimerReading {
	if (text === undefined) {
		return { kind: 'state', state: noTimer };
	}
	const value = parsed(text);
	const written = isRecord(value) ? value['version'] : undefined;
	if (typeof written === 'number' && written > version) {
		return { kind: 'newer', version: written };
	}
	const state = written === version ? read(() => stateFrom(value)) : undefined;
	return state === undefined ? { kind: 'broken' } : { kind: 'state', state };
}

/** What stands there is not what belongs there. */
class Misfit extends Error {}

function read<T>(reading: () => T): T | undefined {
	try {
		return reading();
	} catch (error) {
		if (error instanceof Misfit) {
			return undefined;
		}
		throw error;
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined; // a SyntaxError is the only answer that JSON has for "no JSON"
	}
}

type Values = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Values {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordFrom(value: unknown): Values {
	if (!isRecord(value)) {
		throw new Misfit();
	}
	return value;
}

function listFrom<T>(value: unknown, item: (value: unknown) => T): readonly T[] {
	if (!Array.isArray(value)) {
		throw new Misfit();
	}
	return value.map(item);
}

function numberFrom(value: unknown): number {
	if (typeof value !== 'number' || !Number.isFinite(value)) {
		throw new Misfit();
	}
	return value;
}

function textFrom(value: unknown): string {
	if (typeof value !== 'string') {
		throw new Misfit();
	}
	return value;
}

function stateFrom(value: unknown): TimerState {
	const { timer, additions } = recordFrom(value);
	return { timer: timer === undefined ? undefined : timerFrom(timer), additions: listFrom(additions, additionFrom) };
}

function timerFrom(value: unknown): Timer {
	const { folder, counted, openSince, lastSeen, lastActivity, doubts } = recordFrom(value);
	return {
		folder: textFrom(folder),
		counted: listFrom(counted, stretchFrom),
		openSince: openSince === undefined ? undefined : numberFrom(openSince),
		lastSeen: numberFrom(lastSeen),
		lastActivity: numberFrom(lastActivity),
		doubts: listFrom(doubts, doubtFrom),
	};
}

function stretchFrom(value: unknown): Stretch {
	const { from, to } = recordFrom(value);
	const stretch = { from: numberFrom(from), to: numberFrom(to) };
	if (stretch.to < stretch.from) {
		throw new Misfit();
	}
	return stretch;
}

const doubtKinds: readonly DoubtKind[] = ['sleep', 'closed', 'idle', 'clock'];

function doubtFrom(value: unknown): Doubt {
	const { kind, asked } = recordFrom(value);
	const known = doubtKinds.find(one => one === kind);
	if (known === undefined || typeof asked !== 'boolean') {
		throw new Misfit();
	}
	return { ...stretchFrom(value), kind: known, asked };
}

function additionFrom(value: unknown): Addition {
	const { folder, uri, title, minutes, before, after, stretches, lastSeen } = recordFrom(value);
	return {
		folder: textFrom(folder),
		uri: textFrom(uri),
		title: textFrom(title),
		minutes: numberFrom(minutes),
		before: numberFrom(before),
		after: numberFrom(after),
		stretches: listFrom(stretches, stretchFrom),
		lastSeen: numberFrom(lastSeen),
	};
}
