import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergedTags, renamedTag, retagText, tagProblemOf, type TagRenaming } from '../../../src/core/rename/renameTag.ts';
import { parseNote } from '../../../src/core/note.ts';
import { foldTerm, termsOf } from '../../../src/core/term.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { vaultOf } from '../../support/notes.ts';

function retagged(text: string, from: string, to: string, withInline = true): string {
	const { edits, isLeft } = retagText({ from, to }, text, withInline);
	assert.ok(!isLeft, 'left');
	return applyEdits(text, edits);
}

const fields = (tags: string): string => `---\ntitle: x\n${tags}\nseries: [wood]\n---\nwood\n`;

describe('a tag with another name', () => {
	it('is written in the quotation marks and the list style that are there', () => {
		const cases = [
			['tags: [a, wood , "wood/oak", b] # wood', 'tags: [a, timber , "timber/oak", b] # wood'],
			["tags: ['Wood']", "tags: ['timber']"],
			['tags:\n- a\n-   wood # why\n- woods', 'tags:\n- a\n-   timber # why\n- woods'],
			['Tags: wood', 'Tags: timber'],
			['tags: "wood"', 'tags: "timber"'],
			['tags: [woods, a/wood]', 'tags: [woods, a/wood]'],
			['tags: wood, oak', 'tags: wood, oak'],
			['tags:', 'tags:'],
		] as const;
		for (const [before, after] of cases) {
			assert.equal(retagged(fields(before), 'wood', 'timber'), fields(after));
			assert.equal(retagged(fields(before).replaceAll('\n', '\r\n'), 'wood', 'timber'), fields(after).replaceAll('\n', '\r\n'));
		}
	});

	it('is quoted where YAML needs it, and in TOML and JSON', () => {
		assert.equal(retagged(fields('tags: [wood, b]'), 'wood', 'a, b: c'), fields('tags: ["a, b: c", b]'));
		assert.equal(retagged(fields('tags: [wood]'), 'wood', '2024'), fields('tags: ["2024"]'));
		assert.equal(retagged(fields('tags: [tags]'), 'tags', 'title'), fields('tags: [title]'));
		assert.equal(retagged('+++\ntags = ["wood", \'wood/oak\']\n+++\n', 'wood', 'x'), '+++\ntags = ["x", \'x/oak\']\n+++\n');
		assert.equal(retagged('{\n"tags": ["wood"]\n}\n', 'wood', 'x"y'), '{\n"tags": ["x\\"y"]\n}\n');
	});

	it('takes every spelling of the old name along, and follows below it', () => {
		assert.equal(retagged(fields('tags: ["Daily Log", daily-log/x]'), 'daily-log', 'Diary'), fields('tags: ["Diary", Diary/x]'));
		assert.equal(renamedTag({ from: 'a/b', to: 'c' }, 'A/B/d'), 'c/d');
		assert.equal(renamedTag({ from: 'a', to: 'a/b' }, 'a/x'), 'a/b/x');
		assert.equal(renamedTag({ from: 'a', to: 'b' }, 'ab'), undefined);
	});

	it('does not stand twice where the note has the new name already', () => {
		assert.equal(retagged(fields('tags: [a, wood, timber]'), 'wood', 'timber'), fields('tags: [a, timber]'));
		assert.equal(retagged(fields('tags: [wood, Timber, a]'), 'wood', 'timber'), fields('tags: [Timber, a]'));
		assert.equal(retagged(fields('tags:\n  - "wood"\n  - "timber"'), 'wood', 'timber'), fields('tags:\n  - "timber"'));
		assert.equal(retagged(fields('tags: [wood, Wood]'), 'wood', 'timber'), fields('tags: [timber]'));
	});

	it('is changed in the text, where that is wished, and nowhere else', () => {
		const text = '# wood\n\n#wood (#Wood/oak) #woods x#wood `#wood` [a](#wood) [[#wood]] #wood.\n';
		assert.equal(
			retagged(text, 'wood', 'Big Timber'),
			text.replace('#wood (#Wood/oak)', '#Big-Timber (#Big-Timber/oak)').replace('#wood.', '#Big-Timber.'),
		);
		assert.equal(retagged(text, 'wood', 'timber', false), text);
	});

	it('is merged with one that is there, which is named before', () => {
		const vault = vaultOf({ 'a.md': fields('tags: [wood, wood/oak]'), 'b.md': fields('tags: [Timber]'), 'c.md': '#timber/oak' });
		assert.deepEqual(mergedTags(vault, { from: 'wood', to: 'timber' }, true), ['Timber', 'timber/oak']);
		assert.deepEqual(mergedTags(vault, { from: 'wood', to: 'timber' }, false), ['Timber']);
		assert.deepEqual(mergedTags(vault, { from: 'wood', to: 'Wood' }, true), []);
	});

	it('must be one', () => {
		const vault = vaultOf({ 'a.md': '#wood' });
		const problem = (to: string, withInline = true): unknown => tagProblemOf(vault, { from: 'wood', to }, withInline);
		assert.deepEqual(
			[' ', 'a/', 'a\nb', 'c++', '123'].map(to => problem(to)),
			['empty', 'sign', 'sign', 'inline', 'inline'],
		);
		assert.deepEqual([problem('c++', false), problem('a b'), problem('a/b')], [undefined, undefined, undefined]);
	});

	it('leaves nothing of the old name, and every other tag as it was, in any list', () => {
		const term = fc.constantFrom('wood', 'Wood', 'wood/oak', 'timber', 'a b', 'a-b', 'x', "it's", '2024', 'yes');
		const style = fc.constantFrom<(terms: readonly string[]) => string>(
			terms => `tags: [${terms.map(each => JSON.stringify(each)).join(', ')}]`,
			terms => `tags: [ ${terms.map(each => `'${each.replaceAll("'", "''")}'`).join(' , ')} ]  # c`,
			terms => `tags:${terms.map(each => `\n  - ${JSON.stringify(each)}`).join('')}`,
		);
		fc.assert(
			fc.property(
				fc.array(term, { minLength: 1, maxLength: 5 }),
				style,
				fc.constantFrom('timber', 'a b', 'yes', 'new one', 'x/y'),
				(terms, write, to) => {
					const renaming: TagRenaming = { from: 'wood', to };
					const text = fields(write(terms));
					const { edits, isLeft } = retagText(renaming, text, true);
					const tags = termsOf(parseNote({ uri: 'vault:/x.md', path: 'x.md' }, applyEdits(text, edits)).values.get('tags'));
					const wanted = new Set(terms.map(each => foldTerm(renamedTag(renaming, each) ?? each)));
					assert.ok(!isLeft);
					assert.deepEqual(new Set(tags.map(foldTerm)), wanted);
				},
			),
		);
	});
});
