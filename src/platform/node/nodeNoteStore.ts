import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { notesInLines } from '../../core/loadedNote.ts';
import type { FolderNames } from '../../core/noteFiles.ts';
import { createNext } from '../createNext.ts';
import { loadNotes, type LoadReport, type LoadRequest, type TakeNotes } from '../loadNotes.ts';
import { lookForLog } from '../lookForLog.ts';
import type { Creation, NoteStore } from '../noteStore.ts';
import { createFile } from './createFile.ts';
import { preferringLock } from './lock.ts';
import { isInside, messageOf, nodeFolders, readFile, type LinkRule } from './nodeFolders.ts';
import { taken, type LoadMessage, type WorkerInput } from './workerMessages.ts';
import { hasRoom } from './room.ts';

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
	/** Whether the user vouches for the folder, now. Otherwise nothing is read or written through a symbolic link that leads out of it. */
	readonly isTrusted: () => boolean;
}

/** Notes on this computer's disk: read in a worker thread, created through a temporary file. */
export function nodeNoteStore(root: string, places: NodeStorePlaces): NoteStore {
	const links = (): LinkRule => (places.isTrusted() ? 'followed' : 'ignored');
	const mayTouch = (path: string): boolean => places.isTrusted() || isInside(root, path);
	const { workerFile, cacheFolder } = places;
	const inputFor = (request: LoadRequest): WorkerInput => ({ root, links: links(), request, workerFile, cacheFolder });
	const create = async (path: string, text: string): Promise<Creation> =>
		mayTouch(path) ? createFile(root, path, text) : { kind: 'failed', reason: 'outside', detail: leadsOut };
	return {
		look: (series, globs) => lookForLog(nodeFolders(root, links()), series, globs),
		load: (request, take) => loadInWorker(inputFor(request), take, places.note),
		hasRoom: (folder, bytes) => hasRoom(join(root, folder), bytes),
		read: path => Promise.resolve(mayTouch(path) ? readFile(join(root, path), undefined) : { kind: 'skipped', reason: leadsOut }),
		createNext: (key, plan) => preferringLock(places.lockFolder, key, () => createNext(create, plan)),
	};
}

const leadsOut = 'A symbolic link leads out of the folder, which is not trusted.';

/** Where no worker can be had, the same is done here, more slowly; what the worker handed on before it failed is looked at too. */
async function loadInWorker(input: WorkerInput, take: TakeNotes, note: (line: string) => void): Promise<LoadReport> {
	if (input.links === 'ignored') {
		note('The folder is not trusted: symbolic links in it are not followed.');
	}
	const handed = new Map<string, string>();
	try {
		return await runWorker(input, { take, handed, note });
	} catch (error) {
		note(`The notes are read without a worker thread: ${messageOf(error)}`);
		return loadNotes(nodeFolders(input.root, input.links), input.request, take, handed);
	}
}

/** What becomes of what a worker sends. */
interface Receiver {
	readonly take: TakeNotes;
	/** Gets the stamps by path of notes that are handed on as they were kept. */
	readonly handed: Map<string, string>;
	readonly note: (line: string) => void;
}

function runWorker(input: WorkerInput, { take, handed, note }: Receiver): Promise<LoadReport> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(input.workerFile, { workerData: input, execArgv: [] });
		const paths: string[] = [];
		const folders: FolderNames[] = [];
		const receive = async (message: LoadMessage): Promise<void> => {
			switch (message.kind) {
				case 'notes': {
					const notes = [...notesInLines(message.lines), ...message.others];
					if (message.kept) {
						notes.forEach(({ path, stamp }) => handed.set(path, stamp));
					}
					return take(notes);
				}
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
