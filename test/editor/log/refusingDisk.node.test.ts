import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { filler, pin, refuse, type DiskTrouble } from '../../support/refusingDisk.ts';
import { at, describeLog, instant, pause, run, set, until, withLog, type Files, type TestLog } from '../logDriver.ts';

const now = instant('2022-12-02T10:00:00-07:00');

/** An entry of exactly one page of 4096 bytes: not one byte more of it goes onto a disk that is full. */
function entry(number: number, day: string): string {
	const text = `---\ntitle: "${number} - a"\ndate: ${day}T06:21:40-07:00\ntags: [wood]\ninput: 90\noutput: x\ndraft: yes\n---\nProse.\n`;
	return text + `${'x'.repeat(63)}\n`.repeat(64).slice(0, 4095 - text.length) + '\n';
}

const files: Files = { '1.md': entry(1, '2022-12-01'), '62.md': entry(62, '2022-12-02') };

interface Refused {
	readonly told: readonly string[];
	/** All files of the folder after it. */
	readonly left: Files;
	/** The texts that are in editors and not saved, by their names. */
	readonly unsaved: Files;
}

/** Does something in a log on a disk that refuses, and tells what came of it; undefined where no such disk can be had. */
async function refused(
	trouble: DiskTrouble | 'pinned 5.md',
	work: (log: TestLog) => Promise<void>,
	on = files,
): Promise<Refused | undefined> {
	const result: { refused?: Refused } = {};
	await withLog(on, {}, async log => {
		const disk = at(log.folder).fsPath;
		const end = trouble === 'pinned 5.md' ? pin(join(disk, '5.md')) : refuse(disk, trouble);
		if (end === undefined) {
			return;
		}
		try {
			await log.api.clock.set(now);
			await work(log);
			result.refused = {
				told: log.told().map(sentence => sentence.replaceAll(log.folder, 'L')),
				left: textsIn(disk),
				unsaved: unsavedIn(disk),
			};
		} finally {
			end();
		}
	});
	return result.refused;
}

function textsIn(disk: string): Files {
	const names = readdirSync(disk, { recursive: true, encoding: 'utf8' }).filter(name => name !== filler);
	return Object.fromEntries(names.map(name => [name, readFileSync(join(disk, name), 'utf8')]));
}

function unsavedIn(disk: string): Files {
	const documents = vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && uri.fsPath.startsWith(disk));
	return Object.fromEntries(documents.map(document => [document.uri.fsPath.slice(disk.length + 1), document.getText()]));
}

/** Starts a command that shows its changes first, and applies them. */
async function applying(command: string, given: unknown): Promise<void> {
	const state = { running: true };
	const running = run(command, given).finally(() => {
		state.running = false;
	});
	for (const end = Date.now() + 15_000; state.running && Date.now() < end;) {
		await run('refactorPreview.apply');
		await pause(300);
	}
	await running;
}

interface Writer {
	readonly name: string;
	readonly work: (log: TestLog) => Promise<void>;
	/** What is said, with `L` for the folder of the log. */
	readonly says: Readonly<Record<DiskTrouble, string>>;
	/** Only on such a disk: what is not saved meets the same on both. */
	readonly on?: DiskTrouble;
	/** The editors that hold what could not be saved. */
	readonly unsaved?: readonly string[];
}

const cannotCreate = (path: string): Writer['says'] => ({
	readOnly: `“${path}” cannot be created: the folder is read-only. Nothing was written; check its permissions.`,
	full: `“${path}” cannot be created: the disk is full. Nothing was written; free some space and try again.`,
});

const always = (sentence: string): Writer['says'] => ({ readOnly: sentence, full: sentence });

