import assert from 'node:assert/strict';
import fc from 'fast-check';
import { namesakes, resolve } from '../../../src/core/links/resolve.ts';
import type { Vault } from '../../../src/core/vault.ts';
import { histories, vaultsAfter } from '../../support/history.ts';
import { entryText, vaultOf } from '../../support/notes.ts';

/** `path (kind)`, all paths of an ambiguous target, or `-`. */
function lead(vault: Vault, target: string, from = 'index.md'): string {
	const found = resolve(vault, target, from);
	switch (found.kind) {
		case 'resolved':
			return `${found.note.path} (${found.by})`;
		case 'ambiguous':
			return found.notes.map(({ path }) => path).join(' or ');
		case 'unresolved':
			return '-';
	}
}

function titled(title: string): string {
	return `---\ntitle: ${JSON.stringify(title)}\n---\n`;
}

/** With an é of two code points, as macOS writes it. */
const decomposed = 'notes/café.md'.normalize('NFD');

const vault = vaultOf({
	'log/62.md': entryText(62, { title: '62 - Restarting' }),
	'log/063-next/index.md': entryText(63, { title: '063 - Ça va' }),
	'notes/On Craft.md': titled('Deep Work'),
	[decomposed]: titled('constructor'),
	'notes/v1.2 notes.md': titled('AC/DC'),
	'a/todo.md': 'x',
	'b/todo.md': 'x',
	'b/c/other.md': 'x',
	'b/another-todo.md': 'x',
});

describe('the target of a link', () => {
	it('is looked for by path, file, bundle, title, number and slug, in this order', () => {
		assert.deepEqual(
			[
				'log/62',
				'/log/62.md',
				'62',
				'log/063-next',
				'063-next',
				'Deep Work',
				'on craft',
				'63',
				'0063',
				'62-restarting',
				'AC/DC',
				'v1.2 notes',
			].map(target => lead(vault, target)),
			[
				'log/62.md (path)',
				'log/62.md (path)',
				'log/62.md (file)',
				'log/063-next/index.md (path)',
				'log/063-next/index.md (bundle)',
				'notes/On Craft.md (title)',
				'notes/On Craft.md (file)',
				'log/063-next/index.md (number)',
				'log/063-next/index.md (number)',
				'log/62.md (slug)',
				'notes/v1.2 notes.md (title)',
				'notes/v1.2 notes.md (file)',
			],
		);
		const both = vaultOf({ 'x/5.md': 'x', '5.md': 'x', 'y/5/index.md': 'x', 'z.md': titled('5'), 'log/5 - a.md': entryText(5) });
		assert.equal(lead(both, '5', 'y/q.md'), '5.md (path)');
	});

	it('is found in any letter case and Unicode form, but not by half a name', () => {
		assert.deepEqual(
			['CAFÉ', 'café'.normalize('NFC'), '063 - ça VA', 'constructor', 'toString', 'next', 'todo x', '.*', ''].map(target =>
				lead(vault, target),
			),
			[`${decomposed} (file)`, `${decomposed} (file)`, 'log/063-next/index.md (title)', `${decomposed} (title)`, '-', '-', '-', '-', '-'],
		);
	});

	it('is the one in the same folder, then the nearest; a tie is ambiguous', () => {
		assert.equal(lead(vault, 'todo', 'a/x.md'), 'a/todo.md (file)');
		assert.equal(lead(vault, 'todo', 'b/c/x.md'), 'b/todo.md (file)');
		assert.equal(lead(vault, 'todo', 'b/62/index.md'), 'b/todo.md (file)');
		assert.equal(lead(vault, 'todo', 'notes/x.md'), 'a/todo.md or b/todo.md');
	});

	it('may be relative, or name its folder', () => {
		assert.equal(lead(vault, '../b/todo', 'a/x.md'), 'b/todo.md (path)');
		assert.equal(lead(vault, './todo.md', 'b/x.md'), 'b/todo.md (path)');
		assert.equal(lead(vault, '../todo', 'log/063-next/index.md'), '-');
		assert.equal(lead(vault, 'c/other'), 'b/c/other.md (file)');
		assert.equal(lead(vault, '/c/other'), '-');
	});

	it('is its own note where it is empty', () => {
		assert.equal(lead(vault, '', 'a/todo.md'), 'a/todo.md (self)');
	});

	it('has all its namesakes', () => {
		assert.deepEqual(
			namesakes(vaultOf({ 'a/plan.md': 'x', 'b/plan/index.md': 'x', 'c.md': titled('Plan'), 'd.md': 'x' }), 'plan').map(({ path }) => path),
			['a/plan.md', 'b/plan/index.md', 'c.md'],
		);
	});

	it('is the same after any history as in a new vault', () => {
		const paths = fc.constantFrom('1.md', '2.md', 'a/2.md', 'a/2/index.md', 'note.md');
		const texts = fc.constantFrom(entryText(1), entryText(2), titled('note'), titled('2'), 'x');
		const steps = histories(paths, texts);
		const targets = ['1', '2', 'note', 'a/2', '1 - Entry', '2-entry'];
		fc.assert(
			fc.property(steps, history => {
				const { grown, fresh } = vaultsAfter(history, vault => {
					lead(vault, '1');
				});
				const sorted = (one: Vault): readonly string[] => targets.map(target => lead(one, target).split(' or ').sort().join(' or '));
				assert.deepEqual(sorted(grown), sorted(fresh));
			}),
			{ numRuns: 300 },
		);
	});
});
