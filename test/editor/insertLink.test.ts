import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, at, describeLog, run, shown, withLog, type Files } from './logDriver.ts';

const entry = (number: number, title = 'a'): string => `---\ntitle: "${number} - ${title}"\nseries: ["Link Log"]\n---\n`;

/** Inserts a link to the first note offered into `1.md`, whose text `before` marks the selection as `shown()` does. Returns what the editor shows then. */
async function inserted(before: string, files: Files): Promise<string> {
	let result = '';
	const text = before.replace(/[«»|]/gu, '');
	await withLog({ ...files, '1.md': entry(1) + text }, {}, async ({ folder }) => {
		const editor = await vscode.window.showTextDocument(at(`${folder}/1.md`));
		const start = entry(1).length + before.search(/[«|]/u);
		const length = /«(.*)»/su.exec(before)?.[1]?.length ?? 0;
		editor.selection = new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(start + length));
		await answering('enter', 'dailyLog.insertLink');
		result = shown().text.slice(entry(1).length);
	});
	return result;
}

describeLog('Insert Link', () => {
	it('writes a wiki link at the caret and puts the caret behind it', async () => {
		assert.equal(await inserted('See |.\n', { '2.md': entry(2, 'Restarting') }), 'See [[2 - Restarting]]|.\n');
	});

	it('shows the selection', async () => {
		assert.equal(await inserted('See «that day».\n', { '2.md': entry(2, 'Restarting') }), 'See [[2 - Restarting|that day]]|.\n');
	});

	it('takes the name where the title cannot be written', async () => {
		assert.equal(await inserted('|\n', { '2-two.md': entry(2, 'C# [x]') }), '[[2-two]]|\n');
	});

	it('says so without an editor', () =>
		withLog({ '2.md': entry(2) }, {}, async ({ told }) => {
			await run('dailyLog.insertLink');
			assert.deepEqual(told(), ['A link is inserted into a note. Open one of this folder’s notes first.']);
		}));
});
