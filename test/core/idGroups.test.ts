import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IdGroups } from '../../src/core/idGroups.ts';

describe('ids by key', () => {
	it('are what plain sets would be, after any history', () => {
		const step = fc.record({ key: fc.constantFrom('a', 'b'), id: fc.integer({ min: 0, max: 14 }).map(String), adds: fc.boolean() });
		fc.assert(
			fc.property(fc.array(step, { maxLength: 120 }), steps => {
				const groups = new IdGroups();
				const sets = new Map<string, Set<string>>();
				for (const { key, id, adds } of steps) {
					const set = sets.get(key) ?? new Set();
					sets.set(key, set);
					if (adds) {
						groups.add(key, id);
						set.add(id);
					} else {
						set.delete(id);
						assert.equal(groups.delete(key, id), set.size === 0);
					}
					assert.deepEqual([[...groups.get(key)], groups.count(key)], [[...set], set.size]);
				}
			}),
		);
	});
});
