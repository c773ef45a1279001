import assert from 'node:assert/strict';
import { factsOf } from '../../../src/core/problems/logFacts.ts';
import { checkNumber, concernedBy } from '../../../src/core/problems/numberRules.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { check, problemsIn, type Around, type SeenProblem } from '../../support/problems.ts';
import { entryText, plainShape, vaultOf } from '../../support/notes.ts';

/** A log of entries with these numbers, each a day after the one before, under `log/`. */
function log(...numbers: readonly number[]): Readonly<Record<string, string>> {
	return Object.fromEntries(numbers.map(number => [`log/${number}.md`, entryText(number, { date: dayOf(number) })]));
}

function dayOf(number: number): string {
	return `2022-12-${String(number).padStart(2, '0')}`;
}

/** What is wrong with an entry of that title, dated by a number. */
function seen(path: string, title: string, date: number, others: Readonly<Record<string, string>>): readonly SeenProblem[] {
	return check(checkNumber, entryText(0, { title, date: dayOf(date) }), { path, others });
}

/** What each fix makes of the title's line, or of the path. */
function cured(text: string, around: Around): readonly string[] {
	return problemsIn(checkNumber, text, around).flatMap(({ fixes }) =>
		fixes.map(fix => {
			switch (fix.kind) {
				case 'edit': {
					const before = text.split('\n');
					const after = applyEdits(text, fix.edits).split('\n');
					assert.equal(after.length, before.length);
					return after.filter((line, index) => line !== before[index]).join();
				}
				case 'move':
					return fix.to;
				case 'createNote':
					return fix.target;
				case 'renumber':
					return `${fix.mode} from ${fix.from}`;
			}
		}),
	);
}

describe('the number of an entry', () => {
	it('is right in a log that counts on', () => {
		assert.deepEqual(seen('log/4.md', '"4 - x"', 4, log(1, 2, 3, 5)), []);
		assert.deepEqual(seen('log/4.md', '4', 4, log(1, 2, 3)), []);
		assert.deepEqual(seen('log/4-x.md', 'x', 4, log(1, 2, 3)), []);
		assert.deepEqual(check(checkNumber, '', { path: 'log/4.md', others: log(3, 5) }), []);
	});
});

describe('number.missing', () => {
	it('inserts the next number in the form of the log', () => {
		assert.deepEqual(seen('log/x.md', '"On craft" # note', 4, log(1, 2, 3)), [
			{
				code: 'number.missing',
				at: '"On craft"',
				message: `The entry has no number. Begin the title with one, as in '4 - On craft'.`,
				fixes: ['Number it 4?'],
			},
		]);
		const title = (text: string, form: string) => {
			const others = { 'log/7.md': entryText(7, { title: form, date: dayOf(7) }) };
			return cured(entryText(0, { title: text, date: dayOf(8) }), { path: 'log/x.md', others });
		};
		assert.deepEqual(title('"On craft" # note', '"007: x"'), ['title: "008: On craft" # note']);
		assert.deepEqual(title(`'62 things'`, '"#7 x"'), [`title: '#8 62 things'`]);
		assert.deepEqual(title('On craft', '7'), ['title: 8 - On craft']);
		assert.deepEqual(title('20221202', 'x'), ['title: 8 - 20221202']);
	});

	it('is silent without a title, and where it cannot be read', () => {
		const textOf = (line: string) => `---\n${line}\nseries: Daily Log\n---\n`;
		for (const line of ['a: b', 'title:', 'title: [x]', 'title: "x']) {
			assert.deepEqual(check(checkNumber, textOf(line), { path: 'log/x.md' }), [], line);
		}
	});

	it('is written in TOML and JSON', () => {
		const around = { path: 'log/x.md', others: log(1, 2) };
		assert.deepEqual(cured(`+++\ntitle = 'x'\nseries = ["Daily Log"]\n+++\n`, around), [`title = '3 - x'`]);
		assert.deepEqual(cured(`{"title": "x", "series": "Daily Log"}\n`, around), [`{"title": "3 - x", "series": "Daily Log"}`]);
	});
});

