import Mocha from 'mocha';
import * as vscode from 'vscode';
import { files, folders, grep } from 'daily-log:test-files';
import { describeError, formatEvent, lineReporter } from '../support/report.ts';

/**
 * What VS Code calls in its extension host: runs every test file of the bundle and rejects if one failed.
 * `test/support/bundle.ts` puts the files into the bundle; the results go to the console as lines.
 */
export async function run(): Promise<void> {
	await untilFoldersAreOpen();
	await untilFilesAreWatched();
	const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, fullTrace: true, reporter: lineReporter(Mocha.reporters.Base, print) });
	mocha.suite.emit('pre-require', globalThis, '', mocha);
	if (grep !== '') {
		mocha.grep(grep);
	}
	let failures = 0;
	for (const file of files) {
		await file.load().catch((error: unknown) => {
			failures += 1;
			print(formatEvent({ kind: 'failed', title: `${file.name} (while loading)`, ...describeError(error) }));
		});
	}
	failures += await new Promise<number>(resolve => mocha.run(resolve));
	// The console's lines travel by another way than the result; give them time to arrive before the window closes.
	await new Promise(resolve => setTimeout(resolve, 200));
	if (failures > 0) {
		throw new Error(`${failures} failed`);
	}
}

/**
 * The folders of a `.code-workspace` are known when its file has been read by way of the server, which may be after the extension host has started: without
 * them, every test would fail with a reason that is not its own.
 */
async function untilFoldersAreOpen(): Promise<void> {
	const now = (): readonly string[] => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.path);
	const began = Date.now();
	for (let touched = began; now().length !== folders && Date.now() - began < 30_000;) {
		await new Promise(resolve => setTimeout(resolve, 50));
		if (Date.now() - touched > 5000) {
			touched = Date.now();
			await touchWorkspaceFile();
		}
	}
	if (now().length !== folders) {
		throw new Error(`The window has the folders [${now().join(', ')}] where ${folders} were to be opened. ${await workspaceFile()}`);
	}
}

/** Now and then VS Code takes a workspace file that it could not read at once for one without folders; it reads it again when it changes. */
async function touchWorkspaceFile(): Promise<void> {
	const file = vscode.workspace.workspaceFile;
	if (file !== undefined) {
		const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
		await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`${text}\n`));
	}
}

async function workspaceFile(): Promise<string> {
	const file = vscode.workspace.workspaceFile;
	return file === undefined
		? 'It has no workspace file.'
		: `Its workspace file: ${new TextDecoder().decode(await vscode.workspace.fs.readFile(file))}`;
}

/** VS Code begins to watch a folder some time after it has opened it, and says nothing of what happened before: what the first test wrote would never be heard of. */
async function untilFilesAreWatched(): Promise<void> {
	for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
		const seen: vscode.Uri[] = [];
		const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(uri, 'watched-*.txt'));
		watcher.onDidCreate(probe => seen.push(probe));
		for (let tries = 0; seen.length === 0 && tries < 20; tries++) {
			const probe = vscode.Uri.joinPath(uri, `watched-${tries}.txt`);
			await vscode.workspace.fs.writeFile(probe, new Uint8Array());
			await within(500, () => seen.length > 0);
			await vscode.workspace.fs.delete(probe);
		}
		watcher.dispose();
		if (seen.length === 0) {
			print(`Nothing is heard of files in ${uri.toString()}; tests that wait for that will fail.`);
		}
	}
}

async function within(milliseconds: number, isDone: () => boolean): Promise<void> {
	for (const end = Date.now() + milliseconds; !isDone() && Date.now() < end;) {
		await new Promise(resolve => setTimeout(resolve, 20));
	}
}

function print(line: string): void {
	console.log(line);
}
