import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkCaretAt } from '../../../src/core/links/linkCaret.ts';
import { mostSuggestions, suggestionsFor } from '../../../src/core/links/linkSuggestions.ts';
import { nearestName } from '../../../src/core/links/nearestName.ts';
import { searchOf } from '../../../src/core/links/noteSearch.ts';
import { resolve } from '../../../src/core/links/resolve.ts';
import { scanText } from '../../../src/core/prose/scan.ts';
import type { Vault } from '../../../src/core/vault.ts';
import { histories, vaultsAfter } from '../../support/history.ts';
import { entryText, vaultOf } from '../../support/notes.ts';

const titled = (title: string, body = ''): string => `---\ntitle: ${JSON.stringify(title)}\n---\n${body}`;

const vault = vaultOf({
	'log/3.md': entryText(3, { title: '3 - The desk' }, '[[Not yet]] [[not yet]] [[Nobody]]\n'),
	'log/30.md': entryText(30, { title: '30 - Desks again' }, '[[Not yet]]\n'),
	'log/31/index.md': entryText(31, { title: '31 - Sanding' }),
	'notes/desk.md': titled('Desk'),
	'notes/standing-desk.md': titled('Standing desk', '# One\n\n## Two\n\n## C# | F#\n\npara ^so\n'),
	'notes/über-holz.md': titled('Über Holz'),
	'notes/森.md': titled('森の本'),
	'other/desk.md': titled('A desk elsewhere'),
});

/** What is offered at `‸`, as written into the note. */
function offered(marked: string, from = 'log/99.md', within: Vault = vault): readonly string[] {
	const offset = marked.indexOf('‸');
	const text = marked.replace('‸', '');
	const caret = linkCaretAt(
		{ text, skipped: scanText(text).skipped },
		offset,
		target => resolve(within, target, from).kind !== 'unresolved',
	);
	assert.ok(caret !== undefined, marked);
	return suggestionsFor(within, caret, from).map(({ kind, text: written }) => (kind === 'note' ? written : `${kind}: ${written}`));
}

describe('what is offered in a link', () => {
	it('is the newest entries where nothing is typed', () => {
		assert.deepEqual(offered('[[‸'), ['31 - Sanding', '30 - Desks again', '3 - The desk']);
	});

	it('is the note of that name, then those that begin with it, then those with its words', () => {
		assert.deepEqual(offered('[[3‸'), ['3 - The desk', '31 - Sanding', '30 - Desks again']);
		assert.deepEqual(offered('[[desk‸'), ['A desk elsewhere', 'notes/desk', '30 - Desks again', '3 - The desk', 'Standing desk']);
		assert.deepEqual(offered('[[desk sta‸'), ['Standing desk', 'create: desk sta']);
		assert.deepEqual(offered('[[desk‸', 'other/x.md').slice(0, 2), ['A desk elsewhere', 'notes/desk']);
		assert.deepEqual(offered('[[ÜBER‸'), ['Über Holz', 'create: ÜBER']);
		assert.deepEqual(offered('[[u\u0308b‸'), ['Über Holz', 'create: u\u0308b']);
		assert.deepEqual(offered('[[本‸'), ['森の本', 'create: 本']);
		assert.deepEqual(offered('[[notes/st‸'), ['Standing desk', 'create: notes/st']);
		assert.deepEqual(offered('[[other/‸'), ['A desk elsewhere', 'create: other/']);
	});

	it('is what other links say and no note answers to, and what is typed', () => {
		assert.deepEqual(offered('[[not‸'), ['unresolved: Not yet', 'create: not']);
		assert.deepEqual(offered('[[not yet‸'), ['unresolved: Not yet', 'create: not yet']);
		assert.deepEqual(offered('[[nobody‸'), ['create: nobody']);
		assert.deepEqual(offered('[[a^b‸'), []);
	});

	it('is the headings and blocks of the note, and what the link may show', () => {
		assert.deepEqual(offered('[[Standing desk#‸'), ['heading: One', 'heading: Two', 'heading: C F']);
		assert.deepEqual(offered('[[Standing desk#tw‸'), ['heading: Two']);
		assert.deepEqual(offered('[[Standing desk#One#‸'), ['heading: Two', 'heading: C F']);
		assert.deepEqual(offered('[[standing-desk#^‸'), ['block: ^so']);
		assert.deepEqual(offered('[[31|‸'), ['alias: Sanding', 'alias: 31 - Sanding']);
		assert.deepEqual(offered('[[Standing desk#One|‸'), ['alias: One', 'alias: Standing desk']);
		assert.deepEqual(offered('[[nobody#‸'), ['unresolved: Nobody']);
	});

	it('always leads to the note that was meant', () => {
		for (const { text, kind, ...rest } of suggestionsFor(
			vault,
			{ part: 'target', target: '', above: '', query: 'd', span: { start: 0, end: 0 }, ending: ']]', embed: false },
			'log/99.md',
		)) {
			const found = resolve(vault, text, 'log/99.md');
			assert.ok(kind !== 'note' || (found.kind === 'resolved' && 'note' in rest && found.note === rest.note), text);
		}
	});

	it('is short, and looks at few notes, however many there are', () => {
		const many = vaultOf(
			Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`log/${i}.md`, entryText(i, { title: `"${i} - Day of work"` })])),
		);
		assert.equal(offered('[[day‸', 'log/99.md', many).length, mostSuggestions + 1);
		assert.equal(offered('[[day‸', 'log/99.md', many)[0], '4999 - Day of work');
		assert.deepEqual(offered('[[77‸', 'log/99.md', many).slice(0, 3), ['77 - Day of work', '779 - Day of work', '778 - Day of work']);
	});
});

describe('the search for notes', () => {
	it('is the same after any history as in a new vault', () => {
		const paths = fc.constantFrom('1.md', '2.md', 'a/2.md', 'desk.md');
		const texts = fc.constantFrom(entryText(1), entryText(2, { title: '2 - Desk' }), titled('Desk two'), 'x [[Day]] [[Desk]]');
		const steps = histories(paths, texts);
		fc.assert(
			fc.property(steps, history => {
				const { grown, fresh } = vaultsAfter(history, vault => {
					offered('[[d‸', 'q.md', vault);
				});
				for (const query of ['', 'd', 'de', 'desk', '2', 'two d', 'entry', 'day']) {
					assert.deepEqual(offered(`[[${query}‸`, 'q.md', grown).toSorted(), offered(`[[${query}‸`, 'q.md', fresh).toSorted(), query);
				}
			}),
			{ numRuns: 200 },
		);
	});

	it('gives no note twice and none that does not fit', () => {
		for (const query of ['d', 'desk', '3', 'sta', 'z']) {
			const found = searchOf(vault).find(query, '', 50);
			assert.equal(new Set(found).size, found.length);
			assert.ok(found.every(({ title, path }) => `${title} ${path}`.toLowerCase().includes(query)));
		}
	});
});

describe('the nearest name', () => {
	it('is a slip or two away, or the only one with these words', () => {
		assert.deepEqual(
			['Standig desk', 'standing', 'Ueber Holz', 'Sandign', '31 - Sandin', 'xyz', 'a', ''].map(target => nearestName(vault, target)),
			['Standing desk', 'Standing desk', 'Über Holz', '31 - Sanding', '31 - Sanding', undefined, undefined, undefined],
		);
	});
});
