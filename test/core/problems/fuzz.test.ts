import assert from 'node:assert/strict';
import { factsOf, type LogFacts } from '../../../src/core/problems/logFacts.ts';
import { mend } from '../../../src/core/problems/certainFixes.ts';
import { readPage, type Page } from '../../../src/core/problems/page.ts';
import type { Fix, Problem } from '../../../src/core/problems/problem.ts';
import { problemsOf } from '../../../src/core/problems/rules.ts';
import { applyEdits, type Span, type TextEdit } from '../../../src/core/text.ts';
import { diceOf, mutantOf, pick } from '../../support/mutants.ts';
import { entryText, plainShape, vaultOf } from '../../support/notes.ts';

/** `DAILY_LOG_FUZZ=2000000 npm test -- core --grep fuzz` runs longer; `DAILY_LOG_FUZZ_SEED` runs other documents. */
const documents = Number(process.env['DAILY_LOG_FUZZ'] ?? 100_000);
const seed = Number(process.env['DAILY_LOG_FUZZ_SEED'] ?? 1);

const surroundings = { now: Date.UTC(2022, 11, 3, 12), timeZone: 'America/Denver', shortcodes: new Set(['subscribe']) };
const numbers = [57, 58, 59, 60, 61];

/** A log of a folder that asks for no fields: so most of the time goes into the documents. */
const looseFacts = factsOf(
	vaultOf(
		logOf(number => `# ${number} - Entry`),
		{ ...plainShape, folder: 'content/daily-log' },
	),
	surroundings,
);

/** A log in which every field is usual: what lacks one gets it inserted. */
const strictFacts = factsOf(
	vaultOf(logOf(number => entryText(number, { tags: '["tea"]', toc: 'false', output: 'A cup', draft: 'false' }))),
	surroundings,
);

function logOf(write: (number: number) => string): Readonly<Record<string, string>> {
	return Object.fromEntries(numbers.map(number => [`content/daily-log/${number}.md`, write(number)]));
}

const paths = ['content/daily-log/62.md', 'content/daily-log/62/index.md', 'content/daily-log/tea.md'] as const;

function pageOf(text: string, path: string = paths[0]): Page {
	return readPage({ uri: `vault:/${path}`, path }, text);
}

function isEdit(fix: Fix): fix is Extract<Fix, { kind: 'edit' }> {
	return fix.kind === 'edit';
}

function editsOf({ fixes }: Problem): readonly (readonly TextEdit[])[] {
	return fixes.filter(isEdit).map(({ edits }) => edits);
}

function isWithin(text: string, { start, end }: Span): boolean {
	return start >= 0 && start <= end && end <= text.length;
}

/** Why the answer cannot be right for any text; undefined where nothing speaks against it. */
function flawOf(text: string, problems: readonly Problem[]): string | undefined {
	for (const problem of problems) {
		if (!isWithin(text, problem.span)) {
			return `${problem.code} lies outside`;
		}
		for (const edits of editsOf(problem)) {
			const flaw = flawOfEdits(text, edits);
			if (flaw !== undefined) {
				return `${problem.code}: ${flaw}`;
			}
		}
	}
	return undefined;
}

function flawOfEdits(text: string, edits: readonly TextEdit[]): string | undefined {
	const ordered = edits.toSorted((a, b) => a.span.start - b.span.start);
	if (ordered.length === 0 || ordered.some(({ span, newText }) => text.slice(span.start, span.end) === newText)) {
		return 'an edit that changes nothing';
	}
	if (ordered.some(({ span }) => !isWithin(text, span))) {
		return 'an edit outside of the text';
	}
	return ordered.some(({ span }, index) => span.start < (ordered[index - 1]?.span.end ?? 0)) ? 'edits that overlap' : undefined;
}

/** The problems, or what was thrown. */
function tried(page: Page, facts: LogFacts): readonly Problem[] | string {
	try {
		return problemsOf(page, facts);
	} catch (error) {
		return error instanceof Error ? (error.stack ?? error.message) : String(error);
	}
}

/** Runs without the traces of the readers' own errors, which cost more than the reading. */
function withoutTraces(run: () => void): void {
	const before = Error.stackTraceLimit;
	Error.stackTraceLimit = 0;
	try {
		run();
	} finally {
		Error.stackTraceLimit = before;
	}
}

describe('fuzz: problems and fixes', () => {
	it(`of ${documents} mutated documents: no exception, all within the text`, function () {
		this.timeout(Math.max(300_000, documents * 5));
		const dice = diceOf(seed);
		const found = new Map<string, number>();
		withoutTraces(() => {
			for (let count = 0; count < documents; count++) {
				const text = mutantOf(dice);
				const problems = tried(pageOf(text, pick(dice, paths)), dice(40) === 0 ? strictFacts : looseFacts);
				const flaw = typeof problems === 'string' ? problems : flawOf(text, problems);
				if (flaw !== undefined) {
					assert.fail(`${flaw} in ${JSON.stringify(text)}`);
				}
				for (const { code } of typeof problems === 'string' ? [] : problems) {
					found.set(code, (found.get(code) ?? 0) + 1);
				}
			}
		});
		const expected = documents < 50_000 ? 10 : 25;
		assert.ok(found.size >= expected, `only ${[...found.keys()].join(', ')}`);
	});

	it('of fixes on random documents: everything outside of their spans is equal, also the kind of line ends', function () {
		this.timeout(120_000);
		const dice = diceOf(seed + 1);
		let fixes = 0;
		while (fixes < 5000) {
			const text = mutantOf(dice);
			for (const edits of problemsOf(pageOf(text), strictFacts).flatMap(editsOf)) {
				fixes++;
				assertOnlyThese(text, edits);
			}
		}
	});

	it('of everything mended at once: the body is what it was, where it was plain where it begins', function () {
		this.timeout(120_000);
		const dice = diceOf(seed + 2);
		let mended = 0;
		for (let count = 0; count < 1500; count++) {
			const text = mutantOf(dice);
			const page = pageOf(text);
			const isPlain = problemsOf(page, strictFacts).every(({ code }) => code !== 'frontMatter.unclosed');
			const { text: after } = mend(page, strictFacts, code => !code.startsWith('shortcode'));
			if (isPlain && page.block !== undefined && after !== text) {
				mended++;
				assert.equal(after.slice(pageOf(after).block?.bodyStart), text.slice(page.block.bodyStart), JSON.stringify(text));
			}
		}
		assert.ok(mended > 500, `only ${mended} were mended`);
	});
});

