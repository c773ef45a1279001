import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFrontMatter } from '../../src/core/frontMatter/frontMatter.ts';
import { meaningOf, placeOf } from '../../src/core/links/linkMeaning.ts';
import { resolve } from '../../src/core/links/resolve.ts';
import { parseNote } from '../../src/core/note.ts';
import { scanText } from '../../src/core/prose/scan.ts';
import { slice } from '../../src/core/text.ts';
import { vaultOf, entryText } from '../support/notes.ts';
import { projectRoot } from '../support/sources.ts';

/** The 104 cases of links, names, front matter, tags, editing and dates that peers test or miss: each is answered here, by a test elsewhere, or by a reason. */
type Answer =
	/** An assertion. */
	| (() => void)
	/** A test file below `test`, and words that stand in it. */
	| readonly [file: string, words: string]
	/** Why nothing is tested. */
	| { readonly because: string };

function links(text: string): readonly string[] {
	return scanText(text).links.map(({ target, heading, alias, embed }) =>
		[embed ? '!' : '', target, heading === undefined ? '' : `#${heading}`, alias === undefined ? '' : `|${alias}`].join(''),
	);
}

function tags(text: string): readonly string[] {
	return scanText(text).inlineTags.map(({ name }) => name);
}

const isLinks =
	(text: string, ...expected: readonly string[]) =>
	(): void => {
		assert.deepEqual(links(text), expected);
	};

const isTags =
	(text: string, ...expected: readonly string[]) =>
	(): void => {
		assert.deepEqual(tags(text), expected);
	};

const titled = (title: string): string => `---\ntitle: ${JSON.stringify(title)}\n---\n`;

/** Where each target leads from `from`, in a vault of these notes; the texts are titles. */
const leads =
	(notes: Readonly<Record<string, string>>, targets: Readonly<Record<string, string>>, from = 'from.md') =>
	(): void => {
		const vault = vaultOf(Object.fromEntries(Object.entries(notes).map(([path, title]) => [path, title === '' ? '' : titled(title)])));
		for (const [target, expected] of Object.entries(targets)) {
			const found = resolve(vault, target, from);
			const reached =
				found.kind === 'resolved' ? found.note.path : found.kind === 'ambiguous' ? found.notes.map(({ path }) => path).join(' or ') : '-';
			assert.equal(reached, expected, target);
		}
	};

const hasValues = (text: string, expected: Readonly<Record<string, unknown>>) => (): void => {
	const { values } = parseNote({ uri: 'vault:/1.md', path: '1.md' }, text);
	for (const [name, value] of Object.entries(expected)) {
		assert.deepEqual(values.get(name), value, name);
	}
};

