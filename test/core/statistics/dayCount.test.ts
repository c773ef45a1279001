import assert from 'node:assert/strict';
import fc from 'fast-check';
import { daysOf } from '../../../src/core/statistics/dayCount.ts';
import type { Vault } from '../../../src/core/vault.ts';
import { histories, vaultsAfter } from '../../support/history.ts';
import { historyOf } from '../../support/historyOf.ts';
import { entryText, noteAt, vaultOf } from '../../support/notes.ts';

const onDay = (number: number, day: string, input = 30, body = ''): string =>
	entryText(number, { date: `${day}T06:00:00Z`, input: String(input) }, body);

function countedAnew(vault: Vault): unknown {
	return historyOf(vault.entries(), ({ uri }) => vault.note(uri)?.words ?? 0);
}

describe('the days of a log that are kept in step', () => {
	it('make only the day of a changed entry anew', () => {
		const vault = vaultOf(
			Object.fromEntries(
				Array.from({ length: 28 }, (_, index) => [`${index}.md`, onDay(index, `2022-02-${String(index + 1).padStart(2, '0')}`)]),
			),
		);
		const before = daysOf(vault).history();
		assert.equal(daysOf(vault).history(), before);
		vault.update({ set: [noteAt('note.md', 'no entry')] });
		assert.equal(daysOf(vault).history(), before);
		vault.update({ set: [noteAt('4.md', onDay(4, '2022-02-05', 45))] });
		const after = daysOf(vault).history();
		assert.deepEqual(
			after.days.filter((day, index) => day !== before.days[index]).map(({ day, minutes }) => [day, minutes]),
			[['2022-02-05', 45]],
		);
		assert.equal(after.undated, before.undated);
	});

	it('count the words of a text, though the entry is the same', () => {
		const vault = vaultOf({ '1.md': onDay(1, '2022-02-01', 30, 'one two') });
		assert.equal(daysOf(vault).history().days[0]?.words, 2);
		vault.update({ set: [noteAt('1.md', onDay(1, '2022-02-01', 30, 'one two three'))] });
		assert.equal(daysOf(vault).history().days[0]?.words, 3);
	});

	it('are after any history what counting anew gives', () => {
		const paths = fc.constantFrom('1.md', '2.md', 'a/2.md', '3.md');
		const texts = fc.constantFrom(
			onDay(1, '2022-02-01'),
			onDay(2, '2022-02-01', 5, 'a b'),
			onDay(3, '2022-02-03', 7, 'c'),
			onDay(3, '2022-01-03'),
			entryText(4, { date: '' }, 'w'),
			'no entry',
		);
		fc.assert(
			fc.property(histories(paths, texts), history => {
				vaultsAfter(history, vault => {
					assert.deepEqual(daysOf(vault).history(), countedAnew(vault));
				});
			}),
			{ numRuns: 300 },
		);
	});
});
