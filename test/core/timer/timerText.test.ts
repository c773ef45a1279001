import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Doubt, Stretch, Timer } from '../../../src/core/timer/timer.ts';
import {
	arrivalOf,
	noTimer,
	withAdditionOnItsWay,
	withAdditions,
	withAdditionTakenBack,
	withoutAddition,
	withTimeBack,
	type Addition,
	type TimerState,
} from '../../../src/core/timer/timerState.ts';
import { readTimerState, writeTimerState } from '../../../src/core/timer/timerText.ts';

const anyInstant = fc.integer({ min: 0, max: 4e12 });
const anyStretch: fc.Arbitrary<Stretch> = fc.tuple(anyInstant, fc.nat(1e8)).map(([from, length]) => ({ from, to: from + length }));
const anyDoubt: fc.Arbitrary<Doubt> = fc
	.tuple(anyStretch, fc.constantFrom<Doubt['kind'][]>('sleep', 'closed', 'idle', 'clock'), fc.boolean())
	.map(([stretch, kind, asked]) => ({ ...stretch, kind, asked }));
const anyTimer: fc.Arbitrary<Timer> = fc.record({
	folder: fc.webUrl(),
	counted: fc.array(anyStretch, { maxLength: 3 }),
	openSince: fc.option(anyInstant, { nil: undefined }),
	lastSeen: anyInstant,
	lastActivity: anyInstant,
	doubts: fc.array(anyDoubt, { maxLength: 3 }),
});
const anyAddition: fc.Arbitrary<Addition> = fc.record({
	folder: fc.webUrl(),
	uri: fc.webUrl(),
	title: fc.string(),
	minutes: fc.nat(1440),
	before: fc.nat(1440),
	after: fc.nat(1440),
	stretches: fc.array(anyStretch, { maxLength: 3 }),
	lastSeen: anyInstant,
});
const anyState: fc.Arbitrary<TimerState> = fc.record({
	timer: fc.option(anyTimer, { nil: undefined }),
	additions: fc.array(anyAddition, { maxLength: 2 }),
});

describe('the file of the timer', () => {
	it('gives back what was put in, and is none where there is nothing to keep', () => {
		fc.assert(
			fc.property(anyState, state => {
				const text = writeTimerState(state);
				const back = readTimerState(text);
				assert.deepEqual(JSON.stringify(back), JSON.stringify({ kind: 'state', state }));
				assert.equal(text === undefined, state.timer === undefined && state.additions.length === 0);
			}),
		);
	});

	it('is not guessed at where a part is missing or cut off', () => {
		fc.assert(
			fc.property(anyTimer, fc.nat(1000), (timer, length) => {
				const text = writeTimerState({ timer, additions: [] }) ?? '';
				const cut = text.slice(0, Math.min(length, text.trimEnd().length - 1));
				assert.deepEqual(readTimerState(cut), { kind: 'broken' });
			}),
		);
	});

	it('is told from one of a newer version', () => {
		const written = (value: unknown): unknown => readTimerState(JSON.stringify(value));
		assert.deepEqual(
			[
				written({ version: 2, timer: 'as they like it' }),
				written({ version: 1 }),
				written({ version: 0, additions: [] }),
				written({ version: 1, additions: [], timer: { folder: 5 } }),
				written({ version: 1, additions: [{}] }),
				written([]),
				written(null),
			],
			[{ kind: 'newer', version: 2 }, ...Array<unknown>(6).fill({ kind: 'broken' })],
		);
		assert.deepEqual(written({ version: 1, additions: [] }), { kind: 'state', state: noTimer });
	});
});

const timer: Timer = { folder: 'file:///log', counted: [], openSince: 0, lastSeen: 1_500_000, lastActivity: 0, doubts: [] };
const addition: Addition = {
	folder: 'file:///log',
	uri: 'file:///log/62.md',
	title: '62 - a',
	minutes: 25,
	before: 90,
	after: 115,
	stretches: [{ from: 0, to: 1_500_000 }],
	lastSeen: 1_500_000,
};

describe('minutes on their way', () => {
	it('have arrived, are missing, or nobody can say', () => {
		assert.deepEqual(
			[115, 90, 100, undefined].map(input => arrivalOf(addition, input)),
			['arrived', 'missing', 'unclear', 'unclear'],
		);
	});

	it('end the timer, and are forgotten when they have arrived', () => {
		const state = withAdditions({ timer, additions: [] }, [addition]);
		assert.deepEqual(state, { timer: undefined, additions: [addition] });
		assert.deepEqual(withoutAddition(state, { ...addition, lastSeen: 7 }), noTimer);
	});

	it('go back into a paused timer, or into one of the same log, once', () => {
		const state = withAdditions({ timer, additions: [] }, [addition]);
		const back = withAdditionTakenBack(state, addition);
		assert.deepEqual(back, {
			additions: [],
			timer: {
				folder: 'file:///log',
				counted: addition.stretches,
				openSince: undefined,
				lastSeen: 1_500_000,
				lastActivity: 1_500_000,
				doubts: [],
			},
		});
		assert.equal(withAdditionTakenBack(back, addition), undefined);
		const running = { ...timer, openSince: 2_000_000 };
		assert.deepEqual(withAdditionTakenBack({ ...state, timer: running }, addition)?.timer, { ...running, counted: addition.stretches });
	});

	it('are noted before they leave an entry again, once, and not where a timer of another log is in the way', () => {
		const later = { ...addition, lastSeen: 7 };
		const noted = withAdditionOnItsWay(noTimer, later);
		assert.deepEqual(noted, { timer: undefined, additions: [later] });
		assert.deepEqual(withAdditionOnItsWay({ timer, additions: [addition] }, later), { timer, additions: [later] });
		assert.equal(withAdditionOnItsWay({ timer: { ...timer, folder: 'file:///other' }, additions: [] }, later), undefined);
	});

	it('stay where a timer of another log is in the way', () => {
		const other = { ...timer, folder: 'file:///other' };
		assert.equal(withAdditionTakenBack({ timer: other, additions: [addition] }, addition), undefined);
		assert.equal(withTimeBack({ timer: other, additions: [] }, addition), undefined);
	});
});
