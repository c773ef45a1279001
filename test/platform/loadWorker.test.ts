import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { build } from 'esbuild';
import type { LoadedNote } from '../../src/core/loadedNote.ts';
import { loadNotes, type LoadReport, type LoadRequest } from '../../src/platform/loadNotes.ts';
import { nodeFolders } from '../../src/platform/node/nodeFolders.ts';
import { nodeNoteStore } from '../../src/platform/node/nodeNoteStore.ts';
import { LoadSender, taken } from '../../src/platform/node/workerMessages.ts';
import { inFolder } from '../support/folders.ts';
import { entryText, plainLoaded, plainShape } from '../support/notes.ts';
import { root as project } from '../support/root.ts';

const workerFile = join(project, 'out', 'test', 'worker.js');

interface Loading {
	readonly report: LoadReport;
	readonly notes: readonly { readonly path: string; readonly entry: unknown }[];
	readonly lines: readonly string[];
	/** Of the batches in which the notes came. */
	readonly sizes: readonly number[];
}

function requestFor(root: string, request: Partial<LoadRequest> = {}): LoadRequest {
	return { folderUri: pathToFileURL(root).href, globs: [], known: new Map(), shape: plainShape, ...request };
}

async function gather(
	root: string,
	load: (take: (notes: readonly LoadedNote[]) => void) => Promise<LoadReport>,
): Promise<Omit<Loading, 'lines'>> {
	const batches: (readonly LoadedNote[])[] = [];
	const report = await load(notes => batches.push(notes));
	const uri = pathToFileURL(root).href;
	return {
		report,
		notes: batches.flat().map(note => plainLoaded(note, uri)),
		sizes: batches.map(batch => batch.length),
	};
}

