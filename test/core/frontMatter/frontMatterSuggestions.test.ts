import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FieldUsage } from '../../../src/core/fieldUsage.ts';
import { frontMatterCaretAt } from '../../../src/core/frontMatter/frontMatterCaret.ts';
import { findFrontMatter } from '../../../src/core/frontMatter/frontMatter.ts';
import { suggestionsAt, type Suggestion } from '../../../src/core/frontMatter/frontMatterSuggestions.ts';
import { readFields } from '../../../src/core/frontMatter/fields.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { atCaret } from '../../support/caret.ts';
import { entryText, plainShape, vaultOf } from '../../support/notes.ts';

const log = vaultOf({
	'1.md': entryText(1, { tags: '[wood, "C# and: more", oil]', toc: 'false', mood: 'calm', input: '30' }),
	'2.md': entryText(2, { tags: '[wood]', toc: 'false', mood: 'calm', input: '30' }),
	'3.md': entryText(3, { tags: '[wood, oil]', toc: 'true', mood: 'tired', input: '90' }),
});
const sources = { usage: new FieldUsage(log, ['tags', 'series', 'categories']), shape: plainShape, now: '2022-12-02T06:21:40-07:00' };

function suggest(marked: string, from = sources): readonly Suggestion[] {
	const { text, caret } = atCaret(marked);
	const found = frontMatterCaretAt(text, caret);
	return found === undefined ? [] : suggestionsAt(found, from);
}

/** Labels with uses, the best first. */
function offered(marked: string): string {
	return suggest(marked)
		.map(({ label, uses }) => (uses > 0 ? `${label} ${uses}` : label))
		.join(', ');
}

/** The line of the caret after the suggestion of that label, its snippet as it is, is taken. */
function taken(marked: string, label: string): string | undefined {
	const { text, caret } = atCaret(marked);
	const found = frontMatterCaretAt(text, caret);
	const item = found && suggestionsAt(found, sources).find(one => one.label === label);
	if (found === undefined || item === undefined) {
		return undefined;
	}
	const result = applyEdits(text, [{ span: found.span, newText: item.snippet }]);
	const behind = text.slice(caret).indexOf('\n');
	return result.slice(text.lastIndexOf('\n', caret - 1) + 1, result.length - (text.length - caret - behind));
}

const yaml = (line: string): string => `---\ntitle: x\n${line}\n---\n`;
const toml = (line: string): string => `+++\ntitle = "x"\n${line}\n+++\n`;

describe('what is suggested', () => {
	it('as a name: the log’s fields, most frequent first, then Hugo’s; none that is there', () => {
		const names = offered(yaml('|'));
		const [own, hugo] = names.split('output, ');
		assert.equal(own, 'date 3, series 3, input 3, tags 3, toc 3, mood 3, ');
		assert.match(hugo ?? '', /^categories, draft, description, .*publishDate, /);
		assert.doesNotMatch(names, /\btitle\b/);
	});

	it('as a tag: the most used first, none that the list has in any spelling, nor what is written', () => {
		assert.equal(offered(yaml('tags: [|]')), 'wood 3, oil 2, C# and: more 1');
		assert.equal(offered(yaml('tags: ["Wood", "|"]')), 'oil 2, C# and: more 1');
		assert.equal(offered(yaml('tags:\n- oil|')), 'wood 3, C# and: more 1');
		assert.equal(offered(toml('tags = [|]')), 'wood 3, oil 2, C# and: more 1');
		assert.equal(offered('{"tags": ["|"]}'), 'wood 3, oil 2, C# and: more 1');
	});

	it('as a series: the log’s own, be it used or not', () => {
		assert.equal(offered(yaml('series: |')), 'Daily Log 3');
		const other = { ...sources, shape: { ...plainShape, series: 'My Log' } };
		assert.deepEqual(
			suggest(yaml('series: ["|"]'), other).map(({ label }) => label),
			['My Log', 'Daily Log'],
		);
	});

	it('as a value: booleans, now, and what the log writes more than once', () => {
		assert.equal(offered(yaml('toc: |')), 'false 2, true 1');
		assert.equal(offered(yaml('draft: |')), 'true, false');
		assert.equal(offered(yaml('draft: tru|')), 'true, false');
		assert.equal(offered(yaml('draft: true|')), 'false');
		assert.equal(offered(yaml('isCJKLanguage: |')), 'false, true');
		assert.equal(offered(yaml('date: |')), '2022-12-02T06:21:40-07:00');
		assert.equal(offered(yaml('date: 2|')), '');
		assert.equal(offered(yaml('input: |')), '30 2');
		assert.equal(offered(yaml('mood: |')), 'calm 2');
		assert.equal(offered(yaml('output: |')), '');
		assert.equal(offered(yaml('aliases: ["|"]')), '');
	});

	it('is bounded, and asked for again with each letter', () => {
		const tags = Array.from({ length: 450 }, (_, index) => `t${index}`);
		const usage = new FieldUsage(vaultOf({ '1.md': entryText(1, { tags: JSON.stringify(tags) }) }), ['tags']);
		const all = suggest(yaml('tags: [|]'), { ...sources, usage });
		const some = suggest(yaml('tags: [t44|]'), { ...sources, usage });
		assert.equal(all.length, 200);
		assert.deepEqual(
			some.map(({ label }) => label),
			['t440', 't441', 't442', 't443', 't444', 't445', 't446', 't447', 't448', 't449'],
		);
	});
});

