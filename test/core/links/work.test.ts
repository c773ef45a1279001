import assert from 'node:assert/strict';
import { backlinkGroups } from '../../../src/core/links/backlinks.ts';
import type { LinkCaret } from '../../../src/core/links/linkCaret.ts';
import { suggestionsFor } from '../../../src/core/links/linkSuggestions.ts';
import { referencesTo } from '../../../src/core/links/references.ts';
import { resolve } from '../../../src/core/links/resolve.ts';
import { tagsOf } from '../../../src/core/tags/tagIndex.ts';
import type { Vault } from '../../../src/core/vault.ts';
import { entryText, noteAt, vaultOf } from '../../support/notes.ts';
import { watched } from '../../support/watched.ts';

/** A log whose titles all have one word in common; each entry links to the one before, every tenth one has a tag. */
function logOf(size: number): Vault {
	const text = (number: number, body: string): string =>
		entryText(number, { title: `"${number} - Morning work"`, tags: number % 10 === 0 ? '[tenth]' : '[]' }, body);
	return vaultOf(Object.fromEntries(Array.from({ length: size }, (_, index) => [`log/${index}.md`, text(index, `[[${index - 1}]]`)])));
}

function suggest(vault: Vault, query: string): readonly string[] {
	const caret: LinkCaret = { part: 'target', target: '', above: '', query, ending: '', embed: false, span: { start: 0, end: 0 } };
	return suggestionsFor(vault, caret, 'log/7.md').map(({ text }) => text);
}

type Question = (vault: Vault) => unknown;

/** Each with the most notes it may look at. */
const questions: Readonly<Record<string, readonly [most: number, ask: Question]>> = {
	'where a link leads': [2, vault => resolve(vault, '62', 'log/7.md').kind],
	'what is offered for nothing': [200, vault => suggest(vault, '').length],
	'what is offered for a number': [2000, vault => suggest(vault, '2499').length],
	'what is offered for a word that all have': [2000, vault => suggest(vault, 'morn').length],
	'what is offered for a folder': [2000, vault => suggest(vault, 'log/').length],
	'who refers to a note': [
		10,
		vault => {
			const note = vault.note('vault:/log/62.md');
			return note && referencesTo(vault, note).length;
		},
	],
	'who links to a note': [
		10,
		vault => {
			const note = vault.note('vault:/log/62.md');
			return note && backlinkGroups(vault, note).length;
		},
	],
	'which tags there are': [
		0,
		vault =>
			tagsOf(vault)
				.tags(false)
				.map(({ tag }) => tag),
	],
};

/** Also sorts, which asks for entries and not for notes. */
function askAll(vault: Vault): void {
	Object.values(questions).forEach(([, ask]) => ask(vault));
}

describe('the work of a question', () => {
	const [small, large] = [logOf(2500), logOf(7500)];
	askAll(small);
	askAll(large);

	for (const [name, [most, ask]] of Object.entries(questions)) {
		it(`is bounded, however many notes there are: ${name}`, () => {
			const counts = [small, large].map(vault => {
				const count = watched(vault);
				const answer = ask(vault);
				return { asked: count.asked, answer };
			});
			assert.ok(
				counts.every(({ asked }) => asked <= most),
				JSON.stringify(counts),
			);
			assert.deepEqual(counts[1], counts[0]);
		});
	}

	it('is that of one note more after one has changed', () => {
		const counts = [small, large].map(vault => {
			vault.update({ set: [noteAt('log/8.md', entryText(8, { title: '"8 - Evening"', tags: '[new]' }, '[[62]]'))] });
			const first = watched(vault);
			askAll(vault);
			const withChange = first.asked;
			first.asked = 0;
			askAll(vault);
			return withChange - first.asked;
		});
		assert.ok((counts[0] ?? 0) > 0 && (counts[0] ?? 0) <= 10, String(counts));
		assert.equal(counts[1], counts[0]);
	});
});
