import assert from 'node:assert/strict';
import { findEntries } from '../../src/core/entrySearch.ts';
import { monthsOf } from '../../src/core/months.ts';
import { entryText, vaultOf } from '../support/notes.ts';

const vault = vaultOf({
	'6.md': entryText(6, { title: '"6 - Chapter 62"', date: '2022-10-30T08:00:00-06:00' }),
	'62.md': entryText(62, { title: '"62 - Restarting"', tags: '[craft]', output: 'A roadmap' }),
	'162.md': entryText(162, { title: '"162 - Late"', date: '2023-02-01T08:00:00-07:00' }),
	'620.md': entryText(620, { title: '"620 - Later"', date: '2024-02-01T08:00:00-07:00' }),
	'700.md': entryText(700, { title: '"700 - Undated"', date: 'soon' }),
});

function find(query: string, limit = 10): readonly (number | undefined)[] {
	return findEntries(vault.entries(), query, limit).map(entry => entry.number);
}

describe('finding an entry', () => {
	it('by its number first, then by numbers that begin like it, then by title', () => {
		assert.deepEqual(find('62'), [62, 620, 162, 6]);
		assert.deepEqual(find('#062'), [62]);
	});

	it('by words of title, date, tags and output, in any order and case', () => {
		assert.deepEqual([find('restart'), find('ROADMAP craft'), find('2024-02'), find('nothing')], [[62], [62], [620], []]);
	});

	it('newest first where nothing is typed, and no more than asked for', () => {
		assert.deepEqual(
			[find(''), find('', 2)],
			[
				[700, 620, 162, 62, 6],
				[700, 620],
			],
		);
	});
});

describe('months', () => {
	it('come newest first, entries without a date before all', () => {
		const months = monthsOf(vault.entries()).map(({ key, entries }) => [key, entries.map(({ number }) => number)]);
		assert.deepEqual(months, [
			['', [700]],
			['2024-02', [620]],
			['2023-02', [162]],
			['2022-12', [62]],
			['2022-10', [6]],
		]);
	});
});