describe('number.duplicate', () => {
	it('is reported in each, and related to the others', () => {
		const others: Readonly<Record<string, string>> = {
			...log(1, 2, 3),
			'log/3-again.md': entryText(3, { title: '"3 - Again"', date: dayOf(4) }),
		};
		const [first] = problemsIn(checkNumber, others['log/3.md'] ?? '', { path: 'log/3.md', others });
		assert.deepEqual(
			[first?.code, first?.message, first?.related],
			[
				'number.duplicate',
				`The number 3 is taken: '3 - Again' in log/3-again.md has it too. Give one of them another number.`,
				[{ uri: 'vault:/log/3-again.md', message: `'3 - Again' has the number 3 too.` }],
			],
		);
		const again = check(checkNumber, others['log/3-again.md'] ?? '', { path: 'log/3-again.md', others });
		assert.deepEqual(
			again.map(({ code, at, fixes }) => [code, at, fixes]),
			[['number.duplicate', '3', ['Write 4 in the title?']]],
		);
	});

	it('counts the others where they are several', () => {
		const others = { ...log(3), 'log/3-a.md': entryText(3), 'log/3-b.md': entryText(3) };
		assert.match(check(checkNumber, entryText(3), { path: 'log/3-c.md', others })[0]?.message ?? '', / and 2 more has it too/);
	});

	it('gets the next number of the log; the last of the group one that is missing behind it', () => {
		const others = log(1, 2, 3, 5, 6);
		const text = (title: string) => entryText(0, { title, date: dayOf(4) });
		assert.deepEqual(cured(text('"003 - x" # y'), { path: 'log/x.md', others }), ['title: "004 - x" # y', 'title: "007 - x" # y']);
		assert.deepEqual(cured(text('"#6: x"'), { path: 'log/x.md', others }), ['title: "#7: x"']);
		assert.deepEqual(cured(entryText(3, { date: dayOf(2) }), { path: 'log/0.md', others: log(3, 5) }).slice(0, 2), [
			'title: "0 - Entry"',
			'title: "6 - Entry"',
		]);
	});

	it('makes room where the number behind it is taken', () => {
		const text = entryText(0, { title: '"2 - x"', date: dayOf(3) });
		assert.deepEqual(cured(text, { path: 'log/2-x.md', others: log(1, 2, 3, 4) }), ['shift from 2', 'title: "5 - x"']);
		assert.deepEqual(cured(entryText(2), { path: 'log/2.md', others: { ...log(1, 3), 'log/2-x.md': text } }), ['title: "4 - Entry"']);
	});

	it('goes away with each fix', () => {
		const around = { path: 'log/x.md', others: log(1, 2, 3, 5) };
		const titles = ['"3 - x"', `'03: x'`, '3', '>-\n  3 - x', '|\n  3 - x\n', '"\\x33 - x"', '0x3', '"#3 x"'];
		for (const title of titles) {
			const text = entryText(0, { title, date: dayOf(4) });
			const problems = problemsIn(checkNumber, text, around);
			assert.deepEqual(
				problems.map(({ code, fixes }) => [code, fixes.length]),
				[['number.duplicate', 2]],
				title,
			);
			const edits = problems.flatMap(({ fixes }) => fixes).flatMap(fix => (fix.kind === 'edit' ? [fix.edits] : []));
			for (const edit of edits) {
				const left = problemsIn(checkNumber, applyEdits(text, edit), around);
				assert.deepEqual(
					left.filter(({ code }) => code !== 'number.order'),
					[],
					title,
				);
			}
			assert.equal(edits.length, 2);
		}
	});

	it('moves the file or the bundle where only its name has the number', () => {
		const others = log(1, 2, 3);
		const text = entryText(0, { title: 'x', date: dayOf(3) });
		assert.deepEqual(cured(text, { path: 'log/03-x.md', others }), ['log/04-x.md']);
		assert.deepEqual(cured(text, { path: 'log/3-x/index.md', others }), ['log/4-x']);
		assert.deepEqual(problemsIn(checkNumber, text, { path: 'log/3-x/index.md', others })[0]?.fixes[0]?.title, `Rename to '4-x'`);
	});

	it('stands in TOML and JSON', () => {
		const around = { path: 'log/x.md', others: log(1, 2, 3) };
		assert.deepEqual(cured(`+++\ntitle = """3 - x"""\nseries = ["Daily Log"]\n+++\n`, around), [`title = """4 - x"""`]);
		assert.deepEqual(cured(`{"title": "3 - x", "series": "Daily Log"}\n`, around), [`{"title": "4 - x", "series": "Daily Log"}`]);
	});
});