const writers: readonly Writer[] = [
	{ name: 'New Daily Log', work: () => run('dailyLog.new', { title: 'x'.repeat(150) }), says: cannotCreate('L/63.md') },
	{
		name: 'Add Input Time',
		work: () => run('dailyLog.addInput', 1000),
		says: always(
			'Added 1000 min to “62 - a”: 1090 min in all. It could not be saved and stands in its editor only; see whether the disk is full or read-only, then save it.',
		),
		unsaved: ['62.md'],
	},
	{
		name: 'Write Review',
		work: async ({ folder }) => {
			await set({ folder, timeZone: 'America/Denver', weekStartsOn: 'monday', 'review.folder': `${folder}/reviews` });
			await run('dailyLog.writeReview', { period: 'week' });
		},
		says: cannotCreate('L/reviews/2022-W48.md'),
	},
	{
		name: 'Create Note from Link',
		work: async ({ folder }) => {
			await set({ folder, 'wikiLinks.newNoteFolder': `${folder}/notes` });
			await run('dailyLog.createNote', { target: 'New', from: at(`${folder}/1.md`).toString(), then: 'stay' });
		},
		says: cannotCreate('L/notes/New.md'),
	},
	{
		name: 'Export Entries as CSV',
		work: ({ folder }) => run('dailyLog.exportCsv', { uri: at(`${folder}/log.csv`) }),
		says: always('“L/log.csv” could not be written. Choose another folder; the log says why.'),
	},
	{
		name: 'Fix All',
		work: () => run('dailyLog.fixAll', { preview: false }),
		says: always('4 problems fixed in 2 entries.'),
		on: 'readOnly',
		unsaved: ['1.md', '62.md'],
	},
	{
		name: 'Toggle Draft',
		work: async ({ folder }) => {
			await vscode.window.showTextDocument(at(`${folder}/62.md`));
			await run('dailyLog.toggleDraft');
		},
		says: always(''),
		on: 'readOnly',
		unsaved: ['62.md'],
	},
];

for (const trouble of ['readOnly', 'full'] as const) {
	describeLog(trouble === 'full' ? 'On a disk that is full' : 'On a disk that is read-only', () => {
		for (const { name, work, says, unsaved = [] } of writers.filter(({ on }) => on === undefined || on === trouble)) {
			it(`${name} says what happened, and no byte changes`, async function () {
				const outcome = await refused(trouble, work);
				if (outcome === undefined) {
					this.skip(); // no right to mount here
				}
				assert.equal(outcome.told.join(' '), says[trouble]);
				assert.deepEqual([outcome.left, Object.keys(outcome.unsaved).sort()], [files, unsaved]);
			}).timeout(30_000);
		}
	});
}

const notRenumbered = (name: string): string =>
	`Nothing was renumbered: “L/${name}” cannot be renamed. See whether another program has it open or its folder is read-only, then try again.`;

