import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { lengthOf } from '../../src/core/timer/timer.ts';
import { noTimer, withAdditions, type Addition } from '../../src/core/timer/timerState.ts';
import { readTimerState, writeTimerState } from '../../src/core/timer/timerText.ts';
import { refuse } from '../support/refusingDisk.ts';
import { at, describeLog, instant, read, run, until, withLog, write, type TestLog } from './logDriver.ts';

const nine = instant('2022-12-02T09:00:00-07:00');
const minute = 60_000;

function entry(number: number, input = 90): string {
	return `---\ntitle: "${number} - a"\ndate: 2022-12-02T06:21:40-07:00\ninput: ${input}\noutput: x\n---\nProse.\n`;
}

/** A test at nine o'clock; no timer runs before or after it. */
async function withTimer(test: (log: TestLog) => Promise<void>): Promise<void> {
	await withLog({ '62.md': entry(62) }, {}, async log => {
		await log.api.clock.set(nine);
		await run('dailyLog.discardTimer');
		const before = log.told().length;
		try {
			await test({ ...log, told: () => log.told().slice(before) });
		} finally {
			await run('dailyLog.discardTimer');
		}
	});
}

describeLog('The timer on a disk that refuses', () => {
	for (const trouble of ['readOnly', 'full'] as const) {
		it(`(${trouble}) says so, starts nothing, and loses nothing when it is stopped`, async function () {
			await withTimer(async ({ api, folder, told }) => {
				const { path, fsPath } = vscode.Uri.parse(api.timerText.uri, true);
				const sentence = `The timer is kept in “${path}”, which cannot be written. Nothing was changed; see whether the disk is full or read-only.`;
				/** Does it while the disk refuses. */
				const refusing = async (command: string): Promise<void> => {
					const end = refuse(dirname(fsPath), trouble) ?? this.skip();
					try {
						await run(command);
					} finally {
						end();
					}
				};
				await refusing('dailyLog.startTimer');
				assert.deepEqual([told(), await api.timerText.read()], [[sentence], undefined]);
				await run('dailyLog.startTimer');
				await api.clock.set(nine + 2 * minute);
				const kept = await api.timerText.read();
				await refusing('dailyLog.stopTimer');
				assert.deepEqual([told(), await read(`${folder}/62.md`)], [[sentence, sentence], entry(62)]);
				assert.equal(await api.timerText.read(), kept);
				await run('dailyLog.stopTimer');
				assert.deepEqual([told().at(-1), await read(`${folder}/62.md`)], ['Added 2 min to “62 - a”: 92 min in all.', entry(62, 92)]);
			});
		}).timeout(30_000);
	}
});

