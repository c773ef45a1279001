import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { nodeNoteStore } from '../../src/platform/node/nodeNoteStore.ts';
import type { NextCreation } from '../../src/platform/createNext.ts';
import type { NoteStore } from '../../src/platform/noteStore.ts';
import { inFolder } from '../support/folders.ts';
import { entryText } from '../support/notes.ts';

/** The store of `vault` in a folder that also has `private`; without a worker, which is a bundle. */
function storeIn(root: string, isTrusted: boolean): NoteStore {
	mkdirSync(join(root, 'locks'), { recursive: true });
	const places = { workerFile: join(root, 'no-worker.js'), lockFolder: join(root, 'locks'), cacheFolder: undefined, note: () => undefined };
	return nodeNoteStore(join(root, 'vault'), { ...places, isTrusted: () => isTrusted });
}

function create(store: NoteStore, path: string): Promise<NextCreation> {
	return store.createNext('key', () => Promise.resolve({ kind: 'plan', path, text: 'new', stops: [] }));
}

/** A vault whose links lead to a folder of the user's, to a file in it, to nowhere, and to a place inside. */
async function withLinks(test: (root: string) => Promise<void>): Promise<void> {
	await inFolder({ 'vault/log/1.md': entryText(1), 'private/2.md': entryText(2), 'private/key.txt': 'secret' }, async root => {
		symlinkSync(join(root, 'private'), join(root, 'vault/linked'), 'junction');
		if (process.platform !== 'win32') {
			symlinkSync(join(root, 'private/key.txt'), join(root, 'vault/template.md'));
			symlinkSync('../private/2.md', join(root, 'vault/2.md'));
			symlinkSync(join(root, 'private/later.md'), join(root, 'vault/later.md'));
			symlinkSync('log', join(root, 'vault/inside'));
		}
		await test(root);
	});
}

async function pathsIn(store: NoteStore): Promise<readonly string[]> {
	const paths: string[] = [];
	await store.load({ folderUri: 'file:///vault', globs: [], known: new Map() }, notes => {
		paths.push(...notes.map(({ path }) => path));
	});
	return paths.sort();
}

describe('symbolic links that lead out of a folder', () => {
	it('are not followed where the folder is not trusted: nothing is read or written through them', () =>
		withLinks(async root => {
			const store = storeIn(root, false);
			assert.deepEqual(await pathsIn(store), ['log/1.md']);
			assert.equal((await store.look('Daily Log', [])).found, true);
			const readings = await Promise.all(['template.md', '2.md', 'linked/2.md', 'linked/key.txt'].map(path => store.read(path)));
			assert.deepEqual([...new Set(readings.map(({ kind }) => kind))], ['skipped']);
			const creations = await Promise.all(['linked/3.md', 'linked/new/3.md', 'linked/new/index.md'].map(path => create(store, path)));
			assert.deepEqual([...new Set(creations.map(each => (each.kind === 'failed' ? each.reason : each.kind)))], ['outside']);
			assert.deepEqual(readdirSync(join(root, 'private')).sort(), ['2.md', 'key.txt']);
		}));

	it('are followed where it is', () =>
		withLinks(async root => {
			const store = storeIn(root, true);
			assert.ok((await pathsIn(store)).includes('linked/2.md'));
			assert.equal((await store.read('linked/2.md')).kind, 'text');
			assert.equal((await create(store, 'linked/3.md')).kind, 'created');
			assert.ok(existsSync(join(root, 'private/3.md')));
		}));

	it('matter nothing inside the folder', () =>
		withLinks(async root => {
			const store = storeIn(root, false);
			assert.equal((await store.read('log/1.md')).kind, 'text');
			assert.equal((await create(store, 'log/new/3.md')).kind, 'created');
			if (process.platform !== 'win32') {
				assert.equal((await create(store, 'inside/4.md')).kind, 'created');
				assert.ok(existsSync(join(root, 'vault/log/4.md')));
			}
		}));
});

describe('a new file', () => {
	it('is never created outside the folder, be it trusted or not', () =>
		withLinks(async root => {
			for (const isTrusted of [true, false]) {
				for (const path of ['../private/9.md', 'log/../../private/9.md', '..\\private\\9.md']) {
					const creation = await create(storeIn(root, isTrusted), path);
					assert.deepEqual(creation.kind === 'failed' && creation.reason, 'outside');
				}
			}
			assert.deepEqual(readdirSync(join(root, 'private')).sort(), ['2.md', 'key.txt']);
		}));
});
