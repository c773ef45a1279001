import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Entry } from '../../src/core/entry.ts';
import type { SharedText } from '../../src/platform/sharedText.ts';

/** What the extension gives away where it runs under test. */
export interface Api {
	readonly ready: Promise<void>;
	entries(): readonly Entry[];
	readonly onDidChangeEntries: vscode.Event<void>;
	readonly clock: { set(instant: number | undefined): Promise<void> };
	/** Every sentence that was said to the user. */
	readonly told: readonly string[];
	readonly looks: readonly { readonly found: boolean; readonly foldersListed: number; readonly filesRead: number }[];
	/** Whether the note of that uri has been read. */
	readonly knows: (uri: vscode.Uri) => boolean;
	/** The uri of every entry that was checked for problems, as often as it was. */
	readonly checks: readonly string[];
	/** What stands on the disk of the timer. */
	readonly timerText: SharedText;
	/** Resolves when the parts of the program that a log needs are loaded. */
	readonly loaded: () => Promise<void>;
}

/** Files by their paths below the workspace folder, or below the folder of the test's log. */
export type Files = Readonly<Record<string, string>>;

/** Settings by their names without `dailyLog.`. */
export type LogSettings = Readonly<Record<string, unknown>>;

/** The extension, with its folders indexed. */
export async function activate(): Promise<Api> {
	const api: unknown = await vscode.extensions.getExtension('daily-log.daily-log')?.activate();
	assert.ok(isApi(api), 'the extension hands out no interface for tests');
	await api.ready;
	await api.loaded();
	await withoutAutoSave();
	return api;
}

/** In a browser VS Code saves by itself after a second. */
async function withoutAutoSave(): Promise<void> {
	const files = vscode.workspace.getConfiguration('files');
	if (files.get('autoSave') !== 'off') {
		await files.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
	}
}

function isApi(value: unknown): value is Api {
	return typeof value === 'object' && value !== null && 'told' in value && 'clock' in value;
}

/** Waits until the probe gives something; fails with what was waited for, and with what `shows` says then. */
export async function until<T>(what: string, probe: () => T | Promise<T>, shows: () => unknown = () => ''): Promise<NonNullable<T>> {
	for (const end = Date.now() + 8000; Date.now() < end;) {
		const found = await probe();
		if (found !== undefined && found !== null && found !== false) {
			return found;
		}
		await pause(20);
	}
	throw new Error(`waited 8 s in vain for ${what} ${JSON.stringify(shows(), undefined, 1)}`);
}

/** Lets time pass. Only where something must not happen. */
export function pause(milliseconds: number): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** The uri of a path below a workspace folder, by default the first one. */
export function at(path: string, folder = 0): vscode.Uri {
	const root = vscode.workspace.workspaceFolders?.[folder]?.uri;
	assert.ok(root, 'no folder is open');
	return vscode.Uri.joinPath(root, path);
}

/** Writes a file as another program would, not through an editor. */
export async function write(path: string, text: string): Promise<void> {
	await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
}

/** The bytes on the disk, byte order mark included. */
export async function read(path: string): Promise<string> {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(at(path)));
}

/** All files below a folder, as paths relative to it; `[]` where it is missing. */
export async function list(folder: string): Promise<readonly string[]> {
	const uri = at(folder);
	const items = await vscode.workspace.fs.readDirectory(uri).then(
		found => found,
		() => [],
	);
	const below = await Promise.all(
		items.map(async ([name, type]) =>
			type === vscode.FileType.Directory ? (await list(`${folder}/${name}`)).map(path => `${name}/${path}`) : [name],
		),
	);
	return below.flat().sort();
}

export async function remove(path: string): Promise<void> {
	await vscode.workspace.fs.delete(at(path), { recursive: true, useTrash: false }).then(undefined, () => undefined);
}

/** The settings of `dailyLog` that this file's functions have set in the workspace; each change costs a tenth of a second, so only differences are written. */
const current = new Map<string, unknown>();

/** Sets these settings of the workspace and takes back all others that were set before. */
export async function set(wanted: LogSettings): Promise<void> {
	const configuration = vscode.workspace.getConfiguration('dailyLog');
	for (const name of new Set([...current.keys(), ...Object.keys(wanted)])) {
		const value = wanted[name];
		if (JSON.stringify(current.get(name)) !== JSON.stringify(value)) {
			await configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
			current.set(name, value);
		}
	}
}

/** Like `describe`, for tests that set settings: takes them back at the end. */
export function describeLog(title: string, body: () => void): void {
	describe(title, () => {
		after(() => set({}));
		body();
	});
}

