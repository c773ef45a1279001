import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Dashboard } from '../../../src/core/dashboard/dashboard.ts';
import { changeBetween, type DashboardChange } from '../../../src/core/dashboard/dashboardChange.ts';
import { dashboardOf } from '../../../src/core/dashboard/dashboardOf.ts';
import { daysOf } from '../../../src/core/statistics/dayCount.ts';
import type { Vault } from '../../../src/core/vault.ts';
import { changed } from '../../../src/webview/changed.ts';
import { histories, vaultsAfter } from '../../support/history.ts';
import { entryText, noteAt, vaultOf } from '../../support/notes.ts';

function dashboard(vault: Vault, today = '2022-03-01'): Dashboard {
	return dashboardOf({ entries: vault.entries(), history: daysOf(vault).history(), today, weekStartsOn: 1, goal: 0 });
}

/** As it comes out of a message. */
function sent<Data>(data: Data): Data {
	return structuredClone(data);
}

const onDay = (number: number, day: string, fields: Readonly<Record<string, string>> = {}): string =>
	entryText(number, { date: `${day}T06:00:00Z`, tags: '[a]', ...fields });

function long(size: number): Vault {
	const day = (index: number): string => new Date(Date.UTC(2022, 2, 1 - index)).toISOString().slice(0, 10);
	return vaultOf(Object.fromEntries(Array.from({ length: size }, (_, index) => [`${index}.md`, onDay(size - index, day(index))])));
}

function sizeOf({ parts, ...lists }: DashboardChange): unknown {
	return { parts: Object.keys(parts), ...Object.fromEntries(Object.entries(lists).map(([name, { items }]) => [name, items.length])) };
}

describe('a change of the dashboard', () => {
	it('has one entry where one says something else, however long the log', () => {
		for (const size of [60, 1500]) {
			const vault = long(size);
			const before = dashboard(vault);
			vault.update({ set: [noteAt('7.md', onDay(size - 7, '2022-02-22', { output: 'a stool' }))] });
			const first = changeBetween(before, dashboard(vault));
			assert.deepEqual(sizeOf(first), { parts: ['outputs'], entries: 1, years: 0, weeks: 0 });
			vault.update({ set: [noteAt('7.md', onDay(size - 7, '2022-02-22', { output: 'a stool of ash' }))] });
			const second = changeBetween(changed(before, sent(first)), dashboard(vault));
			assert.deepEqual(sizeOf(second), { parts: [], entries: 1, years: 0, weeks: 0 });
		}
	});

	it('makes of the dashboard before, after any history, the one of now', () => {
		const paths = fc.constantFrom('1.md', '2.md', 'a/2.md', '3.md');
		const texts = fc.constantFrom(
			onDay(1, '2022-02-01'),
			onDay(2, '2021-02-07', { input: '2000', output: 'x' }),
			onDay(3, '2022-05-03', { tags: '[b]' }),
			entryText(4, { date: '' }),
			'none',
		);
		fc.assert(
			fc.property(histories(paths, texts), history => {
				let known: Dashboard | undefined;
				vaultsAfter(history, vault => {
					const now = dashboard(vault);
					known = known === undefined ? sent(now) : changed(known, sent(changeBetween(known, now)));
					assert.deepEqual(known, now);
				});
			}),
			{ numRuns: 200 },
		);
	});
});
