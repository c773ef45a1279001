import assert from 'node:assert/strict';
import fc from 'fast-check';
import { monthsIn } from '../../src/core/monthCount.ts';
import { monthsOf } from '../../src/core/months.ts';
import { histories, vaultsAfter } from '../support/history.ts';
import { entryText, noteAt, vaultOf } from '../support/notes.ts';

const onDay = (number: number, day: string, fields: Readonly<Record<string, string>> = {}): string =>
	entryText(number, { date: `${day}T06:00:00Z`, ...fields });

describe('the months of a log that are kept in step', () => {
	it('make only the month of a changed entry anew', () => {
		const days = Array.from(
			{ length: 240 },
			(_, index) => `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-05`,
		);
		const vault = vaultOf(Object.fromEntries(days.map((day, index) => [`${index}.md`, onDay(index, day)])));
		const before = new Set(monthsIn(vault).months());
		assert.equal(before.size, 240);
		vault.update({ set: [noteAt('7.md', onDay(7, '2000-08-05', { output: 'x' }))] });
		assert.deepEqual(
			monthsIn(vault)
				.months()
				.filter(month => !before.has(month))
				.map(({ key, entries }) => [key, entries.map(({ output }) => output)]),
			[['2000-08', ['x']]],
		);
	});

	it('are after any history what putting all entries in order gives', () => {
		const paths = fc.constantFrom('1.md', '2.md', 'a/2.md', '3.md');
		const texts = fc.constantFrom(
			onDay(1, '2022-02-01'),
			onDay(2, '2022-02-07'),
			onDay(3, '2021-03-03'),
			entryText(4, { date: '' }),
			'none',
		);
		fc.assert(
			fc.property(histories(paths, texts), history => {
				vaultsAfter(history, vault => {
					assert.deepEqual(monthsIn(vault).months(), monthsOf(vault.entries()));
				});
			}),
			{ numRuns: 300 },
		);
	});
});
