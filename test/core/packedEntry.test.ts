import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryOf, type LogShape } from '../../src/core/entry.ts';
import { unpackNotes } from '../../src/core/loadedNote.ts';
import { loadNote } from '../../src/core/loadNote.ts';
import { parseNote } from '../../src/core/note.ts';
import { Vault } from '../../src/core/vault.ts';
import { diceOf, mutantOf } from '../support/mutants.ts';
import { entryText, plainShape } from '../support/notes.ts';
import { sampleVault } from '../support/sampleVault.ts';

const shapes: readonly LogShape[] = [
	plainShape,
	{ ...plainShape, folder: 'log', inputUnit: 'hours', dayStartsAt: 4, fields: { input: 'time', output: 'draft' } },
];

describe('a packed entry', () => {
	it('is the same entry, with its words, for the sample log and for texts that are broken in any way', () => {
		const dice = diceOf(63);
		const files = readdirSync(sampleVault, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));
		const texts = [
			...files.map(name => readFileSync(join(sampleVault, name), 'utf8')),
			...['-0', '0', '1.5', '1e3', '"90"', '1h30'].map(input => entryText(62, { input })),
			...Array.from({ length: 3000 }, () => mutantOf(dice)),
		];
		let entries = 0;
		for (const shape of shapes) {
			for (const text of texts) {
				const address = { uri: 'vault:/log/62.md', path: 'log/62.md' };
				const note = parseNote(address, text);
				const { notes, entries: known } = unpackNotes([loadNote(address, text, '', shape)], 'vault:');
				assert.deepStrictEqual(
					notes.map(each => [each.title, each.words, known.has(each) ? known.get(each) : entryOf(each, shape)]),
					[[note.title, note.words, entryOf(note, shape)]],
					JSON.stringify(text),
				);
				entries += known.get(notes[0] ?? note) === undefined ? 0 : 1;
			}
		}
		assert.ok(entries > 1000, `only ${entries} entries`);
	});

	it('is taken by a vault as it is, and read anew when the shape of the log changes', () => {
		const loaded = [1, 2].map(number => loadNote({ uri: '', path: `${number}.md` }, entryText(number), '', plainShape));
		const { notes, entries } = unpackNotes(loaded, 'vault:');
		const vault = new Vault(plainShape);
		vault.update({ set: notes, entries });
		assert.deepEqual(vault.entries(), [...entries.values()]);
		assert.ok(notes.every(note => vault.entry(note.uri) === entries.get(note)));
		vault.reshape({ ...plainShape, inputUnit: 'hours' });
		assert.deepEqual(
			vault.entries().map(({ input }) => input),
			[1800, 1800],
		);
	});
});
