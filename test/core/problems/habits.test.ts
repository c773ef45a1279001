import assert from 'node:assert/strict';
import fc from 'fast-check';
import { factsOf } from '../../../src/core/problems/logFacts.ts';
import type { Vault } from '../../../src/core/vault.ts';
import { histories, vaultsAfter } from '../../support/history.ts';
import { watched } from '../../support/watched.ts';
import { entryText, noteAt, vaultOf } from '../../support/notes.ts';

function facts(vault: Vault): unknown {
	const { byNumber, usualFields, usualTags, homes, missed } = factsOf(vault, { now: 0, timeZone: 'UTC', shortcodes: undefined });
	const numbers = [...byNumber].map(([number, entries]) => [number, entries.map(({ path }) => path)] as const);
	return {
		numbers: numbers.sort(([a], [b]) => a - b),
		usualFields,
		usualTags: [...usualTags].sort(),
		homes: [...homes].sort(),
		missed: missed.map(({ path }) => path).sort(),
	};
}

describe('what the entries of a log have in common', () => {
	it('is found without asking all notes again when one has changed', () => {
		const counts = [50, 2000].map(size => {
			const vault = vaultOf(Object.fromEntries(Array.from({ length: size }, (_, index) => [`${index}.md`, entryText(index)])));
			facts(vault);
			const count = watched(vault);
			vault.update({ set: [noteAt('7.md', entryText(7, { output: 'x', tags: '[a]' }))] });
			facts(vault);
			return count.asked;
		});
		assert.ok((counts[0] ?? 0) > 0 && (counts[0] ?? 0) < 20, String(counts));
		assert.equal(counts[1], counts[0]);
	});

	it('has the spelling that comes first in the log where two are as frequent', () => {
		const vault = vaultOf({ '2.md': entryText(2, { tags: '[Deep Work]' }), '1.md': entryText(1, { tags: '[deep-work]' }) });
		const usual = (): unknown => [...factsOf(vault, { now: 0, timeZone: '', shortcodes: undefined }).usualTags];
		assert.deepEqual(usual(), [['deep-work', 'deep-work']]);
		vault.update({ set: [noteAt('3.md', entryText(3, { tags: '[Deep Work]' }))] });
		assert.deepEqual(usual(), [['deep-work', 'Deep Work']]);
		vault.update({ remove: ['vault:/3.md', 'vault:/1.md'], set: [noteAt('0.md', entryText(0, { tags: '[DEEP-work]' }))] });
		assert.deepEqual(usual(), [['deep-work', 'DEEP-work']]);
	});

	it('is after any history what a new vault tells', () => {
		const paths = fc.constantFrom('1.md', '2.md', 'a/2.md', 'b/3.md', '4.md');
		const texts = fc.constantFrom(
			entryText(1, { tags: '[a, B]' }),
			entryText(2, { tags: '[A, b]', toc: 'false' }),
			entryText(2, { draft: 'true' }),
			'---\ntitle: 5 - Stray\n---\n',
			'---\ntitle: "6 - Broken\nseries: ["Daily Log"]\ntags: [x]\n---\n',
			'no entry',
		);
		fc.assert(
			fc.property(histories(paths, texts), history => {
				const { grown, fresh } = vaultsAfter(history, facts);
				assert.deepEqual(facts(grown), facts(fresh));
			}),
			{ numRuns: 300 },
		);
	});
});
