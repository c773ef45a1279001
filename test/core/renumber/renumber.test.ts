import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newNumbers, planRenumbering, type RenumberRequest } from '../../../src/core/renumber/renumber.ts';
import { renumberText } from '../../../src/core/renumber/renumberText.ts';
import { applyEdits, slice } from '../../../src/core/text.ts';
import { entryText, vaultOf } from '../../support/notes.ts';

type Texts = Readonly<Record<string, string>>;

interface Renumbered {
	/** What is different, by new path; `from` where the path is. */
	readonly notes: Texts;
	readonly moves: readonly string[];
	readonly ambiguous?: readonly string[];
	readonly left?: readonly string[];
}

/** A small disk: makes the moves one by one, and refuses one that leads to something that is there. */
function moved(texts: ReadonlyMap<string, string>, from: string, to: string): ReadonlyMap<string, string> {
	const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
	assert.ok(![...texts.keys()].some(path => isIn(path, to)), `${to} is taken`);
	return new Map([...texts].map(([path, text]) => [isIn(path, from) ? to + path.slice(from.length) : path, text]));
}

function renumber(texts: Texts, request: RenumberRequest): Renumbered | string {
	const vault = vaultOf(texts);
	const numbers = newNumbers(vault.entries(), request);
	if (numbers.kind !== 'numbers') {
		return `${numbers.kind} ${numbers.number}`;
	}
	const plan = planRenumbering(vault, numbers.changes);
	if (plan.taken.length > 0) {
		return `taken ${plan.taken.join(', ')}`;
	}
	const results = [...vault.notes()].map(note => ({ note, ...renumberText(plan, note, texts[note.path] ?? '') }));
	for (const { note, edits } of results) {
		assert.ok(
			edits.every(({ span, newText }) => slice(texts[note.path] ?? '', span) !== newText),
			`${note.path}: an edit changes nothing`,
		);
	}
	let disk: ReadonlyMap<string, string> = new Map(results.map(({ note, edits }) => [note.path, applyEdits(texts[note.path] ?? '', edits)]));
	for (const { from, to } of plan.moves) {
		disk = moved(disk, from, to);
	}
	const ambiguous = results.flatMap(each => each.ambiguous);
	const left = results.flatMap(({ note, titleLeft }) => (titleLeft ? [note.path] : []));
	return {
		notes: Object.fromEntries([...disk].filter(([path, text]) => texts[path] !== text).sort()),
		moves: plan.moves.map(({ from, to }) => `${from} -> ${to}`),
		...(ambiguous.length === 0 ? {} : { ambiguous }),
		...(left.length === 0 ? {} : { left }),
	};
}

const closeGaps: RenumberRequest = { kind: 'closeGaps' };

function numbersAfter(numbers: readonly number[], request: RenumberRequest): string {
	const texts = Object.fromEntries(numbers.map((number, index) => [`${index}-x.txt.md`, entryText(number, { title: `"${number} - e"` })]));
	const vault = vaultOf(texts);
	const found = newNumbers(vault.entries(), request);
	if (found.kind !== 'numbers') {
		return `${found.kind} ${found.number}`;
	}
	const byUri = new Map(found.changes.map(({ entry, to }) => [entry.uri, to]));
	return vault
		.entries()
		.map(entry => byUri.get(entry.uri) ?? entry.number)
		.join(' ');
}

describe('new numbers', () => {
	it('close all gaps from the lowest number on; of two the later moves on', () => {
		assert.equal(numbersAfter([3, 4, 7, 9], closeGaps), '3 4 5 6');
		assert.equal(numbersAfter([0, 2], closeGaps), '0 1');
		assert.equal(numbersAfter([1, 1, 2, 2, 9], closeGaps), '1 2 3 4 5');
		assert.equal(numbersAfter([], closeGaps), '');
	});

	it('close one gap and leave the others', () => {
		assert.equal(numbersAfter([1, 4, 5, 9], { kind: 'closeGap', before: 4 }), '1 2 3 7');
		assert.equal(numbersAfter([1, 2, 3], { kind: 'closeGap', before: 3 }), '1 2 3');
		assert.equal(numbersAfter([4, 5], { kind: 'closeGap', before: 4 }), '4 5');
		assert.equal(numbersAfter([4, 5], { kind: 'closeGap', before: 9 }), '4 5');
	});

	it('shift up, the later of two first, and down as far as there is room', () => {
		assert.equal(numbersAfter([1, 2, 3], { kind: 'shift', from: 2, by: 2 }), '1 4 5');
		assert.equal(numbersAfter([1, 2, 2, 3], { kind: 'shift', from: 2, by: 1 }), '1 2 3 4');
		assert.equal(numbersAfter([1, 5, 6], { kind: 'shift', from: 4, by: -3 }), '1 2 3');
		assert.equal(numbersAfter([1, 5, 6], { kind: 'shift', from: 4, by: -4 }), 'taken 1');
		assert.equal(numbersAfter([1, 2], { kind: 'shift', from: 1, by: -2 }), 'outOfRange -1');
		assert.equal(numbersAfter([1, 2], { kind: 'shift', from: 1, by: 9_999_999 }), 'outOfRange 10000000');
		assert.equal(numbersAfter([1, 2], { kind: 'shift', from: 3, by: 1 }), '1 2');
	});

	it('close gaps so that nothing is left to close, in the same order', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 30 }), numbers => {
				const lowest = Math.min(...numbers);
				assert.equal(numbersAfter(numbers, closeGaps), numbers.map((_, index) => lowest + index).join(' '));
			}),
		);
	});
});

