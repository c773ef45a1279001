import assert from 'node:assert/strict';
import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { answering, at, describeLog, instant, list, pause, read, run, until, withLog, type TestLog } from './logDriver.ts';

const now = instant('2022-12-02T10:00:00-07:00');

function entry(number: number, title = 'a'): string {
	return `---\ntitle: "${number} - ${title}"\nseries: ["Daily Log"]\ndate: 2022-12-02T06:21:40-07:00\ninput: 90\noutput: x\n---\nProse.\n`;
}

function onDisk({ folder }: TestLog, path = ''): string {
	return join(at(folder).fsPath, path);
}

describeLog('A file that vanishes', () => {
	/** Runs a command right after the file of entry 62 is gone, before anything can have told of it. */
	async function without(work: (log: TestLog) => Promise<void>): Promise<readonly string[]> {
		const told: string[] = [];
		await withLog({ '1.md': entry(1).replace('12-02', '12-01'), '62.md': entry(62) }, {}, async log => {
			await log.api.clock.set(now);
			rmSync(onDisk(log, '62.md'));
			await work(log);
			assert.deepEqual(await list(log.folder), ['1.md']);
			assert.equal(await read(`${log.folder}/1.md`), entry(1).replace('12-02', '12-01'));
			told.push(...log.told());
		});
		return told;
	}

	it('gets no minutes, and that is said', async () => {
		assert.deepEqual(await without(() => run('dailyLog.addInput', 5)), ['“62 - a” cannot be opened for writing.']);
	});

	it('is no draft any more, and that is said', async () => {
		const toggle = ({ folder }: TestLog): Promise<void> =>
			run('dailyLog.toggleDraft', { entry: { uri: at(`${folder}/62.md`).toString() } });
		assert.deepEqual(await without(toggle), ['“62 - a” cannot be opened: its file is gone or cannot be read. Nothing was changed.']);
	});

	it('takes no time of the timer with it', () =>
		withLog({ '62.md': entry(62) }, {}, async log => {
			const { api, told } = log;
			await api.clock.set(now);
			await run('dailyLog.startTimer');
			await api.clock.set(now + 120_000);
			rmSync(onDisk(log, '62.md'));
			// Escape, for where the file is missed already, it is asked whether there shall be another entry for today.
			await answering('escape', 'dailyLog.stopTimer');
			assert.match(told().join(), /The timer is paused and keeps its 2 min\.$/u);
			assert.match((await api.timerText.read()) ?? '', /"from": 1670000400000,\s+"to": 1670000520000/u);
			await run('dailyLog.discardTimer');
		}));

	it('with its folder, which has another name now: the next entry goes where the log is', () =>
		withLog({ 'a/1.md': entry(1), 'a/2.md': entry(2) }, {}, async log => {
			renameSync(onDisk(log, 'a'), onDisk(log, 'b'));
			await run('dailyLog.new', { title: 'next' });
			assert.deepEqual([log.told(), await list(log.folder)], [[], ['b/1.md', 'b/2.md', 'b/3.md']]);
		}));
});

describeLog('File events that come twice', () => {
	/** VS Code may see nothing in a new folder of a folder that is new itself. */
	const folder = 'content/told-twice';

	it('change nothing', () =>
		withLog({ '1.md': entry(1), '62.md': entry(62) }, { folder }, async log => {
			const before = JSON.stringify(log.api.entries());
			let changes = 0;
			const listening = log.api.onDidChangeEntries(() => changes++);
			for (let times = 1; times <= 5; times++) {
				writeFileSync(onDisk(log, '62.md'), entry(62));
				utimesSync(onDisk(log, '1.md'), times, times);
				await pause(80);
			}
			writeFileSync(onDisk(log, '2.md'), entry(2));
			writeFileSync(onDisk(log, '2.md'), entry(2));
			await until(
				'the one that is new',
				() => log.api.entries().length === 3,
				() => log.api.entries().map(({ path }) => path),
			);
			rmSync(onDisk(log, '2.md'));
			await until('the one that is gone', () => log.api.entries().length === 2);
			listening.dispose();
			assert.deepEqual([JSON.stringify(log.api.entries()), changes], [before, 2]);
		}));
});

describeLog('A clock that was set back', () => {
	it('makes the next entry no earlier number, and takes nothing for today’s', () =>
		withLog({ '1.md': entry(1), '62.md': entry(62) }, { oncePerDay: 'open' }, async ({ api, folder, create, told }) => {
			await api.clock.set(now - 30 * 24 * 3_600_000);
			const [path, text] = await create('back');
			assert.deepEqual([path, /^date: (.*)$/mu.exec(text)?.[1], told()], ['63.md', '2022-11-02T11:00:00-06:00', []]);
			assert.equal(await read(`${folder}/62.md`), entry(62));
			assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), at(`${folder}/63.md`).toString());
		}));
});
