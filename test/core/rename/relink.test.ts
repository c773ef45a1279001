import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeOf, meaningOf } from '../../../src/core/links/linkMeaning.ts';
import { parseNote, type Note } from '../../../src/core/note.ts';
import { isBundlePage } from '../../../src/core/notePath.ts';
import { orderMoves, takenBy } from '../../../src/core/rename/moves.ts';
import { relinkText } from '../../../src/core/rename/relink.ts';
import { concernedNotes, relinkingOf, type Relinking } from '../../../src/core/rename/relinking.ts';
import { applyEdits } from '../../../src/core/text.ts';
import { entryText, noteAt, vaultOf } from '../../support/notes.ts';

type Texts = Readonly<Record<string, string>>;

interface Change {
	/** `from -> to` of files and folders. */
	readonly moves?: Texts;
	/** Notes that will say something else, by the path they have now. */
	readonly texts?: Texts;
}

interface Result {
	/** Texts in which links changed, by the path that the note has before. */
	readonly notes: Texts;
	readonly left?: readonly string[];
}

function relinkingIn(texts: Texts, { moves = {}, texts: changed = {} }: Change): Relinking {
	const all = Object.entries(moves).map(([from, to]) => ({ from, to, isFolder: texts[from] === undefined }));
	const notes = new Map(Object.entries(changed).map(([path, text]) => [`vault:/${path}`, noteAt(path, text)]));
	return relinkingOf(vaultOf(texts), { moves: orderMoves(all).bySource, notes });
}

/** Changes the vault; only concerned notes are read, and what the others say must not have mattered. */
function relinked(texts: Texts, change: Change): Result {
	const relinking = relinkingIn(texts, change);
	const results = [...relinking.before.notes()].map(note => ({ note, ...relinkText(relinking, note, texts[note.path] ?? '') }));
	const concerned = new Set(concernedNotes(relinking));
	for (const { note, edits } of results) {
		assert.ok(edits.length === 0 || concerned.has(note), `${note.path} was not to be read`);
	}
	const left = results.flatMap(each => each.left);
	return {
		notes: Object.fromEntries(
			results.flatMap(({ note, edits }) => (edits.length === 0 ? [] : [[note.path, applyEdits(texts[note.path] ?? '', edits)]])),
		),
		...(left.length === 0 ? {} : { left }),
	};
}

/** The one note `n/x.md` beside others, and what it says afterwards. */
function inNote(text: string, others: Texts, change: Change): string | Result {
	const result = relinked({ ...others, 'n/x.md': text }, change);
	const { 'n/x.md': after, ...rest } = result.notes;
	return result.left === undefined && Object.keys(rest).length === 0 ? (after ?? text) : result;
}

const titled = (title: string, body = ''): string => `---\ntitle: ${title}\n---\n${body}`;