describe('renumbering', () => {
	it('changes the number in the title and nothing else, in every way of writing', () => {
		const title = (written: string): string =>
			`\uFEFF---\r\n# 7 - comment\r\nTitle:  ${written}  # 7 - why\r\nseries: [daily log]\r\n---\r\n7 - body`;
		const titles = ['"7 - x"', "'7: x'", '7 – x', '"#7 x"', '7', '"007 - x 7"'];
		for (const written of titles) {
			const path = 'log/a.md';
			const first = entryText(1, { title: '1 - e' });
			assert.deepEqual(
				renumber({ 'log/1st.md': first, [path]: title(written) }, closeGaps),
				{ notes: { [path]: title(written.replace('7', '2')) }, moves: [] },
				written,
			);
		}
	});

	it('works in TOML and JSON front matter, and in a first heading', () => {
		assert.deepEqual(renumber({ 'a.md': '+++\ntitle = "7 - x"\nseries = ["daily log"]\n+++\n', 'b.md': entryText(9) }, closeGaps), {
			notes: { 'b.md': entryText(8) },
			moves: [],
		});
		assert.deepEqual(renumber({ 'a.md': '+++\ntitle = "7 - x"\nseries = ["daily log"]\n+++\n' }, { kind: 'shift', from: 7, by: 1 }), {
			notes: { 'a.md': '+++\ntitle = "8 - x"\nseries = ["daily log"]\n+++\n' },
			moves: [],
		});
		assert.deepEqual(renumber({ 'a.md': '{\n"title": "7 - x",\n"series": "daily log"\n}\n' }, { kind: 'shift', from: 7, by: 1 }), {
			notes: { 'a.md': '{\n"title": "8 - x",\n"series": "daily log"\n}\n' },
			moves: [],
		});
		assert.deepEqual(renumber({ 'a.md': '---\nseries: daily log\n---\n\n# 7 - x\n\n# 7 - y\n' }, { kind: 'shift', from: 7, by: 1 }), {
			notes: { 'a.md': '---\nseries: daily log\n---\n\n# 8 - x\n\n# 7 - y\n' },
			moves: [],
		});
	});

	it('keeps the padding of the log', () => {
		const padded = (digits: string): string => entryText(0, { title: `"${digits} - e"` });
		assert.deepEqual(renumber({ '098-e.md': padded('098'), '100-e.md': padded('100') }, closeGaps), {
			notes: { '099-e.md': padded('099') },
			moves: ['100-e.md -> 099-e.md'],
		});
		assert.deepEqual(renumber({ '9.md': entryText(9), '8.md': entryText(8) }, { kind: 'shift', from: 9, by: 1 }), {
			notes: { '10.md': entryText(10) },
			moves: ['9.md -> 10.md'],
		});
	});

	it('moves files and leaf bundles one after the other, so that none meets another', () => {
		const pages = { 'l/5.md': entryText(5), 'l/6/index.md': entryText(6), 'l/6/more.md': 'x', 'l/7.md': entryText(7) };
		assert.deepEqual(renumber(pages, { kind: 'shift', from: 5, by: 1 }), {
			notes: { 'l/6.md': entryText(6), 'l/7/index.md': entryText(7), 'l/7/more.md': 'x', 'l/8.md': entryText(8) },
			moves: ['l/5.md -> l/6.md', 'l/6 -> l/7', 'l/7.md -> l/8.md'],
		});
		const files = { 'l/5.md': entryText(5), 'l/6.md': entryText(6), 'l/7.md': entryText(7) };
		const up = renumber(files, { kind: 'shift', from: 5, by: 1 });
		const down = renumber(files, { kind: 'shift', from: 5, by: -1 });
		assert.deepEqual(
			[up, down].map(each => (typeof each === 'string' ? each : each.moves)),
			[
				['l/7.md -> l/8.md', 'l/6.md -> l/7.md', 'l/5.md -> l/6.md'],
				['l/5.md -> l/4.md', 'l/6.md -> l/5.md', 'l/7.md -> l/6.md'],
			],
		);
	});

	it('renames only what carries the number, and nothing onto what is there', () => {
		assert.deepEqual(renumber({ '2022-12-02.md': entryText(1), '2022-12-04.md': entryText(3) }, closeGaps), {
			notes: { '2022-12-04.md': entryText(2) },
			moves: [],
		});
		assert.equal(renumber({ '1.md': entryText(1), '3.md': entryText(3), '2.md': 'no entry' }, closeGaps), 'taken 2.md');
		assert.equal(renumber({ '1.md': entryText(1), '3-A.md': entryText(3), '2-a.md': 'no entry' }, closeGaps), 'taken 2-A.md');
		assert.equal(renumber({ '1.md': entryText(1), '3/index.md': entryText(3), '2/more.md': 'no entry' }, closeGaps), 'taken 2');
	});

	it('changes every link that would lead elsewhere, in its own way of writing', () => {
		const links = [
			'[[62]]',
			'![[062#H|a \\| 62]]',
			'[[62 - entry]]',
			'[[62-slug]]',
			'[[62-Slug.md]]',
			'[[content/log/62-slug|62]]',
			'[[../log/62-slug]]',
			'[[62-entry]]',
			'| [[62\\|x]] |',
			'[[61]]',
			'[[62 things]]',
			'`[[62]]`',
			'<!-- [[62]] -->',
			'[[70]]',
		];
		const note = links.join('\n');
		const result = renumber(
			{ 'content/log/60-slug.md': entryText(60), 'content/log/62-slug.md': entryText(62), 'content/n/x.md': note },
			closeGaps,
		);
		assert.deepEqual(result, {
			notes: {
				'content/log/61-slug.md': entryText(61),
				'content/n/x.md': [
					'[[61]]',
					'![[061#H|a \\| 62]]',
					'[[61 - entry]]',
					'[[61-slug]]',
					'[[61-Slug.md]]',
					'[[content/log/61-slug|62]]',
					'[[../log/61-slug]]',
					'[[61-entry]]',
					'| [[61\\|x]] |',
					'[[61]]',
					'[[62 things]]',
					'`[[62]]`',
					'<!-- [[62]] -->',
					'[[70]]',
				].join('\n'),
			},
			moves: ['content/log/62-slug.md -> content/log/61-slug.md'],
		});
	});

	it('changes links to bundles, to what lies in them, and from one entry to another', () => {
		const first = entryText(3, {}, '[[5]] [[6/more]] [[5 - Entry]]');
		const second = entryText(5, {}, '[[5]] [[#x]] [[l/6]] [[l/6/index]]');
		const pages = { 'l/3.md': first, 'l/5.md': second, 'l/6/index.md': entryText(6), 'l/6/more.md': '[[index]] [[../5]] [[6]]' };
		assert.deepEqual(renumber(pages, closeGaps), {
			notes: {
				'l/3.md': entryText(3, {}, '[[4]] [[5/more]] [[4 - Entry]]'),
				'l/4.md': entryText(4, {}, '[[4]] [[#x]] [[l/5]] [[l/5/index]]'),
				'l/5/index.md': entryText(5),
				'l/5/more.md': '[[index]] [[../4]] [[5]]',
			},
			moves: ['l/5.md -> l/4.md', 'l/6 -> l/5'],
		});
	});

	it('writes the whole path where the number would lead to another note', () => {
		const pages = { 'l/1-a.md': entryText(1), 'l/3-b.md': entryText(3), 'n/2.md': 'no entry', 'n/x.md': '[[3]]' };
		assert.deepEqual(renumber(pages, closeGaps), {
			notes: { 'l/2-b.md': entryText(2), 'n/x.md': '[[l/2-b]]' },
			moves: ['l/3-b.md -> l/2-b.md'],
		});
	});

	it('changes ref and relref, which would stop the build, in their own way of writing', () => {
		const written = (number: number): string =>
			[
				`{{< ref "${number}.md" >}}`,
				`{{% relref "/log/${number}" %}}`,
				`{{<relref "log/${number}.md#h-62" >}} {{< ref \`${number}\` >}}`,
				`{{< ref path="../log/${number}.md" lang="en" >}}`,
				`{{% ref lang="en" path = "./../log/${number}/" %}}`,
				`{{< ref ${number}.md >}}\r\n\`{{< ref "/LOG/${number}" >}}\` [[${number}]]`,
			].join('\n');
		const left =
			'{{< ref "63.md" >}} {{</* ref "62.md" */>}} {{< figure src="62.md" >}} {{< ref "62.md" {{< ref "https://a.b/62" >}} {{< ref "#62" >}} 62.md';
		const pages = { 'content/log/60.md': entryText(60), 'content/log/62.md': entryText(62), 'content/n/x.md': `${written(62)}\n${left}` };
		assert.deepEqual(renumber(pages, closeGaps), {
			notes: { 'content/log/61.md': entryText(61), 'content/n/x.md': `${written(61)}\n${left}` },
			moves: ['content/log/62.md -> content/log/61.md'],
		});
	});

	it('changes ref between leaf bundles, and keeps it on its page where another has the name', () => {
		const refs = (number: number): string => `{{< ref "../${number}" >}} {{< ref "/l/${number}/index.md" >}} {{< ref "${number}-b" >}}`;
		const pages = {
			'l/1/index.md': entryText(1, {}, refs(3)),
			'l/3/index.md': entryText(3, {}, '{{< ref "index.md" >}} {{< ref "../1" >}}'),
			'l/4-b.md': entryText(4),
			'm/3-b.md': 'a note',
			'n/x.md': '{{< ref "4-b" >}} {{< ref "3-b" >}} {{< ref "3-b.md" >}}',
		};
		assert.deepEqual(renumber(pages, closeGaps), {
			notes: {
				'l/1/index.md': entryText(1, {}, '{{< ref "../2" >}} {{< ref "/l/2/index.md" >}} {{< ref "/m/3-b" >}}'),
				'l/2/index.md': entryText(2, {}, '{{< ref "index.md" >}} {{< ref "../1" >}}'),
				'l/3-b.md': entryText(4).replace('4 -', '3 -'),
				'n/x.md': '{{< ref "/l/3-b" >}} {{< ref "/m/3-b" >}} {{< ref "/m/3-b" >}}',
			},
			moves: ['l/3 -> l/2', 'l/4-b.md -> l/3-b.md'],
		});
	});

	it('leaves a link that means two entries, and says so', () => {
		const later = entryText(2, { date: '2023-01-01T00:00:00Z', title: '2 - Later' });
		assert.deepEqual(renumber({ 'l/2.md': entryText(2), 'm/2.md': later, 'n/x.md': '[[2]] [[2 - Later]] [[m/2]]' }, closeGaps), {
			notes: { 'm/3.md': later.replace('2 - L', '3 - L'), 'n/x.md': '[[2]] [[3 - Later]] [[m/3]]' },
			moves: ['m/2.md -> m/3.md'],
			ambiguous: ['[[2]]'],
		});
	});

	it('changes the title of broken front matter too, and says where it cannot', () => {
		const broken = '---\nseries: daily log\ntitle: "7 - x\noutput: y\n---\n';
		const folded = '---\nseries: daily log\ntitle: >-\n  9 - x\n---\n';
		assert.deepEqual(renumber({ '1.md': entryText(1), '7.md': broken, '9.md': folded }, closeGaps), {
			notes: { '2.md': broken.replace('7', '2'), '3.md': folded },
			moves: ['7.md -> 2.md', '9.md -> 3.md'],
			left: ['9.md'],
		});
	});

	it('keeps every link on its note, in any log', () => {
		const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 8 });
		const forms = fc.constantFrom('[[%]]', '[[% - Entry]]', '[[l/%]]', '[[%-entry]]', 'x `[[%]]`');
		fc.assert(
			fc.property(numbers, fc.array(fc.tuple(forms, fc.nat(7)), { maxLength: 8 }), fc.boolean(), (unsorted, links, bundles) => {
				const sorted = unsorted.toSorted((a, b) => a - b);
				const write = (ordered: readonly number[]): Texts => {
					const body = links
						.map(([form, index]) => form.replace('%', String(form.includes('`') ? 99 : ordered[index % ordered.length])))
						.join(' ');
					return Object.fromEntries(
						ordered.map(number => [bundles ? `l/${number}/index.md` : `l/${number}.md`, entryText(number, {}, body)]),
					);
				};
				const before = write(sorted);
				const after = write(sorted.map((_, index) => (sorted[0] ?? 0) + index));
				const result = renumber(before, closeGaps);
				assert.ok(typeof result !== 'string');
				assert.deepEqual(
					result.notes,
					Object.fromEntries(
						Object.entries(after)
							.filter(([path, text]) => before[path] !== text)
							.sort(),
					),
				);
			}),
			{ numRuns: 80 },
		);
	});
});
