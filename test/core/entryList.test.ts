import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareEntries, entryOf, type Entry } from '../../src/core/entry.ts';
import { EntryList } from '../../src/core/entryList.ts';
import { entryText, noteAt, plainShape } from '../support/notes.ts';

function entryAt(path: string, number: number): Entry {
	const entry = entryOf(noteAt(path, entryText(number)), plainShape);
	assert.ok(entry);
	return entry;
}

describe('a list of entries', () => {
	it('is the sorted list after any coming and going, of few or of many', () => {
		const change = fc.record({ path: fc.integer({ min: 0, max: 120 }), number: fc.integer({ min: 0, max: 40 }), goes: fc.boolean() });
		fc.assert(
			fc.property(fc.array(fc.array(change, { maxLength: 90 }), { maxLength: 6 }), rounds => {
				const list = new EntryList();
				const there = new Map<string, Entry>();
				for (const changes of rounds) {
					for (const { path, number, goes } of changes) {
						const before = there.get(`${path}.md`);
						if (before !== undefined) {
							list.remove(before);
							there.delete(before.path);
						}
						if (!goes) {
							const entry = entryAt(`${path}.md`, number);
							list.add(entry);
							there.set(entry.path, entry);
						}
					}
					assert.deepEqual(list.ordered(), [...there.values()].sort(compareEntries));
					assert.equal(list.ordered(), list.ordered());
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('compares few entries when one comes, however many there are', () => {
		const list = new EntryList();
		let compared = 0;
		for (let number = 1; number <= 3000; number++) {
			const entry = entryAt(`${number}.md`, number);
			list.add({
				...entry,
				get number() {
					compared++;
					return entry.number;
				},
			});
		}
		list.ordered();
		compared = 0;
		list.add(entryAt('x.md', 1500));
		list.ordered();
		assert.ok(compared < 40, `${compared} entries were compared`);
	});
});
