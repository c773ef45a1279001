import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { parse } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { jsonString, quoteYaml, tomlString } from '../../../src/core/frontMatter/quoting.ts';

const styles = ['plain', 'single', 'double'] as const;

/** Text that tempts a reader: pieces of indicators, numbers, dates, escapes, rare characters, and anything at all. */
const temptingText = fc.oneof(
	fc
		.array(
			fc.constantFrom(
				'a',
				' ',
				':',
				'#',
				'-',
				"'",
				'"',
				'\\',
				',',
				'[',
				']',
				'{',
				'}',
				'1',
				'0',
				'.',
				'_',
				'e',
				'~',
				'yes',
				'null',
				'\n',
				'\t',
				'\r',
				'\u0085',
				'\u2028',
				'\ufeff',
				'é',
				'日',
				'🙂',
				'&',
				'*',
				'!',
				'|',
				'>',
				'%',
				'@',
				'`',
				'?',
				'=',
				'<<',
				'T',
				'2022-12-02',
				'06:21',
				'+',
			),
			{ maxLength: 6 },
		)
		.map(parts => parts.join('')),
	fc.string({ unit: 'binary', maxLength: 12 }),
);

describe('quoteYaml', () => {
	for (const [value, expected] of [
		['62 - Restarting my search', '62 - Restarting my search'],
		['a, b', 'a, b'],
		["it's", "it's"],
		['yes', '"yes"'],
		['On', '"On"'],
		['1:30', '"1:30"'],
		['010', '"010"'],
		['1_000', '"1_000"'],
		['1e3', '"1e3"'],
		['.5', '".5"'],
		['62', '"62"'],
		['2022-12-02', '"2022-12-02"'],
		['2022-12-02 notes', '2022-12-02 notes'],
		['', '""'],
		['a: b', '"a: b"'],
		['a:b', 'a:b'],
		['a:', '"a:"'],
		['C# and #tags', '"C# and #tags"'],
		['C#', 'C#'],
		['[[x]]', '"[[x]]"'],
		['@home', '"@home"'],
		['*bold*', '"*bold*"'],
		['"Deep" work', '"\\"Deep\\" work"'],
		[' a', '" a"'],
		['a\nb', '"a\\nb"'],
		['~', '"~"'],
	] as const) {
		it(`writes ${JSON.stringify(value)} as ${expected}`, () => {
			assert.equal(quoteYaml(value), expected);
		});
	}

	it('writes single quotation marks where they can hold the text', () => {
		assert.equal(quoteYaml("it's: x", 'single'), "'it''s: x'");
		assert.equal(quoteYaml('a\nb', 'single'), '"a\\nb"');
	});

	it('is stricter between brackets', () => {
		assert.deepEqual([quoteYaml('a, b', 'plain', 'brackets'), quoteYaml('a b', 'plain', 'brackets')], ['"a, b"', 'a b']);
	});

	it('is read back by three readers of YAML 1.1 and 1.2 as the text it was', () => {
		fc.assert(
			fc.property(temptingText, fc.constantFrom(...styles), (value, style) => {
				const line = `k: ${quoteYaml(value, style)} # c\n`;
				const list = `k: [${quoteYaml(value, style, 'brackets')}, b]\n`;
				for (const source of [line, list]) {
					const expected = { k: source === line ? value : [value, 'b'] };
					assert.deepEqual(load(source), expected);
					assert.deepEqual(load(source, { schema: YAML11_SCHEMA }), expected);
					assert.deepEqual(parseYaml(source, { version: '1.1' }), expected);
				}
			}),
			{ numRuns: 1500 },
		);
	}).timeout(20_000);
});

describe('tomlString and jsonString', () => {
	it('are read back as the text they were', () => {
		fc.assert(
			fc.property(temptingText, fc.constantFrom('single', 'double'), (value, style) => {
				assert.deepEqual({ ...parse(`k = ${tomlString(value, style)} # c\n`) }, { k: value });
				assert.equal(JSON.parse(jsonString(value)), value);
			}),
			{ numRuns: 1000 },
		);
	}).timeout(20_000);

	it('keeps a literal string where it can', () => {
		assert.deepEqual([tomlString('a\\b', 'single'), tomlString("it's", 'single'), tomlString('"a"')], ["'a\\b'", '"it\'s"', '"\\"a\\""']);
	});
});
