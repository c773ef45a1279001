import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { createNext } from '../createNext.ts';
import { loadNotes, type LoadReport, type StampedNote, type TakeNotes } from '../loadNotes.ts';
import { lookForLog } from '../lookForLog.ts';
import type { Creation, NoteStore } from '../noteStore.ts';
import { createFile } from './createFile.ts';
import { holdingLock } from './lock.ts';
import { isInside, nodeFolders, readFile, type LinkRule } from './nodeFolders.ts';
import type { WorkerInput } from './worker.ts';

/** What a loading worker sends: batches of notes, then the report. */
export type LoadMessage =
	{ readonly kind: 'notes'; readonly notes: readonly StampedNote[] } | { readonly kind: 'done'; readonly report: LoadReport };

/** Where the Node half finds what it needs. */
export interface NodeStorePlaces {
	/** The bundle that runs in worker threads. */
	readonly workerFile: string;
	/** A folder that all windows of this computer share, for locks. */
	readonly lockFolder: string;
	/** Gets one line when something is done in another way than usual. */
	readonly note: (line: string) => void;
	/** Whether the user vouches for the folder, now. Otherwise nothing is read or written through a symbolic link that leads out of it. */
	readonly isTrusted: () => boolean;
}

/** Notes on this computer's disk: read in a worker thread, created through a temporary file. */
export function nodeNoteStore(root: string, places: NodeStorePlaces): NoteStore {
	const links = (): LinkRule => (places.isTrusted() ? 'followed' : 'ignored');
	const mayTouch = (path: string): boolean => places.isTrusted() || isInside(root, path);
	const create = async (path: string, text: string): Promise<Creation> =>
		mayTouch(path) ? createFile(root, path, text) : { kind: 'failed', reason: 'outside', detail: leadsOut };
	return {
		look: (series, globs) => lookForLog(nodeFolders(root, links()), series, globs),
		load: (request, take) => loadInWorker({ root, links: links(), request }, take, places),
		read: path => Promise.resolve(mayTouch(path) ? readFile(join(root, path), undefined) : { kind: 'skipped', reason: leadsOut }),
		createNext: (key, plan) => holdingLock(places.lockFolder, key, () => createNext(create, plan)),
	};
}

const leadsOut = 'A symbolic link leads out of the folder, which is not trusted.';

/** Where no worker can be had, the same is done here, more slowly. */
async function loadInWorker(input: WorkerInput, take: TakeNotes, { workerFile, note }: NodeStorePlaces): Promise<LoadReport> {
	if (input.links === 'ignored') {
		note('The folder is not trusted: symbolic links in it are not followed.');
	}
	try {
		return await runWorker(workerFile, input, take);
	} catch (error) {
		note(`The notes are read without a worker thread: ${error instanceof Error ? error.message : String(error)}`);
		return loadNotes(nodeFolders(input.root, input.links), input.request, take);
	}
}

function runWorker(workerFile: string, input: WorkerInput, take: TakeNotes): Promise<LoadReport> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(workerFile, { workerData: input, execArgv: [] });
		worker.on('message', (message: LoadMessage) => {
			if (message.kind === 'notes') {
				take(message.notes);
			} else {
				resolve(message.report);
			}
		});
		worker.once('error', reject);
		worker.once('exit', code => {
			reject(new Error(`The worker thread ended with code ${code}.`));
		});
	});
}

/** The worker's bundle stands beside the extension's. */
export function workerFileIn(extensionPath: string): string {
	return join(extensionPath, 'dist', 'worker.js');
}
