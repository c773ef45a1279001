import assert from 'node:assert/strict';
import { codes, type ProblemCode } from '../../../src/core/problems/codes.ts';
import { factsOf } from '../../../src/core/problems/logFacts.ts';
import { readPage } from '../../../src/core/problems/page.ts';
import type { Fix } from '../../../src/core/problems/problem.ts';
import { problemsOf } from '../../../src/core/problems/rules.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { diceOf, pick } from '../../support/mutants.ts';
import { plainShape, vaultOf } from '../../support/notes.ts';

const size = 2000;
const planted = 200;
/** Between two mistakes lie so many right entries: no mistake is another's neighbour. */
const apart = size / planted;

const surroundings = { now: Date.UTC(2022, 11, 3, 12), timeZone: 'America/Denver', shortcodes: new Set(['subscribe', 'box']) };

/** An entry as the log writes them: one a day, the last one on the day before `now`. */
function rightText(number: number): string {
	const dice = diceOf(number);
	const day = new Date(Date.UTC(2022, 11, 2 - size + number)).toISOString().slice(0, 10);
	const tags = pick(dice, ['["daily-log"]', '["daily-log", "green tea"]', '[daily-log, cups]']);
	const lines = [
		`title: "${number} - Cups of ${pick(dice, ['tea', 'coffee: black', 'C# #1', 'it\\"s'])}"`,
		`date: ${day}T06:${10 + dice(50)}:40-07:00`,
		'series: ["Daily Log"]',
		`tags: ${tags}`,
		'toc: false',
		`input: ${dice(200)}${pick(dice, ['', ' # minutes'])}`,
		`output: ${pick(dice, ['A cup', '"A cup: hot"', "'It''s hot'", 'Two # cups'])}`,
		'draft: false',
	];
	const body = pick(dice, ['Words.\n', '\n---\n\n{{% subscribe %}}\n', '{{< box >}}x{{< /box >}}\n\n```yaml\ndraft: yes\n```\n', '']);
	const text = `---\n${lines.join('\n')}\n---\n${body}`;
	return pick(dice, [text, text, text, text.replaceAll('\n', '\r\n'), `\ufeff${text}`]);
}

/** One mistake: the files it changes or adds, undefined for one that is gone, and what is found of it, by path. */
interface Planted {
	readonly files: Readonly<Record<string, string | undefined>>;
	readonly expected: readonly (readonly [path: string, code: ProblemCode])[];
}

type Mistake = (number: number) => Planted;
type Spoil = (text: string, number: number) => string;

function pathOf(number: number): string {
	return `content/daily-log/${number}.md`;
}

/** An entry whose text is spoiled. */
function spoiled(code: ProblemCode, spoil: Spoil): Mistake {
	return number => {
		const right = rightText(number);
		const wrong = spoil(right, number);
		assert.notEqual(wrong, right, `nothing is spoiled for ${code}`);
		return { files: { [pathOf(number)]: wrong }, expected: [[pathOf(number), code]] };
	};
}

/** Puts another value into a field. */
function set(name: string, value: string): Spoil {
	return (text, number) => text.replace(new RegExp(`^${name}:[^\\r\\n]*`, 'm'), () => `${name}: ${value.replace('N', String(number))}`);
}

function rename(name: string, other: string): Spoil {
	return text => text.replace(new RegExp(`^${name}:`, 'm'), `${other}:`);
}

function drop(name: string): Spoil {
	return text => text.replace(new RegExp(`^${name}:[^\\r\\n]*\\r?\\n`, 'm'), '');
}

/** One more line at the end of the front matter, or instead of its end. */
function insert(line: string): Spoil {
	return text => text.replace(/(?<=draft: false(\r?\n))(?=---)/, `${line}$1`);
}

function close(line: string): Spoil {
	return text => text.replace(/(?<=draft: false\r?\n)---/, line);
}

/** The whole of the text behind the front matter. */
function body(words: string): Spoil {
	return text => text.replace(/(?<=draft: false\r?\n---\r?\n)[^]*/, words);
}

