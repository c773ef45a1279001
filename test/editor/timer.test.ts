import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
	answering,
	at,
	describeLog,
	instant,
	list,
	read,
	run,
	until,
	withLog,
	type Api,
	type Files,
	type LogSettings,
	type TestLog,
} from './logDriver.ts';

const nine = instant('2022-12-02T09:00:00-07:00');
const minute = 60_000;

function entry(number: number, input = 'input: 90', day = '2022-12-02'): string {
	return `---\ntitle: "${number} - a"\ndate: ${day}T06:21:40-07:00\n${input}\noutput: x\n---\nProse.\n`;
}

/** A test of the timer on a log of its own, from nine o'clock on; no timer runs before or after it. */
async function withTimer(files: Files, settings: LogSettings, test: (log: TestLog) => Promise<void>): Promise<void> {
	await withLog(files, settings, async log => {
		await log.api.clock.set(nine);
		await run('dailyLog.discardTimer');
		try {
			await test({ ...log, told: since(log) });
		} finally {
			await run('dailyLog.discardTimer');
		}
	});
}

function since({ told }: TestLog): () => readonly string[] {
	const before = told().length;
	return () => told().slice(before);
}

/** Time passes, from one minute after nine to another, while somebody works: the windows look at the clock, and keys are pressed. */
async function work({ clock }: Api, from: number, to: number): Promise<void> {
	for (let at = from; at <= to; at += 2) {
		await clock.set(nine + Math.min(at, to) * minute);
		await press();
	}
	await clock.set(nine + to * minute);
}

/** Moves the caret, as somebody who works does. */
async function press(): Promise<void> {
	const editor =
		vscode.window.activeTextEditor ??
		(await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'a\nb\nc\n' })));
	const line = (editor.selection.active.line + 1) % 3;
	const moved = new Promise<void>(resolve => {
		const listening = vscode.window.onDidChangeTextEditorSelection(() => {
			listening.dispose();
			resolve();
		});
	});
	editor.selection = new vscode.Selection(line, 0, line, 0);
	await moved;
}

/** Time passes while nobody does anything, and windows look. */
async function leave({ clock }: Api, from: number, to: number): Promise<void> {
	for (let at = from; at <= to; at += 2) {
		await clock.set(nine + Math.min(at, to) * minute);
	}
	await clock.set(nine + to * minute);
}

function inputIn(text: string): string {
	return /^input: (.*)$/mu.exec(text)?.[1] ?? 'none';
}

