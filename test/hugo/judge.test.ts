import assert from 'node:assert/strict';
import { codes } from '../../src/core/problems/codes.ts';
import { factsOf, type LogFacts } from '../../src/core/problems/logFacts.ts';
import { readPage } from '../../src/core/problems/page.ts';
import type { Problem } from '../../src/core/problems/problem.ts';
import { problemsOf } from '../../src/core/problems/rules.ts';
import { scanText } from '../../src/core/prose/scan.ts';
import { applyEdits } from '../../src/core/text.ts';
import { build, hugoOrSkip, type Build, type Published } from '../support/hugo.ts';
import { noteAt, vaultOf } from '../support/notes.ts';
import { cases, entry, rightEntries, type Case, type Verdict } from './cases.ts';

/** The log around the entry that is judged, and two notes of one name. */
const others = {
	'content/a/plan.md': 'x\n',
	'content/b/plan.md': 'x\n',
	...Object.fromEntries(
		[57, 58, 59, 60, 61].map(number => [
			`content/daily-log/${number}.md`,
			entry({ title: `"${number} - Entry"`, date: `2022-11-${number - 37}T09:00:00-07:00` }),
		]),
	),
};

const moment = { now: Date.UTC(2022, 11, 3, 12), timeZone: 'America/Denver', shortcodes: new Set(['subscribe', 'box']) };

interface Place {
	readonly path?: string;
	readonly text: string;
}

function problemsIn({ path = 'daily-log/62.md', text }: Place): readonly Problem[] {
	const address = { uri: `vault:/content/${path}`, path: `content/${path}` };
	const facts: LogFacts = factsOf(vaultOf({ ...others, [address.path]: text }), moment);
	return problemsOf(readPage(address, text), facts);
}

/** The text after the first fix of the first problem that has one that is an edit, again and again. */
function mended(place: Place): string {
	let { text } = place;
	for (let round = 0; round < 5; round++) {
		const fix = problemsIn({ ...place, text }).flatMap(problem => problem.fixes.filter(({ kind }) => kind === 'edit'))[0];
		if (fix?.kind !== 'edit') {
			break;
		}
		text = applyEdits(text, fix.edits);
	}
	return text;
}

function verdictOn({ built }: Build, page: Published | undefined): Verdict['kind'] {
	return built ? (page === undefined ? 'hides' : 'publishes') : 'stops';
}

/** What the page says of all that the verdict names. */
function asAsked(page: Published, verdict: Extract<Verdict, { kind: 'publishes' }>): unknown {
	const { title, date, tags, params, content } = page;
	const asked = Object.keys(verdict.params ?? {}).map(name => [name, params[name]] as const);
	const all = { title, date, tags, content, params: Object.fromEntries(asked) };
	return { kind: 'publishes', ...Object.fromEntries(Object.entries(all).filter(([name]) => name in verdict)) };
}