describeLog('Undo after Stop', () => {
	const added = 'Added 2 min to “62 - a”: 92 min in all.';

	/** A test with an entry that has just got two minutes from the timer. */
	async function withStopped(test: (log: TestLog) => Promise<void>): Promise<void> {
		await withTimer(async log => {
			await run('notifications.clearAll');
			await run('dailyLog.startTimer');
			await log.api.clock.set(nine + 2 * minute);
			await run('dailyLog.stopTimer');
			assert.deepEqual([log.told(), await read(`${log.folder}/62.md`)], [[added], entry(62, 92)]);
			await test({ ...log, told: () => log.told().slice(1) });
		});
	}

	/** Presses the button of the message, which may take a moment to come. */
	async function undo(what: string, isDone: () => boolean | Promise<boolean>, shows: () => unknown): Promise<void> {
		await until(
			what,
			async () => {
				await run('notification.acceptPrimaryAction');
				return isDone();
			},
			shows,
		);
	}

	/** The minutes that the file of the timer has, in the timer and on their way. */
	async function kept({ api }: TestLog): Promise<readonly [timer: number, onTheirWay: readonly number[]]> {
		const reading = readTimerState(await api.timerText.read());
		const { timer, additions } = reading.kind === 'state' ? reading.state : noTimer;
		return [lengthOf(timer?.counted ?? []) / minute, additions.map(({ minutes }) => minutes)];
	}

	it('gives the time back without another word', () =>
		withStopped(async log => {
			await undo('the time', async () => (await kept(log))[0] === 2, log.told);
			assert.deepEqual([log.told(), await read(`${log.folder}/62.md`), await kept(log)], [[], entry(62), [2, []]]);
		}));

	for (const trouble of ['readOnly', 'full'] as const) {
		it(`leaves the minutes in the entry where the disk of the timer refuses (${trouble})`, async function () {
			await withStopped(async log => {
				const { path, fsPath } = vscode.Uri.parse(log.api.timerText.uri, true);
				const end = refuse(dirname(fsPath), trouble) ?? this.skip();
				try {
					await undo('a word', () => log.told().length > 0, log.told);
				} finally {
					end();
				}
				const refused = `The timer is kept in “${path}”, which cannot be written. Nothing was changed; see whether the disk is full or read-only.`;
				assert.deepEqual([log.told(), await read(`${log.folder}/62.md`), await kept(log)], [[refused], entry(62, 92), [0, []]]);
			});
		});
	}

	it('leaves them there where the entry cannot be saved, and keeps no note of them', async function () {
		await withStopped(async log => {
			const end = refuse(at(log.folder).fsPath, 'readOnly') ?? this.skip();
			try {
				await undo('a word', () => log.told().length > 0, log.told);
				await until('the note to go', async () => (await kept(log))[1].length === 0);
			} finally {
				end();
			}
			const refused = '“62 - a” could not be saved, so its time stays; see whether the disk is full or read-only.';
			assert.deepEqual([log.told(), await read(`${log.folder}/62.md`), await kept(log)], [[refused], entry(62, 92), [0, []]]);
		});
	});

	it('counts them as on their way until an entry with unsaved changes is saved, and never twice', () =>
		withStopped(async log => {
			const editor = await vscode.window.showTextDocument(at(`${log.folder}/62.md`));
			await editor.edit(builder => {
				builder.insert(new vscode.Position(7, 0), 'More\n');
			});
			await undo('a word', () => log.told().length > 0, log.told);
			const waits = '“62 - a” has changes of yours that are not saved. When you save it, its 2 min are back in the timer.';
			await log.api.clock.set(nine + 10 * minute);
			assert.deepEqual([log.told(), await read(`${log.folder}/62.md`), await kept(log)], [[waits], entry(62, 92), [0, [2]]]);
			await editor.document.save();
			await until('the minutes', async () => (await kept(log))[0] === 2);
			assert.deepEqual([await read(`${log.folder}/62.md`), await kept(log)], [`${entry(62)}More\n`, [2, []]]);
		}));
});

describeLog('Minutes on their way when a window crashed', () => {
	/** Five minutes of a window that has said nothing for long. */
	async function crash({ api, folder }: TestLog, lastSeen: number): Promise<void> {
		const addition: Addition = {
			folder: at('').toString().replace(/\/$/u, ''),
			uri: at(`${folder}/62.md`).toString(),
			title: '62 - a',
			minutes: 5,
			before: 90,
			after: 95,
			stretches: [{ from: nine - 60 * minute, to: nine - 55 * minute }],
			lastSeen,
		};
		await api.timerText.update(() => ({ kind: 'write', text: writeTimerState(withAdditions(noTimer, [addition])) ?? '' }));
	}

	const question = 'The timer had 5 min for “62 - a” when VS Code ended, and its time has changed since. Are they in it?';
	const back = '“62 - a” does not have the 5 min that the timer had for it. They are back in the timer.';

	it('are asked about where their entry has another name now: it may have them', () =>
		withTimer(async log => {
			const { api, folder, told } = log;
			renameSync(at(`${folder}/62.md`).fsPath, at(`${folder}/62-a.md`).fsPath);
			await crash(log, nine - 10 * minute);
			await until('a word', async () => {
				await api.clock.set(nine);
				return told().length > 0;
			});
			assert.deepEqual(told(), [question]);
			await api.timerText.update(() => ({ kind: 'delete' }));
		}));

	it('are settled once, and also where the clock was set back since', () =>
		withTimer(async log => {
			const { api, folder, told } = log;
			await write(`${folder}/62.md`, entry(62, 95));
			await crash(log, nine + 1000 * minute);
			await until('the note to go', async () => {
				await api.clock.set(nine);
				return (await api.timerText.read()) === undefined;
			});
			await write(`${folder}/62.md`, entry(62, 90));
			await crash(log, nine + 1000 * minute);
			await until('the minutes to come back', async () => {
				await api.clock.set(nine);
				return told().length > 0;
			});
			await run('dailyLog.stopTimer');
			assert.deepEqual([told(), await read(`${folder}/62.md`)], [[back, 'Added 5 min to “62 - a”: 95 min in all.'], entry(62, 95)]);
		}));
});
