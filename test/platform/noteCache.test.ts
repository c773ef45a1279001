import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isLined, type LinedNote, type LoadedNote } from '../../src/core/loadedNote.ts';
import { loadNote } from '../../src/core/loadNote.ts';
import type { Folders } from '../../src/platform/folders.ts';
import { loadNotes } from '../../src/platform/loadNotes.ts';
import { NoteCache, type KeptNotes } from '../../src/platform/node/noteCache.ts';
import { inFolder } from '../support/folders.ts';
import { entryText, plainLoaded, plainShape } from '../support/notes.ts';
import { programArguments, root } from '../support/root.ts';

const noon = 1_000_000;

/** A stamp of a file that was last changed at this time. */
function stampAt(time: number): string {
	return `${time}:${time}:1:1`;
}

function notesOf(count: number, input = '30'): Map<string, LinedNote> {
	const notes = Array.from({ length: count }, (_, index) => {
		const path = `log/${index}.md`;
		return loadNote({ uri: '', path }, entryText(index, { input, title: `"${index} - Straße 🪚"` }), stampAt(Number(input)), plainShape);
	});
	return new Map(notes.filter(isLined).map(note => [note.path, note]));
}

/** A cache in that folder, and the lines that it says. */
function cacheIn(folder: string, program = 'one'): { readonly cache: NoteCache; readonly lines: string[] } {
	const lines: string[] = [];
	return { cache: new NoteCache({ folder, program, note: line => lines.push(line) }), lines };
}

function write(folder: string, notes: ReadonlyMap<string, LoadedNote>): number {
	const { cache } = cacheIn(folder);
	return cache.write(notes, cache.read(), noon);
}

describe('the cache of notes', () => {
	it('gives back what was kept', () =>
		inFolder({}, folder => {
			const notes = notesOf(4000);
			const { cache, lines } = cacheIn(join(folder, 'deep', 'index'));
			assert.deepEqual([...cache.read()], []);
			assert.equal(cache.write(notes, new Map(), noon), 4);
			const again = cacheIn(join(folder, 'deep', 'index')).cache;
			const kept = again.read();
			assert.deepEqual(sorted(kept), sorted(notes));
			assert.deepEqual(
				again.newest,
				Array.from({ length: 60 }, (_, index) => `log/${3999 - index}.md`),
				'the newest of all files',
			);
			assert.deepEqual(lines, []);
		}));

	it('writes only the files whose notes are different', () =>
		inFolder({}, folder => {
			const notes = notesOf(4000);
			assert.equal(write(folder, notes), 4);
			assert.equal(write(folder, notes), 0);
			const changed = new Map([...notes, ...[...notesOf(8, '45')].slice(7)]);
			assert.equal(write(folder, changed), 1);
			changed.delete('log/9.md');
			assert.equal(write(folder, changed), 1);
			assert.deepEqual(sorted(cacheIn(folder).cache.read()), sorted(changed));
			assert.equal(write(folder, notesOf(20)), 1);
			assert.deepEqual(readdirSync(folder), ['notes-0']);
		}));

	it('leaves out what changed so lately that its stamp may stay the same, and what cannot be packed', () =>
		inFolder({}, folder => {
			const at = (time: number): LoadedNote => loadNote({ uri: '', path: `${time}.md` }, '', stampAt(time));
			const odd = loadNote({ uri: '', path: 'odd.md' }, '---\nx: .nan\n---\n', stampAt(0));
			const notes = [
				at(noon - 2500),
				at(noon - 1500),
				at(noon),
				at(noon + 1e9),
				odd,
				{ ...at(1), path: 'touched.md', stamp: `${noon}:1:1:1` },
			];
			write(folder, new Map(notes.map(note => [note.path, note])));
			assert.deepEqual([...cacheIn(folder).cache.read().keys()], [`${noon - 2500}.md`]);
		}));

	const damages: Readonly<Record<string, (file: string) => void>> = {
		'cut off': file => {
			writeFileSync(file, readFileSync(file).subarray(0, -40));
		},
		'cut off behind a line': file => {
			const text = readFileSync(file, 'utf8');
			writeFileSync(file, text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1));
		},
		'changed in one byte': file => {
			const bytes = readFileSync(file);
			bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
			writeFileSync(file, bytes);
		},
		empty: file => {
			writeFileSync(file, '');
		},
		'something else': file => {
			writeFileSync(file, 'x\n'.repeat(100));
		},
		'longer than it was': file => {
			appendFileSync(file, 'more\n');
		},
	};
	for (const [what, damage] of Object.entries(damages)) {
		it(`throws a file away that is ${what}, says so, and keeps the others`, () =>
			inFolder({}, folder => {
				write(folder, notesOf(4000));
				damage(join(folder, 'notes-1'));
				const { cache, lines } = cacheIn(folder);
				const kept = cache.read();
				assert.ok(kept.size > 2000 && kept.size < 4000, String(kept.size));
				assert.match(
					lines.join('\n'),
					/^notes-1 of the index is thrown away: (?:it was written by another version or for other settings|it is incomplete or damaged)\.$/u,
				);
				assert.deepEqual(readdirSync(folder).sort(), ['notes-0', 'notes-2', 'notes-3']);
				assert.equal(cache.write(notesOf(4000), kept, noon), 1);
				assert.equal(cacheIn(folder).cache.read().size, 4000);
			}));
	}

	it('throws away what another program kept', () =>
		inFolder({}, folder => {
			write(folder, notesOf(10));
			const { cache, lines } = cacheIn(folder, 'two');
			assert.deepEqual(
				[cache.read().size, lines],
				[0, ['notes-0 of the index is thrown away: it was written by another version or for other settings.']],
			);
		}));

	it('says so where it cannot write, and goes on', () =>
		inFolder({ file: 'x' }, folder => {
			const { cache, lines } = cacheIn(join(folder, 'file'));
			assert.equal(cache.read().size, 0);
			cache.write(notesOf(3), new Map(), noon);
			assert.match(lines.join('\n'), /^The index cannot be kept: /u);
		}));

	it('is whole after a process was killed while it wrote', () =>
		inFolder({}, async folder => {
			for (let round = 0; round < 6; round++) {
				const child = spawn(process.execPath, programArguments('test/support/cacheWriter.ts', [folder]), {
					cwd: root,
					stdio: ['ignore', 'pipe', 'inherit'],
				});
				await once(child.stdout, 'data');
				await new Promise(resolve => setTimeout(resolve, round * 7));
				child.kill('SIGKILL');
				await once(child, 'exit');
				const { cache, lines } = cacheIn(folder, 'writer');
				const kept = cache.read();
				assert.deepEqual([kept.size, lines], [3000, []]);
				cache.write(kept, kept, noon);
			}
			write(join(folder), notesOf(3000));
			assert.deepEqual(readdirSync(folder).sort(), ['notes-0', 'notes-1']);
		})).timeout(60_000);

	it('with any history gives what reading everything anew gives, and reads only what changed', () => {
		const paths = fc.constantFrom('1.md', '2.md', 'a/3.md', 'b/4/index.md', 'note.md');
		const texts = fc.constantFrom(
			undefined,
			'',
			entryText(1),
			entryText(2, { input: '5' }),
			'# Title\n\n[[1]]',
			'---\nx: .nan\n---\n',
			'---\nx: [\n',
		);
		const step = fc.record({ path: paths, text: texts });
		return fc.assert(
			fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 6 }), rounds =>
				inFolder({}, async folder => {
					const disk = new Map<string, { readonly text: string; readonly stamp: string }>();
					let clock = 0;
					for (const steps of rounds) {
						for (const { path, text } of steps) {
							clock++;
							if (text === undefined) {
								disk.delete(path);
							} else {
								disk.set(path, { text, stamp: stampAt(clock) });
							}
						}
						const { cache } = cacheIn(folder);
						const kept = cache.read();
						const loaded = await loadAll(disk, kept);
						assert.deepEqual(shown(loaded.notes), shown((await loadAll(disk, new Map())).notes));
						assert.equal(loaded.filesRead, [...disk].filter(([path, { stamp }]) => kept.get(path)?.stamp !== stamp).length);
						cache.write(loaded.notes, kept, noon);
					}
				}),
			),
			{ numRuns: 40 },
		);
	});
});

