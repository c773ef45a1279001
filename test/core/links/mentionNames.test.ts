import assert from 'node:assert/strict';
import { mentionNames } from '../../../src/core/links/mentionNames.ts';
import { vaultOf } from '../../support/notes.ts';

/** By what the note with this title at this path may be mentioned; an entry where its path begins with `log/`. */
function names(path: string, title: string): readonly string[] {
	const vault = vaultOf({ [path]: `---\ntitle: ${JSON.stringify(title)}\n${path.startsWith('log/') ? 'series: Daily Log\n' : ''}---\n` });
	return [...vault.notes()].flatMap(note => mentionNames(note, vault.entry(note.uri)));
}

describe('the names by which a text may mention a note', () => {
	it('are its title and the name of its file or bundle', () => {
		assert.deepEqual(names('notes/wood-movement.md', 'Wood moves: a table'), ['wood moves: a table', 'wood-movement']);
		assert.deepEqual(names('notes/finishing/index.md', 'Oil, shellac, wax'), ['oil, shellac, wax', 'finishing']);
		assert.deepEqual(names('tools/_index.md', ''), ['tools']);
		assert.deepEqual(names('notes/Sharpening.md', 'SHARPENING'), ['sharpening']);
	});

	it('are the title of an entry without its number too, where that says enough', () => {
		assert.deepEqual(names('log/40.md', '40 - Wedging the legs'), ['40 - wedging the legs', 'wedging the legs']);
		assert.deepEqual(names('log/41.md', '41 - Monday'), ['41 - monday']);
		assert.deepEqual(names('log/42.md', '42 - Day one'), ['42 - day one']);
		assert.deepEqual(names('log/43.md', '43 - 机器学习'), ['43 - 机器学习', '机器学习']);
		assert.deepEqual(names('notes/44.md', '44 - Wedging the legs'), ['44 - wedging the legs']);
	});

	it('are no numbers, no letter or two, and nothing that is no name', () => {
		assert.deepEqual(names('log/62.md', '62'), []);
		assert.deepEqual(names('notes/AI.md', 'AI'), []);
		assert.deepEqual(names('index.md', 'x'), []);
		assert.deepEqual(names('notes/long.md', 'x'.repeat(201)), ['long']);
		assert.deepEqual(names('notes/学.md', '学习'), ['学习']);
		assert.deepEqual(names('log/2022-12-02.md', '2022-12-02'), ['2022-12-02']);
	});
});
