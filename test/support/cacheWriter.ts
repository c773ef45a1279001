import { loadNote } from '../../src/core/loadNote.ts';
import { NoteCache } from '../../src/platform/node/noteCache.ts';
import { entryText } from './notes.ts';

/** Keeps 3,000 notes in a folder, then other versions of them again and again, until it is killed: `main([folder])`. Says so when they are kept for the first time. */
export async function main([folder = '']: readonly string[]): Promise<number> {
	const cache = new NoteCache({ folder, program: 'writer', note: line => process.stderr.write(line) });
	for (let round = 1; ; round++) {
		const notes = Array.from({ length: 3000 }, (_, index) =>
			loadNote({ uri: '', path: `${index}.md` }, entryText(index, { input: String(round) }), `${round}:0:0:0`),
		);
		cache.write(new Map(notes.map(note => [note.path, note])), cache.read(), 1e6);
		if (round === 1) {
			process.stdout.write('kept\n');
		}
		await new Promise(resolve => setImmediate(resolve));
	}
}
