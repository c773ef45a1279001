import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate } from '../logDriver.ts';

describe('commands about problems, where there is no log yet', () => {
	it('say so in one sentence', async () => {
		const api = await activate();
		const before = api.told.length;
		for (const id of ['dailyLog.validateAll', 'dailyLog.fixAll', 'dailyLog.renumber']) {
			await vscode.commands.executeCommand(id);
		}
		assert.deepEqual(api.told.slice(before), [
			'There is no entry to validate yet. “New Daily Log” creates the first one.',
			'There is no entry to fix yet. “New Daily Log” creates the first one.',
			'There is no entry to renumber yet.',
		]);
		assert.deepEqual(
			vscode.languages.getDiagnostics().filter(([, all]) => all.some(({ source }) => source === 'Daily Log')),
			[],
		);
	});
});
