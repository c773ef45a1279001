import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import type { LoadedNote } from '../../core/loadedNote.ts';
import { loadNotes, type KeptNotes } from '../loadNotes.ts';
import { NoteCache } from './noteCache.ts';
import { nodeFolders } from './nodeFolders.ts';
import { LoadSender, type WorkerInput } from './workerMessages.ts';

/** Reads the notes in a thread of its own, and keeps them when whoever waits has got them all. */
async function main({ root, request, workerFile, cacheFolder }: WorkerInput, sender: LoadSender): Promise<void> {
	const began = Date.now();
	const isFirst = request.known.size === 0 && request.below === '';
	const cache = isFirst && cacheFolder !== undefined ? openCache(cacheFolder, workerFile, sender) : undefined;
	const kept: KeptNotes = cache?.read() ?? new Map();
	const read = new Map<string, LoadedNote>();
	const take = (notes: readonly LoadedNote[]): Promise<void> => {
		notes.forEach(note => read.set(note.path, note));
		return sender.sendNotes(notes);
	};
	await sender.sendReport(await loadNotes(nodeFolders(root), request, take, kept));
	cache?.write(read, kept, began);
}

/** The program is told by its bundle, which names the chunks that it is made of by what they hold. */
function openCache(folder: string, workerFile: string, sender: LoadSender): NoteCache {
	const note = (line: string): void => {
		sender.note(line);
	};
	return new NoteCache({ folder, program: String(crc32(readFileSync(workerFile))), note });
}

if (parentPort !== null) {
	const port = parentPort;
	void main(workerData as WorkerInput, new LoadSender(port)).finally(() => {
		port.close();
	});
}
