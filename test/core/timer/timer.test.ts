import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
	active,
	elapsedAt,
	lengthOf,
	pause,
	resume,
	seen,
	settle,
	startTimer,
	withAllAsked,
	type Look,
	type Timer,
} from '../../../src/core/timer/timer.ts';

const minute = 60_000;
const start = Date.UTC(2022, 11, 2, 9);

/** Minutes after the start, in milliseconds since 1970. */
function at(minutes: number): number {
	return start + minutes * minute;
}

function look(minutes: number, watchedSince = 0, idleMinutes = 15): Look {
	return { now: at(minutes), watchedSince: at(watchedSince), idleMinutes };
}

/** Windows that look every minute, and a user who does something each time. */
function busy(timer: Timer, from: number, to: number): Timer {
	let busied = timer;
	for (let minutes = from; minutes <= to; minutes++) {
		busied = active(busied, look(minutes));
	}
	return busied;
}

/** Windows that look every minute, and nobody who does anything. */
function away(timer: Timer, from: number, to: number): Timer {
	let seenSo = timer;
	for (let minutes = from; minutes <= to; minutes++) {
		seenSo = seen(seenSo, look(minutes));
	}
	return seenSo;
}

/** Minutes that count at that time, and each doubt as `idle 10-30`. */
function shown(timer: Timer, minutes: number): string {
	const doubts = timer.doubts.map(({ kind, from, to }) => `${kind} ${(from - start) / minute}-${(to - start) / minute}`);
	return [`${elapsedAt(timer, at(minutes)) / minute} min`, ...doubts].join(', ');
}

const timer = startTimer('file:///log', start);

describe('the timer', () => {
	it('counts from start to pause, and again from resume', () => {
		const paused = pause(busy(timer, 1, 25), look(25));
		const resumed = resume(paused, look(60));
		assert.deepEqual(
			[shown(busy(timer, 1, 25), 25), shown(paused, 25), shown(paused, 60), shown(resumed, 60), shown(busy(resumed, 61, 65), 65)],
			['25 min', '25 min', '25 min', '25 min', '30 min'],
		);
	});

	it('stays as it is when paused twice or resumed twice', () => {
		const paused = pause(busy(timer, 1, 5), look(5));
		assert.equal(pause(paused, look(9)), paused);
		const running = resume(paused, look(9));
		assert.equal(resume(running, look(10)), running);
	});

	it('asks about idleness when somebody comes back, from the last activity on', () => {
		const back = active(away(busy(timer, 1, 10), 11, 40), look(40));
		assert.equal(shown(back, 40), '10 min, idle 10-40');
		assert.equal(shown(busy(back, 41, 45), 45), '15 min, idle 10-40');
	});

	it('does not ask about idleness that is shorter, or where it is never asked', () => {
		assert.equal(shown(active(away(busy(timer, 1, 10), 11, 24), look(24)), 24), '24 min');
		assert.equal(shown(active(away(timer, 1, 90), look(90, 0, 0)), 90), '90 min');
	});

	it('asks about idleness when it is paused', () => {
		assert.equal(shown(pause(away(busy(timer, 1, 10), 11, 40), look(40)), 50), '10 min, idle 10-40');
	});

	it('tells sleep, through which a window was open, from closed windows', () => {
		assert.equal(shown(seen(busy(timer, 1, 10), look(70, 0)), 70), '10 min, sleep 10-70');
		assert.equal(shown(seen(busy(timer, 1, 10), look(70, 70)), 70), '10 min, closed 10-70');
	});

	it('takes a short silence, as of a reload, for work', () => {
		assert.equal(shown(seen(busy(timer, 1, 10), look(13, 13)), 13), '13 min');
		assert.equal(shown(seen(busy(timer, 1, 10), look(13.1, 13.1)), 13.1), '10 min, closed 10-13.1');
	});

	it('makes one doubt of idleness and the sleep that followed it', () => {
		assert.equal(shown(seen(away(busy(timer, 1, 10), 11, 30), look(90)), 90), '10 min, sleep 10-90');
		assert.equal(shown(seen(away(busy(timer, 1, 10), 11, 20), look(90)), 90), '20 min, sleep 20-90');
	});

	it('makes one doubt of a night in which the computer woke up by itself', () => {
		const woken = seen(away(seen(busy(timer, 1, 10), look(70)), 71, 72), look(140));
		assert.equal(shown(woken, 140), '10 min, sleep 10-140');
		const touched = seen(busy(seen(busy(timer, 1, 10), look(70)), 71, 72), look(140));
		assert.equal(shown(touched, 140), '12 min, sleep 10-70, sleep 72-140');
		const asked = seen(away(withAllAsked(seen(busy(timer, 1, 10), look(70))), 71, 72), look(140));
		assert.equal(shown(asked, 140), '12 min, sleep 10-70, sleep 72-140');
	});

	it('asks about time that a clock set back counts a second time', () => {
		const back = seen(busy(timer, 1, 60), look(20));
		assert.equal(shown(back, 20), '20 min, clock 20-60');
		assert.equal(shown(busy(back, 21, 30), 30), '30 min, clock 20-60');
		assert.equal(shown(settle(busy(back, 21, 30), back.doubts[0] ?? never(), true), 30), '70 min');
	});

	it('asks the same when the clock was set back while it was paused', () => {
		const paused = pause(busy(timer, 1, 60), look(60));
		assert.equal(shown(resume(paused, look(20)), 25), '25 min, clock 20-60');
		assert.equal(shown(resume(paused, look(-300)), -295), '5 min, clock 0-60');
	});

	it('stands still, and asks nothing, when the clock is corrected by seconds', () => {
		const corrected = seen(busy(timer, 1, 10), look(9.5));
		assert.equal(shown(corrected, 10), '10 min');
		assert.equal(shown(pause(corrected, look(9.6)), 20), '10 min');
	});

	it('counts a doubt or leaves it out, once', () => {
		const back = active(away(busy(timer, 1, 10), 11, 40), look(40));
		const [doubt = never()] = back.doubts;
		assert.equal(shown(settle(back, doubt, true), 40), '40 min');
		assert.equal(shown(settle(back, doubt, false), 40), '10 min');
		const settled = settle(back, doubt, false);
		assert.equal(settle(settled, doubt, true), settled);
		assert.equal(shown(settle(withAllAsked(back), doubt, true), 40), '40 min');
	});
});

