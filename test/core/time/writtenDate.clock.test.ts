import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDate, withOffset, writeInstant } from '../../../src/core/time/writtenDate.ts';

describe('a clock time of a place', () => {
	it('gets the offset that its clocks have then', () => {
		assert.deepEqual(
			[
				withOffset('2022-12-02T06:21:40', 'America/Denver'),
				withOffset('2022-07-02T06:21:40', 'America/Denver'),
				withOffset('2022-12-02T06:21:40', 'Asia/Kathmandu'),
				withOffset('2022-12-02T06:21:40', 'Pacific/Chatham'),
				withOffset('2022-12-02T06:21:40', 'UTC'),
			],
			[
				'2022-12-02T06:21:40-07:00',
				'2022-07-02T06:21:40-06:00',
				'2022-12-02T06:21:40+05:45',
				'2022-12-02T06:21:40+13:45',
				'2022-12-02T06:21:40+00:00',
			],
		);
	});

	it('that is leaped over or comes twice gets the offset from before the change', () => {
		const times = [
			'2023-03-12T01:59:59',
			'2023-03-12T02:30:00',
			'2023-03-12T03:00:00',
			'2023-11-05T00:59:59',
			'2023-11-05T01:30:00',
			'2023-11-05T02:00:00',
		];
		assert.deepEqual(
			times.map(time => withOffset(time, 'America/Denver').slice(19)),
			['-07:00', '-07:00', '-06:00', '-06:00', '-06:00', '-07:00'],
		);
	});

	it('is read back as an instant that has this clock time, if any has', () => {
		const seconds = fc.integer({ min: Date.UTC(1980, 0) / 1000, max: Date.UTC(2060, 0) / 1000 });
		fc.assert(
			fc.property(
				seconds,
				fc.constantFrom('America/Denver', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Chatham', 'Australia/Lord_Howe', 'UTC'),
				(second, zone) => {
					const clock = writeInstant(second * 1000, zone).slice(0, 19);
					const instant = readDate(withOffset(clock, zone))?.instant;
					assert.ok(instant !== undefined && instant <= second * 1000);
					assert.equal(writeInstant(instant, zone).slice(0, 19), clock);
				},
			),
		);
	});
});
