import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PeriodRequest } from '../../../src/core/review/reviewPeriod.ts';
import { addDays, type CivilDate } from '../../../src/core/time/civilDate.ts';
import { writeDuration } from '../../../src/core/time/duration.ts';
import type { Amounts, LogNumbers } from '../../support/logNumbers.ts';

const today = '2026-11-24';

/** Days on which clocks change somewhere, each with several entries. */
const clockChanges = ['2025-11-02', '2026-03-08', '2026-03-29', '2026-04-05', '2026-09-27', '2026-10-25', '2026-11-01'];

const offsets = ['Z', '+00:00', '-07:00', '-06:00', '+01:00', '+02:00', '+05:45', '+13:00', '+13:45', '-12:00', '+14:00'];
const clocks = ['00:00:00', '00:30:00', '02:30:00', '12:00:00', '23:30:00', '23:59:59'];
const inputs = ['30', '45', '90', '0', '12.5', '7.25', '480', '1440', '1500', undefined, '"60"', 'long', '1h30', '-20', ''];

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}

/** Entries over two years and into the future: days without one, with two or three; dates with and without time and offset, and none at all; YAML and TOML. */
function writeLog(folder: string): number {
	const random = chance(62);
	const one = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
	let number = 0;
	for (let day: CivilDate = '2025-06-01'; day <= '2027-01-10'; day = addDays(day, 1)) {
		const count = clockChanges.includes(day) ? 3 : (one([0, 0, 1, 1, 1, 1, 2]) ?? 0);
		for (let each = 0; each < count; each++) {
			const date = one([`${day}T${one(clocks)}${one(offsets)}`, `${day}T${one(clocks)}${one(offsets)}`, day, `${day} ${one(clocks)}`]);
			const input = one(inputs);
			writeFileSync(join(folder, `${++number}.md`), textOf(number, number % 17 === 0 ? undefined : date, input, number % 11 === 0));
		}
	}
	return number;
}

