import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, describeLog, read, run, until, withLog } from './logDriver.ts';

/** The texts of an entry after each of these commands. */
async function after(text: string, commands: readonly string[]): Promise<readonly string[]> {
	const texts: string[] = [];
	await withLog({ '62.md': text }, {}, async ({ folder }) => {
		const editor = await vscode.window.showTextDocument(at(`${folder}/62.md`));
		for (const command of commands) {
			await run(command);
			texts.push(editor.document.getText());
		}
		assert.equal(await read(`${folder}/62.md`), text, 'the file was changed before it was saved');
	});
	return texts;
}

describeLog('Toggle Draft', () => {
	it('flips the value, byte by byte, and one undo takes it back', async () => {
		const text = "---\r\n# mine\r\ntitle: '62 - a'\r\ndraft:  true   # not yet\r\ninput: 5\r\n---\r\nProse.\r\n";
		const flipped = text.replace('true', 'false');
		assert.deepEqual(await after(text, ['dailyLog.toggleDraft', 'undo', 'dailyLog.toggleDraft', 'dailyLog.toggleDraft']), [
			flipped,
			text,
			flipped,
			text,
		]);
	});

	it('writes `draft: true` where the field is missing', async () => {
		const [text = ''] = await after('---\ntitle: 62 - a\n---\nProse.\n', ['dailyLog.toggleDraft']);
		assert.equal(text, '---\ntitle: 62 - a\ndraft: true\n---\nProse.\n');
	});

	it('knows TOML', async () => {
		const text = "+++\ntitle = '62 - a'\ndraft = false # out\n+++\n";
		assert.deepEqual(await after(text, ['dailyLog.toggleDraft']), [text.replace('false', 'true')]);
	});

	it('changes the entry at once, unsaved', () =>
		withLog({ '62.md': '---\ntitle: 62 - a\ndraft: true\n---\n' }, {}, async ({ api, folder }) => {
			const { document } = await vscode.window.showTextDocument(at(`${folder}/62.md`));
			await run('dailyLog.toggleDraft');
			await until('the entry to be no draft', () => api.entries()[0]?.draft === false);
			assert.equal(document.isDirty, true);
		}));

	it('says why it cannot', () =>
		withLog({ '62.md': '---\ntitle: "62 - a\ndraft: true\n---\n' }, {}, async ({ folder, told }) => {
			const { document } = await vscode.window.showTextDocument(at(`${folder}/62.md`));
			await run('dailyLog.toggleDraft');
			assert.equal(document.isDirty, false);
			assert.match(told().join('\n'), /^`draft` cannot be changed while the front matter of “.*62.*” cannot be read/u);
		}));
});
