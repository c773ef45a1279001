import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backlinkGroups } from '../../../src/core/links/backlinks.ts';
import { concernedByNote } from '../../../src/core/links/concernedNotes.ts';
import { linksOf } from '../../../src/core/links/linkIndex.ts';
import { meaningOf } from '../../../src/core/links/linkMeaning.ts';
import { blockReferences, headingReferences, referencesTo, type Reference } from '../../../src/core/links/references.ts';
import { slice } from '../../../src/core/text.ts';
import type { Vault } from '../../../src/core/vault.ts';
import { entryText, noteAt, vaultOf } from '../../support/notes.ts';

const texts: Readonly<Record<string, string>> = {
	'log/62.md': entryText(62, { title: '62 - Restarting' }, '## Week 2\nx ^so\n[[#week 2]] [[62]]\n'),
	'log/063-x/index.md': entryText(63, {}, '[[62]] [[062]] [[62 - restarting|x]] [[62#Week 2]] [[log/62.md]]\n'),
	'a.md': '[[62-restarting]] [[62#^so]] [[../log/62]] [[nobody]] [[63]] [[log/063-x/index]] `[[62]]`\n',
	'b.md': '---\nrelated: "[[62]]"\n---\n![[62#week-2]]\n',
};

/** Each reference as the note it stands in and its text. */
function written(references: readonly Reference[]): readonly string[] {
	return references.map(({ from, link }) => `${from.path} ${slice(texts[from.path] ?? '', link.span)}`).toSorted();
}

describe('the references to a note', () => {
	const vault = vaultOf(texts);
	const note = vault.note('vault:/log/62.md');
	assert.ok(note !== undefined);

	it('are all links to it, in whatever way they name it', () => {
		assert.deepEqual(written(referencesTo(vault, note)), [
			'a.md [[../log/62]]',
			'a.md [[62#^so]]',
			'a.md [[62-restarting]]',
			'b.md [[62#week-2]]',
			'b.md [[62]]',
			'log/063-x/index.md [[062]]',
			'log/063-x/index.md [[62 - restarting|x]]',
			'log/063-x/index.md [[62#Week 2]]',
			'log/063-x/index.md [[62]]',
			'log/063-x/index.md [[log/62.md]]',
			'log/62.md [[#week 2]]',
			'log/62.md [[62]]',
		]);
		assert.equal(backlinkGroups(vault, note).flatMap(({ links }) => links).length, 10);
		const bundle = vault.note('vault:/log/063-x/index.md');
		assert.deepEqual(bundle && written(referencesTo(vault, bundle)), ['a.md [[63]]', 'a.md [[log/063-x/index]]']);
	});

	it('are told by heading and block', () => {
		const [heading] = note.headings;
		const [block] = note.blockIds;
		assert.deepEqual(heading && written(headingReferences(vault, note, heading)), [
			'b.md [[62#week-2]]',
			'log/063-x/index.md [[62#Week 2]]',
			'log/62.md [[#week 2]]',
		]);
		assert.deepEqual(block && written(blockReferences(vault, note, block)), ['a.md [[62#^so]]']);
	});
});

const paths = fc.constantFrom('1.md', '2.md', 'a/2.md', 'a/2/index.md', 'note.md', 'b/note.md');
const bodies = fc.constantFrom(
	'',
	'[[1]]',
	'[[2]] [[note]]',
	'[[a/2]] [[2#H]]',
	'## H\n[[#H]]',
	'[[1 - Entry]] [[x]] [[a/1]] [[a/2 - entry]] [[b/Note]]',
	'## H\n^id\n[[1#^id]]',
);
const heads = fc.constantFrom('', '---\ntitle: note\n---\n', entryText(1), entryText(2));
const steps = fc.array(fc.tuple(paths, fc.option(fc.tuple(heads, bodies), { nil: undefined })), { minLength: 1, maxLength: 14 });

/** All that links mean, by note and link. */
function allMeanings(vault: Vault): ReadonlyMap<string, string> {
	const meanings = new Map<string, string>();
	for (const note of vault.notes()) {
		note.links.forEach((link, index) => {
			const { resolution, heading } = meaningOf(vault, link, note.path);
			const reached = resolution.kind === 'resolved' ? [resolution.note] : resolution.kind === 'ambiguous' ? resolution.notes : [];
			const places = reached
				.map(({ path, headings, blockIds }) => `${path} ${headings.map(({ text }) => text).join()} ${blockIds.length}`)
				.toSorted();
			meanings.set(`${note.path} ${index} ${link.label} ${heading}`, places.join());
		});
	}
	return meanings;
}

function referencesIn(vault: Vault): readonly string[] {
	return [...vault.notes()]
		.flatMap(note => referencesTo(vault, note).map(({ from, link }) => `${note.path} < ${from.path} ${link.span.start}`))
		.toSorted();
}

describe('the index of links', () => {
	it('is the same after any history as in a new vault, and names every note that a change concerns', () => {
		fc.assert(
			fc.property(steps, history => {
				const grown = vaultOf({});
				const now = new Map<string, string>();
				let concerned: readonly string[] = [];
				grown.onDidChange(({ notes, before }) => {
					concerned = notes.flatMap(uri => {
						const old = before.get(uri);
						const fresh = grown.note(uri);
						const number = /^---\ntitle: "(\d)/u.exec(now.get(uri.slice('vault:/'.length)) ?? '')?.[1];
						const named = (note: typeof old) => ({
							note,
							number: note === undefined ? undefined : (grown.entry(uri)?.number ?? Number(number)),
						});
						return concernedByNote(grown, { note: old, number: numberOf(old?.title) }, named(fresh)).map(({ path }) => path);
					});
				});
				for (const [path, parts] of history) {
					const before = allMeanings(grown);
					if (parts === undefined) {
						now.delete(path);
						grown.update({ remove: [`vault:/${path}`] });
					} else {
						now.set(path, parts.join(''));
						grown.update({ set: [noteAt(path, parts.join(''))] });
					}
					for (const [key, meant] of allMeanings(grown)) {
						const from = key.slice(0, key.indexOf(' '));
						const was = before.get(key);
						assert.ok(
							was === undefined || was === meant || from === path || concerned.includes(from),
							`${key}: '${was}' became '${meant}' by ${path}`,
						);
					}
				}
				const fresh = vaultOf(Object.fromEntries(now));
				assert.deepEqual(referencesIn(grown), referencesIn(fresh));
				assert.deepEqual(
					[...linksOf(grown).targets()].map(target => target.toLowerCase()).toSorted(),
					[...linksOf(fresh).targets()].map(target => target.toLowerCase()).toSorted(),
				);
			}),
			{ numRuns: 400 },
		);
	});

	it('finds each link by its meaning, as a slow search does', () => {
		fc.assert(
			fc.property(steps, history => {
				const vault = vaultOf(
					Object.fromEntries(history.flatMap(([path, parts]) => (parts === undefined ? [] : [[path, parts.join('')]]))),
				);
				const slow = [...vault.notes()].flatMap(note =>
					[...vault.notes()].flatMap(from =>
						from.links.flatMap(link => {
							const { resolution } = meaningOf(vault, link, from.path);
							return resolution.kind === 'resolved' && resolution.note === note ? [`${note.path} < ${from.path} ${link.span.start}`] : [];
						}),
					),
				);
				assert.deepEqual(referencesIn(vault), slow.toSorted());
			}),
			{ numRuns: 300 },
		);
	});
});

function numberOf(title: string | undefined): number | undefined {
	const digits = /^(\d) - /u.exec(title ?? '')?.[1];
	return digits === undefined ? undefined : Number(digits);
}
