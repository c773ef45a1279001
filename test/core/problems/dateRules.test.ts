import assert from 'node:assert/strict';
import { checkDate } from '../../../src/core/problems/dateRules.ts';
import { check, fixAll, problemsIn } from '../../support/problems.ts';

function yaml(...lines: readonly string[]): string {
	return `---\ntitle: "62 - Entry"\n${lines.join('\n')}\n---\nBody\n`;
}

/** `code [text of the span] fixes` for each problem. */
function seen(text: string): readonly string[] {
	return check(checkDate, text).map(({ code, at, fixes }) => [code, `[${at}]`, ...fixes].join(' '));
}

function seenAll(values: readonly string[], write: (value: string) => string): Record<string, readonly string[]> {
	return Object.fromEntries(values.map(value => [value, seen(write(value))]));
}

describe('dates', () => {
	it('are fine in the forms that Hugo reads', () => {
		const values = ['2022-12-02T06:21:40-07:00', '"2022-12-02T06:21:40Z"', '2022-12-02', '02 Dec 2022', '2022-12-02 06:21:40 -0700'];
		assert.deepEqual(
			values.flatMap(value => seen(yaml(`date: ${value}`, 'published: true', 'lastmod:', 'expiryDate: 2022-12-01'))),
			[],
		);
	});

	it('are mended where Hugo cannot read them', () => {
		const expected = {
			'2022-12-02T06:21-07:00': ['date.invalid [2022-12-02T06:21-07:00] Write 2022-12-02T06:21:00-07:00'],
			'2022/12/02': ['date.invalid [2022/12/02] Write 2022-12-02'],
			'2 Dec 2022 # day': ['date.invalid [2 Dec 2022] Write 2022-12-02'],
			'"December 2, 2022"': ['date.invalid ["December 2, 2022"] Write 2022-12-02'],
			'12/02/2022': ['date.invalid [12/02/2022] Write 2022-12-02? Write 2022-02-12?'],
			'02.12.2022': ['date.invalid [02.12.2022] Write 2022-12-02? Write 2022-02-12?'],
			'2022-02-30': ['date.invalid [2022-02-30]'],
			yesterday: ['date.invalid [yesterday]'],
			'3:04PM': ['date.invalid [3:04PM]'],
			'[a]': ['date.invalid [[a]]'],
			true: ['date.invalid [true]'],
			'1.5': ['date.invalid [1.5]'],
		};
		assert.deepEqual(
			seenAll(Object.keys(expected), value => yaml(`date: ${value}`)),
			expected,
		);
	});

	it('without a value matter where no other date is there', () => {
		assert.deepEqual(seen(yaml('date:')), ['date.invalid [date] Write 2022-12-03T05:00:00-07:00?']);
		assert.deepEqual(seen(yaml('date: ""', 'lastmod: 2022-12-02')), []);
	});

	it('get an offset where a clock time has none', () => {
		const expected = {
			'2022-12-02T06:21:40': ['date.noOffset [2022-12-02T06:21:40] Write 2022-12-02T06:21:40-07:00'],
			'2022-07-02 06:21:40': ['date.noOffset [2022-07-02 06:21:40] Write 2022-07-02T06:21:40-06:00'],
			"'2022-12-02T06:21:40'": ["date.noOffset ['2022-12-02T06:21:40'] Write 2022-12-02T06:21:40-07:00"],
			'Fri, 02 Dec 2022 06:21:40 UTC': ['date.noOffset [Fri, 02 Dec 2022 06:21:40 UTC] Write 2022-12-02T06:21:40+00:00?'],
			'Fri, 02 Dec 2022 06:21:40 MST': ['date.noOffset [Fri, 02 Dec 2022 06:21:40 MST]'],
		};
		assert.deepEqual(
			seenAll(Object.keys(expected), value => yaml(`date: ${value}`)),
			expected,
		);
	});

	it('are no bare numbers', () => {
		const expected = {
			'20221202': ['date.integer [20221202] Write 2022-12-02'],
			'20221202062140': ['date.integer [20221202062140] Write 2022-12-02T06:21:40-07:00'],
			'1669987300': ['date.integer [1669987300] Write 2022-12-02T06:21:40-07:00'],
			'1669987300123': ['date.integer [1669987300123] Write 2022-12-02T06:21:40-07:00'],
			'2022': ['date.integer [2022]'],
		};
		assert.deepEqual(
			seenAll(Object.keys(expected), value => yaml(`date: ${value}`)),
			expected,
		);
	});

	describe('without an offset, on a computer in the cloud that runs in UTC', () => {
		const { TZ } = process.env;
		before(() => {
			process.env['TZ'] = 'UTC';
		});
		after(() => {
			if (TZ === undefined) {
				delete process.env['TZ'];
			} else {
				process.env['TZ'] = TZ;
			}
		});

		/** The fixes of `value` among entries with these dates. */
		function fixesAmong(value: string, dates: readonly string[], timeZone = ''): readonly string[] {
			const others = Object.fromEntries(
				dates.map((date, index) => [
					`content/daily-log/${index}.md`,
					`---\ntitle: "${index} - x"\ndate: ${date}\nseries: ["Daily Log"]\n---\n`,
				]),
			);
			const own = yaml(`date: ${value}`, 'series: ["Daily Log"]');
			return check(checkDate, own, { others, surroundings: { timeZone } }).flatMap(({ fixes }) => fixes);
		}
		const winter = ['2022-11-29T06:00:00-07:00', '2022-11-30T06:00:00-07:00', '2022-12-01T06:00:00-07:00'];
		const summer = ['2022-07-01T06:00:00-06:00', '2022-07-02T06:00:00-06:00', '2022-07-03T06:00:00-06:00'];

		it('get that of the entries nearest in time', () => {
			assert.deepEqual(fixesAmong('2022-12-02T06:21:40', [...winter, ...summer]), ['Write 2022-12-02T06:21:40-07:00']);
			assert.deepEqual(fixesAmong('2022-07-04T06:21:40', [...winter, ...summer]), ['Write 2022-07-04T06:21:40-06:00']);
			assert.deepEqual(fixesAmong('2022/12/02 6:21', winter), ['Write 2022-12-02T06:21:00-07:00']);
			assert.deepEqual(fixesAmong('20221202062140', winter), ['Write 2022-12-02T06:21:40-07:00']);
			assert.deepEqual(fixesAmong('1669987300', winter), ['Write 2022-12-02T06:21:40-07:00']);
		});

		it('get it only when asked where the entries are few, or far, or of two minds', () => {
			assert.deepEqual(fixesAmong('2022-12-02T06:21:40', winter.slice(1)), ['Write 2022-12-02T06:21:40-07:00?']);
			assert.deepEqual(fixesAmong('2022-12-02T06:21:40', summer), ['Write 2022-12-02T06:21:40-06:00?']);
			assert.deepEqual(fixesAmong('2022-12-02T06:21:40', [...winter.slice(1), '2022-12-03T06:00:00-06:00']), [
				'Write 2022-12-02T06:21:40-07:00?',
			]);
			assert.deepEqual(fixesAmong('2022-12-02T06:21:40', []), ['Write 2022-12-02T06:21:40+00:00?']);
		});

		it('get that of the time zone that is set, whatever the entries say', () => {
			assert.deepEqual(fixesAmong('2022-12-02T06:21:40', winter, 'Asia/Kolkata'), ['Write 2022-12-02T06:21:40+05:30']);
		});

		it('get that of this computer where it is in the zone of the log', () => {
			process.env['TZ'] = 'America/Denver';
			assert.deepEqual(fixesAmong('2022-07-04T06:21:40', winter), ['Write 2022-07-04T06:21:40-06:00']);
			assert.deepEqual(fixesAmong('2022-07-04T06:21:40', []), ['Write 2022-07-04T06:21:40-06:00']);
			process.env['TZ'] = 'UTC';
			const inUtc = winter.map(date => date.replace('-07:00', 'Z'));
			assert.deepEqual(fixesAmong('2022-12-02T06:21:40', inUtc), ['Write 2022-12-02T06:21:40+00:00']);
		});
	});

	it('of the future are said, unless the entry is a draft or is published earlier', () => {
		assert.deepEqual(seen(yaml('date: 2022-12-03T05:00:01-07:00')), ['date.future [2022-12-03T05:00:01-07:00]']);
		assert.deepEqual(seen(yaml('date: 2022-12-03T05:00:00-07:00')), []);
		assert.deepEqual(seen(yaml('date: 2022-12-04', 'draft: true')), []);
		assert.deepEqual(seen(yaml('date: 2022-12-04', 'publishDate: 2022-12-01')), []);
		assert.deepEqual(seen(yaml('date: 2022-12-01', 'PublishDate: 2022-12-04')), ['date.future [2022-12-04]']);
	});

	it('are looked at in every field that holds one', () => {
		const names = ['lastmod', 'publishDate', 'expiryDate', 'modified', 'pubdate', 'published', 'unpublishdate'];
		assert.deepEqual(
			names.flatMap(name => seen(yaml(`${name}: soon`))),
			names.map(() => 'date.invalid [soon]'),
		);
	});

	it('are read in TOML and JSON', () => {
		assert.deepEqual(
			seenAll(
				['2022-12-02T06:21:40', '2022-12-02t06:21:40z', '07:00:00', '20221202', "'2022/12/02'", '2022-12-02'],
				value => `+++\ndate = ${value}\n+++\n`,
			),
			{
				'2022-12-02T06:21:40': ['date.noOffset [2022-12-02T06:21:40] Write 2022-12-02T06:21:40-07:00'],
				'2022-12-02t06:21:40z': [],
				'07:00:00': ['date.invalid [07:00:00]'],
				'20221202': ['date.integer [20221202] Write 2022-12-02'],
				"'2022/12/02'": ["date.invalid ['2022/12/02'] Write 2022-12-02"],
				'2022-12-02': [],
			},
		);
		assert.deepEqual(
			seenAll(['"2022-12-02T06:21"', '20221202', '"2022-12-02"'], value => `{ "date": ${value} }\n`),
			{
				'"2022-12-02T06:21"': ['date.invalid ["2022-12-02T06:21"] Write 2022-12-02T06:21:00-07:00'],
				'20221202': ['date.integer [20221202] Write 2022-12-02'],
				'"2022-12-02"': [],
			},
		);
	});

	it('say what Hugo makes of them', () => {
		const messages = ['2022/12/02', '20221202', '2022-12-02T06:21:40', '2022-12-05'].flatMap(value =>
			problemsIn(checkDate, yaml(`date: ${value}`)).map(({ message }) => message),
		);
		assert.deepEqual(messages, [
			"'2022/12/02': Hugo cannot read this date, and stops the build. Write it like 2022-12-02 or 2022-12-02T06:21:40-07:00.",
			'Hugo counts a bare number as seconds from 1970, which gives 1970-08-23. Write it like 2022-12-02 or 2022-12-02T06:21:40-07:00.',
			"'date' has a time without an offset: Hugo reads it in the time zone of the site, or else in UTC. Add the offset, as in 2022-12-02T06:21:40-07:00.",
			'This lies in the future: Hugo does not publish the entry before 2022-12-05 in UTC, and then only when the site is built anew.',
		]);
	});

	it('are mended without a touch to anything else', () => {
		const crlf = '\ufeff---\r\ndate:   "2022-12-02T06:21:40"   # c\r\ndraft: false\r\n---\r\nBody';
		assert.deepEqual(fixAll(checkDate, crlf), { 'Write 2022-12-02T06:21:40-07:00': crlf.replace(':40"', ':40-07:00"') });
		for (const value of ['2022/12/02', '12/02/2022', '20221202', '1669987300', '2022-12-02 06:21:40', '']) {
			fixAll(checkDate, yaml(`date: ${value}`, 'draft: false'));
			fixAll(checkDate, `{\n\t"date": ${value === '' ? 'null' : JSON.stringify(value)},\n\t"draft": false\n}\n`);
		}
		assert.deepEqual(fixAll(checkDate, '+++\ndate = 20221202 # c\n+++'), { 'Write 2022-12-02': '+++\ndate = 2022-12-02 # c\n+++' });
	});
});
