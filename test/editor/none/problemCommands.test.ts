import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate } from '../logDriver.ts';

describe('commands about entries, in a window without a folder', () => {
	it('say so in one sentence', async () => {
		const api = await activate();
		const before = api.told.length;
		for (const id of ['dailyLog.validateAll', 'dailyLog.fixAll', 'dailyLog.renumber', 'dailyLog.writeReview', 'dailyLog.exportCsv']) {
			await vscode.commands.executeCommand(id);
		}
		assert.deepEqual(api.told.slice(before), [
			'There is no entry to validate yet. “New Daily Log” creates the first one.',
			'There is no entry to fix yet. “New Daily Log” creates the first one.',
			'There is no entry to renumber yet.',
			'There is no entry to review yet. “New Daily Log” creates the first one.',
			'There is no entry to export yet. “New Daily Log” creates the first one.',
		]);
		assert.deepEqual(
			vscode.languages.getDiagnostics().filter(([, all]) => all.some(({ source }) => source === 'Daily Log')),
			[],
		);
	});
});
