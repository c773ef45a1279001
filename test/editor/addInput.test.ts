import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, at, describeLog, instant, list, read, run, until, withLog, type LogSettings } from './logDriver.ts';

const now = instant('2022-12-02T10:00:00-07:00');

function entry(number: number, fields: string, day = '2022-12-02'): string {
	return `---\ntitle: "${number} - a"\ndate: ${day}T06:21:40-07:00\n${fields}\noutput: x\n---\nProse.\n`;
}

/** What `dailyLog.addInput` makes of an entry of today, and what it says. */
async function added(fields: string, given: unknown, settings: LogSettings = {}): Promise<readonly [fields: string, told: string]> {
	const result = { fields: '', told: '' };
	await withLog({ '62.md': entry(62, fields) }, settings, async ({ api, folder, told }) => {
		await api.clock.set(now);
		await run('dailyLog.addInput', given);
		const text = await read(`${folder}/62.md`);
		result.fields = /-07:00\n(.*)\noutput/su.exec(text)?.[1] ?? text;
		result.told = told().join('\n');
	});
	return [result.fields, result.told];
}

describeLog('Add Input Time', () => {
	it('adds each notation of a keybinding, saves, and says how much it is', async () => {
		assert.deepEqual(
			[
				await added('input:  90 # min', '25'),
				await added('input: 90', 25),
				await added('input: 90', { minutes: '1h30' }),
				await added('input: 90', '1:30'),
				await added('input: 90', '-10'),
				await added('input: 20', '-1h'),
				await added('input: 0', '-10'),
				await added('draft: true', '25m'),
				await added('minutes: 5\ninput: 1', '5', { fields: { input: 'minutes' } }),
				await added('input: 1.5', '25', { 'input.unit': 'hours' }),
			],
			[
				['input:  115 # min', 'Added 25 min to “62 - a”: 115 min in all.'],
				['input: 115', 'Added 25 min to “62 - a”: 115 min in all.'],
				['input: 180', 'Added 90 min to “62 - a”: 180 min in all.'],
				['input: 180', 'Added 90 min to “62 - a”: 180 min in all.'],
				['input: 80', 'Took 10 min from “62 - a”: 80 min are left.'],
				['input: 0', 'Took 20 min from “62 - a”: 0 min are left.'],
				['input: 0', '“62 - a” stays at 0 min; nothing was changed.'],
				['draft: true\ninput: 25', 'Added 25 min to “62 - a”: 25 min in all.'],
				['minutes: 10\ninput: 1', 'Added 5 min to “62 - a”: 10 min in all.'],
				['input: 1.92', 'Added 25 min to “62 - a”: 115 min in all.'],
			],
		);
	}).timeout(40_000);

	it('says what stands in the way, and changes nothing', async () => {
		assert.deepEqual(
			[await added('input: 90 min', 5), await added('input: 5\nInput: 6', 5), await added('input: &a 5', 5)],
			[
				['input: 90 min', '“62 - a” has `input: 90 min`, which is no number to add to. Correct it first.'],
				['input: 5\nInput: 6', '“62 - a” has `input` twice in its front matter. Remove one of them first.'],
				['input: &a 5', '`input` of “62 - a” cannot be changed without changing more than it. Write it by hand, on a line of its own.'],
			],
		);
	}).timeout(30_000);

	it('does nothing on Escape', () =>
		withLog({ '62.md': entry(62, 'input: 90') }, {}, async ({ api, folder, told }) => {
			await api.clock.set(now);
			await answering('escape', 'dailyLog.addInput');
			assert.deepEqual([await read(`${folder}/62.md`), told()], [entry(62, 'input: 90'), []]);
		}));

	it('takes the latest of several entries of today', () =>
		withLog(
			{ '62.md': entry(62, 'input: 1'), '63.md': entry(63, 'input: 2'), '64.md': entry(64, 'input: 3', '2022-12-01') },
			{},
			async ({ api, folder }) => {
				await api.clock.set(now);
				await run('dailyLog.addInput', 5);
				assert.deepEqual(
					[await read(`${folder}/62.md`), await read(`${folder}/63.md`), await read(`${folder}/64.md`)],
					[entry(62, 'input: 1'), entry(63, 'input: 7'), entry(64, 'input: 3', '2022-12-01')],
				);
			},
		));

	it('leaves an entry with unsaved changes unsaved, in one step of undo', () =>
		withLog({ '62.md': entry(62, 'input: 90') }, {}, async ({ api, folder, told }) => {
			await api.clock.set(now);
			const editor = await vscode.window.showTextDocument(at(`${folder}/62.md`));
			await editor.edit(builder => {
				builder.insert(new vscode.Position(7, 0), 'More ');
			});
			const mine = editor.document.getText();
			await run('dailyLog.addInput', 25);
			assert.equal(editor.document.getText(), mine.replace('90', '115'));
			assert.equal(editor.document.isDirty, true);
			assert.equal(await read(`${folder}/62.md`), entry(62, 'input: 90'));
			assert.match(told().join('\n'), /It had changes of yours that are not saved, so it is for you to save\.$/u);
			await run('undo');
			assert.equal(editor.document.getText(), mine);
		}));

	it('saves an open entry without changes, and one undo takes it back', () =>
		withLog({ '62.md': entry(62, 'input: 90') }, {}, async ({ api, folder }) => {
			await api.clock.set(now);
			const editor = await vscode.window.showTextDocument(at(`${folder}/62.md`));
			await run('dailyLog.addInput', 25);
			assert.deepEqual([editor.document.isDirty, await read(`${folder}/62.md`)], [false, entry(62, 'input: 115')]);
			await run('undo');
			assert.equal(editor.document.getText(), entry(62, 'input: 90'));
		}));

	it('creates today’s entry only when told to', () =>
		withLog({ '62.md': entry(62, 'input: 90', '2022-12-01') }, {}, async ({ api, folder, told }) => {
			await api.clock.set(now);
			await answering('escape', 'dailyLog.addInput', 25);
			assert.deepEqual(await list(folder), ['62.md']);
			await answering('enter', 'dailyLog.addInput', 25);
			await until('the second entry', async () => (await list(folder)).length === 2);
			const text = await read(`${folder}/63.md`);
			assert.match(text, /^---\ntitle: "63 - "\ndate: 2022-12-02T10:00:00-07:00\ninput: 25\n/u);
			assert.equal(told().at(-1), 'Added 25 min to “63”: 25 min in all.');
		}));
});