describe('number.mismatch', () => {
	it('offers either number', () => {
		assert.deepEqual(seen('log/05-x.md', '"4 - x"', 4, log(1, 2, 3)), [
			{
				code: 'number.mismatch',
				at: '4',
				message: 'The title says 4, the name of the file 5. The log goes by the title; make both the same.',
				fixes: ['Write 5 in the title?', `Rename to '04-x.md'`],
			},
		]);
		const text = entryText(0, { title: '"004 - x"', date: dayOf(4) });
		assert.deepEqual(cured(text, { path: 'log/05-x.md', others: log(1, 2, 3) }), ['title: "005 - x"', 'log/04-x.md']);
		assert.deepEqual(cured(text, { path: 'log/5/index.md', others: log(1, 2, 3, 5) }), ['log/4', 'title: "005 - x"']);
	});

	it('is silent where only one has a number, or the name is a day', () => {
		assert.deepEqual(seen('log/2022-12-04.md', '"4 - x"', 4, log(1, 2, 3)), []);
		assert.deepEqual(seen('log/x.md', '"4 - x"', 4, log(1, 2, 3)), []);
	});
});

describe('number.gap', () => {
	it('names what is missing before this one', () => {
		assert.deepEqual(seen('log/5.md', '"5 - x"', 5, log(1, 6)), [
			{
				code: 'number.gap',
				at: '5',
				message: `The numbers 2 to 4 are missing before this one: the entry before it is '1 - Entry'.`,
				fixes: ['Close the gap before 5'],
			},
		]);
		assert.match(seen('log/5.md', '"5 - x"', 5, log(3))[0]?.message ?? '', /^Number 4 is missing before this one/);
		assert.deepEqual(cured(entryText(5, { date: dayOf(5) }), { path: 'log/5.md', others: log(3) }), ['closeGaps from 5']);
	});

	it('is none before the first entry, nor behind entries without a number', () => {
		assert.deepEqual(seen('log/5.md', '"5 - x"', 5, { ...log(6), 'log/x.md': entryText(0, { title: 'x' }) }), []);
	});

	it('is reported once where the number behind it is taken twice', () => {
		const others = { ...log(1, 4), 'log/4-x.md': entryText(4, { date: dayOf(5) }) };
		const codes = (path: string) =>
			check(checkNumber, entryText(4, { date: dayOf(path === 'log/4.md' ? 4 : 5) }), { path, others }).map(({ code }) => code);
		assert.deepEqual([codes('log/4.md'), codes('log/4-x.md')], [['number.duplicate', 'number.gap'], ['number.duplicate']]);
	});

	it('is none where a few entries are far apart', () => {
		assert.deepEqual(seen('log/62.md', '"62 - x"', 31, log(31)), []);
		assert.equal(seen('log/29.md', '"29 - x"', 29, log(...Array.from({ length: 11 }, (_, index) => index))).length, 1);
	});
});

