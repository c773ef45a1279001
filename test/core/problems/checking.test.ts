import assert from 'node:assert/strict';
import { isChecked, problemsIn } from '../../../src/core/problems/checking.ts';
import { factsOf } from '../../../src/core/problems/logFacts.ts';
import { takenNumbers } from '../../../src/core/stray.ts';
import type { Vault } from '../../../src/core/vault.ts';
import { entryText, noteAt, plainShape, vaultOf } from '../../support/notes.ts';

const surroundings = { now: Date.UTC(2023, 0, 1), timeZone: 'America/Denver', shortcodes: undefined };

function entry(number: number): string {
	return entryText(number, { output: 'x', draft: 'false', date: `2022-12-0${number}T06:21:40-07:00` });
}

function textsOf(numbers: readonly number[]): Readonly<Record<string, string>> {
	return Object.fromEntries(numbers.map(number => [`log/${number}.md`, entry(number)]));
}

/** What the check of a whole log says of every file that it looks at: path, code, severity where it is not the usual one. */
function checked(texts: Readonly<Record<string, string>>, shape = plainShape): readonly string[] {
	const vault = vaultOf(texts, shape);
	const facts = factsOf(vault, surroundings);
	return Object.entries(texts).flatMap(([path, text]) => {
		const address = { uri: `vault:/${path}`, path };
		const found = isChecked(vault, facts, address) ? problemsIn({ ...address, text }, facts, {}) : [];
		return found.map(({ code, severity }) => [path, code, severity].filter(Boolean).join(' '));
	});
}

/** A log of the entries 1, 2 and 4, where this stands as the file of the entry 3. */
function withThird(text: string): Readonly<Record<string, string>> {
	return { ...textsOf([1, 2, 4]), 'log/3.md': text };
}

const gap = ['log/4.md number.gap'];

describe('which files are checked where a series makes the entries', () => {
	const third = entry(3);
	const broken: readonly (readonly [string, string, string])[] = [
		['an executable block', third.replace('---', '---js'), 'frontMatter.executable'],
		['another one', third.replace('---', '---coffee'), 'frontMatter.executable'],
		['a list that is not closed', third.replace('Log"]', 'Log"'), 'frontMatter.syntax'],
		['a series that is a comment', third.replace('["Daily Log"]', '#Daily Log'), 'tags.comment'],
		['one behind a real comment', third.replace('["Daily Log"]', '# Daily Log'), 'field.missing error'],
		['several in one text', third.replace('["Daily Log"]', 'Daily Log, other'), 'tags.notList'],
		['a name that is misspelled', third.replace('series', 'serie'), 'field.unknown error'],
		['a series that is misspelled', third.replace('Daily Log', 'Dayli Log'), 'field.missing error'],
		['no series', third.replace(/series.*\n/, ''), 'field.missing error'],
		['an empty series', third.replace('["Daily Log"]', ''), 'field.missing error'],
		['a map for a series', third.replace('["Daily Log"]', '{a: b}'), 'tags.notList'],
		['no front matter', '# A day\n', 'frontMatter.missing'],
		['no closing delimiter', third.replace(/---\n$/, ''), 'frontMatter.unclosed'],
	];

	for (const [what, text, problem] of broken) {
		it(`${what}: its problem is told, its number is taken, and it leaves no gap`, () => {
			assert.deepEqual(checked(withThird(text)), [`log/3.md ${problem}`]);
			assert.deepEqual([...takenNumbers(vaultOf({ ...textsOf([1, 2]), 'log/3.md': text }))], [1, 2, 3]);
		});
	}

	it('a number in the title alone is enough', () => {
		const { 'log/3.md': text = '', ...rest } = withThird(third.replace(/series.*\n/, ''));
		assert.deepEqual(checked({ ...rest, 'log/third.md': text }), ['log/third.md field.missing error']);
	});

	it('not a note of another series, nor one without a number, nor one elsewhere', () => {
		for (const series of ['Garden', 'Daily Log 2', 'Daily Bread']) {
			assert.deepEqual(checked(withThird(third.replace('Daily Log', series))), gap, series);
		}
		const stray = third.replace(/series.*\n/, '');
		assert.deepEqual(checked({ ...textsOf([1, 2, 4]), 'log/about.md': stray.replace('3 - ', '') }), gap);
		assert.deepEqual(checked({ ...textsOf([1, 2, 4]), 'recipes/3.md': stray }), gap);
	});

	it('not where most numbered notes of the folder are no entries, nor a year', () => {
		const recipes = Object.fromEntries([5, 6, 7, 8].map(number => [`log/${number}.md`, `---\ntitle: ${number} - Soup\n---\n`]));
		assert.deepEqual(checked({ ...textsOf([1, 2, 4]), ...recipes }), gap);
		assert.deepEqual([...takenNumbers(vaultOf({ ...textsOf([1, 2, 4]), ...recipes }))], [1, 2, 4]);
		const year = { 'log/2022-review.md': '---\ntitle: 2022 - The year\n---\n' };
		assert.deepEqual(checked({ ...textsOf([1, 2, 4]), ...year }), gap);
		assert.deepEqual([...takenNumbers(vaultOf({ ...textsOf([1, 2, 4]), ...year }))], [1, 2, 4]);
	});

	it('a gap begins behind the file whose series is broken', () => {
		const texts = { ...textsOf([1, 5]), 'log/3.md': third.replace('---', '---js') };
		const vault = vaultOf(texts);
		const [problem] = problemsIn({ uri: 'vault:/log/5.md', path: 'log/5.md', text: entry(5) }, factsOf(vault, surroundings), {});
		assert.equal(problem?.message, `Number 4 is missing before this one: the entry before it is '3'.`);
		assert.deepEqual(
			problem.related.map(({ uri }) => uri),
			['vault:/log/3.md'],
		);
	});

	it('where a folder makes the entries, everything numbered is one already', () => {
		const shape = { ...plainShape, folder: 'log' };
		const vault = vaultOf(withThird(third.replace('---', '---js')), shape);
		assert.equal(vault.entry('vault:/log/3.md')?.number, 3);
		assert.deepEqual(vault.strays(), []);
	});
});

describe('the strays of a vault', () => {
	const broken = entry(3).replace('---', '---js');
	const numbersIn = (vault: Vault): readonly number[] => vault.strays().map(({ number }) => number);

	it('follow the notes, as one array until one of them changes', () => {
		const vault = vaultOf(withThird(broken));
		const before = vault.strays();
		assert.deepEqual(numbersIn(vault), [3]);
		vault.update({ set: [noteAt('log/4.md', entry(4)), noteAt('log/3.md', broken)] });
		assert.equal(vault.strays(), before);
		vault.update({ set: [noteAt('log/3.md', entry(3))] });
		assert.deepEqual(numbersIn(vault), []);
		vault.update({ set: [noteAt('log/3.md', broken)] });
		assert.deepEqual(numbersIn(vault), [3]);
		vault.update({ remove: ['vault:/log/3.md'] });
		assert.deepEqual(numbersIn(vault), []);
	});

	it('are found anew when the shape of the log changes', () => {
		const vault = vaultOf(withThird(broken));
		vault.reshape({ ...plainShape, folder: 'log' });
		assert.deepEqual(numbersIn(vault), []);
		vault.reshape({ ...plainShape, series: 'Garden' });
		assert.deepEqual(numbersIn(vault), [3]);
	});
});
