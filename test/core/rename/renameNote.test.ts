import assert from 'node:assert/strict';
import { renameNote, type Renaming } from '../../../src/core/rename/renameNote.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { entryText, vaultOf } from '../../support/notes.ts';

const titled = (title: string): string => `---\ntitle: ${title}\n---\n`;

/** The new title line and the move, or why not. */
function rename(
	path: string,
	text: string,
	newName: string,
	{ byName = false, others = {} }: { byName?: boolean; others?: Readonly<Record<string, string>> } = {},
): string {
	const vault = vaultOf({ ...others, [path]: text });
	const note = vault.note(`vault:/${path}`);
	assert.ok(note);
	const result = renameNote(vault, { note, text, byName, newName });
	return result.kind === 'renaming' ? said(result, text) : Object.values(result).join(' ');
}

function said({ moves, own }: Renaming, text: string): string {
	const after = applyEdits(text, own.edits);
	const title = after === text ? [] : [/^(?:title:|#).*$/imu.exec(after)?.[0] ?? ''];
	return [...title, ...moves.map(({ from, to }) => `${from} -> ${to}`)].join(', ');
}

describe('a note with another name', () => {
	it('changes title and name together where the name is made of the title', () => {
		assert.equal(
			rename('n/On Craft.md', titled('"On Craft"'), 'On Wood: why?'),
			'title: "On Wood: why?", n/On Craft.md -> n/On Wood - why.md',
		);
		assert.equal(rename('n/on-craft.md', titled('On Craft'), 'On Wood'), 'title: On Wood, n/on-craft.md -> n/on-wood.md');
		assert.equal(rename('n/on_craft/index.md', titled("'On Craft'"), 'On Old Wood'), "title: 'On Old Wood', n/on_craft -> n/on_old_wood");
		assert.equal(
			rename('2022-12-02 On Craft.markdown', titled('On Craft'), 'On Wood'),
			'title: On Wood, 2022-12-02 On Craft.markdown -> 2022-12-02 On Wood.markdown',
		);
		assert.equal(
			rename('l/62-on-craft.md', titled('62 - On Craft'), '62 - On Wood'),
			'title: 62 - On Wood, l/62-on-craft.md -> l/62-on-wood.md',
		);
		assert.equal(rename('l/on-craft.md', titled('62 - On Craft'), '62 - On Wood'), 'title: 62 - On Wood, l/on-craft.md -> l/on-wood.md');
		assert.equal(
			rename('l/62 - On Craft.md', titled('62 - On Craft'), '70 - On Wood'),
			'title: 70 - On Wood, l/62 - On Craft.md -> l/70 - On Wood.md',
		);
		assert.equal(rename('On Craft.md', '# On Craft\n', 'On Wood'), '# On Wood, On Craft.md -> On Wood.md');
		assert.equal(rename('On Craft.md', 'x', 'On Wood'), 'On Craft.md -> On Wood.md');
	});

	it('changes only what was named where the two say different things', () => {
		assert.equal(rename('n/craft.md', titled('On Craft'), 'On Wood'), 'title: On Wood');
		assert.equal(rename('n/craft.md', titled('On Craft'), 'wood', { byName: true }), 'n/craft.md -> n/wood.md');
		assert.equal(rename('n/on-craft.md', titled('On Craft'), 'on-wood', { byName: true }), 'n/on-craft.md -> n/on-wood.md');
		assert.equal(rename('n/on-craft.md', titled('On Craft'), 'On Wood', { byName: true }), 'title: On Wood, n/on-craft.md -> n/on-wood.md');
		assert.equal(rename('n/craft.md', titled('On Craft'), 'wood.md', { byName: true }), 'n/craft.md -> n/wood.md');
	});

	it('keeps the number of an entry the same in title and name', () => {
		assert.equal(rename('l/62.md', entryText(62), '70 - Entry'), 'title: "70 - Entry", l/62.md -> l/70.md');
		assert.equal(rename('l/062-slug.md', entryText(62), '70 - Other'), 'title: "70 - Other", l/062-slug.md -> l/070-slug.md');
		assert.equal(rename('l/62-slug.md', entryText(62), '70-other', { byName: true }), 'title: "70 - Entry", l/62-slug.md -> l/70-other.md');
		assert.equal(rename('l/62.md', entryText(62), '62 - Other'), 'title: "62 - Other"');
		assert.equal(rename('l/62.md', entryText(62), '70', { byName: true }), 'title: "70 - Entry", l/62.md -> l/70.md');
		assert.equal(rename('l/62.md', entryText(62), '62 - Other', { byName: true }), 'title: "62 - Other"');
		assert.equal(rename('2022-12-02.md', entryText(2022), '7 - Other'), 'title: "7 - Other"');
		assert.equal(rename('l/62.md', entryText(62), '70 - Entry', { others: { 'l/x.md': entryText(70) } }), 'numberTaken 70 l/x.md');
	});

	it('is allowed to change only its letter case', () => {
		assert.equal(rename('n/on craft.md', titled('on craft'), 'On Craft'), 'title: On Craft, n/on craft.md -> n/On Craft.md');
		assert.equal(rename('n/x/index.md', 'x', 'X', { byName: true }), 'n/x -> n/X');
	});

	it('is refused where a name is taken, or is none', () => {
		const others = { 'n/Taken.md': titled('Other'), 'n/Bundle/index.md': '' };
		assert.equal(rename('n/craft.md', 'x', 'TAKEN', { byName: true, others }), 'taken n/TAKEN.md');
		assert.equal(rename('n/craft/index.md', 'x', 'bundle', { byName: true, others }), 'taken n/bundle');
		assert.equal(rename('n/craft.md', titled('On Craft'), 'other', { others }), 'titleTaken n/Taken.md');
		const problem = (newName: string): string => rename('n/craft.md', titled('Y'), newName, { byName: true });
		assert.deepEqual(
			['', '.md', 'a/b', '../x', '..', 'a\\b', 'a\u0007', 'con', 'NUL.txt', '.x', 'x.', 'é'.repeat(101)].map(problem),
			['empty', 'empty', 'sign', 'sign', 'dot', 'sign', 'sign', 'reserved', 'reserved', 'dot', 'dot', 'tooLong'].map(
				each => `name ${each}`,
			),
		);
		assert.deepEqual(
			['', 'a\nb'].map(newName => rename('n/craft.md', titled('Y'), newName)),
			['name empty', 'name sign'],
		);
		assert.equal(rename('n/Y.md', titled('Y'), 'con'), 'title: con, n/Y.md -> n/con_.md');
		assert.equal(rename('n/Y.md', titled('Y'), '???'), 'title: "???"');
		assert.match(rename('n/Y.md', titled('Y'), 'long '.repeat(60)), /^title: long .*, n\/Y\.md -> n\/(?:long ){30,39}long\.md$/u);
	});

	it('is refused where the title cannot be edited safely', () => {
		assert.equal(rename('n/a.md', titled('&anchor Y'), 'Z'), 'cannotEdit');
	});
});