describe('Hugo as judge', function () {
	this.timeout(120_000);
	let hugo = '';

	before(async function () {
		hugo = await hugoOrSkip(this);
	});

	it('is asked about every code', () => {
		const asked = new Set(cases.map(({ code }) => code));
		assert.deepEqual(
			Object.keys(codes).filter(code => ![...asked].some(each => each === code)),
			[],
		);
	});

	for (const each of cases) {
		it(`${each.hugo.kind} what is ${each.code}: ${titleOf(each)}`, () => judge(hugo, each));
	}

	it('builds and publishes what has been mended', async () => {
		const texts = cases.flatMap((each, index) => (isMendable(each) ? [[`${index}/62.md`, mended(each)] as const] : []));
		const { built, output, pages } = await build(hugo, Object.fromEntries(texts));
		assert.ok(built, output);
		assert.ok(texts.length > 45, `only ${texts.length} were mended`);
		const lost = texts.filter(([path]) => !pages.has(path)).map(([, text]) => text);
		assert.deepEqual(
			lost.filter(text => !/^draft: true$/m.test(text)),
			[],
		);
	});

	it('gives headings the ids that links know', async () => {
		const written = [
			'Week 2',
			'Week 2',
			'week-2',
			'À la carte!',
			'C# & F#',
			'x_y',
			'日本 語',
			'!!!',
			'**Bold** `code`',
			'[a](b.md)',
			'Own {#mine .wide}',
		];
		const more = ['Own', 'a  b', 'closed ##', '½ ²', 'naïve 😀 x', '*a*-b', 'a.b/c', "it's", 'Σίσυφος', 'x {#y}z'];
		const text = entry({}, `${[...written, ...more].map(heading => `## ${heading}\n`).join('\n')}\nTwo\nlines\n---\n\n# Top\n`);
		const { built, output, pages } = await build(hugo, { 'daily-log/62.md': text });
		assert.ok(built, output);
		const ids = [...(pages.get('daily-log/62.md')?.content ?? '').matchAll(/<h\d id="([^"]*)"/g)].map(([, id]) => id);
		assert.deepEqual(
			scanText(text).headings.map(({ anchor }) => anchor),
			ids,
		);
	});

	it('builds what is right, and reads the same', async () => {
		const texts = Object.entries(rightEntries).map(([name, text]) => [`${name.replaceAll(/\W+/g, '-')}/62.md`, text] as const);
		assert.deepEqual(
			texts.flatMap(([path, text]) => problemsIn({ text }).map(({ code }) => `${path}: ${code}`)),
			[],
		);
		const { built, output, pages } = await build(hugo, Object.fromEntries(texts));
		assert.ok(built, output);
		for (const [path, text] of texts) {
			const page = pages.get(path);
			assert.deepEqual(page && asHugoReads(page), isDraft(text) ? undefined : asWeRead(path, text), path);
		}
	});
});

/** The lines in which the entry differs from a right one. */
function titleOf({ text, path }: Case): string {
	const right = entry().split('\n');
	const lines = text.split('\n');
	const own = lines.filter(line => !right.includes(line)).join(' ');
	const lost = right.filter(line => !lines.includes(line)).join(' ');
	return `${path === undefined ? '' : `${path} `}${own === '' ? `without ${lost}` : own}`.slice(0, 70);
}

async function judge(hugo: string, each: Case): Promise<void> {
	assert.deepEqual(
		problemsIn(each).map(({ code }) => code),
		[each.code],
	);
	const path = each.path ?? 'daily-log/62.md';
	const result = await build(hugo, { [path]: each.text });
	const page = result.pages.get(path);
	assert.equal(verdictOn(result, page), each.hugo.kind, result.output);
	if (each.hugo.kind === 'publishes' && page !== undefined) {
		assert.deepEqual(asAsked(page, each.hugo), each.hugo);
	}
}

/** Whether an edit mends it: some need a decision that no one can take for the writer. */
function isMendable(each: Case): boolean {
	const text = mended(each);
	return text !== each.text && problemsIn({ ...each, text }).every(({ severity, code }) => (severity ?? codes[code].severity) !== 'error');
}

function isDraft(text: string): boolean {
	return /^draft: true$/m.test(text);
}

/** Dates are compared as instants, to the second; Hugo adds dates and settings of its own to the fields. */
function asWeRead(path: string, text: string): unknown {
	const { title, values } = noteAt(path, text);
	const own = [...values].filter(([name]) => !['date', 'draft', 'title'].includes(name));
	return { title, instant: instantOf(String(values.get('date'))), draft: false, params: Object.fromEntries(own) };
}

const hugosOwn = ['date', 'draft', 'title', 'lastmod', 'publishdate', 'iscjklanguage'];

function asHugoReads({ title, date, draft, params }: Published): unknown {
	const own = Object.entries(params).filter(([name]) => !hugosOwn.includes(name));
	return { title, instant: instantOf(date), draft, params: Object.fromEntries(own) };
}

function instantOf(date: string): number {
	return Math.floor(Date.parse(date) / 1000);
}