describe('links to a note that moves', () => {
	const others = { 'a/Old Name.md': titled('"The Title"', '# Week 2\n\nSo. ^so\n'), 'b/other.md': '' };

	it('keep their way of writing: name, path, ending, heading, block, alias, case, embed', () => {
		const links = (name: string, lower: string, folder: string): string =>
			[
				`[[${name}]] [[ ${name} ]] ![[${name}.md|300]]`,
				`[[${name}#Week 2]] [[${name}#^so|so]]`,
				`| [[${name}\\|x]] |`,
				`[[${folder}/${name}]] [[/${folder}/${name}.md]] [[../${folder}/${name}]] [[..\\${folder}\\${name}]]`,
				`[[${lower}]] [[${name.replaceAll(' ', '%20')}]]`,
				'[[The Title]] [[the-title]] `[[Old Name]]` <!-- [[Old Name]] -->',
			].join('\r\n');
		const before = links('Old Name', 'old name', 'a');
		assert.equal(inNote(before, others, { moves: { 'a/Old Name.md': 'a/New Name.md' } }), links('New Name', 'New name', 'a'));
		const moved = links('Old Name', 'old name', 'c/d').replace('\\c/d\\', '\\c\\d\\');
		assert.equal(inNote(before, others, { moves: { 'a/Old Name.md': 'c/d/Old Name.md' } }), moved);
		assert.equal(inNote(before, others, { moves: { a: 'c/d' } }), moved);
	});

	it('change only where they would lead elsewhere', () => {
		assert.equal(inNote('[[Old Name]] [[The Title]]', others, { moves: { 'a/Old Name.md': 'Old Name.md' } }), '[[Old Name]] [[The Title]]');
		assert.equal(inNote('[[Old Name]]', others, { moves: { 'a/Old Name.md': 'a/index.md' } }), '[[a]]');
	});

	it('follow a change of letter case where they are written as the name was', () => {
		assert.equal(
			inNote('[[Old Name]] [[old name]] [[a/Old Name.md]]', others, { moves: { 'a/Old Name.md': 'a/OLD name.md' } }),
			'[[OLD name]] [[old name]] [[a/OLD name.md]]',
		);
		assert.equal(
			inNote('[[The Title]] [[the title]]', others, { texts: { 'a/Old Name.md': titled('The title') } }),
			'[[The title]] [[the title]]',
		);
	});

	it('follow bundles, folders with a page of their own, and what is in them', () => {
		const site = { 'l/6/index.md': '', 'l/6/more.md': '', 'l/_index.md': '', 'm/README.md': '' };
		assert.equal(
			inNote('[[6]] [[l/6]] [[l/6/index]] [[6/more]] [[l]] [[m]] [[l/_index.md]]', site, { moves: { 'l/6': 'l/7', m: 'o' } }),
			'[[7]] [[l/7]] [[l/7/index]] [[7/more]] [[l]] [[o]] [[l/_index.md]]',
		);
		assert.equal(
			inNote('[[6]] [[l/6]] [[l/6/index]] [[l]] [[l/_index.md]]', site, { moves: { l: 'k/log' } }),
			'[[6]] [[k/log/6]] [[k/log/6/index]] [[log]] [[k/log/_index.md]]',
		);
	});

	it('follow when both ends move', () => {
		const texts = { 'a/x.md': '[[y]] [[./y]] [[../b/z]] [[#h]]\n# h\n', 'a/y.md': '', 'b/z.md': '', 'c/y.md': '' };
		assert.deepEqual(relinked(texts, { moves: { 'a/x.md': 'c/x.md', 'b/z.md': 'd/z2.md' } }), {
			notes: { 'a/x.md': '[[a/y]] [[../a/y]] [[../d/z2]] [[#h]]\n# h\n' },
		});
		assert.deepEqual(relinked(texts, { moves: { a: 'e/f' } }), {
			notes: { 'a/x.md': '[[y]] [[./y]] [[../../b/z]] [[#h]]\n# h\n' },
		});
	});
});

describe('links to a note with another title', () => {
	const others = { 'a/c.md': titled('"C# in Depth"', '# Week 2\n'), 'l/62.md': entryText(62) };

	it('keep being a title, a slug, a number, and escape what they escaped', () => {
		assert.equal(
			inNote('[[C# in Depth#Week 2|x]] [[C\\# in Depth]] [[c-in-depth]] [[c]]', others, {
				texts: { 'a/c.md': titled('"F# in Depth"', '# Week 2\n') },
			}),
			'[[F# in Depth#Week 2|x]] [[F\\# in Depth]] [[f-in-depth]] [[c]]',
		);
		assert.equal(
			inNote('[[62]] [[062]] [[62 - Entry]] [[62-entry]]', others, {
				texts: { 'l/62.md': entryText(70) },
				moves: { 'l/62.md': 'l/70.md' },
			}),
			'[[70]] [[070]] [[70 - Entry]] [[70-entry]]',
		);
	});

	it('fall back to the name, then to the path, where the title cannot stand in a link', () => {
		assert.equal(inNote('[[C# in Depth|x]]', others, { texts: { 'a/c.md': titled('"a|b"') } }), '[[c|x]]');
		assert.equal(inNote('[[C# in Depth]]', { ...others, 'n/c.md': '' }, { texts: { 'a/c.md': titled('"a|b"') } }), '[[a/c]]');
		assert.equal(inNote('[[C# in Depth]]', others, { texts: { 'a/c.md': titled('"a [b]"') } }), '[[a \\[b\\]]]');
	});

	it('stay readable in the front matter, in its quotation marks', () => {
		const fields = (double: string, single: string): string =>
			`---\nrelated:\n  - "[[${double}]]"\n  - '![[${single}|x]]'\nsee: on [[${single}]]\n---\n`;
		assert.equal(
			inNote(fields('C# in Depth', 'C# in Depth'), others, { texts: { 'a/c.md': titled("It's") } }),
			fields("It's", 'c').replace('on [[c]]', "on [[It's]]"),
		);
		assert.equal(inNote(fields('c', 'C# in Depth'), others, { texts: { 'a/c.md': titled(`'Say "so"'`) } }), fields('c', 'Say "so"'));
	});
});

