import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import type { FolderNames } from '../../core/noteFiles.ts';
import { createNext } from '../createNext.ts';
import { loadNotes, type LoadReport, type LoadRequest, type TakeNotes } from '../loadNotes.ts';
import { lookForLog } from '../lookForLog.ts';
import type { NoteStore } from '../noteStore.ts';
import { createFile } from './createFile.ts';
import { preferringLock } from './lock.ts';
import { messageOf, nodeFolders } from './nodeFolders.ts';
import { hasRoom } from './room.ts';
import { taken, type LoadMessage, type WorkerInput } from './workerMessages.ts';

/** Where the Node half finds what it needs. */
export interface NodeStorePlaces {
	/** The bundle that runs in worker threads. */
	readonly workerFile: string;
	/** A folder that all windows of this computer share, for locks. */
	readonly lockFolder: string;
	/** Where the notes of this vault are kept from one start to the next; undefined where they are not. */
	readonly cacheFolder: string | undefined;
	/** Gets one line when something is done in another way than usual. */
	readonly note: (line: string) => void;
}

/** Notes on this computer's disk: read in a worker thread, created through a temporary file. */
export function nodeNoteStore(root: string, places: NodeStorePlaces): NoteStore {
	const folders = nodeFolders(root);
	return {
		look: (series, globs) => lookForLog(folders, series, globs),
		load: (request, take) => loadInWorker(root, request, take, places),
		hasRoom: (folder, bytes) => hasRoom(join(root, folder), bytes),
		read: path => Promise.resolve(folders.read(path, undefined)),
		createNext: (key, plan) => preferringLock(places.lockFolder, key, () => createNext((path, text) => createFile(root, path, text), plan)),
	};
}

/** Where no worker can be had, the same is done here, more slowly. */
async function loadInWorker(root: string, request: LoadRequest, take: TakeNotes, places: NodeStorePlaces): Promise<LoadReport> {
	const { workerFile, cacheFolder, note } = places;
	try {
		return await runWorker({ root, request, workerFile, cacheFolder }, take, note);
	} catch (error) {
		note(`The notes are read without a worker thread: ${messageOf(error)}`);
		return loadNotes(nodeFolders(root), request, take);
	}
}

function runWorker(input: WorkerInput, take: TakeNotes, note: (line: string) => void): Promise<LoadReport> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(input.workerFile, { workerData: input, execArgv: [] });
		const paths: string[] = [];
		const folders: FolderNames[] = [];
		const receive = async (message: LoadMessage): Promise<void> => {
			switch (message.kind) {
				case 'notes':
					return take(message.notes);
				case 'paths':
					paths.push(...message.paths);
					return;
				case 'folders':
					folders.push(...message.folders);
					return;
				case 'report':
					resolve({ ...message.report, paths, folders });
					return;
				case 'note':
					note(message.line);
			}
		};
		worker.on('message', (message: LoadMessage) => {
			// In a later turn, so that the editor's own work comes in between.
			receive(message).then(() => {
				setImmediate(() => {
					worker.postMessage(taken);
				});
			}, reject);
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