describe('number.order', () => {
	const before = { 'log/3.md': entryText(3, { date: '2022-12-03T20:00:00-07:00' }) };
	const codes = (date: string) => check(checkNumber, entryText(4, { date }), { path: 'log/4.md', others: before });

	it('is reported in the later of two neighbours', () => {
		assert.deepEqual(codes('2022-12-02T06:21:40-07:00 # x'), [
			{
				code: 'number.order',
				at: '2022-12-02T06:21:40-07:00',
				message: `This entry is of 2022-12-02, but '3 - Entry', which comes before it, is of 2022-12-03. One of the dates or numbers is wrong.`,
				fixes: [],
			},
		]);
		assert.deepEqual(check(checkNumber, entryText(2, { date: dayOf(4) }), { path: 'log/2.md', others: before }), []);
	});

	it('minds neither the time of day nor a traveller, nor dates that cannot be read', () => {
		const fine = ['2022-12-03T06:00:00-07:00', '2022-12-03', '2022-12-04T01:00:00+09:00', 'yesterday', ''];
		assert.deepEqual(fine.flatMap(codes), []);
		const abroad = { 'log/3.md': entryText(3, { date: '2022-12-03T01:00:00+09:00' }) };
		const back = entryText(4, { date: '2022-12-02T12:00:00-07:00' });
		assert.deepEqual(check(checkNumber, back, { path: 'log/4.md', others: abroad }), []);
	});

	it('counts an early hour to the day before', () => {
		const others = { 'log/3.md': entryText(3, { date: '2022-12-04T01:30:00-07:00' }) };
		const at = (dayStartsAt: number) =>
			check(checkNumber, entryText(4, { date: dayOf(3) }), { path: 'log/4.md', others, shape: { ...plainShape, dayStartsAt } }).length;
		assert.deepEqual([at(0), at(4)], [1, 0]);
	});

	it('is silent beside a number that is taken twice', () => {
		const others = { ...log(3, 5), 'log/3-x.md': entryText(3, { date: dayOf(20) }), 'log/5-x.md': entryText(5, { date: dayOf(6) }) };
		const codesOf = (number: number) =>
			check(checkNumber, entryText(number, { date: dayOf(number) }), { path: `log/${number}.md`, others });
		assert.deepEqual([codesOf(4).length, codesOf(5).map(({ code }) => code)], [0, ['number.duplicate', 'number.gap']]);
	});
});

describe('the entries concerned by a number', () => {
	it('are those with the number and its two neighbours', () => {
		const texts = { ...log(2, 4, 7, 9), 'log/4-x.md': entryText(4), 'log/x.md': entryText(0, { title: 'x' }) };
		const facts = factsOf(vaultOf(texts), { now: 0, timeZone: '', shortcodes: undefined });
		const names = (number: number) => concernedBy(facts, number).map(({ path }) => path.slice(4, -3));
		assert.deepEqual([1, 2, 3, 4, 5, 7, 9, 12].map(names), [
			['2'],
			['2', '4-x', '4'],
			['2', '4-x', '4'],
			['2', '4-x', '4', '7'],
			['4-x', '4', '7'],
			['4-x', '4', '7', '9'],
			['7', '9'],
			['9'],
		]);
	});

	it('are all whose problems change', () => {
		const problemsBy = (texts: Readonly<Record<string, string>>) =>
			new Map(
				Object.entries(texts).map(([path, text]) => [
					path,
					JSON.stringify(problemsIn(checkNumber, text, { path, others: texts }).map(({ code, related }) => [code, related])),
				]),
			);
		const texts = log(2, 3, 5, 6, 9);
		const without = problemsBy(texts);
		for (const number of [1, 2, 3, 4, 5, 7, 8, 9, 12]) {
			const added = { ...texts, 'log/new.md': entryText(number, { date: dayOf(4) }) };
			const facts = factsOf(vaultOf(added), { now: 0, timeZone: '', shortcodes: undefined });
			const concerned = new Set(concernedBy(facts, number).map(({ path }) => path));
			const changed = [...problemsBy(added)].filter(([path, problems]) => problems !== without.get(path)).map(([path]) => path);
			assert.deepEqual(
				changed.filter(path => path !== 'log/new.md' && !concerned.has(path)),
				[],
			);
		}
	});
});
