import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { at, describeLog, pause, until, withLog, type TestLog } from './logDriver.ts';

function entry(number: number, input = 90): string {
	return `---\ntitle: "${number} - a"\ninput: ${input}\n---\nProse.\n`;
}

function onDisk({ folder }: TestLog, path: string): string {
	return join(at(folder).fsPath, path);
}

/** Waits until the log has exactly these numbers. */
function numbersToBe({ api }: TestLog, expected: readonly number[]): Promise<unknown> {
	const numbers = (): string =>
		api
			.entries()
			.map(({ number }) => number)
			.join(' ');
	return until(
		`the numbers ${expected.length > 9 ? expected.length : expected.join(' ')}`,
		() => numbers() === expected.join(' '),
		numbers,
	);
}

function range(from: number, to: number): readonly number[] {
	return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** What another program does on the disk, git for one. */
describeLog('Another program', () => {
	it('creates, changes, moves and deletes files', () =>
		withLog({ '1.md': entry(1) }, {}, async log => {
			writeFileSync(onDisk(log, '2.md'), entry(2));
			await numbersToBe(log, [1, 2]);
			writeFileSync(onDisk(log, '2.md'), entry(2, 5));
			await until('the new input', () => log.api.entries()[1]?.input === 5);
			mkdirSync(onDisk(log, 'outside'));
			renameSync(onDisk(log, '2.md'), onDisk(log, 'outside/3.md'));
			await until('the new path', () => log.api.entries().at(-1)?.path === `${log.folder}/outside/3.md`);
			renameSync(onDisk(log, 'outside'), onDisk(log, 'v1.2'));
			await until('a folder with a dot in its name', () => log.api.entries().at(-1)?.path === `${log.folder}/v1.2/3.md`);
			rmSync(onDisk(log, 'v1.2'), { recursive: true });
			await numbersToBe(log, [1]);
		}));

	it('changes hundreds of files at once, which is told a few times', () =>
		withLog({ '1.md': entry(1) }, {}, async log => {
			let events = 0;
			const listening = log.api.onDidChangeEntries(() => events++);
			for (const number of range(2, 300)) {
				writeFileSync(onDisk(log, `${number}.md`), entry(number));
			}
			await numbersToBe(log, range(1, 300));
			await pause(200);
			listening.dispose();
			assert.ok(events <= 8, `${events} events`);
		}));

	it('goes on while it is being followed, and nothing is lost', () =>
		withLog({ '1.md': entry(1) }, {}, async log => {
			for (let wave = 0; wave < 4; wave++) {
				for (const number of range(wave * 220 + 2, wave * 220 + 221)) {
					writeFileSync(onDisk(log, `${number}.md`), entry(number));
				}
				await pause(70);
				writeFileSync(onDisk(log, `${wave + 2000}.md`), entry(wave + 2000));
				rmSync(onDisk(log, `${wave * 220 + 2}.md`));
				await pause(30);
			}
			const gone = new Set([0, 1, 2, 3].map(wave => wave * 220 + 2));
			await numbersToBe(log, [...range(1, 881).filter(number => !gone.has(number)), ...range(2000, 2003)]);
		}));

	it('deletes a file whose document is open, with no editor on it', () =>
		withLog({ '1.md': entry(1), '2.md': entry(2) }, {}, async log => {
			await vscode.workspace.openTextDocument(at(`${log.folder}/2.md`));
			rmSync(onDisk(log, '2.md'));
			await numbersToBe(log, [1]);
		}));

	it('changes a file under unsaved text, which wins', () =>
		withLog({ '1.md': entry(1) }, {}, async log => {
			const editor = await vscode.window.showTextDocument(at(`${log.folder}/1.md`));
			await editor.edit(edit => {
				edit.replace(new vscode.Range(2, 7, 2, 9), '125');
			});
			writeFileSync(onDisk(log, '1.md'), entry(1, 5));
			writeFileSync(onDisk(log, '2.md'), entry(2));
			await numbersToBe(log, [1, 2]);
			assert.equal(log.api.entries()[0]?.input, 125);
		}));

	it('writes what is no note, and nothing stops', () =>
		withLog({ '1.md': entry(1) }, {}, async log => {
			writeFileSync(onDisk(log, '2.md'), new Uint8Array([0, 1, 2, 3]));
			writeFileSync(onDisk(log, '3.md'), '\u0000'.repeat(10));
			writeFileSync(onDisk(log, '4.md'), 'x'.repeat(6 * 1024 * 1024));
			writeFileSync(onDisk(log, '5.md'), entry(5));
			await numbersToBe(log, [1, 5]);
		}));
});