describeLog('On a disk that refuses', () => {
	it('Renumber Entries renames nothing where it cannot', async function () {
		const outcome = await refused('readOnly', () => applying('dailyLog.renumber', { mode: 'closeGaps' }));
		if (outcome === undefined) {
			this.skip();
		}
		assert.deepEqual([outcome.told, outcome.left, outcome.unsaved], [[notRenumbered('62.md')], files, {}]);
	}).timeout(30_000);

	it('Renumber Entries takes back what stands in editors, and the names it has given, where one file cannot be renamed', async function () {
		const on: Files = {
			'1.md': `${entry(1, '2022-12-01')}[[3]] [[5]]\n`,
			'3.md': entry(3, '2022-12-03'),
			'5.md': entry(5, '2022-12-05'),
			'7.md': entry(7, '2022-12-07'),
		};
		const work = async ({ folder, told }: TestLog): Promise<void> => {
			const typed = await vscode.window.showTextDocument(at(`${folder}/1.md`), { preview: false });
			await typed.edit(edit => {
				edit.insert(typed.document.lineAt(typed.document.lineCount - 1).range.end, 'Typed.');
			});
			await vscode.window.showTextDocument(at(`${folder}/7.md`), { preview: false });
			await applying('dailyLog.renumber', { mode: 'closeGaps' });
			await until('a word', () => told().length > 0);
		};
		const outcome = await refused('pinned 5.md', work, on);
		if (outcome === undefined) {
			this.skip();
		}
		assert.deepEqual([outcome.told, outcome.left], [[notRenumbered('5.md')], on]);
		assert.equal(outcome.unsaved['1.md'], `${on['1.md']}Typed.`);
		assert.deepEqual(
			Object.entries(outcome.unsaved).filter(([name, text]) => name !== '1.md' && text !== on[name]),
			[],
		);
	}).timeout(30_000);

	it('Renumber Entries leaves no editor unsaved, nor one open that was not', async function () {
		const on: Files = { '1.md': entry(1, '2022-12-01'), '3.md': entry(3, '2022-12-03'), '5.md': entry(5, '2022-12-05') };
		const work = async ({ folder }: TestLog): Promise<void> => {
			await vscode.window.showTextDocument(at(`${folder}/5.md`), { preview: false });
			await vscode.workspace.openTextDocument(at(`${folder}/3.md`));
			await applying('dailyLog.renumber', { mode: 'closeGaps' });
			assert.deepEqual(
				vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
				['5.md'],
			);
		};
		const outcome = await refused('pinned 5.md', work, on);
		if (outcome === undefined) {
			this.skip();
		}
		assert.deepEqual([outcome.told, outcome.left, outcome.unsaved], [[notRenumbered('5.md')], on, {}]);
	}).timeout(30_000);

	it('Renumber Entries says where it stopped, if another program takes the old name meanwhile', async () => {
		const on: Files = { '1.md': entry(1, '2022-12-01'), '3.md': entry(3, '2022-12-03'), '5.md': entry(5, '2022-12-05') };
		await withLog(on, {}, async ({ folder, told }) => {
			const disk = at(folder).fsPath;
			const listening = vscode.workspace.onDidRenameFiles(({ files: [moved] }) => {
				if (moved?.oldUri.path.endsWith('/3.md') === true) {
					writeFileSync(join(disk, '3.md'), 'mine');
				}
			});
			await applying('dailyLog.renumber', { mode: 'closeGaps' });
			listening.dispose();
			const { '3.md': third, ...others } = on;
			assert.deepEqual(
				[told(), textsIn(disk), unsavedIn(disk)],
				[
					[`The renumbering stopped at “${folder}/5.md”, which cannot be renamed. “Renumber Entries…” again closes what is open.`],
					{ ...others, '2.md': third, '3.md': 'mine' },
					{},
				],
			);
		});
	}).timeout(30_000);

	it('Renumber Entries cuts no text off where the disk has no room for it', async function () {
		const outcome = await refused('full', () => applying('dailyLog.renumber', { mode: 'shift', from: 62, by: 1000 }));
		if (outcome === undefined) {
			this.skip();
		}
		const text = files['62.md'] ?? '';
		assert.deepEqual(outcome.left, { '1.md': files['1.md'], '1062.md': text });
		assert.deepEqual(outcome.unsaved, { '1062.md': text.replace('62 - a', '1062 - a') });
		assert.match(
			outcome.told.join(' '),
			/^Renumbered 1 entries: .* The changes of 1 notes could not be saved and stand in their editors only;/u,
		);
	}).timeout(30_000);

	it('a CSV that was to be replaced stays, be there room for half of the new one', async function () {
		const on = { ...files, '63.md': `---\ntitle: "63 - a"\noutput: ${'x'.repeat(6000)}\n---\n`, 'log.csv': 'mine' };
		const work = async ({ folder, told }: TestLog): Promise<void> => {
			const disk = at(folder).fsPath;
			truncateSync(join(disk, filler), statSync(join(disk, filler)).size - 4096);
			const running = run('dailyLog.exportCsv', { uri: at(`${folder}/log.csv`) });
			await until('the end', async () => {
				await run('workbench.action.acceptSelectedQuickOpenItem');
				await pause(200);
				return told().length > 0;
			});
			await running;
		};
		const outcome = await refused('full', work, on);
		if (outcome === undefined) {
			this.skip();
		}
		assert.deepEqual([outcome.left, outcome.told], [on, ['“L/log.csv” could not be written. Choose another folder; the log says why.']]);
	}).timeout(30_000);

	it('a language model hears that its minutes are not on it', async function () {
		const answers: string[] = [];
		const outcome = await refused('full', async ({ folder }) => {
			const { content } = await vscode.lm.invokeTool('dailyLog_add_input_time', {
				input: { time: '1000' },
				toolInvocationToken: undefined,
			});
			answers.push(...content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '').replace(folder, 'L')));
		});
		if (outcome === undefined) {
			this.skip();
		}
		assert.deepEqual(
			[answers, outcome.left, Object.keys(outcome.unsaved)],
			[
				[
					'The input of L/62.md went from 90 to 1090 min. It is not on the disk yet: it stands in an editor that is not saved, and is for the user to save.',
				],
				files,
				['62.md'],
			],
		);
	}).timeout(30_000);

	it('what could not be saved is saved when there is room again', async function () {
		const outcome = await refused('full', async ({ folder }) => {
			await run('dailyLog.addInput', 1000);
			rmSync(join(at(folder).fsPath, filler));
			const document = vscode.workspace.textDocuments.find(({ isDirty }) => isDirty);
			assert.equal(await document?.save(), true);
		});
		if (outcome === undefined) {
			this.skip();
		}
		assert.deepEqual(outcome.left, { ...files, '62.md': files['62.md']?.replace('input: 90', 'input: 1090') });
	}).timeout(30_000);
});