describe('links that a new name would capture', () => {
	it('are pinned to where they led', () => {
		const texts = { 'a/one.md': titled('Two'), 'a/three.md': '', 'n/x.md': '[[Two]] [[two#H]] [[three]]' };
		assert.deepEqual(relinked(texts, { moves: { 'a/three.md': 'a/two.md' } }), {
			notes: { 'n/x.md': '[[one]] [[one#H]] [[two]]' },
		});
		const near = { 'a/one.md': '', 'b/one.md': '', 'n/m/x.md': '[[a/one]] [[b/one]]', 'a/y.md': '[[one]]' };
		assert.deepEqual(relinked(near, { moves: { 'b/one.md': 'a/sub/one.md', 'a/one.md': 'c/one.md' } }), {
			notes: { 'n/m/x.md': '[[c/one]] [[a/sub/one]]', 'a/y.md': '[[c/one]]' },
		});
	});

	it('are left, and named, where they meant several notes', () => {
		const texts = { 'a/one.md': '', 'b/one.md': '', 'n/x.md': '[[one]]' };
		assert.deepEqual(relinked(texts, { moves: { 'b/one.md': 'b/two.md' } }), { notes: {}, left: ['[[one]]'] });
		assert.deepEqual(relinked(texts, { texts: { 'b/one.md': 'x' } }), { notes: {} });
	});
});

describe('links to a heading or block that gets another name', () => {
	const note = '# Plans\n\n## Week 2\n\n## Notes\n\nSo. ^so\n\n# Rest\n\n## Notes\n';
	const links = (target: string): string =>
		`[[${target}#Week 2|w]] [[${target}#week-2]] [[${target}#WEEK 2]] [[${target}#Plans#Week 2]] [[${target}#notes-1]] [[${target}#Rest#Notes]] [[${target}#^so]]`;

	it('follow as text where they are text, as id where they are an id, and others stay on theirs', () => {
		const renamed = note.replace('Week 2', 'Second: [week] #2').replace('## Notes', '## Second').replace('^so', '^thus');
		assert.deepEqual(
			relinked({ 'a/p.md': `${note}${links('')}`, 'n/x.md': links('p') }, { texts: { 'a/p.md': `${renamed}${links('')}` } }),
			{
				notes: {
					'a/p.md': `${note}[[#Second: week 2|w]] [[#second-week-2]] [[#Second: week 2]] [[#Plans#Second: week 2]] [[#notes]] [[#Rest#Notes]] [[#^thus]]`,
					'n/x.md':
						'[[p#Second: week 2|w]] [[p#second-week-2]] [[p#Second: week 2]] [[p#Plans#Second: week 2]] [[p#notes]] [[p#Rest#Notes]] [[p#^thus]]',
				},
			},
		);
	});

	it('follow where the heading above, or the whole note, gets another name too', () => {
		assert.equal(
			inNote(
				'[[p#Plans#Week 2]] [[p#Plans]]',
				{ 'a/p.md': note },
				{ texts: { 'a/p.md': note.replace('Plans', 'Aims') }, moves: { 'a/p.md': 'a/q.md' } },
			),
			'[[q#Aims#Week 2]] [[q#Aims]]',
		);
	});
});

const names = ['one', 'One two', 'three', '62', '63-x', 'a.b', 'C# x'];
const folders = ['', 'a/', 'a/b/', 'c/'];
const headings = ['', '#H', '#h-1', '#^id', '#None'];

const noteArbitrary = fc.record({
	folder: fc.constantFrom(...folders),
	name: fc.constantFrom(...names),
	bundle: fc.boolean(),
	title: fc.option(fc.constantFrom(...names, '62 - x', '63 - y', 'Say "it"'), { nil: undefined }),
	links: fc.array(
		fc.record({
			folder: fc.constantFrom('', '', 'a/', '/a/', './', '../', 'b/'),
			name: fc.constantFrom(...names, 'one-two', '062', 'H'),
			ending: fc.constantFrom('', '', '.md'),
			heading: fc.constantFrom(...headings),
		}),
		{ maxLength: 4 },
	),
});

