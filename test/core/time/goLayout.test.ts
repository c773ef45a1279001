import assert from 'node:assert/strict';
import { patternOf } from '../../../src/core/time/goLayout.ts';

/** The groups that the layout finds in the text, undefined where it does not match. */
function groupsOf(layout: string, text: string): Record<string, string | undefined> | undefined {
	const groups = patternOf(layout).exec(text)?.groups;
	return groups && { ...groups };
}

function accepted(layout: string, texts: readonly string[]): readonly string[] {
	return texts.filter(text => patternOf(layout).test(text));
}

describe('a Go layout', () => {
	it('finds the parts of a date', () => {
		assert.deepEqual(groupsOf('2006-01-02T15:04:05Z07:00', '2022-12-02T06:21:40.125-07:00'), {
			year: '2022',
			month: '12',
			day: '02',
			hour: '06',
			minute: '21',
			second: '40',
			fraction: '125',
			offset: '-07:00',
		});
		assert.deepEqual(groupsOf('Monday, 02-Jan-06 15:04 MST', 'friday,  02-DEC-22 6:21 MST'), {
			shortYear: '22',
			month: 'DEC',
			day: '02',
			hour: '6',
			minute: '21',
			zone: 'MST',
		});
		assert.equal(groupsOf('2006', '2022 '), undefined);
	});

	it('takes one digit where Go does, and keeps to the ranges', () => {
		assert.deepEqual(accepted('15:04', ['0:00', '9:59', '09:05', '23:59', '24:00', '9:5', '12:60', ':30']), [
			'0:00',
			'9:59',
			'09:05',
			'23:59',
		]);
		assert.deepEqual(accepted('01-02', ['01-02', '12-31', '13-01', '00-01', '1-02', '01-2']), ['01-02', '12-31']);
		assert.deepEqual(accepted('Jan _2', ['Dec 2', 'Dec  2', 'Dec 02', 'Dec 12', 'Dec2', 'Dec ', 'December 2']), [
			'Dec 2',
			'Dec  2',
			'Dec 02',
			'Dec 12',
		]);
	});

	it('takes a fraction after the seconds, with a point or a comma', () => {
		assert.deepEqual(accepted('05', ['40', '40.1', '40,123456789012', '40.', '40;1', '60']), ['40', '40.1', '40,123456789012']);
	});

	it('knows the four ways to write an offset', () => {
		const offsets = ['Z', 'z', '-0700', '-07:00', '+2460', '+24:60', '+2500', '+0061', '0700', '-7:00', '-07', '−07:00'];
		assert.deepEqual(
			['-0700', '-07:00', 'Z0700', 'Z07:00'].map(layout => accepted(layout, offsets)),
			[
				['-0700', '+2460'],
				['-07:00', '+24:60'],
				['Z', '-0700', '+2460'],
				['Z', '-07:00', '+24:60'],
			],
		);
	});

	it('knows what looks like the name of a zone', () => {
		const names = ['UTC', 'MST', 'GMT', 'GMT+3', 'GMT-23', 'NZDT', 'WITA', 'ACWST', 'ChST', 'MeST', '+03', '-4', '+0023'];
		const none = ['', 'Z', 'ut', 'utc', 'UTCT', 'GMTT', 'GMT+24', 'WIBB', 'ABCDE', 'ABCDET', 'America/Denver', '+24', '+0530'];
		assert.deepEqual(accepted('MST', [...names, ...none]), names);
	});
});
