import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newNoteFolder, notesToLearnFrom, planNewNote } from '../../../src/core/links/newNote.ts';
import { resolve } from '../../../src/core/links/resolve.ts';
import { parseNote } from '../../../src/core/note.ts';
import type { Vault } from '../../../src/core/vault.ts';
import { entryText, vaultOf } from '../../support/notes.ts';

const now = '2022-12-04T06:00:00-07:00';
const note = (title: string, more = ''): string =>
	`---\ntitle: "${title}"\ndate: 2022-01-01\ntags: [a]\n${more}---\nWords of its own: ${title}.\n`;

const slugs = {
	'content/daily-log/1.md': entryText(1),
	'content/notes/on-craft.md': note('On Craft'),
	'content/notes/deep-work.md': note('Deep Work'),
	'content/books/bets.md': note('Bets'),
};
const names = { 'log/1.md': entryText(1), 'notes/On Craft.md': note('On Craft'), 'notes/Deep Work.md': note('Deep Work') };

/** Where the note goes and its text, or why not. */
function planned(
	texts: Readonly<Record<string, string>>,
	target: string,
	{ folder = '', from = 'content/daily-log/1.md' } = {},
): readonly string[] {
	const vault = vaultOf(texts);
	const samples = notesToLearnFrom(vault, newNoteFolder(vault, from, folder)).map(({ path }) => texts[path] ?? '');
	const plan = planNewNote(vault, { target, from, folder, now, samples });
	return plan.kind === 'refused' ? [plan.reason] : [plan.path, plan.text];
}

function pathOf(texts: Readonly<Record<string, string>>, target: string, options = {}): string {
	return planned(texts, target, options)[0] ?? '';
}

describe('the note that a link becomes', () => {
	it('goes where most notes are, with a name and front matter like theirs', () => {
		assert.deepEqual(planned(slugs, 'So Good: They Can’t'), [
			'content/notes/so-good-they-cant.md',
			'---\ntitle: "So Good: They Can’t"\ndate: 2022-12-04\ntags: [a]\n---\n\n',
		]);
		assert.deepEqual(planned(names, 'AC/DC: why?', { from: 'log/1.md' }), [
			'notes/AC-DC - why.md',
			'---\ntitle: "AC/DC: why?"\ndate: 2022-12-04\ntags: [a]\n---\n\n',
		]);
	});

	it('is plain where there is nothing to learn from', () => {
		assert.deepEqual(planned({ 'content/daily-log/1.md': entryText(1) }, 'On Craft'), [
			'content/notes/on-craft.md',
			`---\ntitle: "On Craft"\ndate: ${now}\n---\n\n`,
		]);
		assert.equal(pathOf({ '1.md': entryText(1) }, 'On Craft', { from: '1.md' }), 'On Craft.md');
		assert.deepEqual(planned({ 'log/1.md': entryText(1), 'n/Alpha.md': 'No front matter.\n' }, 'On "Craft"', { from: 'log/1.md' }), [
			'n/On Craft.md',
			`---\ntitle: "On \\"Craft\\""\ndate: ${now}\n---\n\n`,
		]);
	});

	it('has no number, though all that it could learn from have one', () => {
		const other = (number: number): string => `---\ntitle: "${number} - Of another log"\ndate: 2022-01-01\ntags: [b]\n---\n`;
		assert.deepEqual(planned({ 'log/1.md': entryText(1), 'old/1.md': other(1), 'old/2.md': other(2) }, 'On Craft', { from: 'log/1.md' }), [
			'old/On Craft.md',
			`---\ntitle: "On Craft"\ndate: ${now}\n---\n\n`,
		]);
	});

	it('goes into the folder that is set, or that the link names', () => {
		assert.equal(pathOf(slugs, 'x y', { folder: './inbox/' }), 'inbox/x-y.md');
		assert.deepEqual(
			['content/books/x y', 'books/x', '/new/x', '../books/x', './x.md', 'unknown/x', 'a\\b'].map(target =>
				pathOf({ ...slugs, 'content/notes/books/y.md': note('Y') }, target),
			),
			[
				'content/books/x-y.md',
				'content/notes/books/x.md',
				'new/x.md',
				'content/books/x.md',
				'content/daily-log/x.md',
				'content/notes/unknown-x.md',
				'content/notes/a-b.md',
			],
		);
	});

	it('is refused where it would leave the vault or can have no name', () => {
		assert.deepEqual(
			[
				'../../../x',
				'../../x',
				'/../x',
				'a/../../../x',
				'c:/x',
				'//server/x',
				'',
				'???',
				'...',
				'a\u0000b',
				'x\u0007',
				'x'.repeat(300),
				'..',
				'index',
				'_index',
				'README',
				'notes/index.md',
			].map(target => pathOf(slugs, target)),
			[
				'outside',
				'x.md',
				'outside',
				'outside',
				'outside',
				'outside',
				'noName',
				'noName',
				'noName',
				'controlCharacter',
				'controlCharacter',
				'tooLong',
				'outside',
				'folderPage',
				'folderPage',
				'folderPage',
				'content/notes/notes-index.md',
			],
		);
		assert.equal(pathOf(slugs, 'x', { folder: '../out' }), 'outside');
		assert.deepEqual(
			['%2e%2e/%2e%2e/%2e%2e/x', '..\\..\\..\\x', '\\\\server\\share\\x', 'C:\\x'].map(target => pathOf(slugs, target)),
			['outside', 'outside', 'outside', 'outside'],
		);
		assert.equal(pathOf(slugs, 'file:///etc/x'), 'content/notes/file-etc-x.md');
	});

	it('has a name that Windows takes', () => {
		assert.deepEqual(
			['con', 'a:b|c', 'x.', 'nul.txt'].map(target => pathOf(names, target, { from: 'log/1.md' })),
			['notes/con_.md', 'notes/a-b-c.md', 'notes/x.md', 'notes/nul_.txt.md'],
		);
		assert.equal(pathOf(slugs, 'CON'), 'content/notes/con_.md');
	});

	it('is what the link leads to afterwards, inside the vault, whatever is written', () => {
		const target = fc.oneof(
			fc.string({ maxLength: 40 }),
			fc.string({ unit: 'grapheme', maxLength: 20 }),
			fc.constantFrom('a/b', '../x', './y', 'C# x', 'q"\'\\', 'a: b # c', '{{ x }}', '- x', '---', '[x]', '\\ /$'),
		);
		for (const texts of [slugs, names]) {
			fc.assert(
				fc.property(target, wanted => {
					const vault = vaultOf(texts);
					if (resolve(vault, wanted, 'content/daily-log/1.md').kind !== 'unresolved') {
						return;
					}
					const [path = '', text] = planned(texts, wanted);
					if (text !== undefined) {
						check(vault, wanted, path, text);
					}
				}),
				{ numRuns: 1500 },
			);
		}
	});
});

function check(vault: Vault, wanted: string, path: string, text: string): void {
	assert.ok(!path.startsWith('/') && !path.split('/').includes('..') && path.endsWith('.md'), path);
	const created = parseNote({ uri: `vault:/${path}`, path }, text);
	assert.equal(created.error, undefined);
	if (vault.note(created.uri) === undefined) {
		vault.update({ set: [created] });
		const found = resolve(vault, wanted, 'content/daily-log/1.md');
		assert.ok(found.kind === 'resolved' && found.note.uri === created.uri, `${JSON.stringify(wanted)} does not lead to ${path}`);
	}
}
