import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { activate, answering, closeEditors, until } from '../logDriver.ts';

const entry = (number: number): string =>
	`---\ntitle: "${number} - a"\nseries: ["Daily Log"]\ndate: 2022-12-02T06:21:40-07:00\n---\nProse.\n`;

describe('a workspace folder that is renamed under us', () => {
	it('does not come to life again, its entries stay known, and that it is gone is said', async () => {
		const api = await activate();
		const parent = mkdtempSync(join(tmpdir(), 'daily-log-renamed-'));
		const [folder, moved] = [join(parent, 'journal'), join(parent, 'moved')];
		mkdirSync(folder);
		writeFileSync(join(folder, '7001.md'), entry(7001));
		const known = (): boolean => api.entries().some(({ number }) => number === 7001);
		const count = vscode.workspace.workspaceFolders?.length ?? 0;
		try {
			vscode.workspace.updateWorkspaceFolders(count, 0, { uri: vscode.Uri.file(folder) });
			await until('its entry', known);
			renameSync(folder, moved);
			const before = api.told.length;
			await answering('second', 'dailyLog.new', { title: 'x' });
			assert.match(
				api.told.slice(before).join('\n'),
				/^“(?:.*\/)?7002\.md” cannot be created: its workspace folder is not there any more\. Nothing was written; open the folder where it is now\.$/u,
			);
			assert.deepEqual([existsSync(folder), readdirSync(moved), known()], [false, ['7001.md'], true]);
		} finally {
			await closeEditors();
			vscode.workspace.updateWorkspaceFolders(count, 1);
			await until('it to be closed', () => vscode.workspace.workspaceFolders?.length === count);
			rmSync(parent, { recursive: true, force: true });
		}
	});
});
