import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import * as vscode from 'vscode';
import type { LoadedNote } from '../../../src/core/loadedNote.ts';
import type { Folders } from '../../../src/platform/folders.ts';
import { loadNotes } from '../../../src/platform/loadNotes.ts';
import { nodeFolders } from '../../../src/platform/node/nodeFolders.ts';
import { workspaceFolders } from '../../../src/platform/web/workspaceFolders.ts';
import { plainLoaded, plainShape } from '../../support/notes.ts';

/** What one half knows of the folder after a look at it. */
class Half {
	readonly #folders: Folders;
	readonly #stamps = new Map<string, string>();
	readonly #notes = new Map<string, LoadedNote>();

	constructor(folders: Folders) {
		this.#folders = folders;
	}

	async look(): Promise<unknown> {
		const request = { folderUri: 'vault:', globs: ['**/drafts'], known: new Map(this.#stamps), shape: plainShape };
		const { folders, notes, gone, skipped, site, filesRead } = await loadNotes(this.#folders, request, some => {
			for (const note of some) {
				this.#stamps.set(note.path, note.stamp);
				this.#notes.set(note.path, note);
			}
		});
		for (const path of gone) {
			this.#stamps.delete(path);
			this.#notes.delete(path);
		}
		const known = [...this.#notes.values()].map(note => ({ ...plainLoaded(note, 'vault:'), stamp: '' }));
		return {
			known: sorted(known),
			folders: sorted(folders.map(each => ({ ...each, files: [...each.files].sort(), folders: [...each.folders].sort() }))),
			notes,
			gone: [...gone].sort(),
			skipped: [...skipped].sort(),
			site,
			filesRead,
		};
	}
}

function sorted<Item extends { readonly path: string }>(items: readonly Item[]): readonly Item[] {
	return [...items].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const paths = [
	'1.md',
	'content/log/2.md',
	'content/log/3/index.md',
	'content/log/3/page.md',
	'drafts/4.md',
	'Über 道.md',
	'.gitignore',
	'content/.gitignore',
	'hugo.toml',
	'layouts/shortcodes/x.html',
	'public/5.md',
];
const texts = [
	'',
	'---\ntitle: "2 - A"\nseries: Daily Log\n---\n# H\n[[1]] #tag ',
	'---\ntitle: [\n---\n',
	'\uFEFF# B\r\n',
	'log/2.md\n3\n',
	'a\0b',
];

let length = 0;

/** VS Code tells files apart by their time in milliseconds and their size: no two are as long. */
function write(file: string, text: string | undefined): void {
	if (text === undefined) {
		rmSync(file, { force: true });
	} else {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text + ' '.repeat(++length % 3000));
	}
}

describe('the half that reads the disk and the half that reads through VS Code', () => {
	it('know the same of a folder, after any history', async function () {
		this.timeout(60_000);
		const step = fc.record({ path: fc.constantFrom(...paths), text: fc.option(fc.constantFrom(...texts), { nil: undefined }) });
		await fc.assert(
			fc.asyncProperty(fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 5 }), async rounds => {
				const root = mkdtempSync(join(tmpdir(), 'daily-log-halves-'));
				try {
					const [disk, workspace] = [new Half(nodeFolders(root)), new Half(workspaceFolders(vscode.Uri.file(root)))];
					for (const steps of rounds) {
						steps.forEach(({ path, text }) => {
							write(join(root, path), text);
						});
						assert.deepEqual(await workspace.look(), await disk.look());
					}
				} finally {
					rmSync(root, { recursive: true, force: true });
				}
			}),
			{ numRuns: 40 },
		);
	});
});