function textFor(title: string | undefined, body: string): string {
	return title === undefined ? body : `---\ntitle: '${title}'\nseries: daily log\n---\n${body}`;
}

/** Where each link of a note leads: uri and place, or why nowhere. */
function leads(vault: Relinking['before'], note: Note): readonly string[] {
	return note.links.map(link => {
		const meaning = meaningOf(vault, link, note.path);
		const { resolution } = meaning;
		if (resolution.kind !== 'resolved') {
			return resolution.kind;
		}
		const place = placeOf(resolution.note, meaning);
		const rank = place.kind === 'heading' ? resolution.note.headings.indexOf(place.heading) : place.kind;
		return `${resolution.note.uri} ${rank}`;
	});
}

interface Sample {
	readonly texts: Texts;
	readonly moves: Texts;
	readonly changed: Texts;
}

const change = fc.record({
	folder: fc.constantFrom(...folders),
	name: fc.constantFrom(...names, 'new', 'New name'),
	title: fc.option(fc.constantFrom(...names, 'New title', '70 - z', 'it’s', "it's", '[x]'), { nil: undefined }),
	heading: fc.constantFrom('H', 'Other', 'h'),
});

/** A vault, and up to three of its notes that move, get another title, another heading. */
const sample: fc.Arbitrary<Sample> = fc
	.tuple(fc.array(noteArbitrary, { minLength: 1, maxLength: 7 }), fc.array(fc.tuple(fc.nat(6), change), { minLength: 1, maxLength: 3 }))
	.map(([made, changes]) => {
		const texts = Object.fromEntries(
			made.map(({ folder, name, bundle, title, links }) => {
				const body = links.map(link => `[[${link.folder}${link.name}${link.ending}${link.heading}]]`).join(' ');
				return [`${folder}${name}${bundle ? '/index' : ''}.md`, textFor(title, `${body}\n\n# H\n\nIs. ^id\n\n# H\n`)];
			}),
		);
		const paths = Object.keys(texts);
		const changing = changes.map(([index, each]) => ({ ...each, path: paths[index % paths.length] ?? '' }));
		return {
			texts,
			moves: Object.fromEntries(
				changing.map(({ path, folder, name }) =>
					isBundlePage(path) ? [path.replace(/\/index\.md$/u, ''), `${folder}${name}`] : [path, `${folder}${name}.md`],
				),
			),
			changed: Object.fromEntries(
				changing.map(({ path, title, heading }) => [
					path,
					(texts[path] ?? '')
						.replace('# H', `# ${heading}`)
						.replace(/^title: .*$/mu, written => (title === undefined ? written : `title: "${title}"`)),
				]),
			),
		};
	});

/** Whether the moves can be made: no name is taken, and none leads into or out of another. */
function isPossible({ texts, moves }: Sample): boolean {
	const all = Object.entries(moves).map(([from, to]) => ({ from, to, isFolder: texts[from] === undefined }));
	return (
		takenBy(all, vaultOf(texts).notes()).length === 0 &&
		all.every(({ from }) => !all.some(other => from.startsWith(`${other.from}/`) || other.to.startsWith(`${from}/`)))
	);
}

describe('after any rename', () => {
	it('every link leads to the same note and place as before, or is named as left', () => {
		fc.assert(
			fc.property(sample.filter(isPossible), ({ texts, moves, changed }) => {
				const relinking = relinkingIn(texts, { moves, texts: changed });
				const concerned = new Set(concernedNotes(relinking));
				const results = [...relinking.before.notes()].map(note => ({ note, ...relinkText(relinking, note, texts[note.path] ?? '') }));
				const after = vaultOf({});
				for (const { note, edits } of results) {
					assert.ok(edits.length === 0 || concerned.has(note), note.path);
					const now = relinking.after.note(note.uri) ?? note;
					after.update({ set: [{ ...now, links: parseNote(now, applyEdits(texts[note.path] ?? '', edits)).links }] });
				}
				for (const { note, left } of results) {
					const then = leads(relinking.before, note);
					const now = leads(after, after.note(note.uri) ?? note);
					const lost = note.links.filter(
						({ label }, index) => then[index] !== now[index] && then[index]?.includes('vault:') === true && !left.includes(`[[${label}]]`),
					);
					assert.deepEqual(
						lost.map(({ label }) => label),
						[],
						note.path,
					);
				}
			}),
			{ numRuns: 400 },
		);
	});
});
