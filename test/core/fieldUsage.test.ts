import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FieldUsage } from '../../src/core/fieldUsage.ts';
import { entryText, noteAt, plainShape, vaultOf } from '../support/notes.ts';

const taxonomies = ['tags', 'Series'];

function shown(uses: readonly { readonly value: unknown; readonly uses: number }[]): string {
	return uses.map(({ value, uses: count }) => `${String(value)} ${count}`).join(', ');
}

describe('the use of fields', () => {
	const vault = vaultOf({
		'1.md': entryText(1, { tags: '[wood, Oil]', toc: 'false', layout: 'wide' }),
		'2.md': entryText(2, { tags: '[wood, oil, wood]', toc: 'false' }),
		'3.md': entryText(3, { tags: 'Wood', toc: 'true' }),
		'note.md': '---\ntags: [OIL, OIL, Glue]\nlayout: wide\n---\n',
		'other.md': '---\ntags: [OIL]\n---\n',
		'plain.md': 'No front matter.\n',
	});
	const usage = new FieldUsage(vault, taxonomies);

	it('counts terms in all notes, once a note, as the entries spell them', () => {
		assert.equal(shown(usage.terms('tags')), 'Oil 4, wood 3, Glue 1');
		assert.equal(shown(usage.terms('series')), 'Daily Log 3');
		assert.equal(shown(usage.terms('title')), '');
	});

	it('counts one term in every spelling', () => {
		assert.deepEqual([usage.usesOf('tags', 'oIL'), usage.usesOf('tags', 'none'), usage.usesOf('none', 'oil')], [4, 0, 0]);
	});

	it('counts fields and values of entries, most frequent first', () => {
		assert.equal(shown(usage.names()), 'title 3, date 3, series 3, input 3, tags 3, toc 3, layout 1');
		assert.equal(shown(usage.values('toc')), 'false 2, true 1');
		assert.equal(shown(usage.values('layout')), 'wide 1');
		assert.equal(shown(usage.values('title')), '');
	});

	it('tells all values that several entries have, and of the others only some', () => {
		const log = vaultOf(
			Object.fromEntries(
				Array.from({ length: 300 }, (_, index) => [`${index}.md`, entryText(index, { output: `Work ${Math.max(index, 5)}` })]),
			),
		);
		const uses = new FieldUsage(log, taxonomies).values('output');
		assert.equal(shown(uses.slice(0, 2)), 'Work 5 6, Work 6 1');
		assert.equal(uses.length, 21);
	});

	it('knows which fields hold terms', () => {
		assert.deepEqual(
			['tags', 'series', 'title'].map(name => usage.isTaxonomy(name)),
			[true, true, false],
		);
	});

	it('follows settings that make other notes entries, until it is disposed', () => {
		const changing = vaultOf({ 'a/1.md': entryText(1), 'b/2.md': entryText(2) });
		const following = new FieldUsage(changing, taxonomies);
		changing.reshape({ ...plainShape, folder: 'a' });
		assert.equal(shown(following.values('input')), '30 1');
		following.dispose();
		changing.reshape(plainShape);
		assert.equal(shown(following.values('input')), '30 1');
	});
});

describe('the use of fields, kept in step', () => {
	const path = fc.constantFrom('1.md', '2.md', 'n.md');
	const tags = fc.array(fc.constantFrom('a', 'A', 'b', 'c d', 'c-d'), { maxLength: 3 });
	const change = fc.record({ path, tags, isEntry: fc.boolean(), isGone: fc.boolean(), toc: fc.boolean() });

	it('is that of a fresh count after any changes', () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 12 }), changes => {
				const vault = vaultOf({});
				const usage = new FieldUsage(vault, taxonomies);
				for (const { path: where, tags: terms, isEntry, isGone, toc } of changes) {
					const text = `---\n${isEntry ? 'series: [Daily Log]\n' : ''}toc: ${String(toc)}\ntags: ${JSON.stringify(terms)}\n---\n`;
					vault.update(isGone ? { remove: [`vault:/${where}`] } : { set: [noteAt(where, text)] });
				}
				const fresh = new FieldUsage(vault, taxonomies);
				const all = (one: FieldUsage): unknown => [
					sorted(one.names()),
					sorted(one.values('toc')),
					sorted(one.terms('tags').map(foldedUse)),
				];
				assert.deepEqual(all(usage), all(fresh));
			}),
		);
	});
});

/** Which of two equally frequent spellings comes first is left to the order of reading. */
function foldedUse({ value, uses }: { readonly value: string; readonly uses: number }): { readonly value: string; readonly uses: number } {
	return { value: value.toLowerCase().replaceAll(' ', '-'), uses };
}

function sorted(uses: readonly { readonly value: unknown; readonly uses: number }[]): readonly string[] {
	return uses.map(use => shown([use])).sort();
}
