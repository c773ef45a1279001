import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Runs in the editor, where the packed extension is installed. */
describe('the installed package', () => {
	it('is the packed one, and indexes the sample log', async () => {
		const extension = vscode.extensions.getExtension('daily-log.daily-log');
		assert.ok(extension, 'the extension is not installed');
		assert.match(extension.extensionPath, /[\\/]extensions[\\/]daily-log\.daily-log-[\d.]+/);
		const api: unknown = await extension.activate();
		assert.ok(isApi(api));
		await api.ready;
		assert.ok(api.entries().length >= 30, `only ${api.entries().length} entries`);
	});

	it('has its commands', async () => {
		const commands = await vscode.commands.getCommands(true);
		assert.ok(commands.includes('dailyLog.new'));
	});
});

interface Api {
	readonly ready: Promise<void>;
	entries(): readonly unknown[];
}

function isApi(value: unknown): value is Api {
	return typeof value === 'object' && value !== null && 'ready' in value && 'entries' in value;
}
