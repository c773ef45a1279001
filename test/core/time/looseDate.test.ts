import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLooseDate } from '../../../src/core/time/looseDate.ts';
import { readDate, withOffset } from '../../../src/core/time/writtenDate.ts';

function readIn(timeZone: string, text: string): readonly string[] {
	return readLooseDate(text, clock => withOffset(clock, timeZone));
}

function readAll(texts: readonly string[]): Record<string, readonly string[]> {
	return Object.fromEntries(texts.map(text => [text, readIn('America/Denver', text)]));
}

describe('a date as people write it', () => {
	it('is a day where only a day is written', () => {
		const forms = [
			'2022/12/2',
			'2022.12.02',
			'2022_12_02',
			'20221202',
			'2 Dec 2022',
			'December 2, 2022',
			'Friday, 2nd of December 2022',
			'2-Dec-2022',
			'2022 Dec 2',
			' 2022-12-02 ',
		];
		assert.deepEqual(readAll(forms), Object.fromEntries(forms.map(form => [form, ['2022-12-02']])));
	});

	it('gets seconds, and the offset of the place at that time', () => {
		const expected = {
			'2022-12-02T06:21': ['2022-12-02T06:21:00-07:00'],
			'2022-07-02 6:21': ['2022-07-02T06:21:00-06:00'],
			'2022-12-02T06:21Z': ['2022-12-02T06:21:00+00:00'],
			'2022-12-02T06:21:40.5+0545': ['2022-12-02T06:21:40+05:45'],
			'Dec 2, 2022 at 6:21 p.m.': ['2022-12-02T18:21:00-07:00'],
			'2 Dec 2022, 12:05 AM': ['2022-12-02T00:05:00-07:00'],
			'20221202062140': ['2022-12-02T06:21:40-07:00'],
		};
		assert.deepEqual(readAll(Object.keys(expected)), expected);
	});

	it('may be two where day and month can change places', () => {
		const expected = {
			'12/02/2022': ['2022-12-02', '2022-02-12'],
			'02.12.2022': ['2022-12-02', '2022-02-12'],
			'13/02/2022': ['2022-02-13'],
			'02/02/2022': ['2022-02-02'],
		};
		assert.deepEqual(readAll(Object.keys(expected)), expected);
	});

	it('is none where no day can be meant', () => {
		const forms = [
			'',
			'yesterday',
			'2022-02-30',
			'2022-W48-5',
			'12:30',
			'2022-12-02T25:00',
			'13:00 pm',
			'2 Foo 2022',
			'2022',
			`2022/12/02${' '.repeat(100)}`,
			'1'.repeat(1e5),
		];
		assert.deepEqual(
			forms.flatMap(form => readIn('UTC', form)),
			[],
		);
	});

	it('is always one that Hugo reads', () => {
		const piece = fc.constantFrom(
			'2022',
			'12',
			'2',
			'31',
			'-',
			'/',
			'.',
			' ',
			'Dec',
			'may',
			'T',
			':',
			'06',
			'pm',
			'+',
			'0700',
			'Z',
			',',
			'Fri',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), pieces =>
				readIn('Asia/Kolkata', pieces.join('')).every(date => readDate(date) !== undefined),
			),
			{ numRuns: 2000 },
		);
	});
});
