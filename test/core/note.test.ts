import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNote } from '../../src/core/note.ts';

function read(text: string, path = 'content/daily-log/62.md'): unknown {
	const note = parseNote({ uri: '', path }, text);
	const { values, error, words, title, format } = note;
	return { path: note.path, title, format, words, values: Object.fromEntries(values), error: error !== undefined };
}

describe('a note', () => {
	it('is its front matter and the words of its body', () => {
		assert.deepEqual(read('---\ntitle: "62 - Restarting"\ninput: 90\n---\nThree words here.\n'), {
			path: 'content/daily-log/62.md',
			title: '62 - Restarting',
			format: 'yaml',
			values: { title: '62 - Restarting', input: 90 },
			error: false,
			words: 3,
		});
	});

	it('without front matter is called after its first heading', () => {
		assert.deepEqual(read('Intro.\n\n# On craft #\n\ntext'), {
			path: 'content/daily-log/62.md',
			title: 'On craft',
			format: undefined,
			values: {},
			error: false,
			words: 6,
		});
	});

	it('with neither is called after its file or leaf bundle', () => {
		assert.deepEqual(
			['a/62.md', 'a/62-restarting/index.md', 'index.md', 'x.markdown'].map(path => parseNote({ uri: '', path }, '').title),
			['62', '62-restarting', 'index', 'x'],
		);
	});

	it('stays a note where its front matter is broken: what can be read is, and the body counts', () => {
		const note = parseNote({ uri: '', path: '9.md' }, '---\ntitle: "9 - Unclosed\nseries: ["Daily Log"]\ninput: 30\n---\nTwo words\n');
		assert.equal(note.words, 2);
		assert.notEqual(note.error, undefined);
		assert.deepEqual(note.values.get('series'), ['Daily Log']);
		assert.equal(note.values.get('input'), 30);
	});

	it('never runs what it holds', () => {
		const note = parseNote({ uri: '', path: '9.md' }, '---js\nglobalThis.ran = true\n---\nBody\n');
		assert.equal('ran' in globalThis, false);
		assert.notEqual(note.error, undefined);
	});

	it('comes of any text at all', () => {
		const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^---\n[ \S\n]{0,80}\n---/u));
		fc.assert(
			fc.property(anything, text => {
				assert.equal(typeof parseNote({ uri: '', path: 'a.md' }, text).title, 'string');
			}),
			{ numRuns: 1000 },
		);
	});
});