const mistakes: readonly Mistake[] = [
	spoiled('frontMatter.missing', () => 'Only words.\n'),
	spoiled('frontMatter.unclosed', close('----')),
	spoiled('frontMatter.unclosed', (text, number) => close('...')(body('Words.\n')(text, number), number)),
	spoiled('frontMatter.unclosed', (text, number) => close('')(body('Words.\n')(text, number), number)),
	spoiled('frontMatter.syntax', set('output', '"A cup')),
	spoiled('frontMatter.syntax', set('tags', '["daily-log"')),
	spoiled('frontMatter.duplicateKey', insert('toc: false')),
	spoiled('frontMatter.duplicateKey', insert('Toc: true')),
	spoiled('frontMatter.leadingBlank', text => text.replace('---', '\n---')),
	spoiled('frontMatter.executable', text => text.replace('---', '---js')),
	...['title', 'date', 'series', 'tags', 'toc', 'input', 'output', 'draft'].map(name => spoiled('field.missing', drop(name))),
	spoiled('field.type', set('toc', 'no')),
	spoiled('field.type', set('output', '[A cup]')),
	spoiled('field.reserved', rename('output', 'outputs')),
	spoiled('field.unknown', rename('output', 'ouput')),
	spoiled('field.unknown', rename('input', 'inptu')),
	spoiled('field.deprecated', insert('_build: {list: never}')),
	spoiled('date.invalid', set('date', 'yesterday')),
	spoiled('date.invalid', text => text.replace(/:40(?=-07:00)/, '')),
	spoiled('date.integer', set('date', '20221202')),
	spoiled('date.noOffset', text => text.replace(/-07:00(?=\r?\n)/, '')),
	spoiled('date.future', insert('publishDate: 2999-12-02')),
	spoiled('draft.notBoolean', set('draft', 'yes')),
	spoiled('draft.notBoolean', set('draft', '"no"')),
	spoiled('draft.notBoolean', set('draft', 'perhaps')),
	spoiled('input.invalid', set('input', '1h30 # long')),
	spoiled('input.invalid', set('input', '"90"')),
	spoiled('input.range', set('input', '-5')),
	spoiled('output.empty', set('output', '')),
	spoiled('tags.notList', set('tags', 'daily-log, tea')),
	spoiled('tags.comment', set('tags', '#tea')),
	spoiled('tags.duplicate', set('tags', '["daily-log", "Green-Tea", "green tea"]')),
	spoiled('yaml.quote', set('title', 'N - Tea: green')),
	spoiled('yaml.quote', set('output', '@home')),
	spoiled('yaml.quote', set('output', 'C and #tea')),
	spoiled('shortcode.unclosed', body('{{< subscribe %}}\n')),
	spoiled('shortcode.unclosed', body('One {{< subscribe a="b >}}\n')),
	spoiled('shortcode.unknown', body('{{< subscrib >}}\n')),
	spoiled('number.order', set('date', '2001-01-01')),
	number => {
		const moved = `content/daily-log/${number + 5000}-tea.md`;
		return { files: { [pathOf(number)]: undefined, [moved]: rightText(number) }, expected: [[moved, 'number.mismatch']] };
	},
	number => {
		const added = `content/daily-log/tea-of-${number}.md`;
		return { files: { [added]: set('title', 'Tea')(rightText(number), number) }, expected: [[added, 'number.missing']] };
	},
	number => {
		const added = `content/daily-log/again-${number}.md`;
		const both = [added, pathOf(number)].map(path => [path, 'number.duplicate'] as const);
		return { files: { [added]: rightText(number) }, expected: both };
	},
	number => ({ files: { [pathOf(number)]: undefined }, expected: [[pathOf(number + 1), 'number.gap']] }),
	spoiled('link.unresolved', body('[[Cups of cocoa]]\n')),
	spoiled('link.heading', body('## Notes on tea\n\n[[#Notes on tee]]\n')),
	number => {
		const kettles = ['green', 'black'].map(folder => [`content/${folder}/kettle-${number}.md`, ''] as const);
		const text = body(`[[kettle-${number}]]\n`)(rightText(number), number);
		return { files: { ...Object.fromEntries(kettles), [pathOf(number)]: text }, expected: [[pathOf(number), 'link.ambiguous']] };
	},
];