const answers: Readonly<Record<number, Answer>> = {
	1: isLinks('```\n[[a]]\n```\n[[b]]\n', 'b'),
	2: isLinks('~~~\n[[a]]\n~~~\n[[b]]\n', 'b'),
	3: isLinks('````\n[[a]]\n~~~\n```\n[[a]]\n`````\n[[b]]\n', 'b'),
	4: isLinks('x\n\n    [[a]]\n\t[[a]]\n\n-     [[a]]\n\n[[b]]\n', 'b'),
	5: isLinks('`[[a]]` ``[[a]] ` `` `x\n[[a]]` [[b]]\n', 'b'),
	6: isLinks('a ` b [[c]] and `` d [[e]]\n', 'c', 'e'),
	7: isLinks('- x\n  ```\n  [[a]]\n  ```\n- [[b]]\n', 'b'),
	8: isLinks('[[b]]\n```\n[[a]]\n\n[[a]]\n', 'b'),
	9: isLinks('<!-- [[a]]\n\n[[a]] --> [[b]] <!-- [[a]] --> [[c]]\n', 'b', 'c'),
	10: isLinks('- [ ] x\n- [x] [[b]]\n', 'b'),
	11: isLinks('> [!NOTE] x\n> [[b]]\n', 'b'),
	12: isLinks('x[^1][^2] [[b]]\n\n[^1]: y\n', 'b'),
	13: isLinks('[a] [b](c) [d][e] [[f]]\n', 'f'),
	14: ['core/prose/scan.test.ts', 'finds links in texts of the front matter, where they are no lists'],
	15: isLinks('{{< x "[[a]]" >}} {{< y >}}[[a]]{{< /y >}} {{% z %}}[[b]]{{% /z %}}\n', 'b'),
	16: isLinks('{{</* x [[a]] */>}} {{%/* [[a]] */%}} [[b]]\n', 'b'),
	17: isLinks('$$\n[[a]]\n$$\n\n```mermaid\nA[[a]] --> B\n```\n[[b]]\n', 'b'),
	18: isLinks('[[a|b]]', 'a|b'),
	19: isLinks('| [[a\\|b]] |\n', 'a|b'),
	20: isLinks('| x |\n|---|\n| [[a|b]] |\n', 'a|b'),
	21: isLinks('[[a|b|c]]', 'a|b|c'),
	22: isLinks('![[a.png|300]] ![[b|300x200]] \\![[c]]', '!a.png|300', '!b|300x200', 'c'),
	23: isLinks('[[a#h]] [[a#^b]] [[#h]]', 'a#h', 'a#^b', '#h'),
	24: ['core/links/linkMeaning.test.ts', 'may name a heading below another'],
	25: isLinks('[[C\\# in Depth]]', 'C# in Depth'),
	26: ['core/links/linkMeaning.test.ts', 'takes a # for part of the name where a note is called so'],
	27: isLinks('[[a|b [c] d]] [[e|[f]]]', 'a|b [c] d', 'e|[f]'),
	28: isLinks('[[]] [[|x]] [[#]] [[ ]] [[#|x]]'),
	29: isLinks('[[[[A]] B]]', 'A'),
	30: isLinks('[[a] x ]] [[b]]', 'b'),
	31: isLinks('[[a\nb]] [[c]]', 'c'),
	32: leads({ 'a.md': '' }, { 'a.md': 'a.md', 'A.MD': 'a.md' }),
	33: leads({ 'a.b.md': '' }, { 'a.b': 'a.b.md', 'a.c': '-' }),
	34: leads({ 'v1.2 notes.md': '', 'v1.md': '' }, { 'v1.2 notes': 'v1.2 notes.md', v1: 'v1.md' }),
	35: leads({ 'map.md': '' }, { map: 'map.md', 'map.png': '-' }),
	36: isLinks('[[a]][[b]]', 'a', 'b'),
	37: () => {
		assert.deepEqual(links('---\ntitle: "On [[a]]"\n---\n# On [[b]]\n'), ['a', 'b']);
	},
	38: isLinks('[x][y] [x][] [[a]]\n\n[y]: z.md\n', 'a'),
	39: {
		because:
			'Markdown links in angle brackets are VS Code’s own; wiki links need none: blanks, parentheses and % stand in them as they are (cases 40 and 46).',
	},
	40: leads({ 'On Craft.md': '', '100%.md': '' }, { 'On%20Craft': 'On Craft.md', '100%': '100%.md', '100%25': '100%.md' }),
	41: leads(
		{ 'a/index.md': 'The bundle', 'b/_index.md': '', 'c/README.md': '', 'd/x.md': '' },
		{ a: 'a/index.md', 'The bundle': 'a/index.md', b: 'b/_index.md', c: 'c/README.md', d: '-' },
	),
	42: leads({ 'Note.md': '', 'x/note.md': '' }, { NOTE: 'Note.md', 'x/NOTE': 'x/note.md' }),
	43: leads({ 'a/todo.md': '', 'b/todo.md': '' }, { todo: 'a/todo.md or b/todo.md', 'a/todo': 'a/todo.md' }),
	44: leads({ 'todo.md': '', 'another-todo.md': '' }, { todo: 'todo.md', 'another-todo': 'another-todo.md' }),
	45: leads({ 'constructor.md': '', 'x.md': '__proto__' }, { constructor: 'constructor.md', toString: '-', ['__proto__']: 'x.md' }),
	46: leads({ 'a (b).md': '', 'c+[d].md': '', '.*.md': '' }, { 'a (b)': 'a (b).md', '.*': '.*.md', 'a .*': '-' }),
	47: leads(
		{ ['café.md'.normalize('NFD')]: '' },
		{ ['café'.normalize('NFC')]: 'café.md'.normalize('NFD'), CAFÉ: 'café.md'.normalize('NFD') },
	),
	48: leads({ '日本語.md': '', '☕️.md': '' }, { 日本語: '日本語.md', '☕️': '☕️.md' }),
	49: () => {
		const text = '😀😀 [[a]]';
		const [link] = scanText(text).links;
		assert.deepEqual([link?.at, link && slice(text, link.span)], [{ line: 0, character: 5 }, '[[a]]']);
	},
	50: ['core/noteFiles.test.ts', 'Markdown pages, hidden ones apart'],
	51: leads({ 'a/b.md': '', 'b.md': '' }, { '/b': 'b.md', './b': 'a/b.md', '../b': 'b.md', '/a/b': 'a/b.md' }, 'a/x.md'),
	52: ['editor/multi/newEntry.test.ts', 'describe'],
	53: leads({ 'a/b.md': '' }, { 'a\\b': 'a/b.md', '\\a\\b': 'a/b.md' }),
	54: ['platform/loadNotes.test.ts', 'follows a linked folder once, and no loop'],
	55: ['core/links/references.test.ts', 'names every note that a change concerns'],
	56: leads({ 'x/README.md': '' }, { x: 'x/README.md' }),
	57: leads({ 'a.md': 'b', 'b.md': '' }, { b: 'b.md', a: 'a.md' }),
	58: () => {
		const vault = vaultOf({ 'l/62 - x.md': entryText(62), 'l/7.md': entryText(7), 'l/7b/index.md': entryText(7) });
		const lead = (target: string): string => resolve(vault, target, 'q.md').kind;
		assert.deepEqual(['62', '062', '007', '8'].map(lead), ['resolved', 'resolved', 'ambiguous', 'unresolved']);
	},
	59: leads({ 'a.md': 'It’s “fine” – really' }, { 'It\'s "fine" - really': 'a.md', 'It’s “fine” – really': 'a.md' }),
	60: ['core/frontMatter/frontMatter.test.ts', 'ends a block that is never closed before'],
	61: () => {
		assert.equal(findFrontMatter('---\na: 1\n...\nbody\n')?.closed, false);
	},
	62: ['core/frontMatter/frontMatter.test.ts', 'finds an empty block'],
	63: () => {
		assert.deepEqual(links('---\na: "b\nc: [\n---\n[[x]]\n'), ['x']);
	},
	64: hasValues('---\ntitle: "a: b"\ndate: 2022-12-02T06:21:40-07:00\ntags: [x]\n---\n', {
		title: 'a: b',
		date: '2022-12-02T06:21:40-07:00',
		tags: ['x'],
	}),
	65: hasValues('---\nmy-key: 1\ntags: [x]\n---\n', { 'my-key': 1, tags: ['x'] }),
	66: hasValues('\uFEFF---\r\ntags: [x]\r\n---\r\nbody\r\n', { tags: ['x'] }),
	67: hasValues('---\ntags:\nseries: ~\ncategories: []\n---\n', { tags: null, series: null, categories: [] }),
	68: ['core/problems/tagRules.test.ts', 'are a list'],
	69: ['core/rename/renameTag.test.ts', 'is written in the quotation marks and the list style that are there'],
	70: ['core/rename/renameTag.test.ts', 'leaves nothing of the old name, and every other tag as it was, in any list'],
	71: hasValues('---\ninput: 90  # minutes\n---\n', { input: 90 }),
	72: () => {
		const { headings, inlineTags } = scanText('---\n# heading\na: 1 #tag\n---\n');
		assert.deepEqual([headings, inlineTags], [[], []]);
	},
	73: () => {
		assert.equal(parseNote({ uri: 'vault:/1.md', path: '1.md' }, '---\ntitle: 62\n---\n').title, '62');
	},
	74: ['core/frontMatter/fieldEdits.test.ts', 'changes only what is in its span: lines of other fields stay byte for byte'],
	75: ['core/frontMatter/fields.test.ts', 'readFields of TOML'],
	76: () => {
		const note = parseNote({ uri: 'vault:/1.md', path: '1.md' }, 'Text\n\n---\n\n[[a]]\n');
		assert.deepEqual([note.format, note.links.length], [undefined, 1]);
	},
	77: isTags('#123 #y1984', 'y1984'),
	78: isTags('#fff #1f3a4d #bad', 'bad'),
	79: isTags('(#a) "#b" #c, #d. #e!', 'a', 'b', 'c', 'd', 'e'),
	80: isTags('word#x https://x.org/#y [[a#b]] #z', 'z'),
	81: ['core/rename/renameTag.test.ts', 'takes every spelling of the old name along, and follows below it'],
	82: ['core/rename/renameTag.test.ts', 'is merged with one that is there, which is named before'],
	83: () => {
		const { headings, inlineTags } = scanText('#a b\n# c #d\n');
		assert.deepEqual([headings.map(({ text }) => text), inlineTags.map(({ name }) => name)], [['c #d'], ['a', 'd']]);
	},
	84: ['editor/log/rename.test.ts', 'unsaved text is respected'],
	85: ['core/rename/relink.test.ts', 'keep their way of writing: name, path, ending, heading, block, alias, case, embed'],
	86: ['core/rename/relink.test.ts', 'follow when both ends move'],
	87: { because: 'Markdown links to a note that moves are left to VS Code’s own setting for them; wiki links need no angle brackets.' },
	88: ['core/rename/relink.test.ts', 'follow as text where they are text, as id where they are an id, and others stay on theirs'],
	89: ['core/rename/renameNote.test.ts', 'is allowed to change only its letter case'],
	90: ['editor/log/rename.test.ts', 'leaves links alone where the setting says so, and the index is right afterwards'],
	91: ['editor/live.test.ts', 'describe'],
	92: ['core/vault.test.ts', 'tells once of an update'],
	93: ['editor/live.node.test.ts', 'folder'],
	94: ['platform/loadNotes.test.ts', 'passes over what is no text, too large or not readable, with a sentence each'],
	95: ['core/prose/scan.test.ts', 'takes time that grows with the length of the text, and with nothing else'],
	96: ['core/problems/fuzz.test.ts', 'a megabyte takes linear time'],
	97: ['preview/embeds.test.ts', 'that embeds itself, or a note around it, says so'],
	98: { because: 'There is no cache on the disk yet; every start reads the notes (issue 6 brings one, with these cases).' },
	99: ['core/time/writtenDate.test.ts', 'keeps its own day and offset, whatever day it is elsewhere'],
	100: ['core/statistics/streaks.test.ts', 'goes over the ends of months and years and over clock changes'],
	101: ['core/time/writtenDate.test.ts', 'keeps its own day and offset, whatever day it is elsewhere'],
	102: ['core/time/civilDate.test.ts', 'count on over months, leap days, years and the ends of the calendar'],
	103: ['core/time/civilDate.test.ts', 'lie in ISO weeks, also of the year before and after'],
	104: {
		because: 'No month is ever read from a name in another language, and those that are shown come from Intl, in the language of VS Code.',
	},
};

