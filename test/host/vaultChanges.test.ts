import assert from 'node:assert/strict';
import { Vault } from '../../src/core/vault.ts';
import { VaultChanges } from '../../src/host/vaultChanges.ts';
import { entryText, noteAt, plainShape } from '../support/notes.ts';

/** A vault, what its listeners heard, and the changes that told them. */
function heard(): {
	readonly vault: Vault;
	readonly changes: VaultChanges;
	readonly told: [notes: number, before: number, entries: boolean][];
} {
	const vault = new Vault(plainShape);
	const told: [number, number, boolean][] = [];
	const changes = new VaultChanges(vault, ({ notes, before, entriesChanged }) => {
		told.push([notes.length, notes.filter(uri => before.has(uri)).length, entriesChanged]);
	});
	return { vault, changes, told };
}

function put(vault: Vault, from: number, to: number, input = '30'): void {
	vault.update({ set: Array.from({ length: to - from }, (_, index) => noteAt(`${from + index}.md`, entryText(from + index, { input }))) });
}

describe('the changes of a vault', () => {
	it('are told at once while nothing is read', () => {
		const { vault, told } = heard();
		put(vault, 0, 3);
		put(vault, 0, 1, '45');
		assert.deepEqual(told, [
			[3, 0, true],
			[1, 1, true],
		]);
	});

	it('while the disk is read are told once for the first notes, and for all others in pieces at the end', async () => {
		const { vault, changes, told } = heard();
		await changes.during(() => {
			put(vault, 0, 60);
			for (let batch = 0; batch < 5; batch++) {
				put(vault, 60 + batch * 240, 300 + batch * 240);
			}
		});
		assert.deepEqual(told, [
			[60, 0, true],
			[500, 0, false],
			[500, 0, false],
			[200, 0, true],
		]);
	});

	it('tell of a note that changed twice as it was before the first', async () => {
		const { vault, changes, told } = heard();
		put(vault, 0, 2);
		await changes.during(() => {
			put(vault, 5, 6);
			put(vault, 0, 1, '45');
			put(vault, 0, 1, '50');
			put(vault, 7, 8);
			put(vault, 7, 8, '55');
		});
		assert.deepEqual(told.slice(1), [
			[1, 0, true],
			[2, 1, true],
		]);
	});

	it('of the log as a whole are told at once, after those that wait', async () => {
		const { vault, changes, told } = heard();
		await changes.during(() => {
			put(vault, 0, 1);
			put(vault, 1, 3);
			vault.reshape({ ...plainShape, series: 'Other' });
		});
		assert.deepEqual(told, [
			[1, 0, true],
			[2, 0, true],
			[0, 0, true],
		]);
	});

	it('are told when reading fails, too', async () => {
		const { vault, changes, told } = heard();
		const failing = changes.during(() => {
			put(vault, 0, 1);
			put(vault, 1, 2);
			throw new Error('gone');
		});
		await assert.rejects(failing, /gone/u);
		assert.deepEqual(told.length, 2);
	});
});
