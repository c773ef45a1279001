import assert from 'node:assert/strict';
import type { Entry, LogShape } from '../../src/core/entry.ts';
import { unpackNotes, type LoadedNote } from '../../src/core/loadedNote.ts';
import { parseNote, type Note } from '../../src/core/note.ts';
import { plainNote } from '../../src/core/packedNote.ts';
import { Vault } from '../../src/core/vault.ts';

/** A log as it is without any setting. */
export const plainShape: LogShape = {
	folder: '',
	series: 'Daily Log',
	fields: { input: 'input', output: 'output' },
	inputUnit: 'minutes',
	dayStartsAt: 0,
};

/** The note that stands at a path in a vault at `vault:/`. */
export function noteAt(path: string, text: string): Note {
	return parseNote({ uri: `vault:/${path}`, path }, text);
}

/** A note that was loaded, in the folder of that uri, as plain data; with the entry that it was found to be, where that was asked for. */
export function plainLoaded(
	loaded: LoadedNote,
	uri: string,
): Note & { readonly stamp: string; readonly entry: Entry | 'not asked' | undefined } {
	const { notes, entries } = unpackNotes([loaded], uri);
	const [note] = notes;
	assert.ok(note !== undefined);
	return { ...plainNote(note), stamp: loaded.stamp, entry: entries.has(note) ? entries.get(note) : 'not asked' };
}

/** A vault of texts by path. */
export function vaultOf(texts: Readonly<Record<string, string>>, shape = plainShape): Vault {
	const vault = new Vault(shape);
	vault.update({ set: Object.entries(texts).map(([path, text]) => noteAt(path, text)) });
	return vault;
}

/** The text of an entry in the usual shape; `fields` come in their order, values as YAML. */
export function entryText(number: number, fields: Readonly<Record<string, string>> = {}, body = ''): string {
	const all = { title: `"${number} - Entry"`, date: '2022-12-02T06:21:40-07:00', series: '["Daily Log"]', input: '30', ...fields };
	const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\n`);
	return `---\n${lines.join('')}---\n${body}`;
}
