import assert from 'node:assert/strict';
import { ChangedNotes } from '../../src/core/changedNotes.ts';
import { indexOf } from '../../src/core/links/resolve.ts';
import { plainShape, noteAt, vaultOf } from '../support/notes.ts';

describe('the notes that changed', () => {
	it('are all at first, then those that came, changed or went, each until it is taken', () => {
		const vault = vaultOf({ '1.md': 'x', '2.md': 'x', '3.md': 'x' });
		const changed = new ChangedNotes(vault);
		assert.deepEqual(changed.take(2), ['vault:/1.md', 'vault:/2.md']);
		assert.equal(changed.isEmpty, false);
		vault.update({ set: [noteAt('1.md', 'y'), noteAt('4.md', 'x')], remove: ['vault:/2.md'] });
		assert.deepEqual([...changed.take()].toSorted(), ['vault:/1.md', 'vault:/2.md', 'vault:/3.md', 'vault:/4.md']);
		assert.deepEqual([changed.isEmpty, changed.take()], [true, []]);
	});

	it('are known when those hear of it who have been listening longer: an index that they ask is of the vault as it is now', () => {
		const vault = vaultOf({ '1.md': 'x' });
		const heard: unknown[] = [];
		vault.onDidChange(() => heard.push(indexOf(vault).noteAt('2.md')?.title));
		assert.equal(indexOf(vault).noteAt('2.md'), undefined);
		vault.update({ set: [noteAt('2.md', '---\ntitle: Two\n---\n')] });
		vault.update({ remove: ['vault:/2.md'] });
		assert.deepEqual(heard, ['Two', undefined]);
	});

	it('are all again when other notes are entries', () => {
		const vault = vaultOf({ '1.md': 'x', '2.md': 'x' });
		const changed = new ChangedNotes(vault);
		changed.take();
		vault.reshape({ ...plainShape, folder: 'log' });
		assert.equal(changed.take().length, 2);
	});
});
