import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, at, until } from '../logDriver.ts';
import { afterChecks } from '../problemsDriver.ts';

describe('Diagnostics of a folder that leaves the window', () => {
	let uri: vscode.Uri;

	before(async () => {
		await activate();
		uri = at('', 1);
	});

	after(async () => {
		if (vscode.workspace.workspaceFolders?.some(folder => folder.uri.path === uri.path) === false) {
			assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri }));
			await until('the folder to be back', () => vscode.workspace.workspaceFolders?.length === 2);
		}
	});

	it('go with it, and come back with it', async () => {
		const count = (): number =>
			vscode.languages
				.getDiagnostics()
				.filter(([file]) => file.path.startsWith(uri.path))
				.reduce((sum, [, all]) => sum + all.filter(({ source }) => source === 'Daily Log').length, 0);
		await until('the sample log to be checked', () => count() > 5);
		await afterChecks();
		const before = count();
		assert.ok(vscode.workspace.updateWorkspaceFolders(1, 1));
		await until('its problems to be gone', () => count() === 0, count);
		assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri }));
		await until('its problems to be back', () => count() === before, count);
	});
});
