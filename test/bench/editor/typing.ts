import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { instruments } from '../instruments.ts';
import { askedNotes } from '../vault.ts';
import { vaultFolder } from './activation.ts';
import { idle, longestBlock, pause, quantile, tell } from './measuring.ts';

/** So many keys are pressed for the time of the listeners, and so many more for what comes after each. */
const keys = 40;
const watchedKeys = 4;
/** By then every timer that a key starts has run. */
const afterKeyMilliseconds = 700;

/** One key in the text and one in the front matter, in a short and a long entry: what its listeners take, and the longest block of the thread after it, with the views in sight, then with the dashboard too. */
export async function measureTyping(): Promise<void> {
	for (const view of ['recentEntries', 'tags', 'backlinks']) {
		await vscode.commands.executeCommand(`dailyLog.${view}.focus`);
	}
	await idle();
	for (const note of ['short', 'long'] as const) {
		const editor = await vscode.window.showTextDocument(vscode.Uri.file(join(vaultFolder(), askedNotes[note])));
		tell(await measureKeys(editor, `key.${note}.text`, editor.document.positionAt(editor.document.getText().length / 2)));
		tell(await measureKeys(editor, `key.${note}.output`, endOfOutput(editor.document)));
		await vscode.commands.executeCommand('workbench.action.files.revert');
	}
	await measureWithDashboard();
}

function endOfOutput(document: vscode.TextDocument): vscode.Position {
	const line = Array.from({ length: 12 }, (_, index) => index).find(index => document.lineAt(index).text.startsWith('output:'));
	assert.ok(line !== undefined, 'no output');
	return document.lineAt(line).range.end;
}

async function measureWithDashboard(): Promise<void> {
	await vscode.commands.executeCommand('dailyLog.showDashboard');
	await pause(3000);
	await idle();
	const editor = await vscode.window.showTextDocument(vscode.Uri.file(join(vaultFolder(), askedNotes.short)), {
		viewColumn: vscode.ViewColumn.Beside,
	});
	const at = endOfOutput(editor.document);
	const blocks = await blocksAfterKeys(editor, at);
	tell({ 'key.dashboard.block': quantile(blocks, 0.5) });
	await vscode.commands.executeCommand('workbench.action.files.revert');
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

async function measureKeys(editor: vscode.TextEditor, name: string, at: vscode.Position): Promise<Readonly<Record<string, number>>> {
	await idle();
	const sheet = instruments();
	sheet.changes.length = 0;
	for (let key = 0; key < keys; key++) {
		await press(editor, at);
		await pause(10);
	}
	const listening = sheet.changes.slice(keys / 4);
	assert.ok(listening.length >= keys / 2, `${name}: ${listening.length} changes were heard of`);
	const rowsBefore = sheet.rows;
	const blocks = await blocksAfterKeys(editor, at);
	return {
		[name]: quantile(listening, 0.5),
		[`${name}.p95`]: quantile(listening, 0.95),
		[`${name}.block`]: quantile(blocks, 0.5),
		[`${name}.rows`]: (sheet.rows - rowsBefore) / watchedKeys,
	};
}

async function blocksAfterKeys(editor: vscode.TextEditor, at: vscode.Position): Promise<readonly number[]> {
	const blocks: number[] = [];
	for (let key = 0; key < watchedKeys; key++) {
		await idle();
		blocks.push(
			await longestBlock(async () => {
				await press(editor, at);
				await pause(afterKeyMilliseconds);
			}),
		);
	}
	return blocks;
}

async function press(editor: vscode.TextEditor, at: vscode.Position): Promise<void> {
	const done = await editor.edit(edit => {
		edit.insert(at, 'x');
	});
	assert.ok(done, 'the editor took no key');
}
