import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, answering, at, closeEditors, pause, run, shown, until } from '../logDriver.ts';

/** An entry that a second log begins with, in the first folder. */
const other = '---\ntitle: "7 - Another log"\nseries: ["Daily Log"]\ndate: 2022-12-02T06:21:40-07:00\n---\nProse.\n';

function names(folder: number): Thenable<readonly string[]> {
	return vscode.workspace.fs.readDirectory(at('', folder)).then(items => items.map(([name]) => name).sort());
}

describe('Two folders', () => {
	afterEach(closeEditors);

	it('are told apart: only the one with the log is read', async () => {
		const api = await activate();
		assert.ok(api.entries().length >= 30 && api.entries().every(({ path }) => path.startsWith('content/daily-log/')));
		assert.deepEqual(api.looks.map(({ found }) => found).sort(), [false, true]);
	});

	it('the other one is idle until an entry is opened in it, and then followed', async () => {
		const api = await activate();
		const known = api.entries().length;
		await vscode.workspace.fs.writeFile(at('log/7.md', 0), new TextEncoder().encode(other));
		await pause(500);
		assert.equal(api.entries().length, known);
		await vscode.window.showTextDocument(at('log/7.md', 0));
		await until('entry 7', () => api.entries()[0]?.number === 7);
		await closeEditors();
		await vscode.workspace.fs.delete(at('log', 0), { recursive: true });
		await until('entry 7 to be gone', () => api.entries().length === known);
	});

	it('New Daily Log goes into the one that has the log, wherever the caret is', async () => {
		const before = await names(0);
		const api = await activate();
		const highest = api.entries().at(-1)?.number ?? 0;
		await vscode.window.showTextDocument(at('README.md', 0));
		await run('dailyLog.new', { title: 'Two folders' });
		assert.equal(shown().path, `content/daily-log/${highest + 1}.md`);
		assert.deepEqual(await names(0), before);
		await closeEditors();
		await vscode.workspace.fs.delete(at(`content/daily-log/${highest + 1}.md`, 1));
		await until('the entry to be gone', () => api.entries().at(-1)?.number === highest);
	});

	it('both with a log: asks, the folder of the editor first', async () => {
		const api = await activate();
		await vscode.workspace.fs.writeFile(at('log/7.md', 0), new TextEncoder().encode(other));
		await until('the second log', () => api.entries()[0]?.number === 7);
		await vscode.window.showTextDocument(at('README.md', 0));
		await answering('enter', 'dailyLog.new', { title: 'x' });
		assert.equal(shown().path, 'log/8.md');
		await closeEditors();
		await answering('escape', 'dailyLog.new', { title: 'x' });
		assert.equal(shown().path, '');
		await vscode.workspace.fs.delete(at('log', 0), { recursive: true });
		await until('the second log to be gone', () => api.entries()[0]?.number !== 7);
	});
});