describeLog('The timer', () => {
	it('adds what it counted to today’s entry, saved, and says so', () =>
		withTimer({ '62.md': entry(62, 'input:  90 # min') }, {}, async ({ api, folder, told }) => {
			await run('dailyLog.startTimer');
			await work(api, 1, 25);
			await run('dailyLog.stopTimer');
			assert.equal(await read(`${folder}/62.md`), entry(62, 'input:  115 # min'));
			assert.deepEqual(told(), ['Added 25 min to “62 - a”: 115 min in all.']);
		}));

	it('does not count while it is paused', () =>
		withTimer({ '62.md': entry(62) }, {}, async ({ api, folder, told }) => {
			await run('dailyLog.startTimer');
			await work(api, 1, 10);
			await run('dailyLog.pauseTimer');
			await work(api, 11, 40);
			await run('dailyLog.startTimer');
			await work(api, 41, 45);
			await run('dailyLog.stopTimer');
			assert.equal(inputIn(await read(`${folder}/62.md`)), '105');
			assert.deepEqual(told(), ['Added 15 min to “62 - a”: 105 min in all.']);
		}));

	it('says what it cannot do', () =>
		withTimer({ '62.md': entry(62) }, {}, async ({ api, folder, told }) => {
			for (const command of [
				'pauseTimer',
				'stopTimer',
				'discardTimer',
				'startTimer',
				'startTimer',
				'pauseTimer',
				'pauseTimer',
				'stopTimer',
			]) {
				await run(`dailyLog.${command}`);
			}
			await api.clock.set(nine);
			assert.deepEqual(told(), [
				'No timer runs. “Start Timer” starts one.',
				'No timer runs. “Start Timer” starts one.',
				'No timer runs. “Start Timer” starts one.',
				'The timer runs already, with 0 min on it.',
				'The timer is paused already, with 0 min on it.',
				'The timer was stopped with less than half a minute on it; nothing was written.',
			]);
			assert.equal(await read(`${folder}/62.md`), entry(62));
		}));

	it('is told in a sentence where the status bar does not show it', () =>
		withTimer({ '62.md': entry(62) }, { 'statusBar.enabled': false }, async ({ api, told }) => {
			await run('dailyLog.startTimer');
			await work(api, 1, 3);
			await run('dailyLog.pauseTimer');
			assert.deepEqual(told(), ['Timer running, 0 min.', 'Timer paused at 3 min.']);
		}));

	it('brings its time back when the entry is not to be created', () =>
		withTimer({ '62.md': entry(62, 'input: 0', '2022-12-01') }, {}, async ({ api, folder, told }) => {
			await run('dailyLog.startTimer');
			await work(api, 1, 5);
			await answering('escape', 'dailyLog.stopTimer');
			assert.deepEqual([await list(folder), told().at(-1)], [['62.md'], 'Nothing was written. The timer is paused and keeps its 5 min.']);
		}));

	it('keeps its time where the entry cannot take it', () =>
		withTimer({ '62.md': entry(62, 'input: 90 min') }, {}, async ({ api, folder, told }) => {
			await run('dailyLog.startTimer');
			await work(api, 1, 5);
			await run('dailyLog.stopTimer');
			assert.deepEqual(told(), [
				'“62 - a” has `input: 90 min`, which is no number to add to. Correct it first. The timer is paused and keeps its 5 min.',
			]);
			const editor = await vscode.window.showTextDocument(at(`${folder}/62.md`));
			await editor.edit(builder => {
				builder.replace(new vscode.Range(3, 0, 3, 13), 'input: 90');
			});
			await editor.document.save();
			await run('dailyLog.stopTimer');
			assert.equal(inputIn(await read(`${folder}/62.md`)), '95');
		}));

	it('asks about time in which nothing was touched, when it is stopped', async () => {
		const stopped = (answer: 'enter' | 'second' | 'escape'): Promise<readonly string[]> => {
			const result: string[] = [];
			return withTimer({ '62.md': entry(62) }, {}, async ({ api, folder, told }) => {
				await run('dailyLog.startTimer');
				await work(api, 1, 5);
				await leave(api, 6, 35);
				await answering(answer, 'dailyLog.stopTimer');
				result.push(inputIn(await read(`${folder}/62.md`)), ...told().slice(-1));
			}).then(() => result);
		};
		assert.deepEqual(
			[await stopped('enter'), await stopped('second'), await stopped('escape')],
			[
				['125', 'Added 35 min to “62 - a”: 125 min in all.'],
				['95', 'Added 5 min to “62 - a”: 95 min in all.'],
				['90', 'Nothing was written. The timer is paused and keeps its 5 min.'],
			],
		);
	}).timeout(60_000);

	it('asks once, when somebody comes back after idleness, after sleep, or the clock is set back', () =>
		withTimer({ '62.md': entry(62) }, {}, async ({ api, told }) => {
			await run('dailyLog.startTimer');
			await work(api, 1, 5);
			await leave(api, 6, 35);
			assert.deepEqual(told(), []);
			await work(api, 36, 40);
			await until('the question about idleness', () => told().length === 1);
			await api.clock.set(nine + 100 * minute);
			await press();
			await until('the question about sleep', () => told().length === 2, told);
			await work(api, 101, 105);
			await api.clock.set(nine + 90 * minute);
			await until('the question about the clock', () => told().length === 3, told);
			await work(api, 91, 95);
			const times = told().map(sentence => sentence.replaceAll(/[\u202f\u00a0]/gu, ' '));
			assert.deepEqual(times, [
				'The timer ran from 9:05 AM to 9:36 AM (31 min), and nothing was touched in the editor. Does that time count?',
				'The timer ran from 9:40 AM to 10:40 AM (1 h), while the computer slept. Does that time count?',
				'The clock was set back. The timer had counted 10:40 AM to 10:45 AM (5 min) before, and comes to that time again. Does the first time count too?',
			]);
		})).timeout(40_000);

	it('never asks about idleness where it is set so', () =>
		withTimer({ '62.md': entry(62) }, {}, async ({ api, folder, told }) => {
			await vscode.workspace.getConfiguration('dailyLog').update('timer.idleMinutes', 0, vscode.ConfigurationTarget.Workspace);
			try {
				await run('dailyLog.startTimer');
				await leave(api, 1, 60);
				await run('dailyLog.stopTimer');
			} finally {
				await vscode.workspace.getConfiguration('dailyLog').update('timer.idleMinutes', undefined, vscode.ConfigurationTarget.Workspace);
			}
			assert.deepEqual([inputIn(await read(`${folder}/62.md`)), told().at(-1)], ['150', 'Added 60 min to “62 - a”: 150 min in all.']);
		}));

	it('splits at midnight, or not, as it is set', async () => {
		const night = async (settings: LogSettings, days: readonly string[]): Promise<readonly string[]> => {
			const result: string[] = [];
			const files = Object.fromEntries(days.map((day, index) => [`${62 + index}.md`, entry(62 + index, 'input: 0', day)]));
			await withTimer(files, settings, async ({ api, folder, told }) => {
				const before = nine + (14 * 60 + 40) * minute;
				await api.clock.set(before);
				await run('dailyLog.startTimer');
				for (let passed = 1; passed <= 50; passed++) {
					await api.clock.set(before + passed * minute);
					await press();
				}
				await answering('enter', 'dailyLog.stopTimer');
				for (const path of await list(folder)) {
					result.push(`${path} ${inputIn(await read(`${folder}/${path}`))}`);
				}
				result.push(...told().slice(-1));
			});
			return result;
		};
		const both = ['2022-12-02', '2022-12-03'];
		assert.deepEqual(
			[
				await night({}, both),
				await night({ 'timer.atMidnight': 'startDay' }, both),
				await night({ 'timer.atMidnight': 'ask' }, both),
				await night({ dayStartsAt: 4 }, both),
				await night({}, ['2022-12-02']),
			],
			[
				['62.md 20', '63.md 30', 'Added 20 min to “62 - a”: 20 min in all. Added 30 min to “63 - a”: 30 min in all.'],
				['62.md 50', '63.md 0', 'Added 50 min to “62 - a”: 50 min in all.'],
				['62.md 20', '63.md 30', 'Added 20 min to “62 - a”: 20 min in all. Added 30 min to “63 - a”: 30 min in all.'],
				['62.md 50', '63.md 0', 'Added 50 min to “62 - a”: 50 min in all.'],
				['62.md 20', '63.md 30', 'Added 20 min to “62 - a”: 20 min in all. Added 30 min to “63”: 30 min in all.'],
			],
		);
	}).timeout(90_000);

	it('creates an entry for a day that is over, dated on it, if it has none', () =>
		withTimer({ '62.md': entry(62, 'input: 0', '2022-12-01') }, {}, async ({ api, folder }) => {
			await run('dailyLog.startTimer');
			await work(api, 1, 20);
			await run('dailyLog.pauseTimer');
			await api.clock.set(nine + 24 * 60 * minute);
			await answering('enter', 'dailyLog.stopTimer');
			assert.deepEqual(await list(folder), ['62.md', '63.md']);
			assert.match(await read(`${folder}/63.md`), /^---\ntitle: "63 - "\ndate: 2022-12-02T09:00:00-07:00\ninput: 20\n/u);
		}));

	it('waits for an entry with unsaved changes to be saved, and counts its minutes as on their way', () =>
		withTimer({ '62.md': entry(62) }, {}, async ({ api, folder, told }) => {
			const editor = await vscode.window.showTextDocument(at(`${folder}/62.md`));
			await editor.edit(builder => {
				builder.insert(new vscode.Position(6, 0), 'More\n');
			});
			await run('dailyLog.startTimer');
			await work(api, 1, 5);
			await run('dailyLog.stopTimer');
			assert.deepEqual([editor.document.isDirty, inputIn(await read(`${folder}/62.md`))], [true, '90']);
			assert.match(told().at(-1) ?? '', /^Added 5 min to “62 - a”: 95 min in all\. It had changes of yours/u);
			await run('undo');
			await editor.document.save();
			await until('the minutes to come back', () => /are back in the timer/u.test(told().at(-1) ?? ''), told);
			await run('dailyLog.stopTimer');
			assert.equal(inputIn(await read(`${folder}/62.md`)), '95');
		}));

	it('takes the minutes back when the entry is closed without saving', () =>
		withTimer({ '62.md': entry(62) }, {}, async ({ api, folder, told }) => {
			const editor = await vscode.window.showTextDocument(at(`${folder}/62.md`));
			await editor.edit(builder => {
				builder.insert(new vscode.Position(6, 0), 'More\n');
			});
			await run('dailyLog.startTimer');
			await work(api, 1, 5);
			await run('dailyLog.stopTimer');
			await vscode.window.showTextDocument(editor.document);
			await run('workbench.action.revertAndCloseActiveEditor');
			await leave(api, 6, 10);
			await until('the minutes to come back', () => /are back in the timer/u.test(told().at(-1) ?? ''), told);
			await run('dailyLog.stopTimer');
			assert.equal(inputIn(await read(`${folder}/62.md`)), '95');
		}));
});
