import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { addDays } from '../../src/core/civilDate.ts';
import { isFuture, isTimeZone, logDayAt, logDayOf, readDate, writeInstant } from '../../src/core/writtenDate.ts';

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

function at(text: string): number {
	const instant = Date.parse(text);
	assert.ok(!Number.isNaN(instant), text);
	return instant;
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
		const now = at('2022-12-02T13:21:40Z');
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

describe('a time zone', () => {
	it('is a name of the IANA database', () => {
		const names = ['UTC', 'America/Denver', 'Asia/Kolkata', 'Asia/Calcutta', 'Pacific/Chatham', 'Etc/GMT+7', 'europe/london'];
		const none = ['', ' ', 'Denver', 'America/Nowhere', '+05:30', '-07:00', 'Z', 'Foo+05', 'UTC ', '../UTC'];
		assert.deepEqual([...names, ...none].filter(isTimeZone), names);
	});
});

const zones = ['America/Denver', 'Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Auckland', 'Pacific/Chatham', 'UTC'] as const;

/** What is written in the zone a second before and at the instant. */
function around(instant: string, timeZone: string): readonly string[] {
	return [at(instant) - 1000, at(instant)].map(each => writeInstant(each, timeZone));
}

describe('an instant written for a new entry', () => {
	it('has the offset of its zone', () => {
		assert.deepEqual(
			zones.map(zone => writeInstant(at('2022-12-02T13:21:40.999Z'), zone)),
			[
				'2022-12-02T06:21:40-07:00',
				'2022-12-02T18:51:40+05:30',
				'2022-12-02T19:06:40+05:45',
				'2022-12-03T02:21:40+13:00',
				'2022-12-03T03:06:40+13:45',
				'2022-12-02T13:21:40+00:00',
			],
		);
	});

	it('has the offset of the other half of the year', () => {
		assert.deepEqual(
			zones.map(zone => writeInstant(at('2022-07-02T13:21:40Z'), zone)),
			[
				'2022-07-02T07:21:40-06:00',
				'2022-07-02T18:51:40+05:30',
				'2022-07-02T19:06:40+05:45',
				'2022-07-03T01:21:40+12:00',
				'2022-07-03T02:06:40+12:45',
				'2022-07-02T13:21:40+00:00',
			],
		);
	});

	it('changes its offset with the clocks, forwards and back', () => {
		assert.deepEqual(
			[
				around('2023-03-12T09:00:00Z', 'America/Denver'),
				around('2023-11-05T08:00:00Z', 'America/Denver'),
				around('2023-09-23T14:00:00Z', 'Pacific/Auckland'),
				around('2023-04-01T14:00:00Z', 'Pacific/Auckland'),
				around('2023-09-23T14:00:00Z', 'Pacific/Chatham'),
				around('2023-04-01T14:00:00Z', 'Pacific/Chatham'),
			],
			[
				['2023-03-12T01:59:59-07:00', '2023-03-12T03:00:00-06:00'],
				['2023-11-05T01:59:59-06:00', '2023-11-05T01:00:00-07:00'],
				['2023-09-24T01:59:59+12:00', '2023-09-24T03:00:00+13:00'],
				['2023-04-02T02:59:59+13:00', '2023-04-02T02:00:00+12:00'],
				['2023-09-24T02:44:59+12:45', '2023-09-24T03:45:00+13:45'],
				['2023-04-02T03:44:59+13:45', '2023-04-02T02:45:00+12:45'],
			],
		);
	});

	it('is read back as the same second and the same day', () => {
		const seconds = fc.integer({ min: at('1975-01-01T00:00:00Z') / 1000, max: at('2060-01-01T00:00:00Z') / 1000 });
		fc.assert(
			fc.property(
				seconds,
				fc.constantFrom(...zones, 'America/St_Johns', 'Australia/Lord_Howe', ''),
				fc.integer({ min: 0, max: 23 }),
				(second, zone, hour) => {
					const date = readDate(writeInstant(second * 1000, zone));
					assert.equal(date?.instant, second * 1000);
					assert.equal(logDayOf(date, hour), logDayAt(second * 1000, zone, hour));
				},
			),
			{ numRuns: 500 },
		);
	});
});

describe('the log day', () => {
	it('of an instant is the day on the clocks of the zone', () => {
		assert.deepEqual(
			zones.map(zone => logDayAt(at('2022-12-02T18:30:00Z'), zone, 0)),
			['2022-12-02', '2022-12-03', '2022-12-03', '2022-12-03', '2022-12-03', '2022-12-02'],
		);
		assert.equal(logDayAt(at('2022-12-03T01:30:00Z'), 'America/Denver', 0), '2022-12-02');
	});

	it('begins when the clock shows the hour at which days start', () => {
		const days = [0, 1, 2, 3, 4, 23].map(hour => logDayAt(at('2023-01-01T09:30:00Z'), 'America/Denver', hour));
		assert.deepEqual(days, ['2023-01-01', '2023-01-01', '2023-01-01', '2022-12-31', '2022-12-31', '2022-12-31']);
		assert.equal(logDayAt(at('2023-01-01T10:00:00Z'), 'America/Denver', 3), '2023-01-01');
	});

	it('goes by the clock also when the clocks change', () => {
		const spring = ['2023-03-12T08:59:59Z', '2023-03-12T09:00:00Z'].map(text => logDayAt(at(text), 'America/Denver', 3));
		const autumn = ['2023-11-05T07:30:00Z', '2023-11-05T08:30:00Z', '2023-11-05T09:00:00Z'].map(text =>
			logDayAt(at(text), 'America/Denver', 2),
		);
		assert.deepEqual(
			[spring, autumn],
			[
				['2023-03-11', '2023-03-12'],
				['2023-11-04', '2023-11-04', '2023-11-05'],
			],
		);
	});

	it('of a written date goes by the written clock; a day alone is that day', () => {
		const dates = ['2022-12-02T01:30:00-07:00', '2022-12-02T03:00:00+13:45', '2022-12-02T02:59:59', '2022-12-02', '2023-01-01 00:00:00'];
		const daysFrom = (hour: number): readonly (string | undefined)[] =>
			dates.map(text => {
				const date = readDate(text);
				return date && logDayOf(date, hour);
			});
		assert.deepEqual(daysFrom(0), ['2022-12-02', '2022-12-02', '2022-12-02', '2022-12-02', '2023-01-01']);
		assert.deepEqual(daysFrom(3), ['2022-12-01', '2022-12-02', '2022-12-01', '2022-12-02', '2022-12-31']);
	});
});

/** Prints the answers of every function here that could ask the machine for its zone, then two of the machine's own zone. */
const program = `
	const { readDate, writeInstant, logDayAt, logDayOf } = require(process.argv[1] + 'writtenDate.ts');
	const { addDays, weekdayOf, startOfWeek, isoWeekOf } = require(process.argv[1] + 'civilDate.ts');
	const days = Array.from({ length: 400 }, (_, index) => addDays('2022-01-01', index));
	const instants = Array.from({ length: 400 }, (_, index) => Date.UTC(2022, 0, 1, index * 25, index));
	const zones = ${JSON.stringify(zones)};
	const dates = ['2022-03-27 02:30:00', '2023-03-12', 'Sun, 12 Mar 2023 02:30:00 MST', '2022-12-02T23:30:00-07:00'].map(readDate);
	console.log(JSON.stringify({
		same: [
			days.map(day => [day, weekdayOf(day), startOfWeek(day, 1), isoWeekOf(day)]),
			zones.map(zone => instants.map(instant => [writeInstant(instant, zone), logDayAt(instant, zone, 3)])),
			dates.map(date => [date, logDayOf(date, 3)]),
		],
		own: [Date.UTC(2023, 0, 1, 12), Date.UTC(2023, 6, 1, 12)].map(instant => writeInstant(instant, '')),
	}));`;

async function answersIn(zoneOfProcess: string): Promise<{ readonly same: unknown; readonly own: unknown }> {
	const core = fileURLToPath(new URL('../../src/core/', import.meta.url));
	const { stdout } = await promisify(execFile)(process.execPath, ['--import=tsx', '--eval', program, core], {
		env: { ...process.env, TZ: zoneOfProcess },
		maxBuffer: 100_000_000,
	});
	const answers: unknown = JSON.parse(stdout);
	assert.ok(typeof answers === 'object' && answers !== null && 'same' in answers && 'own' in answers);
	return answers;
}

describe('the zone of the machine', () => {
	it('changes no answer, and is used only where no zone is named', async function () {
		this.timeout(60_000);
		const [utc, auckland, denver, kathmandu] = await Promise.all(
			['UTC', 'Pacific/Auckland', 'America/Denver', 'Asia/Kathmandu'].map(answersIn),
		);
		assert.deepEqual([auckland?.same, denver?.same, kathmandu?.same], [utc?.same, utc?.same, utc?.same]);
		assert.deepEqual(
			[utc, auckland, denver, kathmandu].map(answers => answers?.own),
			[
				['2023-01-01T12:00:00+00:00', '2023-07-01T12:00:00+00:00'],
				['2023-01-02T01:00:00+13:00', '2023-07-02T00:00:00+12:00'],
				['2023-01-01T05:00:00-07:00', '2023-07-01T06:00:00-06:00'],
				['2023-01-01T17:45:00+05:45', '2023-07-01T17:45:00+05:45'],
			],
		);
	});

	it('is taken where the name is no zone', () => {
		const now = at('2022-12-02T13:21:40Z');
		assert.equal(writeInstant(now, 'America/Nowhere'), writeInstant(now, ''));
		assert.equal(logDayAt(now, 'America/Nowhere', 5), logDayAt(now, '', 5));
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
