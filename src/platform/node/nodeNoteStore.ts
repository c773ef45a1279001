import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { createNext } from '../createNext.ts';
import { loadNotes, type LoadReport, type StampedNote, type TakeNotes } from '../loadNotes.ts';
import { lookForLog } from '../lookForLog.ts';
import type { NoteStore } from '../noteStore.ts';
import { createFile } from './createFile.ts';
import { preferringLock } from './lock.ts';
import { nodeFolders } from './nodeFolders.ts';
import { hasRoom } from './room.ts';
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
}

/** Notes on this computer's disk: read in a worker thread, created through a temporary file. */
export function nodeNoteStore(root: string, places: NodeStorePlaces): NoteStore {
	const folders = nodeFolders(root);
	return {
		look: (series, globs) => lookForLog(folders, series, globs),
		load: (request, take) => loadInWorker({ root, request }, take, places),
		hasRoom: (folder, bytes) => hasRoom(join(root, folder), bytes),
		read: path => Promise.resolve(folders.read(path, undefined)),
		createNext: (key, plan) => preferringLock(places.lockFolder, key, () => createNext((path, text) => createFile(root, path, text), plan)),
	};
}

/** Where no worker can be had, the same is done here, more slowly. */
async function loadInWorker(input: WorkerInput, take: TakeNotes, { workerFile, note }: NodeStorePlaces): Promise<LoadReport> {
	try {
		return await runWorker(workerFile, input, take);
	} catch (error) {
		note(`The notes are read without a worker thread: ${error instanceof Error ? error.message : String(error)}`);
		return loadNotes(nodeFolders(input.root), input.request, take);
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
