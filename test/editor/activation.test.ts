import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
	it('hands out the interface for other programs', async () => {
		const extension = vscode.extensions.getExtension('daily-log.daily-log');
		assert.ok(extension, 'the extension is not there');
		const api: unknown = await extension.activate();
		assert.ok(typeof api === 'object' && api !== null);
		assert.deepEqual(Object.keys(api).sort(), ['apiVersion', 'entries', 'onDidChangeEntries', 'ready']);
	});
});
