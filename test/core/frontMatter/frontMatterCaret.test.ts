import assert from 'node:assert/strict';
import fc from 'fast-check';
import { frontMatterCaretAt, mayBeInFrontMatter } from '../../../src/core/frontMatter/frontMatterCaret.ts';
import { slice, touches } from '../../../src/core/text.ts';
import { atCaret } from '../../support/caret.ts';

/** What stands at the caret, in a few words: `name ta` or `tags in brackets: da, beside a`; what is put around it in angle brackets. */
function seen(marked: string): string | undefined {
	const { text, caret } = atCaret(marked);
	const found = frontMatterCaretAt(text, caret);
	if (found === undefined) {
		return undefined;
	}
	const token = `${found.before && '< >'}${slice(text, found.span)}${found.after && `<${found.after}>`}`;
	if (found.kind === 'name') {
		return `name ${token}${found.hasSign ? ' of a field' : ''}, beside ${[...found.others].join(' ')}`;
	}
	return `${found.field} ${found.place}: ${token}, beside ${[...found.others, found.usualStyle ?? ''].join(' ')}`;
}

function table(frame: (lines: string) => string, rows: readonly (readonly [string, string | undefined])[]): void {
	for (const [lines, expected] of rows) {
		it(`${JSON.stringify(lines)} is ${expected ?? 'nothing'}`, () => {
			assert.equal(seen(frame(lines)), expected);
		});
	}
}

describe('the caret in YAML', () => {
	table(
		lines => `---\ntitle: x\n${lines}\n---\nbody\n`,
		[
			['ta|', 'name ta, beside title'],
			['|', 'name , beside title'],
			['ta|gs: x', 'name tags of a field, beside title'],
			['ti| x', undefined],
			['--|', undefined],
			['tags: |', 'tags alone: , beside '],
			['tags:|', 'tags alone: < >, beside '],
			['tags: da|', 'tags alone: da, beside '],
			['tags:da|', 'tags alone: < >da, beside '],
			['tags: [|]', 'tags brackets: , beside '],
			['tags: [|', 'tags brackets: , beside '],
			['tags: ["|"]', 'tags brackets: "", beside '],
			['tags: ["a", "|"]', 'tags brackets: "", beside a double'],
			['tags: ["a", "da|]', 'tags brackets: "da, beside a double'],
			['tags: ["a", "da|', 'tags brackets: "da, beside a double'],
			['tags: ["da|, "b"]', 'tags brackets: "da, beside b double'],
			['tags: ["a",|]', 'tags brackets: < >, beside a double'],
			["tags: ['a', |'b']", 'tags brackets: <, >, beside a b single'],
			["tags: ['a',| 'b']", 'tags brackets: < ><,>, beside a b single'],
			['tags: [a, da|ily, c]', 'tags brackets: daily, beside a c plain'],
			['tags: ["a, b", |]', 'tags brackets: , beside a, b double'],
			['tags: ["a\\"", |]', 'tags brackets: , beside a" double'],
			['tags: ["a"|]', undefined],
			['tags: ["a"]|', undefined],
			['tags:\n  - a\n  - |', 'tags dash: , beside a plain'],
			['tags:\n- a\n-|\n- c', 'tags dash: < >, beside a c plain'],
			['tags:\n- "d|"', 'tags dash: "d", beside '],
			['tags: [\n  a, # why\n  d|\n]', 'tags brackets: d, beside a plain'],
			['draft: tr|ue # x', 'draft alone: true, beside '],
			['draft: | # x', 'draft alone: , beside '],
			['draft: true # |', undefined],
			['tags: #|', undefined],
			['"dra|ft": true', undefined],
			['output: not yet|', 'output alone: not yet, beside '],
		],
	);

	it('is read below fields that cannot be read', () => {
		assert.equal(seen('---\ntitle: "x\ntags: [a, |]\n---\n'), 'tags brackets: , beside a plain');
	});

	it('is read with other line ends, and at the end of front matter that is not closed', () => {
		assert.equal(seen('---\r\ntags: ["a|"]\r\n---\r\n'), 'tags brackets: "a", beside ');
		assert.equal(seen('---\ntitle: x\nta|\n\nbody'), 'name ta, beside title');
	});

	it('is nothing outside the front matter, and in a block that names a language', () => {
		for (const marked of ['---\ntitle: x\n---\nta|', '|---\ntitle: x\n---\n', 'ta|', '# a\n|', '---js\nti|\n---\n', '\n---\nti|\n---\n']) {
			assert.equal(seen(marked), undefined, marked);
		}
	});
});

