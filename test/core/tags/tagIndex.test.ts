import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tagsOf } from '../../../src/core/tags/tagIndex.ts';
import type { Vault } from '../../../src/core/vault.ts';
import { histories, vaultsAfter } from '../../support/history.ts';
import { noteAt, vaultOf } from '../../support/notes.ts';

const tagged = (tags: string, body = ''): string => `---\ntags: ${tags}\n---\n${body}`;

function counted(vault: Vault, withInline: boolean): readonly string[] {
	return tagsOf(vault)
		.tags(withInline)
		.map(({ tag, notes }) => `${tag} ${notes.size}`);
}

describe('the tags of a vault', () => {
	it('are counted by note, most used first, as they are spelled most', () => {
		const vault = vaultOf({
			'1.md': tagged('[Deep Work, joinery, joinery]'),
			'2.md': tagged('[deep-work, joinery]', '#tools/planes #joinery'),
			'3.md': tagged('deep-work', '#c #c `#d`'),
			'4.md': 'no tags',
		});
		assert.deepEqual(counted(vault, false), ['deep-work 3', 'joinery 2']);
		assert.deepEqual(counted(vault, true), ['deep-work 3', 'joinery 2', 'c 1', 'tools/planes 1']);
		assert.deepEqual([...(tagsOf(vault).find('DEEP WORK', false)?.notes ?? [])].toSorted(), ['vault:/1.md', 'vault:/2.md', 'vault:/3.md']);
		assert.equal(tagsOf(vault).find('c', false), undefined);
		assert.equal(tagsOf(vault).usesInline, true);
		assert.equal(tagsOf(vaultOf({ '1.md': '#a #b' })).usesInline, false);
	});

	it('are the same array until a tag changes', () => {
		const vault = vaultOf({ '1.md': tagged('[a]') });
		const before = tagsOf(vault).tags(true);
		vault.update({ set: [noteAt('1.md', tagged('[a]', 'More words.'))] });
		assert.equal(tagsOf(vault).tags(true), before);
		vault.update({ set: [noteAt('1.md', tagged('[a, b]'))] });
		assert.deepEqual(counted(vault, true), ['a 1', 'b 1']);
	});

	it('leave alone the tags that no changed note has', () => {
		const vault = vaultOf(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.md`, tagged(`[all, t${index}]`)])));
		const before = new Set(tagsOf(vault).tags(false));
		vault.update({ set: [noteAt('7.md', tagged('[all, new]'))] });
		const made = tagsOf(vault)
			.tags(false)
			.filter(use => !before.has(use));
		assert.deepEqual(
			made.map(({ tag }) => tag),
			['all', 'new'],
		);
		assert.equal(tagsOf(vault).find('t7', false), undefined);
	});

	it('are the same after any history as in a new vault', () => {
		const paths = fc.constantFrom('1.md', '2.md', 'a/2.md');
		const texts = fc.constantFrom(tagged('[a, B]'), tagged('b', '#a #c'), tagged('[]', '#a/b #x #y'), 'x');
		fc.assert(
			fc.property(histories(paths, texts), history => {
				const { grown, fresh } = vaultsAfter(history, vault => {
					counted(vault, true);
				});
				const seen = (vault: Vault): unknown => [counted(vault, true), counted(vault, false), tagsOf(vault).usesInline];
				assert.deepEqual(seen(grown), seen(fresh));
			}),
			{ numRuns: 300 },
		);
	});
});