function sorted(notes: ReadonlyMap<string, LoadedNote>): readonly LoadedNote[] {
	return [...notes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function shown(notes: ReadonlyMap<string, LoadedNote>): unknown {
	return sorted(notes).map(note => plainLoaded(note, 'vault:'));
}

type Disk = ReadonlyMap<string, { readonly text: string; readonly stamp: string }>;

/** A disk in memory. */
function foldersOf(disk: Disk): Folders {
	return {
		atOnce: 1,
		list: path => {
			const below = [...disk.keys()]
				.filter(each => path === '' || each.startsWith(`${path}/`))
				.map(each => each.slice(path === '' ? 0 : path.length + 1));
			const folders = new Set(below.filter(each => each.includes('/')).map(each => each.slice(0, each.indexOf('/'))));
			const files = below.filter(each => !each.includes('/'));
			return [...files.map(name => ({ name, kind: 'file' as const })), ...[...folders].map(name => ({ name, kind: 'folder' as const }))];
		},
		read: (path, known) => {
			const file = disk.get(path);
			return file === undefined
				? { kind: 'skipped', reason: 'gone' }
				: file.stamp === known
					? { kind: 'unchanged' }
					: { kind: 'text', ...file };
		},
	};
}

async function loadAll(disk: Disk, kept: KeptNotes): Promise<{ readonly notes: Map<string, LoadedNote>; readonly filesRead: number }> {
	const notes = new Map<string, LoadedNote>(kept);
	const handed = new Map(Array.from(kept, ([path, { stamp }]) => [path, stamp]));
	const request = { folderUri: 'vault:', globs: [], known: new Map<string, string>(), shape: plainShape };
	const take = (some: readonly LoadedNote[]): void => {
		some.forEach(note => notes.set(note.path, note));
	};
	const { filesRead, gone } = await loadNotes(foldersOf(disk), request, take, handed);
	gone.forEach(path => notes.delete(path));
	return { notes, filesRead };
}
