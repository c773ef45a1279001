import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, closeEditors, describeLog, pause, remove, set, until, write } from '../logDriver.ts';

const entry = (series: string): string => `---\ntitle: "62 - a"\nseries: [${series}]\ndate: 2022-12-02\n---\nProse.\n`;

describeLog('In a repository without a log', () => {
	afterEach(closeEditors);

	it('there is one bounded look, and nothing is listed', async () => {
		const api = await activate();
		assert.deepEqual(
			[api.entries(), api.told, api.looks.map(({ found, foldersListed, filesRead }) => ({ found, foldersListed, filesRead }))],
			[[], [], [{ found: false, foldersListed: 2, filesRead: 2 }]],
		);
	});

	it('nothing is watched', async () => {
		const api = await activate();
		await write('notes/62.md', entry('"Daily Log"'));
		await pause(700);
		assert.deepEqual([api.entries().length, api.looks.length], [0, 1]);
	});

	it('the series that is set is looked for', async () => {
		const api = await activate();
		await set({ series: 'Something Else' });
		await until('a second look', () => api.looks.length === 2);
		assert.equal(api.entries().length, 0);
		await set({});
		await until('the log to be found, which is there by now', () => api.entries().length === 1);
		await remove('notes/62.md');
		await until('the log to be gone', () => api.entries().length === 0);
	});
});

describeLog('Commands in a repository without a log', () => {
	for (const [command, sentence] of [
		['openToday', 'The log has no entry for today yet.'],
		['goToEntry', 'There is no entry to go to yet. “New Daily Log” creates the first one.'],
		['previousEntry', 'The editor shows no entry of the log. Open one first, for example with “Go to Entry…”.'],
		['nextEntry', 'The editor shows no entry of the log. Open one first, for example with “Go to Entry…”.'],
		['toggleDraft', 'The editor shows no entry of the log. Open one first, for example with “Go to Entry…”.'],
		['insertLink', 'A link is inserted into a note. Open one of this folder’s notes first.'],
	] as const) {
		it(`${command} says so`, async () => {
			const { told } = await activate();
			const before = told.length;
			await vscode.commands.executeCommand(`dailyLog.${command}`);
			assert.deepEqual(told.slice(before), [sentence]);
		});
	}
});
