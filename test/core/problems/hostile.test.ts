import assert from 'node:assert/strict';
import { mend } from '../../../src/core/problems/certainFixes.ts';
import { factsOf } from '../../../src/core/problems/logFacts.ts';
import { readPage } from '../../../src/core/problems/page.ts';
import { problemsOf } from '../../../src/core/problems/rules.ts';
import { plainShape, vaultOf } from '../../support/notes.ts';

const path = 'content/daily-log/62.md';
const usual = '---\ntitle: "1 - x"\ndate: 2022-12-02\nseries: ["Daily Log"]\ntags: [a]\ninput: 1\noutput: x\ndraft: false\n---\n';

function repeat(count: number, line: (index: number) => string): string {
	return Array.from({ length: count }, (_, index) => line(index)).join('');
}

function yaml(fields: string): string {
	return `---\ntitle: "62 - x"\n${fields}---\n`;
}

/** Front matter with so many mistakes of one kind. */
const kinds: Readonly<Record<string, (count: number) => string>> = {
	'one field again and again': count => yaml(repeat(count, () => 'a: 1\n')),
	'one tag again and again': count => yaml(`tags: [${repeat(count, () => 'work, ')}x]\n`),
	'tags twice each, on lines of their own': count => yaml(`tags:\n${repeat(count, index => `  - t${index}\n  - T${index}\n`)}`),
	'fields of no meaning': count => yaml(repeat(count, index => `k${index}: 1\n`)),
	'values that need quotation marks': count => yaml(repeat(count, index => `k${index}: @x\n`)),
	'names that nobody refers to': count => yaml(repeat(count, index => `k${index}: &x y\n`)),
	'tags behind signs': count => yaml(`tags:\n${repeat(count, () => '  - #x\n')}`),
	'bare values in TOML': count => `+++\n${repeat(count, index => `k${index} = x\n`)}+++\n`,
	'shortcodes that are not closed': count => `${yaml('')}${repeat(count, () => '{{< a \n')}`,
};

/** Milliseconds for reading a text, for all its problems and fixes, and how many problems there are. */
function costOf(text: string): { readonly reading: number; readonly checking: number; readonly found: number } {
	const facts = factsOf(vaultOf({ 'content/daily-log/1.md': usual, [path]: text }, plainShape), {
		now: Date.UTC(2022, 11, 3, 12),
		timeZone: 'America/Denver',
		shortcodes: new Set(),
	});
	const before = performance.now();
	const page = readPage({ uri: `vault:/${path}`, path }, text);
	const start = performance.now();
	const { length } = problemsOf(page, facts);
	mend(page, facts, () => true);
	return { reading: start - before, checking: performance.now() - start, found: length };
}

describe('front matter that means harm', () => {
	for (const [what, textOf] of Object.entries(kinds)) {
		it(`costs no more than it is long: ${what}`, () => {
			const { reading, checking, found } = costOf(textOf(16_000));
			assert.ok(found <= 120, `${found} problems`);
			assert.ok(checking < 1500 + 4 * reading, `${checking} ms, and ${reading} for reading`); // other tests may run at the same time
		}).timeout(30_000);
	}

	it('shows a hundred mistakes of a kind, and says that there are more', () => {
		const text = yaml(repeat(102, () => 'a: 1\n'));
		const page = readPage({ uri: `vault:/${path}`, path }, text);
		const facts = factsOf(vaultOf({ [path]: text }, plainShape), { now: 0, timeZone: 'UTC', shortcodes: undefined });
		const twice = problemsOf(page, facts).filter(({ code }) => code === 'frontMatter.duplicateKey');
		assert.equal(twice.length, 100);
		assert.deepEqual(
			twice.map(({ message }) => message.endsWith('There are more like this, which show once these are fixed.')),
			[...Array.from({ length: 99 }, () => false), true],
		);
	});
});
