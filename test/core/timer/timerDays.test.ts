import assert from 'node:assert/strict';
import fc from 'fast-check';
import { logDayAt } from '../../../src/core/time/writtenDate.ts';
import { onFirstDay, splitByDay, wholeMinutes, type LogDays } from '../../../src/core/timer/timerDays.ts';
import type { Stretch } from '../../../src/core/timer/timer.ts';

const denver: LogDays = { timeZone: 'America/Denver', dayStartsAt: 0 };

/** A stretch between two instants as they are written. */
function stretch(from: string, to: string): Stretch {
	return { from: Date.parse(from), to: Date.parse(to) };
}

function shares(days: LogDays, ...stretches: readonly Stretch[]): readonly string[] {
	return splitByDay(stretches, days).map(({ day, minutes }) => `${day} ${minutes}`);
}

describe('the days of a timer', () => {
	it('are those of the log’s zone', () => {
		const night = stretch('2022-12-02T23:30:00-07:00', '2022-12-03T00:20:00-07:00');
		assert.deepEqual(shares(denver, night), ['2022-12-02 30', '2022-12-03 20']);
		assert.deepEqual(shares({ ...denver, timeZone: 'Asia/Kolkata' }, night), ['2022-12-03 50']);
		assert.deepEqual(shares({ ...denver, dayStartsAt: 4 }, night), ['2022-12-02 50']);
	});

	it('have the hours that their clocks show, 23 or 25 where they are changed', () => {
		assert.deepEqual(shares(denver, stretch('2022-03-12T12:00:00-07:00', '2022-03-14T12:00:00-06:00')), [
			'2022-03-12 720',
			'2022-03-13 1380',
			'2022-03-14 720',
		]);
		assert.deepEqual(shares(denver, stretch('2022-11-05T12:00:00-06:00', '2022-11-07T12:00:00-07:00')), [
			'2022-11-05 720',
			'2022-11-06 1500',
			'2022-11-07 720',
		]);
		assert.deepEqual(shares({ ...denver, dayStartsAt: 2 }, stretch('2022-11-06T00:30:00-06:00', '2022-11-06T03:00:00-07:00')), [
			'2022-11-05 150',
			'2022-11-06 60',
		]);
	});

	it('leave out what rounds to nothing, and give it to the other day', () => {
		assert.deepEqual(shares(denver, stretch('2022-12-02T23:59:50-07:00', '2022-12-03T00:20:15-07:00')), ['2022-12-03 20']);
		assert.deepEqual(shares(denver, stretch('2022-12-02T10:00:00-07:00', '2022-12-02T10:00:29-07:00')), []);
		assert.deepEqual(shares(denver, stretch('2022-12-02T10:00:00-07:00', '2022-12-02T10:00:30-07:00')), ['2022-12-02 1']);
		assert.deepEqual(shares(denver), []);
	});

	it('may be the first one for all of it', () => {
		const night = [
			stretch('2022-12-03T00:30:00-07:00', '2022-12-03T00:40:00-07:00'),
			stretch('2022-12-02T23:30:00-07:00', '2022-12-03T00:20:00-07:00'),
		];
		assert.deepEqual(onFirstDay(night, denver), [{ day: '2022-12-02', minutes: 60, stretches: night }]);
		assert.deepEqual(onFirstDay([], denver), []);
	});
});

const zones = ['America/Denver', 'Asia/Kolkata', 'Pacific/Auckland', 'Europe/London', 'Asia/Beirut', 'Pacific/Apia'];
const year = Date.UTC(2022, 0, 1);

describe('any time of a timer', () => {
	const anyStretch = fc
		.tuple(fc.nat(500 * 86_400), fc.nat(3 * 86_400))
		.map(([from, length]) => ({ from: year + from * 1000 + 123, to: year + (from + length) * 1000 + 456 }));
	const anyDays = fc.record({ timeZone: fc.constantFrom(...zones), dayStartsAt: fc.constantFrom(0, 2, 4, 23) });

	it('falls on the days on which going minute by minute puts it', () => {
		fc.assert(
			fc.property(fc.array(anyStretch, { maxLength: 3 }), anyDays, (stretches, days) => {
				const found = splitByDay(stretches, days);
				const slow = minuteByMinute(stretches, days);
				for (const { day, stretches: pieces } of found) {
					assert.equal(
						pieces.reduce((sum, { from, to }) => sum + to - from, 0),
						slow.get(day),
					);
				}
				assert.ok([...slow].every(([day, length]) => length < 60_000 || found.some(share => share.day === day)));
				const total = [...slow.values()].reduce((sum, length) => sum + length, 0);
				assert.equal(
					found.reduce((sum, { minutes }) => sum + minutes, 0),
					Math.round(total / 60_000),
				);
			}),
			{ numRuns: 150 },
		);
	});

	it('rounds to whole minutes whose sum is the rounded sum, none off by a minute', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(10_000_000), { maxLength: 8 }), parts => {
				const minutes = wholeMinutes(parts);
				const sum = parts.reduce((all, part) => all + part, 0);
				assert.equal(
					minutes.reduce((all, part) => all + part, 0),
					Math.round(sum / 60_000),
				);
				assert.ok(minutes.every((part, index) => Math.abs(part - (parts[index] ?? 0) / 60_000) < 1));
			}),
		);
	});
});

function minuteByMinute(stretches: readonly Stretch[], { timeZone, dayStartsAt }: LogDays): ReadonlyMap<string, number> {
	const byDay = new Map<string, number>();
	for (const { from, to } of stretches) {
		for (let at = from; at < to;) {
			const next = Math.min(to, (Math.floor(at / 60_000) + 1) * 60_000);
			const day = logDayAt(at, timeZone, dayStartsAt);
			byDay.set(day, (byDay.get(day) ?? 0) + next - at);
			at = next;
		}
	}
	return byDay;
}
