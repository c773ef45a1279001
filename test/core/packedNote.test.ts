import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackNotes } from '../../src/core/loadedNote.ts';
import { loadNote } from '../../src/core/loadNote.ts';
import { parseNote } from '../../src/core/note.ts';
import { packNote, plainNote, unpackNote } from '../../src/core/packedNote.ts';
import { sampleVault } from '../support/sampleVault.ts';
import { diceOf, mutantOf } from '../support/mutants.ts';

const address = { uri: 'vault:/62.md', path: '62.md' };

/** What becomes of a text's note when it is packed and unpacked again, beside the note itself. */
function both(text: string): readonly [unpacked: unknown, note: unknown] {
	const note = parseNote(address, text);
	const packed = packNote(note);
	return [packed === undefined ? note : plainNote(unpackNote(address, packed)), plainNote(note)];
}

describe('a packed note', () => {
	it('is the same note', () => {
		const text = [
			'---\ntitle: "62 - Begun again"\ntags: [daily-log, Über]\ninput: 90\nparams: {a: [1, null, true], __proto__: x}\nrelated: "[[61#Week 2|then]]"\n---',
			'# One {#first}\n\nSee ![[61]] and [[C\\#|x]], #joinery 🪚. ^so\n\n## Two\n\n{{< ref "61.md" >}}\n',
		].join('\n');
		const [unpacked, note] = both(text);
		assert.deepStrictEqual(unpacked, note);
	});

	it('is the same for every note of the sample log, and for texts that are broken in any way', () => {
		const files = readdirSync(sampleVault, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));
		const dice = diceOf(62);
		const texts = [
			...files.map(name => readFileSync(join(sampleVault, name), 'utf8')),
			...Array.from({ length: 3000 }, () => mutantOf(dice)),
		];
		for (const text of texts) {
			const [unpacked, note] = both(text);
			assert.deepStrictEqual(unpacked, note, JSON.stringify(text));
		}
	});

	it('takes no value that JSON cannot tell; such a note is sent as it is', () => {
		for (const value of ['.nan', '.inf', '-0.0']) {
			const text = `---\ntitle: x\nweight: [${value}]\n---\n`;
			assert.equal(packNote(parseNote(address, text)), undefined, value);
			assert.deepStrictEqual(unpackNotes([loadNote(address, text, '')], 'vault:').notes.map(plainNote), [
				plainNote(parseNote(address, text)),
			]);
		}
	});

	it('gives its parts again after very many others were asked', () => {
		const loaded = Array.from({ length: 2000 }, (_, number) =>
			loadNote({ uri: '', path: `${number}.md` }, `---\ninput: ${number}\n---\n[[${number}]]`, ''),
		);
		const { notes } = unpackNotes(loaded, 'vault:');
		for (const pass of [1, 2]) {
			notes.forEach((note, number) => {
				assert.deepEqual(
					[note.uri, note.values.get('input'), note.links[0]?.target, pass],
					[`vault:/${number}.md`, number, String(number), pass],
				);
			});
		}
	});
});
