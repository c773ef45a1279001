import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Vault, type VaultChange } from '../../src/core/vault.ts';
import { entryText, noteAt, plainShape, vaultOf } from '../support/notes.ts';

function numbers(vault: Vault): readonly (number | undefined)[] {
	return vault.entries().map(entry => entry.number);
}

describe('a vault', () => {
	it('keeps its entries in the order of their numbers', () => {
		const vault = vaultOf({ '10.md': entryText(10), '9.md': entryText(9), 'note.md': '# A note', '100/index.md': entryText(100) });
		assert.deepEqual(numbers(vault), [9, 10, 100]);
		assert.equal(vault.size, 4);
	});

	it('tells once of an update, and whether it concerns entries', () => {
		const vault = vaultOf({ '1.md': entryText(1), 'note.md': 'x' });
		const changes: unknown[] = [];
		const stop = vault.onDidChange(({ before, ...change }: VaultChange) =>
			changes.push({ ...change, before: [...before.values()].map(({ uri, values }) => `${uri} ${String(values.get('input'))}`) }),
		);
		vault.update({ set: [noteAt('1.md', entryText(1, { input: '45' })), noteAt('2.md', entryText(2))] });
		vault.update({ set: [noteAt('note.md', 'y')] });
		vault.update({ set: [noteAt('1.md', entryText(1, { input: '45' }))] });
		vault.update({ remove: ['vault:/2.md', 'vault:/unknown.md'] });
		vault.update({ remove: ['vault:/2.md'] });
		stop();
		vault.update({ remove: ['vault:/1.md'] });
		assert.deepEqual(changes, [
			{ notes: ['vault:/1.md', 'vault:/2.md'], before: ['vault:/1.md 30'], entriesChanged: true },
			{ notes: ['vault:/note.md'], before: ['vault:/note.md undefined'], entriesChanged: false },
			{ notes: ['vault:/1.md'], before: ['vault:/1.md 45'], entriesChanged: false },
			{ notes: ['vault:/2.md'], before: ['vault:/2.md 30'], entriesChanged: true },
		]);
	});

	it('gives the same array until an entry changes', () => {
		const vault = vaultOf({ '1.md': entryText(1), 'note.md': 'x' });
		const before = vault.entries();
		vault.update({ set: [noteAt('note.md', 'y')] });
		assert.equal(vault.entries(), before);
		vault.update({ set: [noteAt('1.md', entryText(1, { output: 'x' }))] });
		assert.notEqual(vault.entries(), before);
	});

	it('reads its notes anew when the shape of the log changes', () => {
		const vault = vaultOf({ 'log/1.md': entryText(1), 'log/2.md': '---\ntitle: x\n---\n', '3.md': entryText(3) });
		assert.deepEqual(numbers(vault), [1, 3]);
		vault.reshape({ ...plainShape, folder: 'log' });
		assert.deepEqual(numbers(vault), [1, 2]);
	});

	it('after any history is what a new vault of the same notes is', () => {
		const paths = fc.constantFrom('1.md', '2.md', '2/index.md', 'a/3.md', 'note.md');
		const texts = fc.constantFrom(
			entryText(1),
			entryText(2),
			entryText(2, { input: '5' }),
			entryText(7, { draft: 'true' }),
			'---\nbroken: [\n---\n',
			'plain',
		);
		const steps = fc.array(fc.array(fc.tuple(paths, fc.option(texts, { nil: undefined })), { maxLength: 4 }), { maxLength: 12 });
		fc.assert(
			fc.property(steps, history => {
				const vault = new Vault(plainShape);
				const now = new Map<string, string>();
				for (const step of history) {
					const last = new Map(step);
					const set = [...last].flatMap(([path, text]) => (text === undefined ? [] : [noteAt(path, text)]));
					vault.update({ set, remove: [...last].filter(([, text]) => text === undefined).map(([path]) => `vault:/${path}`) });
					last.forEach((text, path) => (text === undefined ? now.delete(path) : now.set(path, text)));
				}
				assert.deepEqual(vault.entries(), vaultOf(Object.fromEntries(now)).entries());
			}),
			{ numRuns: 300 },
		);
	});
});