function textOf(number: number, date: string | undefined, input: string | undefined, isToml: boolean): string {
	const [fence, sign] = isToml ? ['+++', ' ='] : ['---', ':'];
	const written = isToml && input !== undefined && !/^[\d."-]+$/u.test(input) ? JSON.stringify(input) : input;
	const fields = [
		`title${sign} "${number} - Input and date"`,
		date === undefined ? undefined : `date${sign} ${date}`,
		`series${sign} ["Daily Log"]`,
		written === undefined ? undefined : `input${sign} ${written}`,
		`output${sign} "input: 99, date: 2020-01-01"`,
	];
	return `${[fence, ...fields.filter(field => field !== undefined), fence].join('\n')}\n\ninput: 1000\ndate: 2026-11-24\n`;
}

/** What a person would write in a shell: minutes and entries by the day that is written, of front matter in YAML or TOML. */
const program = String.raw`
	FNR == 1 { fence = $0; day = ""; minutes = 0; next }
	fence != "" && $0 == fence { if (day != "") { sum[day] += minutes; count[day]++ } fence = ""; next }
	fence != "" && /^date *[:=] *[0-9]/ { sub(/^date *[:=] */, ""); day = substr($0, 1, 10) }
	fence != "" && /^input *[:=] *[0-9]+(\.[0-9]+)?$/ { sub(/^input *[:=] */, ""); minutes = $0 }
	END { for (day in sum) print day, sum[day], count[day] }`;

async function awk(folder: string): Promise<Amounts> {
	const files = readdirSync(folder).map(name => join(folder, name));
	const { stdout } = await promisify(execFile)('awk', [program, ...files]);
	const lines = stdout.trim().split('\n');
	return Object.fromEntries(
		lines.map(line => line.split(' ')).map(([day = '', minutes, entries]) => [`${day} ${day}`, [Number(minutes), Number(entries)]]),
	);
}

/** What the days between, as awk told of them, add up to. */
function between(days: Amounts, span: string): readonly [number, number] {
	const [from = '', to = ''] = span.split(' ');
	const within = Object.entries(days).filter(([key]) => from <= key.slice(0, 10) && key.slice(0, 10) <= to);
	return within.reduce<readonly [number, number]>(([minutes, entries], [, [more, others]]) => [minutes + more, entries + others], [0, 0]);
}

function summed(days: Amounts, spans: Amounts): Amounts {
	return Object.fromEntries(Object.keys(spans).map(span => [span, between(days, span)]));
}

const requests: readonly PeriodRequest[] = [
	...['week', 'month', 'year'].map(period => ({ period })),
	...clockChanges.flatMap(from => ['week', 'month'].map(period => ({ period, from }))),
	{ period: 'year', from: '2025-12-31' },
	{ from: '2026-11-01', to: '2026-11-01' },
	{ from: '2026-10-20', to: '2026-11-24' },
	{ from: '2025-01-01', to: '2027-12-31' },
];

/** Run in another process, whose machine stands in that zone. */
const script = `
	const [file, asked] = process.argv.slice(1);
	console.log(JSON.stringify(require(file).numbersOf(...JSON.parse(asked))));`;

async function numbersIn(zone: string, folder: string): Promise<LogNumbers> {
	const file = fileURLToPath(new URL('../../support/logNumbers.ts', import.meta.url));
	const asked = JSON.stringify([folder, today, requests]);
	const { stdout } = await promisify(execFile)(process.execPath, ['--import=tsx', '--eval', script, file, asked], {
		env: { ...process.env, TZ: zone },
		maxBuffer: 100_000_000,
	});
	return JSON.parse(stdout) as LogNumbers;
}

/** The zones with the minutes that their clocks are behind UTC in January and July. */
const zones = {
	'America/Denver': [420, 360],
	'Europe/Berlin': [-60, -120],
	'Asia/Kathmandu': [-345, -345],
	'Pacific/Chatham': [-825, -765],
	UTC: [0, 0],
};

describe('the numbers of a log', function () {
	this.timeout(120_000);
	const folder = mkdtempSync(join(tmpdir(), 'daily-log-numbers-'));
	let days: Amounts = {};

	before(async function () {
		const written = writeLog(folder);
		try {
			days = await awk(folder);
		} catch (error) {
			console.log(`There is no awk here to compare with: ${String(error)}`);
			this.skip();
		}
		const [minutes, entries] = between(days, '0000-01-01 9999-12-31');
		assert.ok(minutes > 30_000 && entries > 400 && entries < written, `${minutes} minutes, ${entries} of ${written} entries`);
		assert.ok(Object.values(days).some(([, count]) => count > 1) && Object.keys(days).some(day => day > today));
	});

	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	for (const [zone, expected] of Object.entries(zones)) {
		it(`are those of a plain awk, and agree with each other, in ${zone}`, async () => {
			const numbers = await numbersIn(zone, folder);
			assert.deepEqual(numbers.offsets, expected);
			assert.deepEqual(numbers.history, days);
			assert.deepEqual(numbers.csv, days);
			assert.deepEqual(numbers.periods, summed(days, numbers.periods));
			assert.equal(Object.keys(numbers.reviews).length, requests.length - 2); // March and November are there twice
			assert.deepEqual(numbers.reviews, summed(days, numbers.reviews));
			assert.deepEqual(numbers.reviewParts, numbers.reviews);
			assert.deepEqual(
				numbers.reviewTexts,
				Object.fromEntries(
					Object.entries(numbers.reviews).map(([span, [minutes, entries]]) => [span, `${writeDuration(minutes)}, ${entries}`]),
				),
			);
			const spans = {
				today: '2026-11-24 2026-11-24',
				week: '2026-11-23 2026-11-29',
				month: '2026-11-01 2026-11-30',
				year: '2026-01-01 2026-12-31',
				all: '0000-01-01 9999-12-31',
			};
			assert.deepEqual(
				numbers.summary,
				Object.fromEntries(Object.entries(spans).map(([period, span]) => [period, between(days, span)[0]])),
			);
			assert.equal(
				numbers.weekdays.reduce((sum, minutes) => sum + minutes, 0),
				numbers.summary.week,
			);
			assert.equal(numbers.total, numbers.summary.all);
			assert.deepEqual(numbers.dashboard.days, days);
			for (const amounts of Object.values(numbers.dashboard)) {
				assert.deepEqual(amounts, summed(days, amounts));
			}
			assert.equal(Object.keys(numbers.dashboard.figures).length, 5);
			assert.equal(numbers.dashboardTotal, numbers.summary.all);
		});
	}
});