describe('the caret in TOML', () => {
	table(
		lines => `+++\ntitle = "x"\n${lines}\n+++\n`,
		[
			['ta|', 'name ta, beside title'],
			['tags = |', 'tags alone: , beside '],
			["tags = ['a', '|']", "tags brackets: '', beside a single"],
			['tags = [\n"a",\n|\n]', 'tags brackets: , beside a double'],
			['draft =|', 'draft alone: < >, beside '],
			['layout = "|"', 'layout alone: "", beside '],
			['draft = | # x', 'draft alone: , beside '],
			['[params]\na|', undefined],
			['[params]\na = |', undefined],
		],
	);
});

describe('the caret in JSON', () => {
	table(
		lines => `${lines}\n\nbody`,
		[
			['{"title": "x", "|"}', 'name "", beside title'],
			['{"title": "x", |}', 'name , beside title'],
			['{\n"title": "x",\n"ta|": ["a"]\n}', 'name "ta" of a field, beside title'],
			['{"|", "b": 2}', 'name "", beside b'],
			['{"tags": ["a", "|"]}', 'tags brackets: "", beside a double'],
			['{"tags": [|"a"]}', 'tags brackets: <, >, beside a double'],
			['{"draft": tr|}', 'draft alone: tr, beside '],
			['{"draft":|}', 'draft alone: < >, beside '],
			['{"params": {"|": 1}}', undefined],
		],
	);
});

describe('the caret anywhere', () => {
	const piece = fc.constantFrom(
		'---',
		'+++',
		'\n',
		'\r\n',
		'tags',
		':',
		' ',
		'=',
		'[',
		']',
		'{',
		'}',
		'"',
		"'",
		',',
		'- ',
		'#',
		'\\',
		'a',
		'|',
		'>',
		'&b',
	);

	it('is within what is to be replaced, which stands on one line', () => {
		fc.assert(
			fc.property(fc.constantFrom('---\n', '+++\n', '{'), fc.array(piece, { maxLength: 30 }), fc.nat(80), (opening, pieces, place) => {
				const text = opening + pieces.join('');
				const caret = Math.min(place, text.length);
				const found = frontMatterCaretAt(text, caret);
				assert.ok(found === undefined || (touches(found.span, caret) && !/[\r\n]/.test(slice(text, found.span))));
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('whether a line may be one of the front matter', () => {
	const ask = (text: string, line: number): { readonly answer: boolean; readonly looks: number } => {
		const lines = text.split('\n');
		let looks = 0;
		const lineAt = (index: number): string => {
			looks++;
			return lines[index] ?? '';
		};
		return { answer: mayBeInFrontMatter(lineAt, line), looks };
	};

	it('is told by the delimiters above it', () => {
		const text = '---\ntitle: x\n---\nbody\n';
		assert.deepEqual(
			[0, 1, 2, 3, 4].map(line => ask(text, line).answer),
			[false, true, true, false, false],
		);
		assert.deepEqual(
			[ask('{"a": 1}', 0).answer, ask('{\n"a": 1\n}\nx', 3).answer, ask('{{< x >}}\n', 0).answer, ask('+++\n\n', 1).answer],
			[true, false, false, true],
		);
	});

	it('is told far below by a few lines, and without front matter by one', () => {
		assert.deepEqual(ask(`---\ntitle: x\n---\n${'body\n'.repeat(400)}`, 300), { answer: false, looks: 3 });
		assert.deepEqual(ask('body\n'.repeat(400), 300), { answer: false, looks: 1 });
		assert.deepEqual(ask(`---\n${'body\n'.repeat(4000)}`, 3000), { answer: false, looks: 1 });
	});
});
