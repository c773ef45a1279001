import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { isTimeZone, logDayAt, logDayOf, readDate, writeInstant } from '../../../src/core/time/writtenDate.ts';

function at(text: string): number {
	const instant = Date.parse(text);
	assert.ok(!Number.isNaN(instant), text);
	return instant;
}

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
	const folder = fileURLToPath(new URL('../../../src/core/time/', import.meta.url));
	const { stdout } = await promisify(execFile)(process.execPath, ['--import=tsx', '--eval', program, folder], {
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
		for (const name of ['America/Nowhere', '+05:30', '-09:15', 'Z']) {
			assert.equal(writeInstant(now, name), writeInstant(now, ''), name);
			assert.equal(logDayAt(now, name, 5), logDayAt(now, '', 5), name);
		}
	});
});
