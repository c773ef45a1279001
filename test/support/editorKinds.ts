import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryExtension, memoryLog } from './memoryExtension.ts';
import { sampleVault } from './sampleVault.ts';
import { type Settings, temporaryFolder } from './server.ts';

/** A workspace made for one run. */
export interface TemporaryWorkspace {
	/** What the editor opens; nothing for a window without a folder. */
	readonly path: string | undefined;
	remove(): void;
}

/** A kind of workspace: the test files of one kind share one window, and may write into what it opens. */
export interface EditorKind {
	/** The folder under `test/editor` with its test files; files directly in `test/editor` are of kind `log`. */
	readonly name: string;
	readonly settings: Settings;
	/** How many workspace folders the window then has. */
	readonly folders: number;
	/** Fills an empty folder and returns what to open: a path, or a uri of another file system. */
	readonly prepare: (folder: string) => string | undefined;
	/** Packs the extension that provides that file system, returns the path of its `.vsix`. */
	readonly provider?: () => Promise<string>;
}

/** One launch of the editor each, so few of them. */
export const editorKinds: readonly EditorKind[] = [
	{ name: 'log', settings: {}, folders: 1, prepare: folder => copySample(join(folder, 'log')) },
	{ name: 'empty', settings: {}, folders: 1, prepare: folder => writeNoLog(join(folder, 'empty')) },
	{ name: 'none', settings: {}, folders: 0, prepare: () => undefined },
	{ name: 'multi', settings: {}, folders: 2, prepare: prepareMulti },
	{ name: 'virtual', settings: {}, folders: 1, prepare: () => memoryLog, provider: memoryExtension },
];

/** A fresh workspace of a kind, in the temporary folder of the machine. */
export function createWorkspace(kind: Pick<EditorKind, 'prepare'>): TemporaryWorkspace {
	const folder = temporaryFolder('daily-log-workspace-');
	const remove = (): void => {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	};
	return { path: kind.prepare(folder), remove };
}

/** Copies the sample log, returns the copy. */
export function copySample(to: string): string {
	if (!existsSync(sampleVault)) {
		throw new Error('The sample log test/fixtures/vault is missing.');
	}
	cpSync(sampleVault, to, { recursive: true });
	return to;
}

/** A repository that is no log: Markdown, but nothing of a daily log. */
function writeNoLog(folder: string): string {
	mkdirSync(join(folder, 'docs'), { recursive: true });
	writeFileSync(join(folder, 'README.md'), '# A project\n\nNot a log.\n');
	writeFileSync(join(folder, 'docs', 'guide.md'), '---\ntitle: Guide\n---\n\nHow to use it.\n');
	return folder;
}

/** Two folders, the second of which has the log. */
function prepareMulti(folder: string): string {
	writeNoLog(join(folder, 'project'));
	copySample(join(folder, 'log'));
	const file = join(folder, 'two.code-workspace');
	writeFileSync(file, JSON.stringify({ folders: [{ path: 'project' }, { path: 'log' }] }));
	return file;
}
