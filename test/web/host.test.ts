import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the web extension host', () => {
	it('is a web worker, without Node', () => {
		assert.ok('importScripts' in globalThis);
		assert.ok(!('process' in globalThis));
	});

	it('runs the bundle for the web', () => {
		const extension = vscode.extensions.getExtension('daily-log.daily-log');
		assert.ok(extension);
		const manifest: unknown = extension.packageJSON;
		assert.ok(typeof manifest === 'object' && manifest !== null);
		assert.ok(!('main' in manifest) && 'browser' in manifest);
	});
});
