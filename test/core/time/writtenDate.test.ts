import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../src/core/time/civilDate.ts';
import { isFuture, readDate } from '../../../src/core/time/writtenDate.ts';

/** `2022-12-02 06:21 -420 2022-12-02T13:21:40.000Z`: day, clock, offset, instant, `-` for what is not there; undefined for no date. */
function read(text: string): string | undefined {
	const date = readDate(text);
	if (date === undefined) {
		return undefined;
	}
	assert.equal(date.text, text);
	const clock = date.minuteOfDay === undefined ? '-' : new Date(date.minuteOfDay * 60_000).toISOString().slice(11, 16);
	const instant = date.instant === undefined ? '-' : new Date(date.instant).toISOString();
	return `${date.civil} ${clock} ${String(date.offsetMinutes ?? '-')} ${instant}`;
}

function readAll(texts: readonly string[]): Record<string, string | undefined> {
	return Object.fromEntries(texts.map(text => [text, read(text)]));
}

describe('a date in front matter', () => {
	it('is read in every form that Hugo documents', () => {
		const expected = {
			'2023-10-15T13:18:50-07:00': '2023-10-15 13:18 -420 2023-10-15T20:18:50.000Z',
			'2023-10-15T13:18:50-0700': '2023-10-15 13:18 -420 2023-10-15T20:18:50.000Z',
			'2023-10-15T13:18:50Z': '2023-10-15 13:18 0 2023-10-15T13:18:50.000Z',
			'2023-10-15T13:18:50': '2023-10-15 13:18 - -',
			'2023-10-15': '2023-10-15 - - -',
			'15 Oct 2023': '2023-10-15 - - -',
		};
		assert.deepEqual(readAll(Object.keys(expected)), expected);
	});

	it('is read in every other form that Hugo takes', () => {
		const expected = {
			'2022-12-02T06:21:40.1239-07:00': '2022-12-02 06:21 -420 2022-12-02T13:21:40.123Z',
			'2022-12-02T06:21:40,5Z': '2022-12-02 06:21 0 2022-12-02T06:21:40.500Z',
			'2022-12-02T6:21:40Z': '2022-12-02 06:21 0 2022-12-02T06:21:40.000Z',
			'2022-12-02T06:21:40.5': '2022-12-02 06:21 - -',
			'Fri, 02 Dec 2022 06:21:40 -0700': '2022-12-02 06:21 -420 2022-12-02T13:21:40.000Z',
			'Fri, 02 Dec 2022 06:21:40 MST': '2022-12-02 06:21 - -',
			'Fri, 02 Dec 2022 06:21:40 UTC': '2022-12-02 06:21 - -',
			'02 Dec 22 06:21 -0700': '2022-12-02 06:21 -420 2022-12-02T13:21:00.000Z',
			'02 Dec 69 06:21 MST': '1969-12-02 06:21 - -',
			'02 Dec 68 06:21 MST': '2068-12-02 06:21 - -',
			'Friday, 02-Dec-22 06:21:40 MST': '2022-12-02 06:21 - -',
			'2022-12-02 06:21:40.999999999 -0700 MST': '2022-12-02 06:21 -420 2022-12-02T13:21:40.999Z',
			'2022-12-02 06:21:40 +0000 UTC': '2022-12-02 06:21 0 2022-12-02T06:21:40.000Z',
			'2022-12-02 06:21:40 -0700 UTC': '2022-12-02 06:21 0 2022-12-02T06:21:40.000Z',
			'2022-12-02 06:21:40Z': '2022-12-02 06:21 0 2022-12-02T06:21:40.000Z',
			'2022-12-02 06:21:40+0545': '2022-12-02 06:21 345 2022-12-02T00:36:40.000Z',
			'2022-12-02 06:21:40+05:45': '2022-12-02 06:21 345 2022-12-02T00:36:40.000Z',
			'2022-12-02 06:21:40 +05:45': '2022-12-02 06:21 345 2022-12-02T00:36:40.000Z',
			'2022-12-02 06:21:40 +0545': '2022-12-02 06:21 345 2022-12-02T00:36:40.000Z',
			'2022-12-02 06:21:40': '2022-12-02 06:21 - -',
			'2022-12-02   06:21:40': '2022-12-02 06:21 - -',
			'Fri Dec  2 06:21:40 2022': '2022-12-02 06:21 - -',
			'Fri Dec 2 06:21:40 MST 2022': '2022-12-02 06:21 - -',
			'Fri Dec 02 06:21:40 -0700 2022': '2022-12-02 06:21 -420 2022-12-02T13:21:40.000Z',
			'mon DEC 02 06:21:40 -0700 2022': '2022-12-02 06:21 -420 2022-12-02T13:21:40.000Z',
			'2024-02-29': '2024-02-29 - - -',
			'0099-01-02': '0099-01-02 - - -',
		};
		assert.deepEqual(readAll(Object.keys(expected)), expected);
	});

	it('keeps its own day and offset, whatever day it is elsewhere', () => {
		const expected = {
			'2022-12-02T23:30:00-07:00': '2022-12-02 23:30 -420 2022-12-03T06:30:00.000Z',
			'2022-12-02T00:10:00+13:45': '2022-12-02 00:10 825 2022-12-01T10:25:00.000Z',
			'2022-12-02T00:00:00-00:30': '2022-12-02 00:00 -30 2022-12-02T00:30:00.000Z',
			'2022-12-02T00:00:00-00:00': '2022-12-02 00:00 0 2022-12-02T00:00:00.000Z',
		};
		assert.deepEqual(readAll(Object.keys(expected)), expected);
		assert.ok(Object.is(readDate('2022-12-02T00:00:00-00:00')?.offsetMinutes, 0));
	});

	it('is none where Hugo refuses it', () => {
		const forms = [
			'',
			'today',
			'12/02/2022',
			'2022/12/02',
			'02.12.2022',
			'2 Dec 2022',
			'Dec 2, 2022',
			'02 December 2022',
			'2022-W48-5',
			'2022-336',
		];
		const clocks = [
			'2022-12-02T06:21-07:00',
			'2022-12-02 06:21',
			'2022-12-02T06:21Z',
			'2022-12-02T06',
			'2022-12-02T24:00:00Z',
			'2022-12-02T06:60:00Z',
		];
		const offsets = [
			'2022-12-02T06:21:40-07',
			'2022-12-02T06:21:40 -07:00',
			'2022-12-02T06:21:40-7:00',
			'2022-12-02T06:21:40-25:00',
			'2022-12-02 06:21:40 MST',
		];
		const days = ['2022-02-29', '2022-02-30T06:21:40Z', '2022-13-01', '2022-00-01', '31 Nov 2022', '2022-12-00', '22-12-02', '2022-1-2'];
		const letters = [
			'2022-12-02t06:21:40z',
			' 2022-12-02',
			'2022-12-02 ',
			'2022-12-02\n',
			'20221202',
			'1670000000',
			'2022-12-02T06:21:40−07:00',
			'２０２２-12-02',
		];
		assert.deepEqual(
			[...forms, ...clocks, ...offsets, ...days, ...letters].filter(text => readDate(text) !== undefined),
			[],
		);
	});

	it('is none where it is a time alone, though Hugo takes it for a day of the year 0', () => {
		assert.deepEqual(
			['3:04PM', 'Dec  2 06:21:40', 'Dec  2 06:21:40.000'].filter(text => readDate(text) !== undefined),
			[],
		);
	});

	it('never fails, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789-:T Z+.,DecFriMST')), maxLength: 40 }), text => {
				assert.equal(readDate(text)?.text ?? text, text);
			}),
		);
	});
});