describe('the edge cases', () => {
	it('are all answered', () => {
		assert.deepEqual(
			Object.keys(answers),
			Array.from({ length: 104 }, (_, index) => String(index + 1)),
		);
	});

	for (const [number, answer] of Object.entries(answers)) {
		if (typeof answer === 'function') {
			it(`${number} is answered here`, answer);
		} else if ('because' in answer) {
			it(`${number} is answered by a reason`, () => {
				assert.ok(answer.because.length > 20);
			});
		} else {
			it(`${number} is answered in test/${answer[0]}`, () => {
				assert.ok(saysSo(answer), `nothing says '${answer[1]}' in test/${answer[0]}`);
			});
		}
	}
});

function saysSo([file, words]: readonly [string, string]): boolean {
	const path = join(projectRoot, 'test', file);
	return existsSync(path) && readFileSync(path, 'utf8').includes(words);
}

describe('a heading that a link names', () => {
	it('is found in the note that the link leads to', () => {
		const vault = vaultOf({ 'a.md': '# One\n\n## Two\n', 'b.md': '[[a#two]]' });
		const [link] = vault.note('vault:/b.md')?.links ?? [];
		const meaning = link && meaningOf(vault, link, 'b.md');
		const note = vault.note('vault:/a.md');
		assert.equal(meaning && note && placeOf(note, meaning).kind, 'heading');
	});
});
