import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackNotes } from '../../src/core/loadedNote.ts';
import type { Folders } from '../../src/platform/folders.ts';
import { loadNotes, type LoadReport, type LoadRequest } from '../../src/platform/loadNotes.ts';
import { lookBounds, lookForLog } from '../../src/platform/lookForLog.ts';
import { nodeFolders } from '../../src/platform/node/nodeFolders.ts';
import { inFolder } from '../support/folders.ts';
import { entryText } from '../support/notes.ts';

interface Loaded {
	readonly paths: readonly string[];
	readonly report: LoadReport;
	readonly known: ReadonlyMap<string, string>;
}

async function load(folders: Folders, request: Partial<LoadRequest> = {}): Promise<Loaded> {
	const known = new Map<string, string>();
	const report = await loadNotes(folders, { folderUri: 'file:///vault', globs: [], known: new Map(), ...request }, notes => {
		notes.forEach(({ path, stamp }) => known.set(path, stamp));
	});
	return { paths: [...known.keys()], report, known };
}

const namesOf = (...names: readonly string[]) => names.map(name => ({ name, kind: 'folder' as const }));

describe('loading notes', () => {
	it('finds entries, bundles and notes, highest numbers first', () =>
		inFolder(
			{
				'hugo.toml': '',
				'content/log/9.md': '',
				'content/log/10/index.md': '',
				'content/log/10/data.md': '',
				'content/about.md': '',
				'public/x.md': '',
			},
			async root => {
				const { paths, report } = await load(nodeFolders(root));
				assert.deepEqual(paths, ['content/log/10/index.md', 'content/log/9.md', 'content/about.md']);
				assert.deepEqual([report.filesRead, report.skipped], [3, []]);
			},
		));

	it('finds the latest first where names are dates', () =>
		inFolder({ '2022-12-02.md': '', '2023-01-01.md': '', '2022-12-10-tea.md': '', 'x.md': '' }, async root => {
			const { paths } = await load(nodeFolders(root));
			assert.deepEqual(paths, ['2023-01-01.md', '2022-12-10-tea.md', '2022-12-02.md', 'x.md']);
		}));

	it('reads again only what has changed', () =>
		inFolder({ 'a/1.md': 'one', 'a/2.md': 'two', 'b/3.md': 'three' }, async root => {
			const folders = nodeFolders(root);
			const { known } = await load(folders);
			writeFileSync(join(root, 'a/2.md'), 'changed');
			const again = await load(folders, { known });
			assert.deepEqual([again.paths, again.report.filesRead, again.report.notes, again.report.gone], [['a/2.md'], 1, 3, []]);
		}));

	it('tells which of the known notes are gone, but not of those that may still be there', async () => {
		const folders: Folders = {
			atOnce: 1,
			list: path => (path === '' ? namesOf('a') : path === 'a' ? [...namesOf('locked'), { name: '1.md', kind: 'file' }] : 'denied'),
			read: () => ({ kind: 'unchanged' }),
		};
		const known = new Map(['a/1.md', 'a/2.md', 'a/locked/3.md'].map(path => [path, 'stamp']));
		const { report } = await load(folders, { known });
		assert.deepEqual([report.gone, report.notes, report.filesRead], [['a/2.md'], 1, 0]);
	});

	it('passes over what is no text, too large or not readable, with a sentence each', () =>
		inFolder({ 'ok.md': 'x', 'binary.md': new Uint8Array([1, 0, 2]), 'huge.md': 'x' }, async root => {
			truncateSync(join(root, 'huge.md'), 50 * 1024 * 1024);
			symlinkSync(join(root, 'nowhere'), join(root, 'dangling.md'));
			const { paths, report } = await load(nodeFolders(root));
			assert.deepEqual(paths, ['ok.md']);
			assert.deepEqual([...report.skipped].sort(), ['binary.md: not a text', 'huge.md: larger than 5 MB']);
		}));

	it('passes over a .gitignore that is too long to be tried on every path, with a sentence', () =>
		inFolder({ '1.md': 'x', '.gitignore': '1.md\n'.repeat(20_000), 'a/2.md': 'x', 'a/.gitignore': '2.md\n' }, async root => {
			const { paths, report } = await load(nodeFolders(root));
			assert.deepEqual([paths, report.skipped], [['1.md'], ['.gitignore: larger than 0.0625 MB']]);
		}));

	it('goes on where a file or folder vanishes or refuses between listing and reading', async () => {
		const folders: Folders = {
			atOnce: 4,
			list: path =>
				path === ''
					? [
							{ name: 'gone.md', kind: 'file' },
							{ name: '1.md', kind: 'file' },
							{ name: 'locked', kind: 'folder' },
						]
					: 'permission denied',
			read: path => (path === 'gone.md' ? { kind: 'skipped', reason: 'no such file' } : { kind: 'text', text: entryText(1), stamp: 'a' }),
		};
		const { paths, report } = await load(folders);
		assert.deepEqual([paths, report.skipped], [['1.md'], ['locked: permission denied', 'gone.md: no such file']]);
	});

	it('never waits for a named pipe', async function () {
		if (process.platform === 'win32') {
			this.skip();
		}
		await inFolder({ '1.md': 'x' }, async root => {
			execFileSync('mkfifo', [join(root, 'pipe.md')]);
			assert.deepEqual((await load(nodeFolders(root))).paths, ['1.md']);
		});
	});

	it('follows a linked folder once, and no loop', async function () {
		if (process.platform === 'win32') {
			this.skip();
		}
		await inFolder({ 'outside/2.md': 'x', 'vault/a/1.md': 'x' }, async root => {
			symlinkSync(join(root, 'vault'), join(root, 'vault/a/up'));
			symlinkSync(join(root, 'vault/a/1.md'), join(root, 'vault/latest.md'));
			symlinkSync(join(root, 'outside'), join(root, 'vault/linked'));
			symlinkSync(join(root, 'outside'), join(root, 'vault/again'));
			symlinkSync(join(root, 'vault/self'), join(root, 'vault/self'));
			const { paths } = await load(nodeFolders(join(root, 'vault')));
			assert.equal(paths.length, 2);
			assert.ok(paths.includes('a/1.md') && paths.some(path => /^(?:linked|again)\/2\.md$/u.test(path)));
		});
	});

	it('says which folder cannot be listed', async function () {
		if (process.platform === 'win32' || process.getuid?.() === 0) {
			this.skip();
		}
		await inFolder({ 'a/1.md': 'x', '2.md': 'x' }, async root => {
			chmodSync(join(root, 'a'), 0);
			const { paths, report } = await load(nodeFolders(root));
			chmodSync(join(root, 'a'), 0o755);
			assert.deepEqual([paths, report.skipped.length], [['2.md'], 1]);
		});
	});

	it('reads UTF-16 where its byte order mark says so, and drops that of UTF-8', () =>
		inFolder({ 'a.md': Buffer.from('\uFEFF# Title', 'utf16le'), 'b.md': '\uFEFF# Other' }, async root => {
			const titles: string[] = [];
			await loadNotes(nodeFolders(root), { folderUri: 'file:///v', globs: [], known: new Map() }, notes => {
				titles.push(...unpackNotes(notes, 'file:///v').notes.map(({ title }) => title));
			});
			assert.deepEqual(titles.sort(), ['Other', 'Title']);
		}));
});

describe('the look for a log', () => {
	it('finds one where people keep it', () =>
		inFolder(
			{ 'hugo.toml': '', 'content/posts/a.md': 'x', 'content/daily-log/1.md': entryText(1), 'content/daily-log/2/index.md': entryText(2) },
			async root => {
				assert.equal((await lookForLog(nodeFolders(root), 'Daily Log', [])).found, true);
				assert.equal((await lookForLog(nodeFolders(root), 'Work Log', [])).found, false);
			},
		));

	it('is bounded in a repository that holds none', async () => {
		let listed = 0;
		let read = 0;
		const endless: Folders = {
			atOnce: 1,
			list: () => {
				listed++;
				return [...Array(50).keys()].flatMap(i => [
					{ name: `folder${i}`, kind: 'folder' as const },
					{ name: `${i}.md`, kind: 'file' as const },
				]);
			},
			read: () => {
				read++;
				return { kind: 'text', text: '# Nothing', stamp: '' };
			},
		};
		const look = await lookForLog(endless, 'Daily Log', []);
		assert.deepEqual(look, { found: false, foldersListed: lookBounds.foldersListed, filesRead: lookBounds.filesRead });
		assert.deepEqual([listed, read], [48, 48]);
	});
});
