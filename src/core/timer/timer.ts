/** From one instant to another, milliseconds since 1970; `to` is not before `from`. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/**
 * Why it is doubtful that somebody worked: the computer slept; no window was open, or it crashed; nothing was touched in the editor; or the clock was set back, and what it
 * shows now has been counted before.
 */
export type DoubtKind = 'sleep' | 'closed' | 'idle' | 'clock';

/** Time that counts only if the user says so. */
export interface Doubt extends Stretch {
	readonly kind: DoubtKind;
	/** Whether some window has asked the user. */
	readonly asked: boolean;
}

/** The timer of a log, as all windows see it. No field ticks: what has passed is what lies between the instants. */
export interface Timer {
	/** The uri of the workspace folder whose log gets the minutes. */
	readonly folder: string;
	/** Closed stretches, earliest first. They overlap only where the clock was set back and the user counts it. */
	readonly counted: readonly Stretch[];
	/** Since when the timer runs; undefined while it is paused. */
	readonly openSince: number | undefined;
	/** When a window last looked, some seconds ago while the timer runs; while it is paused, when it was paused. */
	readonly lastSeen: number;
	/** When something was last touched in the editor. */
	readonly lastActivity: number;
	/** In the order in which they were noticed. */
	readonly doubts: readonly Doubt[];
}

/** A look at the clock. */
export interface Look {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** After how many minutes without activity it is asked whether they count; 0 for never. */
	readonly idleMinutes: number;
	/** Since when the window that looks has been looking: a silence that began later is not for want of a window. */
	readonly watchedSince: number;
}

/** How long nobody may have looked before it is asked why: six heartbeats. */
const longestSilence = 180_000;

/** Corrections of the clock by less than this are no more than a pause of the timer. */
const clockTolerance = 60_000;

const millisecondsPerMinute = 60_000;

/** A timer that starts to run. */
export function startTimer(folder: string, now: number): Timer {
	return { folder, counted: [], openSince: now, lastSeen: now, lastActivity: now, doubts: [] };
}

/** Somebody looks: a clock set back, or a silence since the last look, becomes a doubt. */
export function seen(timer: Timer, look: Look): Timer {
	const { now, watchedSince } = look;
	const { openSince, lastSeen } = timer;
	if (now < lastSeen - clockTolerance) {
		return setBack(timer, now);
	}
	if (openSince === undefined) {
		return timer;
	}
	if (now - lastSeen <= longestSilence) {
		return { ...timer, lastSeen: Math.max(now, lastSeen) };
	}
	const from = isIdle(timer, { ...look, now: lastSeen }) ? timer.lastActivity : lastSeen;
	return doubted(timer, { from, to: now, kind: watchedSince <= lastSeen ? 'sleep' : 'closed', asked: false });
}

/** The user does something: idleness up to now becomes a doubt. */
export function active(timer: Timer, look: Look): Timer {
	const looked = seen(timer, look);
	if (looked.openSince === undefined) {
		return looked;
	}
	const now = Math.max(look.now, looked.lastSeen);
	if (isIdle(looked, { ...look, now })) {
		return doubted(looked, { from: looked.lastActivity, to: now, kind: 'idle', asked: false });
	}
	return { ...looked, lastActivity: now };
}

/** The timer stands still. One that does so already stays as it is. */
export function pause(timer: Timer, look: Look): Timer {
	const { openSince, ...looked } = active(timer, look);
	return openSince === undefined
		? timer
		: { ...looked, openSince: undefined, counted: withStretch(looked.counted, openSince, looked.lastSeen) };
}

/** The timer goes on. One that runs already stays as it is. */
export function resume(timer: Timer, look: Look): Timer {
	if (timer.openSince !== undefined) {
		return timer;
	}
	const looked = seen(timer, look);
	const now = Math.max(look.now, looked.lastSeen);
	return { ...looked, openSince: now, lastSeen: now, lastActivity: now };
}

/** The user has said whether a doubtful stretch counts; one that is no longer in doubt changes nothing. */
export function settle(timer: Timer, doubt: Doubt, counts: boolean): Timer {
	const doubts = timer.doubts.filter(other => !isSameDoubt(other, doubt));
	if (doubts.length === timer.doubts.length) {
		return timer;
	}
	return { ...timer, doubts, counted: counts ? withStretch(timer.counted, doubt.from, doubt.to) : timer.counted };
}

/** Every doubt has been put before the user. */
export function withAllAsked(timer: Timer): Timer {
	return { ...timer, doubts: timer.doubts.map(doubt => ({ ...doubt, asked: true })) };
}

/** Milliseconds that count so far, doubts apart. */
export function elapsedAt({ counted, openSince }: Timer, now: number): number {
	return lengthOf(counted) + (openSince === undefined ? 0 : Math.max(0, now - openSince));
}

/** The milliseconds of some stretches. */
export function lengthOf(stretches: readonly Stretch[]): number {
	return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Stretches with one more, earliest first; two that touch become one. */
export function withStretch(stretches: readonly Stretch[], from: number, to: number): readonly Stretch[] {
	const all = [...stretches, { from, to }].filter(stretch => stretch.to > stretch.from).sort((a, b) => a.from - b.from || a.to - b.to);
	const joined: Stretch[] = [];
	for (const stretch of all) {
		const last = joined.at(-1);
		if (last?.to === stretch.from) {
			joined.splice(-1, 1, { from: last.from, to: stretch.to });
		} else {
			joined.push(stretch);
		}
	}
	return joined;
}

function isSameDoubt(a: Doubt, b: Doubt): boolean {
	return a.kind === b.kind && a.from === b.from && a.to === b.to;
}

function isIdle({ lastActivity }: Timer, { now, idleMinutes }: Look): boolean {
	return idleMinutes > 0 && now - lastActivity >= idleMinutes * millisecondsPerMinute;
}

/**
 * The running timer counts up to where the doubt begins, and again from its end. Where nothing was touched since the last doubt, of which nobody has been asked, the two
 * are one: a laptop that wakes every hour of the night is one question.
 */
function doubted(timer: Timer, doubt: Doubt): Timer {
	const { openSince = doubt.to, counted, doubts } = timer;
	const last = doubts.at(-1);
	const goesOn = last?.asked === false && last.kind !== 'clock' && last.to === openSince && timer.lastActivity === openSince;
	const restarted = { ...timer, openSince: doubt.to, lastSeen: doubt.to, lastActivity: doubt.to };
	return goesOn
		? { ...restarted, doubts: [...doubts.slice(0, -1), { ...doubt, from: last.from }] }
		: { ...restarted, counted: withStretch(counted, openSince, doubt.from), doubts: [...doubts, doubt] };
}

/** What has been counted beyond the new time of the clock is about to be counted again: it becomes doubtful. */
function setBack(timer: Timer, now: number): Timer {
	const { openSince, lastSeen, doubts } = timer;
	const counted = openSince === undefined ? timer.counted : withStretch(timer.counted, openSince, lastSeen);
	const beyond = counted
		.filter(({ to }) => to > now)
		.map(({ from, to }): Doubt => ({ from: Math.max(from, now), to, kind: 'clock', asked: false }));
	return {
		...timer,
		counted: counted.filter(({ from }) => from < now).map(({ from, to }) => ({ from, to: Math.min(to, now) })),
		openSince: openSince === undefined ? undefined : now,
		lastSeen: now,
		lastActivity: now,
		doubts: [...doubts, ...beyond],
	};
}