/** Closes all editors; what is not saved is thrown away. */
export async function closeEditors(): Promise<void> {
	for (let dirty = firstDirty(); dirty !== undefined; dirty = firstDirty()) {
		await vscode.window.showTextDocument(dirty);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	}
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

function firstDirty(): vscode.TextDocument | undefined {
	return vscode.workspace.textDocuments.find(document => document.isDirty && !document.isClosed);
}

/** Runs a command that asks nothing. */
export async function run(command: string, ...args: readonly unknown[]): Promise<void> {
	await vscode.commands.executeCommand(command, ...args);
}

/** The active editor as one text: its path, and its content with a `|` at the caret or `«…»` around the selection. */
export function shown(): { readonly path: string; readonly text: string; readonly dirty: boolean } {
	const editor = vscode.window.activeTextEditor;
	if (editor === undefined) {
		return { path: '', text: '', dirty: false };
	}
	const { document, selection } = editor;
	const text = document.getText();
	const [start, end] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
	const mark = start === end ? '|' : `«${text.slice(start, end)}»`;
	return {
		path: vscode.workspace.asRelativePath(document.uri, false),
		text: text.slice(0, start) + mark + text.slice(end),
		dirty: document.isDirty,
	};
}

/** `2022-12-03T07:00:00-07:00` in milliseconds since 1970. */
export function instant(written: string): number {
	const milliseconds = Date.parse(written);
	assert.ok(Number.isFinite(milliseconds), written);
	return milliseconds;
}

let count = 0;

/** A log in a folder of its own for one test. */
export interface TestLog {
	readonly api: Api;
	/** `test-logs/3` */
	readonly folder: string;
	/** `New Daily Log` with that title. Returns the one file that is new, by its path in the log and its text. */
	readonly create: (title: string) => Promise<readonly [path: string, text: string]>;
	/** What was said to the user since the test began. */
	readonly told: () => readonly string[];
}

/** The settings under which a test's log is kept unless it says otherwise. */
const usual: LogSettings = { oncePerDay: 'create', timeZone: 'America/Denver' };

/** Runs a test on a log of its own, in the first workspace folder, and cleans up behind it, when its notes are known. */
export async function withLog(files: Files, settings: LogSettings, test: (log: TestLog) => Promise<void>): Promise<void> {
	const api = await activate();
	const folder = typeof settings['folder'] === 'string' ? settings['folder'] : `test-logs/${++count}`;
	const before = api.told.length;
	for (const [path, text] of Object.entries(files)) {
		await write(`${folder}/${path}`, text);
	}
	await set({ ...usual, folder, ...settings });
	try {
		await until(
			`${Object.keys(files).length} files to be noticed in ${folder}`,
			() => Object.keys(files).every(path => isKnown(api, `${folder}/${path}`)),
			() => api.entries().map(entry => entry.path),
		);
		await test({ api, folder, create: title => createIn(folder, title), told: () => api.told.slice(before) });
	} finally {
		api.clock.set(undefined);
		await closeEditors();
		await remove(folder);
	}
}

function isKnown(api: Api, path: string): boolean {
	return !path.endsWith('.md') || api.knows(at(path));
}

async function createIn(folder: string, title: string): Promise<readonly [string, string]> {
	const before = await list(folder);
	await run('dailyLog.new', { title });
	const fresh = (await list(folder)).filter(path => !before.includes(path));
	assert.equal(fresh.length, 1, `new files: ${fresh.join(', ')}`);
	return [fresh[0] ?? '', await read(`${folder}/${fresh[0] ?? ''}`)];
}

/** Lines with a line end each. */
export function lines(...all: readonly string[]): string {
	return all.map(line => `${line}\n`).join('');
}

/**
 * Starts a command and answers the quick pick or input box that it shows, again and again until it has ended: nobody can see from here whether the box is
 * there yet. `second` takes the second row of two.
 */
export async function answering(answer: 'enter' | 'escape' | 'second', command: string, ...args: readonly unknown[]): Promise<void> {
	const state = { ended: false };
	const running = run(command, ...args).finally(() => {
		state.ended = true;
	});
	for (let tries = 0; !state.ended && tries < 12; tries++) {
		await pause(300 + tries * 100);
		if (answer === 'second') {
			await run('workbench.action.quickOpenSelectNext');
		}
		await run(answer === 'escape' ? 'workbench.action.closeQuickOpen' : 'workbench.action.acceptSelectedQuickOpenItem');
		await pause(answer === 'second' ? 700 : 50);
	}
	assert.ok(state.ended, `'${command}' did not end`);
	await running;
}