/** The log with its mistakes, each of which is planted several times, at `apart` entries from the next. */
function plant(): { readonly texts: Readonly<Record<string, string>>; readonly expected: readonly string[] } {
	const texts = new Map(Array.from({ length: size }, (_, index) => [pathOf(index + 1), rightText(index + 1)]));
	const expected: string[] = [];
	for (let index = 0; index < planted; index++) {
		const mistake = mistakes[index % mistakes.length]?.(index * apart + apart / 2);
		for (const [path, text] of Object.entries(mistake?.files ?? {})) {
			if (text === undefined) {
				texts.delete(path);
			} else {
				texts.set(path, text);
			}
		}
		expected.push(...(mistake?.expected ?? []).map(([path, code]) => `${path}: ${code}`));
	}
	return { texts: Object.fromEntries(texts), expected };
}

/** What a fix may leave for the next: a free number is the last, and may be another than that of the name; an empty output is still to be written. */
const broughtToLight: Partial<Record<ProblemCode, readonly ProblemCode[]>> = {
	'number.duplicate': ['number.order', 'number.mismatch'],
	'number.missing': ['number.order'],
	'number.mismatch': ['number.order', 'number.gap'],
	'field.missing': ['output.empty'],
};

function isEdit(fix: Fix): fix is Extract<Fix, { kind: 'edit' }> {
	return fix.kind === 'edit';
}

describe(`a log of ${size} entries with ${planted} planted mistakes`, () => {
	const { texts, expected } = plant();
	const vault = vaultOf(texts, { ...plainShape, folder: 'content/daily-log' });
	const facts = factsOf(vault, surroundings);
	const problemsIn = (path: string, text: string) => {
		const address = { uri: `vault:/${path}`, path };
		return problemsOf(readPage(address, text), facts, path.startsWith('content/daily-log/'));
	};
	const found = Object.entries(texts).flatMap(([path, text]) => problemsIn(path, text).map(problem => ({ path, text, problem })));

	it('holds every code', () => {
		assert.deepEqual([...new Set(expected.map(each => each.slice(each.indexOf(': ') + 2)))].sort(), Object.keys(codes).sort());
	});

	it('is reported with all of them, and with nothing else', () => {
		assert.deepEqual(found.map(({ path, problem }) => `${path}: ${problem.code}`).sort(), [...expected].sort());
	});

	it('offers a fix where the table of codes says so', () => {
		const mendable = new Set(found.flatMap(({ problem }) => (problem.fixes.length > 0 ? [problem.code] : [])));
		const promised = Object.entries(codes).flatMap(([code, { fix }]) => (fix === '' ? [] : [code]));
		assert.deepEqual([...mendable].sort(), promised.sort());
	});

	it('is mended by each fix, which brings nothing new and changes only its bytes', () => {
		let certain = 0;
		for (const { path, text, problem } of found) {
			for (const fix of problem.fixes.filter(isEdit)) {
				certain += fix.certain ? 1 : 0;
				const after = applyEdits(text, fix.edits);
				const left = problemsIn(path, after).map(({ code }) => code);
				const allowed = left.filter(code => broughtToLight[problem.code]?.includes(code) === true);
				assert.deepEqual(left, allowed, `'${fix.title}' in ${path}: ${JSON.stringify(after)}`);
				assert.deepEqual(linesOutside(after, fix, text), [], `'${fix.title}' in ${path}`);
			}
		}
		assert.ok(certain > planted / 3, `only ${certain} fixes need no decision`);
	});
});

/** The lines that no edit touches and that are not in the new text, line ends included. */
function linesOutside(after: string, { edits }: Extract<Fix, { kind: 'edit' }>, before: string): readonly string[] {
	const now = new Set(linesOf(after));
	let at = 0;
	return linesOf(before).filter(line => {
		const start = at;
		at += line.length;
		return !edits.some(({ span }) => span.start <= at && start <= span.end) && !now.has(line);
	});
}

function linesOf(text: string): readonly string[] {
	return text.split(/(?<=\n)/);
}
