import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, answering, at, closeEditors, read, run, until } from '../logDriver.ts';

/** An entry that a second log begins with. A folder once woken stays so: newEntry.test.ts, which sees it idle, comes first by its name. */
const other = '---\ntitle: "7 - Another log"\nseries: ["Daily Log"]\ndate: 2022-12-02T06:21:40-07:00\n---\nProse.\n';

/** The first column of the file that was exported. */
async function numbersIn(path: string): Promise<readonly string[]> {
	const rows = (await read(path)).trim().split('\r\n').slice(1);
	return rows.map(row => row.split(',')[0] ?? '');
}

describe('an export where two folders are open', () => {
	afterEach(closeEditors);

	it('is of the one with the log, and of the one that is picked where both have one', async () => {
		const api = await activate();
		const entries = api.entries().length;
		try {
			await run('dailyLog.exportCsv', { uri: at('one.csv') });
			assert.equal((await numbersIn('one.csv')).length, entries);
			await vscode.workspace.fs.writeFile(at('log/7.md'), new TextEncoder().encode(other));
			await vscode.window.showTextDocument(at('log/7.md'));
			await until('the second log', () => api.entries()[0]?.number === 7);
			await answering('escape', 'dailyLog.exportCsv', { uri: at('two.csv') });
			await answering('enter', 'dailyLog.exportCsv', { uri: at('two.csv') });
			assert.deepEqual(await numbersIn('two.csv'), ['7']);
		} finally {
			await closeEditors();
			for (const path of ['one.csv', 'two.csv', 'log']) {
				await vscode.workspace.fs.delete(at(path), { recursive: true }).then(undefined, () => undefined);
			}
			await until('the second log to be gone', () => api.entries()[0]?.number !== 7);
		}
	});
});
