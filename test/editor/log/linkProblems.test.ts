import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, describeLog, read, remove, set, until, withLog, write, type Files } from '../logDriver.ts';
import { askAt } from '../linksDriver.ts';
import { diagnosticsAt, entry, openAt, untilCodes } from '../problemsDriver.ts';

const files: Files = {
	'1.md': entry(1, { title: 'title: "1 - Zigzag again"' }, '## Week 2\n\nText.\n'),
	'2.md': entry(2, {}, 'See [[Zigzag agian]], [[zz nobody]] and [[1#Week 3]].\n'),
	'notes/zz.md': 'See [[zz nobody]].\n',
};

/** The titles of the lightbulb's fixes at the caret. */
async function fixes(editor: vscode.TextEditor): Promise<readonly vscode.CodeAction[]> {
	const range = new vscode.Range(editor.selection.active, editor.selection.active);
	const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		editor.document.uri,
		range,
	);
	return actions.filter(({ kind }) => kind?.value === 'quickfix');
}

describeLog('problems of links', () => {
	it('stand for entries that nobody has opened, with the other note beside them', () =>
		withLog(files, {}, async ({ folder }) => {
			await untilCodes(`${folder}/2.md`, 'link.unresolved', 'link.unresolved', 'link.heading');
			const { range, severity, relatedInformation } = diagnosticsAt(`${folder}/2.md`)[2] ?? {};
			assert.deepEqual([range?.start.line, range?.start.character, range?.end.character], [9, 44, 50]);
			assert.equal(severity, vscode.DiagnosticSeverity.Warning);
			assert.deepEqual(
				relatedInformation?.map(({ location }) => vscode.workspace.asRelativePath(location.uri, false)),
				[`${folder}/1.md`],
			);
			assert.deepEqual(diagnosticsAt(`${folder}/notes/zz.md`), []);
		}));

	it('follow the notes that come, go, and get other headings, saved or not', () =>
		withLog(files, {}, async ({ folder }) => {
			await untilCodes(`${folder}/2.md`, 'link.unresolved', 'link.unresolved', 'link.heading');
			await write(`${folder}/zz nobody.md`, 'x\n');
			await untilCodes(`${folder}/2.md`, 'link.unresolved', 'link.heading');
			await write(`${folder}/notes/zz nobody.md`, 'x\n');
			await remove(`${folder}/zz nobody.md`);
			await write(`${folder}/more/zz nobody.md`, 'x\n');
			await untilCodes(`${folder}/2.md`, 'link.unresolved', 'link.ambiguous', 'link.heading');
			const editor = await vscode.window.showTextDocument(at(`${folder}/1.md`));
			const heading = editor.document.getText().indexOf('Week 2');
			await editor.edit(edit => {
				const start = editor.document.positionAt(heading);
				edit.replace(new vscode.Range(start, start.translate(0, 6)), 'Week 3');
			});
			await untilCodes(`${folder}/2.md`, 'link.unresolved', 'link.ambiguous');
		}));

	it('are mended by the lightbulb: the nearest name, the nearest heading, or a new note', () =>
		withLog(files, { 'wikiLinks.newNoteFolder': 'test-logs/new' }, async ({ folder }) => {
			const { editor } = await openAt(`${folder}/2.md`, 'link.unresolved');
			assert.deepEqual(
				(await fixes(editor)).map(({ title }) => title),
				["Create note 'Zigzag agian'", "Change to '1 - Zigzag again'"],
			);
			const [create, change] = await fixes(editor);
			assert.ok(change?.edit !== undefined && (await vscode.workspace.applyEdit(change.edit)));
			assert.equal(editor.document.lineAt(9).text, 'See [[1 - Zigzag again]], [[zz nobody]] and [[1#Week 3]].');
			assert.ok(create?.command?.command === 'dailyLog.createNote');
			await untilCodes(`${folder}/2.md`, 'link.unresolved', 'link.heading');
			const place = new vscode.Position(9, editor.document.lineAt(9).text.indexOf('nobody'));
			editor.selection = new vscode.Selection(place, place);
			const make = (await fixes(editor)).find(({ title }) => title === "Create note 'zz nobody'")?.command;
			await vscode.commands.executeCommand(make?.command ?? '', ...((make?.arguments ?? []) as readonly unknown[]));
			await untilCodes(`${folder}/2.md`, 'link.heading');
			const uri = vscode.window.activeTextEditor?.document.uri;
			assert.match(uri === undefined ? '' : await read(vscode.workspace.asRelativePath(uri, false)), /^title: "?zz nobody"?$/mu);
			await remove('test-logs/new');
			await write(`${folder}/later/note.md`, 'x\n');
			await untilCodes(`${folder}/2.md`, 'link.unresolved', 'link.heading');
		}));

	it('are reported in all notes where that is wanted, and nowhere where links are off', () =>
		withLog(files, { 'wikiLinks.checkAllNotes': true }, async ({ folder }) => {
			await untilCodes(`${folder}/notes/zz.md`, 'link.unresolved');
			const editor = await vscode.window.showTextDocument(at(`${folder}/notes/zz.md`));
			editor.selection = new vscode.Selection(0, 8, 0, 8);
			await until('the fix', async () => (await fixes(editor)).some(({ title }) => title.startsWith('Create note')));
			assert.deepEqual(await askAt<readonly unknown[]>(editor, 'vscode.executeDefinitionProvider'), []);
			await set({ folder, 'wikiLinks.enabled': false });
			await untilCodes(`${folder}/notes/zz.md`);
			await untilCodes(`${folder}/2.md`);
		}));
});
