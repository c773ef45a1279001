import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlainYaml } from '../../../src/core/frontMatter/plainYaml.ts';
import { readYaml } from '../../../src/core/frontMatter/yamlReading.ts';

/** Whether it was read; then it must say what the reader of all of YAML says. */
function agrees(source: string): boolean {
	const plain = readPlainYaml(source);
	if (plain !== undefined) {
		assert.deepStrictEqual({ ...plain }, { ...(readYaml(source) ?? {}) }, JSON.stringify(source));
	}
	return plain !== undefined;
}

const fragment = fc.constantFrom(
	...['title', 'date', 'a-b', 'true', 'null', 'yes', 'x', '_y', '62', 'True', 'False', '~', '.5', '1.5', '1e3', '0x1F', '007', '12', '0'],
	...['2022-12-02', '2022-12-02T06:21:40-07:00', '2022-12-02 06:21', 'é', '日本', 'http://x.y', 'a:b', 'a: b', '/x/y/'],
	...[
		' - ',
		': ',
		' #',
		'#',
		':',
		'"',
		"'",
		'[',
		']',
		', ',
		',',
		'- ',
		'  - ',
		'\n',
		'\r\n',
		' ',
		'\\',
		'&a',
		'*a',
		'!x',
		'|',
		'>',
		'%',
		'@',
		'`',
	],
	...['{', '}', '?', '=', '<<', '-', '--', '---', '...', '\u00a0', '\u2028', '\u0085', '\t', '😀', '\ufeff'],
);
const texts = (most: number): fc.Arbitrary<string> => fc.array(fragment, { maxLength: most }).map(parts => parts.join(''));
const scalar = fc.oneof(fragment, texts(5), fc.string({ unit: 'grapheme', maxLength: 8 }));
const scalars = fc.array(scalar, { maxLength: 4 });
const line = fc.oneof(
	fc
		.tuple(fc.constantFrom('title', 'tags', 'x', 'a_b', 'true'), fc.constantFrom(':', ': ', ':  ', ' : '), scalar)
		.map(parts => parts.join('')),
	fc.tuple(fc.constantFrom('- ', '  - ', '-', '    - '), scalar).map(parts => parts.join('')),
	scalars.map(items => `tags: [${items.join(', ')}]`),
	scalars.map(items => `list${items.length}: ["${items.join('", "')}"]`),
	scalar,
);

describe('plain front matter', () => {
	it('is read as by the reader of all of YAML', () => {
		const source = [
			'title: "62 - Begun again"',
			"subtitle: 'On craft'",
			'date: 2022-12-02T06:21:40-07:00',
			'day: 2022-12-02',
			'series: ["Daily Log", log, Über uns]',
			'tags:',
			'  - daily-log',
			'  - "a: b"',
			'more:',
			'- 1',
			'toc: false',
			'draft: true',
			'input: 90',
			'output: Wrote two pages, at https://example.org/a#b',
			'aliases: [/old/62/]',
			'empty: []',
			'nothing:',
		].join('\r\n');
		assert.ok(agrees(source));
		assert.ok(agrees(''));
	});

	for (const source of [
		'a: "x\\n"',
		'a: b: c',
		'a: b #c',
		'a: b\n  c',
		'a: |\n  b',
		'a: 1.5',
		'a: 007',
		'a: True',
		'a: &x b',
		'a: b\na: c',
		'__proto__: x',
		'a: {b: c}',
		'a:\n  b: c',
		'a: [b, [c]]',
		'a: b\u00a0',
		'true: x',
		'# x',
		'- a',
		'a: "b" c',
	]) {
		it(`does not read ${JSON.stringify(source)}`, () => {
			assert.equal(readPlainYaml(source), undefined);
		});
	}

	it('never says anything else than the reader of all of YAML', () => {
		let read = 0;
		fc.assert(
			fc.property(
				fc.oneof(
					texts(14),
					fc.array(line, { maxLength: 6 }).map(lines => lines.join('\n')),
				),
				source => {
					read += Number(agrees(source));
				},
			),
			{ numRuns: 20_000 },
		);
		assert.ok(read > 500, `only ${read} were plain`);
	});
});
