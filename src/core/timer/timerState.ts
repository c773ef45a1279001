import { withStretch, type Stretch, type Timer } from './timer.ts';

/** Minutes of a stopped timer that are on their way into an entry: kept until its file has them, so that no crash loses or doubles them. */
export interface Addition {
	/** The uri of the workspace folder. */
	readonly folder: string;
	/** The uri of the entry. */
	readonly uri: string;
	/** The entry's title, for sentences. */
	readonly title: string;
	readonly minutes: number;
	/** The entry's `input` in minutes, without them and with them. */
	readonly before: number;
	readonly after: number;
	/** What is counted again if they do not get there. */
	readonly stretches: readonly Stretch[];
	/** When the window that writes them last said so: one that is silent has ended. */
	readonly lastSeen: number;
}

/** All that is kept on the disk. */
export interface TimerState {
	readonly timer: Timer | undefined;
	readonly additions: readonly Addition[];
}

/** Nothing runs and nothing waits. */
export const noTimer: TimerState = { timer: undefined, additions: [] };

/** How an entry stands to an addition, by the minutes that its `input` counts; undefined where they cannot be read. */
export type Arrival = 'arrived' | 'missing' | 'unclear';

export function arrivalOf({ before, after }: Addition, input: number | undefined): Arrival {
	return input === after ? 'arrived' : input === before ? 'missing' : 'unclear';
}

/** The timer ends; its minutes are on their way. */
export function withAdditions(state: TimerState, additions: readonly Addition[]): TimerState {
	return { timer: undefined, additions: [...state.additions, ...additions] };
}

/**
 * The minutes of an entry are about to go back into the timer: until its file is without them, they are on their way. Undefined where a timer of another log is in the way.
 */
export function withAdditionOnItsWay(state: TimerState, addition: Addition): TimerState | undefined {
	const { timer, additions } = withoutAddition(state, addition);
	return timer !== undefined && timer.folder !== addition.folder ? undefined : { timer, additions: [...additions, addition] };
}

/** The minutes are in the file, or the user wants no more of them. */
export function withoutAddition(state: TimerState, addition: Addition): TimerState {
	return { ...state, additions: state.additions.filter(other => !isSameAddition(other, addition)) };
}

/**
 * The minutes are not in the file: they go back into the timer, which is paused where none runs. Undefined where they are no longer on their way, or a timer of another
 * log is in the way.
 */
export function withAdditionTakenBack(state: TimerState, addition: Addition): TimerState | undefined {
	const { timer, additions } = withoutAddition(state, addition);
	if (additions.length === state.additions.length || (timer !== undefined && timer.folder !== addition.folder)) {
		return undefined;
	}
	return { additions, timer: withStretches(timer ?? pausedTimer(addition), addition.stretches) };
}

/** Puts time back that was thrown away or added by mistake; undefined where a timer of another log is in the way. */
export function withTimeBack({ timer, additions }: TimerState, back: Pick<Addition, 'folder' | 'stretches'>): TimerState | undefined {
	return timer !== undefined && timer.folder !== back.folder
		? undefined
		: { additions, timer: withStretches(timer ?? pausedTimer(back), back.stretches) };
}

function withStretches(timer: Timer, stretches: readonly Stretch[]): Timer {
	return { ...timer, counted: stretches.reduce((counted, { from, to }) => withStretch(counted, from, to), timer.counted) };
}

function pausedTimer({ folder, stretches }: Pick<Addition, 'folder' | 'stretches'>): Timer {
	const lastSeen = Math.max(0, ...stretches.map(({ to }) => to));
	return { folder, counted: [], openSince: undefined, lastSeen, lastActivity: lastSeen, doubts: [] };
}

/** Those of these additions have been heard of just now. */
export function withAdditionsSeen(state: TimerState, uris: ReadonlySet<string>, now: number): TimerState {
	return { ...state, additions: state.additions.map(addition => (uris.has(addition.uri) ? { ...addition, lastSeen: now } : addition)) };
}

/** Of two reads of the file, one may have changed when it was last seen. */
export function isSameAddition(a: Addition, b: Addition): boolean {
	return a.uri === b.uri && a.before === b.before && a.after === b.after && a.stretches[0]?.from === b.stretches[0]?.from;
}

/** Whether there is nothing to keep. */
export function isNothing({ timer, additions }: TimerState): boolean {
	return timer === undefined && additions.length === 0;
}
