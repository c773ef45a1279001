import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, describeLog, pause, read, run, until, withLog, type Files } from '../logDriver.ts';
import { actionsAt, entry, openAt, perform, untilCodes } from '../problemsDriver.ts';

/** Two mistakes that need no decision, and one that does. */
function broken(number: number): string {
	return entry(number, { tags: 'tags: daily-log, wood', input: 'input: 2000', draft: 'draft: yes # as yet' });
}

function mended(number: number): string {
	return broken(number).replace('daily-log, wood', '["daily-log", "wood"]').replace('yes', 'true');
}

/** The text of an entry as VS Code has it: of its document where there is one. */
async function textOf(path: string): Promise<string> {
	const open = documentOf(path);
	return open?.getText() ?? read(path);
}

function documentOf(path: string): vscode.TextDocument | undefined {
	return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === at(path).toString());
}

async function textsIn(folder: string, files: Files): Promise<Files> {
	return Object.fromEntries(await Promise.all(Object.keys(files).map(async path => [path, await textOf(`${folder}/${path}`)] as const)));
}

async function savedIn(folder: string, files: Files): Promise<Files> {
	return Object.fromEntries(await Promise.all(Object.keys(files).map(async path => [path, await read(`${folder}/${path}`)] as const)));
}

describeLog('source.fixAll.dailyLog', () => {
	const everywhere = new vscode.Range(0, 0, 0, 0);

	for (const kind of ['source.fixAll.dailyLog', 'source.fixAll', 'source']) {
		it(`mends all that needs no decision when asked for ${kind}`, async () => {
			await withLog({ '1.md': entry(1), '2.md': broken(2) }, {}, async ({ folder }) => {
				const { editor } = await openAt(`${folder}/2.md`, 'draft.notBoolean');
				const actions = await actionsAt(`${folder}/2.md`, everywhere, vscode.CodeActionKind.Empty.append(kind));
				const action = actions.get('Fix all front matter problems');
				assert.equal(action?.kind?.value, 'source.fixAll.dailyLog');
				await perform(action);
				assert.equal(editor.document.getText(), mended(2));
				await untilCodes(`${folder}/2.md`, 'input.range');
				await run('undo');
				assert.equal(editor.document.getText(), broken(2));
			});
		});
	}

	it('is no quick fix, and is not there where nothing is to be mended', async () => {
		await withLog({ '1.md': entry(1), '2.md': broken(2) }, {}, async ({ folder }) => {
			const { range } = await openAt(`${folder}/2.md`, 'draft.notBoolean');
			assert.deepEqual([...(await actionsAt(`${folder}/2.md`, range)).keys()], ['Write true']);
			await vscode.window.showTextDocument(at(`${folder}/1.md`));
			assert.deepEqual([...(await actionsAt(`${folder}/1.md`, everywhere, vscode.CodeActionKind.SourceFixAll)).keys()], []);
		});
	});

	it('runs on saving for those who wish it', async () => {
		const settings = vscode.workspace.getConfiguration('editor');
		await withLog({ '1.md': entry(1), '2.md': broken(2) }, {}, async ({ folder }) => {
			const { editor } = await openAt(`${folder}/2.md`, 'draft.notBoolean');
			await editor.edit(edit => {
				edit.insert(new vscode.Position(editor.document.lineCount, 0), 'More.\n');
			});
			await settings.update('codeActionsOnSave', { 'source.fixAll.dailyLog': 'explicit' }, vscode.ConfigurationTarget.Workspace);
			try {
				await run('workbench.action.files.save');
				await until('the document to be saved', () => !editor.document.isDirty);
			} finally {
				await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
			}
			assert.equal(await read(`${folder}/2.md`), `${mended(2)}More.\n`);
		});
	});
});

describeLog('dailyLog.fixAll', () => {
	const files: Files = {
		'1.md': entry(1),
		'2.md': broken(2),
		'3/index.md': `\uFEFF${broken(3)}`.replaceAll('\n', '\r\n'),
		'4.md': broken(4),
		'note.md': broken(9).replace('"9 - Entry"', 'A note'),
	};
	const after: Files = {
		...files,
		'2.md': mended(2),
		'3/index.md': mended(3).replaceAll('\n', '\r\n'),
		'4.md': `${mended(4)}More.\n`,
	};
	const fixed = ['6 problems fixed in 3 entries.'];

	/** The log with entry 4 in an editor that has unsaved text. */
	async function withUnsaved(
		test: (log: { readonly folder: string; readonly told: () => readonly string[] }) => Promise<void>,
	): Promise<void> {
		await withLog(files, {}, async ({ folder, told }) => {
			const { editor } = await openAt(`${folder}/4.md`, 'draft.notBoolean');
			await editor.edit(edit => {
				edit.insert(new vscode.Position(editor.document.lineCount, 0), 'More.\n');
			});
			await pause(1000); // The preview takes files that change while it is open for a conflict, and news of those just written come late.
			await test({ folder, told });
		});
	}

	it('mends closed, open and unsaved entries, and saves none of them', async () => {
		await withUnsaved(async ({ folder, told }) => {
			await run('dailyLog.fixAll', { preview: false });
			assert.deepEqual(await textsIn(folder, files), after);
			assert.deepEqual(await savedIn(folder, files), files);
			assert.deepEqual(told(), fixed);
			assert.deepEqual(
				Object.keys(files).map(path => documentOf(`${folder}/${path}`)?.isDirty ?? false),
				[false, true, true, true, false],
			);
			await untilCodes(`${folder}/2.md`, 'input.range');
			await untilCodes(`${folder}/3/index.md`, 'input.range');
		});
	});

	it('shows several entries before it changes them, and saves none of them then either', async () => {
		await withUnsaved(async ({ folder, told }) => {
			const state = { running: true };
			const running = run('dailyLog.fixAll').finally(() => {
				state.running = false;
			});
			await pause(1500);
			assert.deepEqual(
				[state.running, await read(`${folder}/2.md`), documentOf(`${folder}/4.md`)?.getText()],
				[true, broken(2), `${broken(4)}More.\n`],
			);
			for (const end = Date.now() + 15_000; state.running && Date.now() < end;) {
				await run('refactorPreview.apply');
				await pause(400);
			}
			await running;
			assert.deepEqual(await textsIn(folder, files), after);
			assert.deepEqual(await savedIn(folder, files), files);
			assert.deepEqual(told(), fixed);
		});
	});

	it('changes nothing when the preview is discarded', async () => {
		await withUnsaved(async ({ folder, told }) => {
			const state = { running: true };
			const running = run('dailyLog.fixAll').finally(() => {
				state.running = false;
			});
			for (const end = Date.now() + 15_000; state.running && Date.now() < end;) {
				await pause(600);
				await run('refactorPreview.discard');
			}
			await running;
			assert.deepEqual(await savedIn(folder, files), files);
			assert.equal(documentOf(`${folder}/4.md`)?.getText(), `${broken(4)}More.\n`);
			assert.deepEqual(told(), ['Nothing was changed.']);
		});
	});

	it('needs no preview for one entry, and says so where nothing can be fixed', async () => {
		await withLog({ '1.md': entry(1), '2.md': broken(2) }, {}, async ({ folder, told }) => {
			await run('dailyLog.fixAll');
			assert.equal(await textOf(`${folder}/2.md`), mended(2));
			await run('dailyLog.fixAll');
			assert.deepEqual(told(), [
				'2 problems fixed in 1 entry.',
				'Nothing can be fixed without a decision of yours. The Problems panel lists what is left.',
			]);
			await closeEditors();
		});
	});
});