/** The notes as they are when all has come: the last of each path, and none that is gone. */
function outcome({ notes, report }: Pick<Loading, 'notes' | 'report'>): readonly unknown[] {
	const last = new Map(notes.map(note => [note.path, note]));
	report.gone.forEach(path => last.delete(path));
	return [...last.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface Circumstances {
	readonly cacheFolder?: string;
	readonly file?: string;
	readonly request?: Partial<LoadRequest>;
}

async function loadInWorker(root: string, { cacheFolder, file = workerFile, request = {} }: Circumstances = {}): Promise<Loading> {
	const lines: string[] = [];
	const store = nodeNoteStore(root, {
		workerFile: file,
		lockFolder: root,
		cacheFolder,
		isTrusted: () => true,
		note: line => lines.push(line),
	});
	return { ...(await gather(root, take => store.load(requestFor(root, request), take))), lines };
}

/** Sends two notes as they were kept, one that is there and one that is not, and ends. */
const failingWorker = `
const lines = ['1.md', 'gone.md'].map(path => JSON.stringify([path, 'old']) + '\\nnull\\n' + JSON.stringify(['', 0, null, [], null]) + '\\n\\n').join('');
require('node:worker_threads').parentPort.postMessage({ kind: 'notes', lines, others: [], kept: true });
setTimeout(() => { throw new Error('no'); }, 50);
`;

/** A log with bundles, a site, broken notes and a note that cannot be packed. */
function manyFiles(): Record<string, string> {
	const entries = Array.from({ length: 700 }, (_, index) => [
		index % 3 === 0 ? `content/log/${index}/index.md` : `content/log/${index}.md`,
		entryText(index, { tags: '[a, Über]' }, `# One\n\n[[${index - 1}]] 🪚\n`),
	]);
	return {
		...(Object.fromEntries(entries) as Record<string, string>),
		'hugo.toml': '',
		'layouts/shortcodes/sub.html': '',
		'odd.md': '---\nweight: .nan\n---\n',
		'broken.md': '---\ntitle: [\n---\n',
		'binary.md': 'a\0b',
	};
}

describe('loading in a worker', () => {
	before(async () => {
		const entryPoints = [join(project, 'src', 'platform', 'node', 'worker.ts')];
		await build({
			entryPoints,
			outfile: workerFile,
			bundle: true,
			platform: 'node',
			format: 'cjs',
			mainFields: ['module', 'main'],
			logLevel: 'error',
		});
	});

	it('gives what loading without one gives, in batches of which the first is small', () =>
		inFolder(manyFiles(), async root => {
			const { lines, ...loading } = await loadInWorker(root);
			const here = await gather(root, take => loadNotes(nodeFolders(root), requestFor(root), take));
			assert.deepStrictEqual(loading, here);
			assert.deepEqual(
				[lines, loading.sizes, loading.report.filesRead, loading.report.skipped],
				[[], [60, 250, 250, 142], 702, ['binary.md: not a text']],
			);
		}));

	it('goes on without one where its file is missing or throws', () =>
		inFolder({ '1.md': entryText(1), 'bad.js': 'throw new Error("no")' }, async root => {
			for (const [file, said] of [
				['missing.js', /^The notes are read without a worker thread: Cannot find module/u],
				['bad.js', /^The notes are read without a worker thread: no$/u],
			] as const) {
				const { report, lines } = await loadInWorker(root, { file: join(root, file) });
				assert.deepEqual(report.notes, 1);
				assert.match(lines.join('\n'), said);
			}
		}));

	it('from the second time on reads only what changed, however little the change shows', () =>
		inFolder(manyFiles(), async root => {
			const cacheFolder = join(root, '.cache');
			const file = join(root, 'content', 'log', '1.md');
			// A file that changed less than two seconds before it is read is not kept.
			await new Promise(resolve => setTimeout(resolve, 2100));
			const first = await loadInWorker(root, { cacheFolder });
			await untilKept(cacheFolder);
			const second = await loadInWorker(root, { cacheFolder });
			assert.deepEqual([first.report.filesRead, second.report.filesRead], [702, 1], 'the note that cannot be packed is read again');
			assert.deepStrictEqual(outcome(second), outcome(first));
			assert.deepEqual(second.sizes, [60, 250, 250, 141, 1], 'what was kept comes first');
			assert.deepEqual(
				second.notes.slice(0, 60).map(({ path }) => Number(/\d+/u.exec(path)?.[0])),
				Array.from({ length: 60 }, (_, index) => 699 - index),
				'the newest before all',
			);
			const { atime, mtime } = statSync(file);
			writeFileSync(file, readFileSync(file, 'utf8').replace('input: 30', 'input: 45'));
			utimesSync(file, atime, mtime);
			renameSync(join(root, 'content', 'log', '2.md'), join(root, 'content', 'log', '2000.md'));
			rmSync(join(root, 'content', 'log', '4.md'));
			writeFileSync(join(root, 'content', 'log', '5.md'), 'a\0b');
			const third = await loadInWorker(root, { cacheFolder });
			const here = await gather(root, take => loadNotes(nodeFolders(root), requestFor(root), take));
			assert.deepStrictEqual(outcome(third), outcome(here));
			assert.equal(third.report.filesRead, 3);
			assert.deepEqual([...third.report.gone].sort(), ['content/log/2.md', 'content/log/4.md', 'content/log/5.md']);
			await untilKept(cacheFolder);
		})).timeout(30_000);

	it('keeps nothing for another question: what is left out now, or stands behind a link, is not sent', () =>
		inFolder({ 'a/1.md': entryText(1), 'b/2.md': entryText(2) }, async root => {
			const cacheFolder = join(root, '.cache');
			await new Promise(resolve => setTimeout(resolve, 2100));
			await loadInWorker(root, { cacheFolder });
			await untilKept(cacheFolder);
			const thrownAway = 'notes-0 of the index is thrown away: it was written by another version or for other settings.';
			const other = await loadInWorker(root, { cacheFolder, request: { globs: ['b'] } });
			assert.deepEqual([other.notes.map(({ path }) => path), other.report.filesRead, other.lines], [['a/1.md'], 1, [thrownAway]]);
			await untilKept(cacheFolder);
			const shaped = await loadInWorker(root, { cacheFolder, request: { globs: ['b'], shape: { ...plainShape, folder: 'b' } } });
			assert.deepEqual(
				[shaped.notes.map(({ entry }) => entry), shaped.report.filesRead, shaped.lines],
				[[undefined], 1, [thrownAway]],
				'what is an entry now may have been none',
			);
			await untilKept(cacheFolder);
		})).timeout(30_000);

	it('takes back what was sent as it was kept, where the worker then fails', () =>
		inFolder({ '1.md': entryText(1), 'bad.js': failingWorker }, async root => {
			const failed = await loadInWorker(root, { file: join(root, 'bad.js') });
			assert.deepEqual([failed.report.gone, failed.report.filesRead], [['gone.md'], 1]);
			assert.deepEqual(outcome(failed).length, 1);
		}));

	it('sends a fourth piece only when the first was taken', async () => {
		const { port1, port2 } = new MessageChannel();
		const received: string[] = [];
		port1.on('message', ({ kind }: { readonly kind: string }) => received.push(kind));
		const sender = new LoadSender(port2);
		const sent = (async () => {
			for (let piece = 0; piece < 5; piece++) {
				await sender.sendNotes([], false);
			}
		})();
		await turns();
		assert.equal(received.length, 3);
		port1.postMessage(taken);
		await turns();
		assert.equal(received.length, 4);
		port1.postMessage(taken);
		await sent;
		await turns();
		assert.equal(received.length, 5);
		port1.close();
	});
});

/** The worker writes when all notes are there already. */
async function untilKept(folder: string): Promise<void> {
	for (let tries = 0; statSync(join(folder, 'notes-0'), { throwIfNoEntry: false }) === undefined; tries++) {
		assert.ok(tries < 500, 'nothing was kept');
		await new Promise(resolve => setTimeout(resolve, 10));
	}
}

async function turns(): Promise<void> {
	await new Promise(resolve => setTimeout(resolve, 50));
}
