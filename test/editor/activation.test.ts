import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
	it('hands out the interface for other programs', async () => {
		const extension = vscode.extensions.getExtension('daily-log.daily-log');
		assert.ok(extension, 'the extension is not there');
		const api: unknown = await extension.activate();
		assert.ok(typeof api === 'object' && api !== null);
		const promised = ['apiVersion', 'entries', 'onDidChangeEntries', 'ready'];
		assert.deepEqual(
			Object.keys(api)
				.filter(name => promised.includes(name))
				.sort(),
			promised,
		);
	});

	it('indexes the log', async () => {
		const api: unknown = await vscode.extensions.getExtension('daily-log.daily-log')?.activate();
		assert.ok(isApi(api));
		await api.ready;
		assert.ok(api.entries().length >= 30, `only ${api.entries().length} entries`);
	});
});

interface Api {
	readonly ready: Promise<void>;
	entries(): readonly unknown[];
}

function isApi(value: unknown): value is Api {
	return typeof value === 'object' && value !== null && 'ready' in value && 'entries' in value;
}
