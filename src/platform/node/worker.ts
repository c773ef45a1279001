import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import type { LoadedNote } from '../../core/loadedNote.ts';
import type { Folders } from '../folders.ts';
import { batchSizes, loadNotes } from '../loadNotes.ts';
import { NoteCache, type KeptNotes } from './noteCache.ts';
import { nodeFolders } from './nodeFolders.ts';
import { LoadSender, type WorkerInput } from './workerMessages.ts';

/**
 * Reads the notes in a thread of its own. Those that were kept are sent at once, as they were, and the disk is looked at meanwhile: what is different there comes after them. When whoever waits
 * has got all, the notes are kept for the next time.
 */
async function main(input: WorkerInput, sender: LoadSender): Promise<void> {
	const { root, links, request } = input;
	const began = Date.now();
	const cache = openCache(input, sender);
	const notes = new Map<string, LoadedNote>();
	const kept = cache?.read() ?? new Map<string, never>();
	const sending = sendKept(kept, cache?.newest ?? [], sender);
	const take = async (read: readonly LoadedNote[]): Promise<void> => {
		read.forEach(note => notes.set(note.path, note));
		// What was kept of a note must not come after what the note is.
		await sending;
		await sender.sendNotes(read, false);
	};
	const handed = new Map(Array.from(kept, ([path, { stamp }]) => [path, stamp]));
	const report = await loadNotes(breathing(nodeFolders(root, links)), request, take, handed);
	await sending;
	await sender.sendReport(report);
	const gone = new Set(report.gone);
	cache?.write(new Map([...[...kept].filter(([path]) => !gone.has(path)), ...notes]), kept, began);
}

/** Those of the paths `newest` first. */
async function sendKept(kept: KeptNotes, newest: readonly string[], sender: LoadSender): Promise<void> {
	const inFront = new Set(newest);
	const notes = [...newest.flatMap(path => kept.get(path) ?? []), ...[...kept.values()].filter(({ path }) => !inFront.has(path))];
	for (let at = 0; at < notes.length;) {
		const end = at === 0 ? batchSizes.first : at + batchSizes.others;
		await sender.sendNotes(notes.slice(at, end), true);
		at = end;
	}
}

/** How long the thread reads on before it looks for messages: without them nothing more is sent. */
const breathMilliseconds = 2;

/** Lets messages come in while it reads. */
function breathing(folders: Folders): Folders {
	let last = performance.now();
	const breathe = async (): Promise<void> => {
		await new Promise(resolve => setImmediate(resolve));
		last = performance.now();
	};
	const isDue = (): boolean => performance.now() - last > breathMilliseconds;
	return {
		atOnce: folders.atOnce,
		list: path => (isDue() ? breathe().then(() => folders.list(path)) : folders.list(path)),
		read: (...file) => (isDue() ? breathe().then(() => folders.read(...file)) : folders.read(...file)),
	};
}

/**
 * Only what the first load finds is kept. The program is told by its bundle, which names the chunks that it is made of by what they hold; what it is asked for is part of it, so that nothing is sent
 * that has been left out since, or stands behind links that are not followed any more.
 */
function openCache({ request, cacheFolder, workerFile, links }: WorkerInput, sender: LoadSender): NoteCache | undefined {
	if (request.known.size > 0 || cacheFolder === undefined) {
		return undefined;
	}
	const note = (line: string): void => {
		sender.note(line);
	};
	const asked = crc32(JSON.stringify([links, request.globs, request.shape]));
	return new NoteCache({ folder: cacheFolder, program: `${crc32(readFileSync(workerFile))}-${asked}`, note });
}

if (parentPort !== null) {
	const port = parentPort;
	void main(workerData as WorkerInput, new LoadSender(port)).finally(() => {
		port.close();
	});
}