function never(): never {
	throw new Error('there is no doubt');
}

/** What windows and the user may do, at so many tens of seconds after the last. */
type Step = readonly ['seen' | 'active' | 'pause' | 'resume' | 'asked', number];

const second10 = 10_000;
const idleTens = 90;
const silenceTens = 18;

function run(steps: readonly Step[]): Timer {
	let tens = 0;
	return steps.reduce((so, [step, later]) => {
		tens += later;
		const now = { now: start + tens * second10, watchedSince: start, idleMinutes: 15 };
		switch (step) {
			case 'seen':
				return seen(so, now);
			case 'active':
				return active(so, now);
			case 'pause':
				return pause(so, now);
			case 'resume':
				return resume(so, now);
			case 'asked':
				return withAllAsked(so);
		}
	}, timer);
}

interface Line {
	readonly marks: string[];
	running: boolean;
	seenAt: number;
	activeAt: number;
	doubtEnd: number;
	asked: boolean;
}

/** The same, tens of seconds by tens of seconds: each is `.` for off, `x` for counted, `?` for doubtful. */
function slowly(steps: readonly Step[]): string {
	const line: Line = { marks: [], running: true, seenAt: 0, activeAt: 0, doubtEnd: -1, asked: true };
	for (const [step, later] of steps) {
		line.marks.push(...Array<string>(later).fill(line.running ? 'x' : '.'));
		if (step === 'asked') {
			line.asked = true;
		} else if (line.running && step !== 'resume') {
			lookSlowly(line, step !== 'seen');
			line.running = step !== 'pause';
		} else if (!line.running && step === 'resume') {
			[line.running, line.seenAt, line.activeAt] = [true, line.marks.length, line.marks.length];
		}
	}
	return line.marks.join('');
}

function lookSlowly(line: Line, isActive: boolean): void {
	const now = line.marks.length;
	if (now - line.seenAt > silenceTens) {
		doubtSlowly(line, line.seenAt - line.activeAt >= idleTens ? line.activeAt : line.seenAt);
	}
	if (isActive && now - line.activeAt >= idleTens) {
		doubtSlowly(line, line.activeAt);
	}
	line.seenAt = now;
	line.activeAt = isActive ? now : line.activeAt;
}

/** Where nothing was touched since the last doubt, of which nobody has been asked, all since then is doubtful. */
function doubtSlowly(line: Line, from: number): void {
	const now = line.marks.length;
	line.marks.fill('?', !line.asked && line.activeAt === line.doubtEnd ? Math.min(from, line.doubtEnd) : from);
	[line.seenAt, line.activeAt, line.doubtEnd, line.asked] = [now, now, now, false];
}

describe('any timer', () => {
	const anyStep = fc.tuple(
		fc.constantFrom<Step[0][]>('seen', 'seen', 'seen', 'active', 'active', 'pause', 'resume', 'asked'),
		fc.oneof(fc.integer({ min: 1, max: 18 }), fc.integer({ min: 1, max: 120 })),
	);

	it('is what counting ten seconds by ten seconds gives', () => {
		fc.assert(
			fc.property(fc.array(anyStep, { maxLength: 40 }), steps => {
				const timer = run([...steps, ['pause', 1]]);
				const line = slowly([...steps, ['pause', 1]]);
				const times = (sign: string): number => line.split(sign).length - 1;
				assert.deepEqual([lengthOf(timer.counted) / second10, lengthOf(timer.doubts) / second10], [times('x'), times('?')], line);
			}),
			{ numRuns: 1000 },
		);
	});

	it('counts all that it ran when every doubt counts, and never a time twice', () => {
		fc.assert(
			fc.property(fc.array(anyStep, { maxLength: 40 }), steps => {
				const paused = run([...steps, ['pause', 1]]);
				const all = paused.doubts.reduce((so, doubt) => settle(so, doubt, true), paused);
				const ran = slowly([...steps, ['pause', 1]]).replaceAll('.', '').length;
				assert.deepEqual([lengthOf(all.counted) / second10, all.doubts], [ran, []]);
				assert.ok(all.counted.every(({ from }, index) => index === 0 || from > (all.counted[index - 1]?.to ?? 0)));
			}),
		);
	});

	it('neither loses nor adds time when the clock is set back', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 3 })), { maxLength: 30 }),
				fc.integer({ min: 2, max: 600 }),
				(steps, back) => {
					let minutes = 0;
					const before = steps.reduce((so, [on, later]) => {
						minutes += later;
						return on ? active(resume(so, look(minutes)), look(minutes)) : pause(so, look(minutes));
					}, timer);
					const after = resume(seen(before, look(minutes - back)), look(minutes - back));
					const ran = elapsedAt(before, before.lastSeen);
					assert.equal(elapsedAt(after, at(minutes - back)) + lengthOf(after.doubts), ran);
					// Corrections of up to a minute are no doubt.
					assert.ok(after.counted.every(({ to }) => to <= at(minutes - back + 1)));
				},
			),
		);
	});
});
