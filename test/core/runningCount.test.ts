import assert from 'node:assert/strict';
import { countPerVault, type CountPerVault } from '../../src/core/runningCount.ts';
import { entryText, noteAt, plainShape, vaultOf } from '../support/notes.ts';

/** What a count is told, in order. */
function listening(): { readonly told: string[]; readonly ask: CountPerVault<unknown> } {
	const told: string[] = [];
	const ask = countPerVault(() => ({
		clear: () => told.push('clear'),
		add: ({ path }, entry) => told.push(`add ${path} ${entry?.number ?? '-'}`),
		remove: ({ path }, entry) => told.push(`remove ${path} ${entry?.number ?? '-'}`),
	}));
	return { told, ask };
}

describe('a running count', () => {
	it('counts all notes once, and then only those that come, change or go', () => {
		const vault = vaultOf(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${index}.md`, entryText(index)])));
		const { told, ask } = listening();
		ask(vault);
		assert.equal(told.length, 501);
		told.length = 0;
		vault.update({ set: [noteAt('7.md', entryText(8)), noteAt('new.md', 'x')], remove: ['vault:/9.md'] });
		ask(vault);
		ask(vault);
		assert.deepEqual(told, ['remove 9.md 9', 'remove 7.md 7', 'add 7.md 8', 'add new.md -']);
	});

	it('counts some at a time where it is prepared, and none of them twice, whatever changes meanwhile', () => {
		const vault = vaultOf({ '1.md': entryText(1), '2.md': entryText(2), '3.md': entryText(3), '4.md': entryText(4) });
		const { told, ask } = listening();
		assert.equal(ask.prepare(vault, 2), false);
		vault.update({
			set: [noteAt('2.md', entryText(20)), noteAt('3.md', entryText(30)), noteAt('5.md', entryText(5))],
			remove: ['vault:/4.md'],
		});
		assert.equal(ask.prepare(vault, 2), true);
		ask(vault);
		assert.deepEqual(told, ['clear', 'add 1.md 1', 'add 2.md 2', 'remove 2.md 2', 'add 2.md 20', 'add 5.md 5', 'add 3.md 30']);
	});

	it('costs nothing before it is asked for, and takes up what comes after', () => {
		const vault = vaultOf({});
		const { told, ask } = listening();
		vault.update({ set: [noteAt('1.md', entryText(1))] });
		assert.deepEqual(told, []);
		ask(vault);
		vault.update({ set: [noteAt('2.md', entryText(2))] });
		assert.deepEqual(told, ['clear', 'add 1.md 1', 'add 2.md 2']);
	});

	it('is of the vault as it is now also for who listens longer', () => {
		const vault = vaultOf({ '1.md': entryText(1) });
		const { told, ask } = listening();
		const heard: string[] = [];
		vault.onDidChange(() => {
			ask(vault);
			heard.push(told.splice(0).join(', '));
		});
		ask(vault);
		told.length = 0;
		vault.update({ set: [noteAt('1.md', entryText(2))] });
		vault.reshape({ ...plainShape, folder: 'log' });
		vault.update({ set: [noteAt('1.md', entryText(3))] });
		assert.deepEqual(heard, ['remove 1.md 1, add 1.md 2', 'clear, add 1.md -', 'remove 1.md -, add 1.md -']);
	});

	it('begins anew where other notes are entries', () => {
		const vault = vaultOf({ 'log/1.md': entryText(1), '2.md': entryText(2) });
		const { told, ask } = listening();
		ask(vault);
		told.length = 0;
		vault.reshape({ ...plainShape, folder: 'log' });
		assert.deepEqual(told, []);
		ask(vault);
		assert.deepEqual(told, ['clear', 'add log/1.md 1', 'add 2.md -']);
	});
});
