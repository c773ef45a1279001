import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readInput, readMinutes, writeDuration, writeHours } from '../../../src/core/time/duration.ts';

function read(texts: readonly string[]): Record<string, number | undefined> {
	return Object.fromEntries(texts.map(text => [text, readMinutes(text)]));
}

describe('minutes as typed', () => {
	it('are numbers, hours, clock forms, with a sign before them', () => {
		const expected = {
			'25': 25,
			'25m': 25,
			'90 min': 90,
			'1 minute': 1,
			'25 MINUTES': 25,
			'1h': 60,
			'2 hours': 120,
			'1h30': 90,
			'1h30m': 90,
			'1h 30m': 90,
			'1 h 30 min': 90,
			'1h5': 65,
			'1H05': 65,
			'1:30': 90,
			'0:05': 5,
			'10:00': 600,
			'1.5h': 90,
			'1,5 h': 90,
			'.5h': 30,
			'0.33h': 20,
			'-10': -10,
			'−10': -10,
			'- 10 m': -10,
			'-1:30': -90,
			'-1.5h': -90,
			'+25': 25,
			'  25  ': 25,
			'1 h\t30\u00a0min': 90,
			'007': 7,
			'0': 0,
			'-0': 0,
			'999999': 999999,
		};
		assert.deepEqual(read(Object.keys(expected)), expected);
	});

	it('are nothing else', () => {
		const others = [
			'',
			' ',
			'-',
			'h',
			'm',
			'one',
			'1.5',
			'1,5',
			'1.5m',
			'1.5h30',
			'1h90',
			'1h90m',
			'1:60',
			'1:5',
			'1:2:3',
			':30',
			'1d',
			'25 m 1h',
		];
		const rest = [
			'--5',
			'+-5',
			'1e3',
			'0x10',
			'1_000',
			'1 000',
			'NaN',
			'Infinity',
			'٢٥',
			'25x',
			'h30',
			'1.h',
			'1000000',
			'1h\n30 x',
			'1..5h',
		];
		assert.deepEqual(
			[...others, ...rest].filter(text => readMinutes(text) !== undefined),
			[],
		);
	});

	it('are whole and finite or none at all, whatever is typed', () => {
		const typed = fc.string({ unit: fc.constantFrom(...Array.from('0159hm:. -+,')), maxLength: 10 });
		fc.assert(
			fc.property(typed, text => {
				const minutes = readMinutes(text);
				assert.ok(minutes === undefined || Number.isSafeInteger(minutes));
				assert.ok(!Object.is(minutes, -0));
			}),
			{ numRuns: 500 },
		);
	});
});

describe('the input of an entry', () => {
	it('is a finite number from 0 up, in minutes', () => {
		assert.deepEqual(
			[90, 0, -0, 12.5, 5000].map(value => readInput(value, 'minutes')),
			[90, 0, 0, 12.5, 5000],
		);
	});

	it('is turned from hours into whole minutes', () => {
		assert.deepEqual(
			[1.5, 0, -0, 0.33, 1.1, 24].map(value => readInput(value, 'hours')),
			[90, 0, 0, 20, 66, 1440],
		);
	});

	it('counts nothing where it is anything else', () => {
		for (const value of [-1, NaN, Infinity, -Infinity, '90', '1h30', '', true, null, undefined, [90], {}, 90n, new Date(0)]) {
			assert.deepEqual([readInput(value, 'minutes'), readInput(value, 'hours')], [undefined, undefined], typeof value);
		}
	});
});

describe('minutes as shown', () => {
	it('are hours with one decimal, halves up', () => {
		assert.deepEqual([0, 2, 3, 8, 9, 60, 90, 93, 540, 6000, 12.5].map(writeHours), [
			'0.0 h',
			'0.0 h',
			'0.1 h',
			'0.1 h',
			'0.2 h',
			'1.0 h',
			'1.5 h',
			'1.6 h',
			'9.0 h',
			'100.0 h',
			'0.2 h',
		]);
	});

	it('are hours and minutes in words', () => {
		assert.deepEqual([0, 1, 45, 60, 90, 600, 1441, 59.6, -10, -90, -0.2].map(writeDuration), [
			'0 min',
			'1 min',
			'45 min',
			'1 h',
			'1 h 30 min',
			'10 h',
			'24 h 1 min',
			'1 h',
			'-10 min',
			'-1 h 30 min',
			'0 min',
		]);
	});

	it('can be typed again', () => {
		fc.assert(fc.property(fc.integer({ min: -99_999, max: 99_999 }), minutes => readMinutes(writeDuration(minutes)) === minutes));
	});

	it('are never off by more than three minutes in hours', () => {
		fc.assert(
			fc.property(fc.nat(100_000), minutes => {
				const text = writeHours(minutes);
				assert.match(text, /^\d+\.\d h$/);
				assert.ok(Math.abs(Number.parseFloat(text) * 60 - minutes) <= 3.000001);
			}),
		);
	});
});
