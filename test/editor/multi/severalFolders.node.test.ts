import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { activate, at, closeEditors, until, type Api } from '../logDriver.ts';
import { afterChecks } from '../problemsDriver.ts';

const entry = (number: number): string =>
	`---\ntitle: "${number} - a"\nseries: ["Daily Log"]\ndate: 2022-12-02T06:21:40-07:00\ndraft: maybe\n---\nSee [[\n`;

/** Opens a folder beside those that are open, and closes it when the work is done. */
async function withFolder(folder: string, work: () => Promise<void>): Promise<void> {
	const before = openFolders();
	const uri = vscode.Uri.file(folder);
	vscode.workspace.updateWorkspaceFolders(before.length, 0, { uri });
	try {
		await untilFolders([...before, uri.toString()]);
		await work();
	} finally {
		await closeEditors();
		vscode.workspace.updateWorkspaceFolders(before.length, 1);
		await untilFolders(before);
	}
}

function openFolders(): readonly string[] {
	return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
}

function untilFolders(wanted: readonly string[]): Promise<unknown> {
	return until('other folders', () => openFolders().join() === wanted.join(), openFolders);
}

/** Where the entries of that number stand, each in the folder that has it. */
function pathsOf(api: Api, wanted: number): readonly string[] {
	return api.entries().flatMap(({ number, path }) => (number === wanted ? [path] : []));
}

function draftProblems(uri: vscode.Uri): number {
	const problems = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Daily Log');
	return problems.filter(({ code }) => typeof code === 'object' && code.value === 'draft.notBoolean').length;
}

/** How often a list at the open link of the document offers the note. */
async function offersOf(uri: vscode.Uri, title: string): Promise<number> {
	await vscode.workspace.openTextDocument(uri);
	const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
		'vscode.executeCompletionItemProvider',
		uri,
		new vscode.Position(6, 6),
	);
	return items.filter(({ label }) => (typeof label === 'string' ? label : label.label) === title).length;
}

describe('A folder that is opened within another one', () => {
	it('has its notes to itself, once, with their problems, whatever signs are in its name; closed, it gives them back', async () => {
		const api = await activate();
		await until('both folders', () => openFolders().length === 2, openFolders);
		const name = 'journal [x] #1';
		const [folder, uri] = [at(name, 1).fsPath, at(`${name}/7001.md`, 1)];
		mkdirSync(join(folder, 'journal'), { recursive: true });
		writeFileSync(uri.fsPath, entry(7001));
		writeFileSync(join(folder, 'journal', '7002.md'), entry(7002));
		const untilPath = (path: string): Promise<unknown> =>
			until(
				`7001 at ${path}`,
				() => pathsOf(api, 7001).join() === path,
				() => [pathsOf(api, 7001), openFolders()],
			);
		try {
			await untilPath(`${name}/7001.md`);
			await until('its problem', () => draftProblems(uri) === 1);
			await withFolder(folder, async () => {
				await untilPath('7001.md');
				assert.deepEqual(pathsOf(api, 7002), ['journal/7002.md']);
				await afterChecks();
				assert.deepEqual([draftProblems(uri), await offersOf(uri, '7002 - a')], [1, 1]);
				assert.equal(api.knows(uri), true);
			});
			await untilPath(`${name}/7001.md`);
			await afterChecks();
			assert.equal(draftProblems(uri), 1);
		} finally {
			rmSync(folder, { recursive: true, force: true });
			await until('its entries to be gone', () => pathsOf(api, 7001).length === 0);
		}
	}).timeout(60_000);
});

/** Wakes the folder without a log: newEntry.test.ts, which sees it idle, comes first by its name. */
describe('Two folders of one name', () => {
	it('are told apart by where they are', async () => {
		const api = await activate();
		await until('both folders', () => openFolders().length === 2, openFolders);
		const parent = mkdtempSync(join(tmpdir(), 'daily-log-namesake-'));
		const folder = join(parent, 'log');
		mkdirSync(folder);
		writeFileSync(join(folder, '7003.md'), entry(7003));
		try {
			await withFolder(folder, async () => {
				await until('its entry', () => pathsOf(api, 7003).length === 1);
				const search = (input: object): Promise<string> =>
					Promise.resolve(vscode.lm.invokeTool('dailyLog_search_entries', { input, toolInvocationToken: undefined })).then(
						({ content }) => content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('\n'),
						(error: unknown) => String(error),
					);
				const names = [`${basename(dirname(at('', 1).fsPath))}/log`, `${basename(parent)}/log`];
				assert.ok((await search({})).endsWith(`Say which log is meant, with “log”: ${names.join(', ')}.`), await search({}));
				assert.match(await search({ log: names[1] }), /^1 entry fits\. /u);
			});
		} finally {
			rmSync(parent, { recursive: true, force: true });
		}
	}).timeout(30_000);
});
