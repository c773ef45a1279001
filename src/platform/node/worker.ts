import { parentPort, workerData } from 'node:worker_threads';
import { loadNotes, type LoadRequest } from '../loadNotes.ts';
import type { LoadMessage } from './nodeNoteStore.ts';
import { nodeFolders, type LinkRule } from './nodeFolders.ts';

/** What the worker is given when it starts. */
export interface WorkerInput {
	/** Path of the workspace folder on the disk. */
	readonly root: string;
	readonly links: LinkRule;
	readonly request: LoadRequest;
}

const { root, links, request } = workerData as WorkerInput;

function send(message: LoadMessage): void {
	parentPort?.postMessage(message);
}

void loadNotes(nodeFolders(root, links), request, notes => {
	send({ kind: 'notes', notes });
}).then(report => {
	send({ kind: 'done', report });
});