describe('what is inserted', () => {
	const cases: readonly (readonly [string, string, string])[] = [
		[yaml('dr|'), 'draft', 'draft: ${1|true,false|}'],
		[yaml('to|'), 'toc', 'toc: ${1|false,true|}'],
		[yaml('|'), 'date', 'date: 2022-12-02T06:21:40-07:00'],
		[yaml('|'), 'series', 'series: ["Daily Log"]'],
		[yaml('|'), 'tags', 'tags: ["$1"]'],
		[yaml('|'), 'input', 'input: ${1:0}'],
		[yaml('|'), 'output', 'output: $1'],
		[yaml('|'), 'params', 'params:\n  $1'],
		[yaml('dr|: yes'), 'draft', 'draft: yes'],
		[toml('|'), 'draft', 'draft = ${1|true,false|}'],
		[toml('|'), 'date', 'date = 2022-12-02T06:21:40-07:00'],
		[toml('|'), 'output', 'output = "$1"'],
		['{"title": "x", "|"}\n', 'draft', '{"title": "x", "draft": ${1|true,false|}}'],
		['{"title": "x",|}\n', 'date', '{"title": "x", "date": "2022-12-02T06:21:40-07:00"}'],
		['{"|": 1}\n', 'input', '{"input": 1}'],
		['{|"title": "x"}\n', 'tags', '{"tags": ["$1"], "title": "x"}'],
		[yaml('tags: |'), 'wood', 'tags: ["wood"]'],
		[yaml('tags:|'), 'wood', 'tags: ["wood"]'],
		[yaml('tags: wo|'), 'wood', 'tags: ["wood"]'],
		[yaml("tags: 'wo|"), 'wood', "tags: ['wood']"],
		[yaml('tags: [|]'), 'wood', 'tags: ["wood"]'],
		[yaml('tags: [a, wo|od]'), 'oil', 'tags: [a, oil]'],
		[yaml('tags: [a, |]'), 'C# and: more', 'tags: [a, "C# and: more"]'],
		[yaml("tags: ['a',|]"), 'wood', "tags: ['a', 'wood']"],
		[yaml('tags: [|"a"]'), 'wood', 'tags: ["wood", "a"]'],
		[yaml('tags: ["wo|"]'), 'wood', 'tags: ["wood"]'],
		[yaml('tags: ["a", "wo|]'), 'wood', 'tags: ["a", "wood"]'],
		[yaml('tags:\n  - |'), 'wood', '  - wood'],
		[yaml('tags:\n  -|'), 'wood', '  - wood'],
		[yaml('tags:\n  - "a"\n  - wo|'), 'wood', '  - "wood"'],
		[yaml('tags:\n  - C|'), 'C# and: more', '  - "C# and: more"'],
		[yaml('draft: "|"'), 'true', 'draft: true'],
		[yaml('draft: y|es # or not'), 'true', 'draft: true # or not'],
		[toml('tags = |'), 'wood', 'tags = ["wood"]'],
		[toml('mood = |'), 'calm', 'mood = "calm"'],
		['{"mood":|}\n', 'calm', '{"mood": "calm"}'],
		['{"tags": ["a" , |]}\n', 'wood', '{"tags": ["a" , "wood"]}'],
	];
	for (const [marked, label, line] of cases) {
		it(`${JSON.stringify(marked)} with ${label} becomes ${line}`, () => {
			assert.equal(taken(marked, label), line);
		});
	}

	it('is found by what is typed, quotation mark included', () => {
		assert.deepEqual(
			[yaml('tags: ["wo|"]'), yaml("tags: ['|']"), yaml('tags: [wo|]'), '{"dr|"}'].map(marked => suggest(marked)[0]?.filterText),
			['"wood', "'wood", 'wood', '"title"'],
		);
	});

	it('asks for more where there is more to choose', () => {
		const goesOn = suggest(yaml('|')).filter(item => item.goesOn);
		assert.deepEqual(
			goesOn.map(({ label }) => label),
			['tags', 'mood', 'categories'],
		);
	});

	it('is a readable item of the list, whatever the tag is', () => {
		const frames = [
			yaml('tags: [a, |]'),
			yaml('tags: ["a", "|"]'),
			yaml("tags: ['a', |'b']"),
			yaml('tags:\n  - a\n  - |'),
			yaml('tags: |'),
			toml('tags = ["a",|]'),
			'{"tags": [|"a"]}\n',
		];
		fc.assert(
			fc.property(fc.string({ minLength: 1, unit: 'binary' }), fc.constantFrom(...frames), (written, marked) => {
				const tag = written.trim();
				fc.pre(tag !== '' && !['a', 'b', 'A', 'B'].includes(tag) && tag.isWellFormed());
				const usage = new FieldUsage(vaultOf({ '1.md': entryText(1, { tags: `[${JSON.stringify(tag)}]` }) }), ['tags']);
				fc.pre(usage.terms('tags')[0]?.value === tag);
				const { text, caret } = atCaret(marked);
				const found = frontMatterCaretAt(text, caret);
				assert.ok(found);
				const [item] = suggestionsAt(found, { ...sources, usage });
				assert.ok(item);
				const result = applyEdits(text, [{ span: found.span, newText: item.snippet.replace(/\\([\\$}])/g, '$1') }]);
				const block = findFrontMatter(result);
				assert.ok(block);
				const { fields, errors } = readFields(result, block);
				assert.deepEqual(errors, []);
				assert.ok(
					fields.find(({ name }) => name === 'tags')?.items.some(({ value }) => value === tag),
					result,
				);
			}),
			{ numRuns: 150 },
		);
	});
});