/** Walks through both texts: what is not replaced must stand in the new one, in its order; and a text with one kind of line end keeps to it. */
function assertOnlyThese(text: string, edits: readonly TextEdit[]): void {
	const after = applyEdits(text, edits);
	let from = 0;
	let to = 0;
	for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
		const kept = text.slice(from, span.start);
		assert.equal(after.slice(to, to + kept.length + newText.length), kept + newText, JSON.stringify(text));
		from = span.end;
		to += kept.length + newText.length;
	}
	assert.equal(after.slice(to), text.slice(from), JSON.stringify(text));
	if (text.includes('\r\n') && !/(?<!\r)\n|\r(?!\n)/.test(text)) {
		assert.doesNotMatch(after, /(?<!\r)\n|\r(?!\n)/, JSON.stringify(text));
	}
}

const mega = 1_000_000;

function repeated(piece: string, length: number): string {
	return piece.repeat(Math.ceil(length / piece.length));
}

/** Texts of any length, of the shapes at which readers grow slow. */
const long: Readonly<Record<string, (length: number) => string>> = {
	'a plain value': length => `---\ntitle: ${repeated('x', length)}\n---\n`,
	words: length => `---\noutput: ${repeated('word ', length)}\n---\n`,
	'an unclosed quotation mark': length => `---\ntitle: "${repeated('word ', length)}\n---\n`,
	colons: length => `---\ntitle: ${repeated('a: ', length)}\n---\n`,
	'numbers signs': length => `---\noutput: x${repeated(' #y', length)}\n---\n`,
	'quotation marks': length => `---\noutput: ${repeated('"a" ', length)}\n---\n`,
	blanks: length => `---\ntitle: x${repeated(' ', length)}y\n---\n`,
	'blank lines': length => `${repeated('\n', length)}---\ntitle: x\n---\n`,
	brackets: length => `---\ntags: ${repeated('[', length)}\n---\n`,
	'a flow list': length => `---\ntags: [${repeated('cups of green tea with a little milk but without sugar, ', length)}x]\n---\n`,
	'an unclosed flow list': length => `---\ntags: [${repeated('cups of green tea with a little milk but without sugar, ', length)}\n---\n`,
	'a block list': length => `---\ntags:\n${repeated('  - cups of green tea with a little milk but without sugar\n', length)}---\n`,
	'tags in a text': length => `---\ntags: ${repeated('cups of green tea with a little milk but without sugar, ', length)}\n---\n`,
	'tags in a comment': length => `---\ntags: ${repeated('#tea ', length)}\n---\n`,
	digits: length => `---\ntitle: ${repeated('6', length)}\ninput: ${repeated('9', length)}\ndate: ${repeated('2', length)}\n---\n`,
	aliases: length => `---\na: &a [x]\nb: [${repeated('*a,                                             ', length)}]\n---\n`,
	'shortcode openings': length => `---\ntitle: x\n---\n${repeated('{{< x ', length)}`,
	'shortcode closings': length => `---\ntitle: x\n---\n${repeated('{{< /x >}}', length)}`,
	'shortcodes with quotation marks': length => `---\ntitle: x\n---\n${repeated('{{< x a="b ', length)}`,
	'prose without front matter': length => repeated('---x --- words\n', length),
	'a toml string': length => `+++\ntitle = "${repeated('x', length)}\n+++\n`,
	'a toml list': length => `+++\ntags = [${repeated('"cups of green tea with a little milk but without sugar", ', length)}]\n+++\n`,
	'a json string': length => `{"title": "${repeated('x', length)}`,
	'json braces': length => repeated('{"a":', length),
};

describe('fuzz: long texts', () => {
	for (const [name, write] of Object.entries(long)) {
		it(`${name}: a megabyte takes linear time`, function () {
			this.timeout(60_000);
			const small = cost(write(mega / 16));
			const large = cost(write(mega));
			assert.ok(large < 40 * Math.max(small, 25), `${small.toFixed(0)} ms for a sixteenth, ${large.toFixed(0)} ms for all`);
		});
	}

	it('a billion laughs are refused at once', () => {
		const lines = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [${repeated(`*a${index}, `, 50)}]`);
		const text = `---\na0: &a0 ha\n${lines.join('\n')}\n---\n`;
		const start = process.cpuUsage();
		const problems = problemsOf(pageOf(text), strictFacts);
		assert.deepEqual(
			problems.map(({ code }) => code).filter(code => code !== 'field.missing'),
			['frontMatter.syntax'],
		);
		assert.ok(process.cpuUsage(start).user < 3_000_000);
	});
});

/** Milliseconds of this processor for one reading; other programs do not count. */
function cost(text: string): number {
	const start = process.cpuUsage();
	problemsOf(pageOf(text), strictFacts);
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}
