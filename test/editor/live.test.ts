import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, describeLog, set, until, withLog, write, type TestLog } from './logDriver.ts';

function entry(number: number, input = 90): string {
	return `---\ntitle: "${number} - a"\ninput: ${input}\n---\nProse.\n`;
}

/** `62: 90` for each entry. */
function inputs({ api }: TestLog): string {
	return api
		.entries()
		.map(({ number, input }) => `${number}: ${input}`)
		.join(', ');
}

function inputsToBe(log: TestLog, expected: string): Promise<unknown> {
	return until(
		`the entries to be '${expected}'`,
		() => inputs(log) === expected,
		() => inputs(log),
	);
}

describeLog('The entries follow', () => {
	it('an unsaved edit at once, and its undoing', () =>
		withLog({ '62.md': entry(62) }, {}, async log => {
			const editor = await vscode.window.showTextDocument(at(`${log.folder}/62.md`));
			const events: string[] = [];
			const listening = log.api.onDidChangeEntries(() => events.push(inputs(log)));
			await editor.edit(edit => {
				edit.replace(new vscode.Range(2, 7, 2, 9), '125');
			});
			assert.deepEqual([inputs(log), events, editor.document.isDirty], ['62: 125', ['62: 125'], true]);
			await vscode.commands.executeCommand('undo');
			await inputsToBe(log, '62: 90');
			await vscode.commands.executeCommand('redo');
			await inputsToBe(log, '62: 125');
			await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
			await inputsToBe(log, '62: 90');
			listening.dispose();
		}));

	it('only what concerns an entry', () =>
		withLog({ '62.md': entry(62), 'about.md': 'A note.\n' }, {}, async log => {
			const editor = await vscode.window.showTextDocument(at(`${log.folder}/about.md`));
			let events = 0;
			const listening = log.api.onDidChangeEntries(() => events++);
			await editor.edit(edit => {
				edit.insert(new vscode.Position(0, 0), 'More. ');
			});
			listening.dispose();
			assert.equal(events, 0);
		}));

	it('a file that is new, moved with its folder, deleted', () =>
		withLog({ '61.md': entry(61) }, {}, async log => {
			await write(`${log.folder}/more/62.md`, entry(62, 5));
			await inputsToBe(log, '61: 90, 62: 5');
			await vscode.workspace.fs.rename(at(`${log.folder}/more`), at(`${log.folder}/moved`));
			await until('the new path', () => log.api.entries().at(-1)?.path === `${log.folder}/moved/62.md`);
			await inputsToBe(log, '61: 90, 62: 5');
			await vscode.workspace.fs.delete(at(`${log.folder}/moved`), { recursive: true, useTrash: false });
			await inputsToBe(log, '61: 90');
		}));

	it('a broken entry, which stays in the list with what is wrong', () =>
		withLog({ '62.md': '---\ntitle: "62 - a\ninput: 90\n---\nProse.\n', '61.md': entry(61) }, {}, log => {
			assert.deepEqual(
				log.api.entries().map(({ number, problem }) => ({ number, broken: problem !== undefined })),
				[
					{ number: 61, broken: false },
					{ number: 62, broken: true },
				],
			);
			return Promise.resolve();
		}));

	it('the settings at once', () =>
		withLog({ '61.md': `---\nminutes: 7\nseries: other log\n---\n`, 'sub/62.md': entry(62) }, {}, async log => {
			const { folder } = log;
			const steps: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
				[{ folder }, '61: undefined, 62: 90'],
				[{ folder, fields: { input: 'minutes' } }, '61: 7, 62: undefined'],
				[{ folder, 'input.unit': 'hours' }, '61: undefined, 62: 5400'],
				[{ folder: `${folder}/sub` }, '62: 90'],
				[{ folder, exclude: ['**/sub'] }, '61: undefined'],
				[{ folder }, '61: undefined, 62: 90'],
				[{ series: 'Other Log' }, '61: undefined'],
			];
			for (const [settings, expected] of steps) {
				await set(settings);
				await inputsToBe(log, expected);
			}
		}));

	it('files.exclude', () =>
		withLog({ '61.md': entry(61), 'sub/62.md': entry(62) }, {}, async log => {
			const files = vscode.workspace.getConfiguration('files');
			await files.update('exclude', { '**/sub': true }, vscode.ConfigurationTarget.Workspace);
			await inputsToBe(log, '61: 90');
			await files.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
			await inputsToBe(log, '61: 90, 62: 90');
		}));
});