describe('the future', () => {
	it('begins after now, in UTC where no offset is written', () => {
		const now = Date.parse('2022-12-02T13:21:40Z');
		const dates = [
			'2022-12-02T06:21:40-07:00',
			'2022-12-02T06:21:41-07:00',
			'2022-12-02T13:21:40',
			'2022-12-02T13:21:41',
			'2022-12-02',
			'2022-12-03',
		];
		assert.deepEqual(
			dates.filter(text => {
				const date = readDate(text);
				return date !== undefined && isFuture(date, now);
			}),
			['2022-12-02T06:21:41-07:00', '2022-12-02T13:21:41', '2022-12-03'],
		);
	});
});

describe('reading many dates', () => {
	// Generous, for busy machines: 20,000 take about 30 ms, the hostile ones less than 10.
	const longest = 1000;

	it('takes some tens of milliseconds for 20,000, and no longer for hostile ones', () => {
		const dates = Array.from({ length: 20_000 }, (_, index) => `${addDays('1990-01-01', index)}T06:21:40-07:00`);
		const digits = '1'.repeat(100_000);
		const blanks = ' '.repeat(100_000);
		const hostile = [
			digits,
			blanks,
			`2022-12-02T06:21:40.${digits}`,
			`Fri,${blanks}02${blanks}Dec`,
			`02 Jan 06 15:04 GMT+${'0'.repeat(100_000)}x`,
		];
		const start = performance.now();
		const read = [...dates, ...hostile].filter(text => readDate(text) !== undefined);
		const elapsed = performance.now() - start;
		assert.deepEqual([read.length, read.at(-1)], [20_001, `2022-12-02T06:21:40.${digits}`]);
		assert.ok(elapsed < longest, `${elapsed.toFixed(0)} ms`);
	});
});
