import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeOss } from './codeOss.ts';
import { collectLines, endProcess, runProcess } from './process.ts';

/** What a person finds in the settings of a calm workbench, and what keeps it off the network. */
export const calmSettings: Settings = {
	'chat.disableAIFeatures': true,
	'workbench.startupEditor': 'none',
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.tips.enabled': false,
	'workbench.enableExperiments': false,
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'update.showReleaseNotes': false,
	'extensions.ignoreRecommendations': true,
	'extensions.autoCheckUpdates': false,
	'git.enabled': false,
	'git.autoRepositoryDetection': false,
	'npm.autoDetect': 'off',
	'typescript.disableAutomaticTypeAcquisition': true,
	'files.simpleDialog.enable': true,
};

/** Settings by their full names, e.g. `{ 'dailyLog.series': 'Journal' }`. */
export type Settings = Readonly<Record<string, unknown>>;

/** What a server is started with. */
export interface ServerOptions {
	/** Machine settings, on top of `calmSettings`. */
	readonly settings?: Settings;
	/** Extensions to install first, as `.vsix` files. */
	readonly extensions?: readonly string[];
	/** Where the server keeps its data. A folder that is deleted at the end, if absent. */
	readonly data?: string;
	/** TCP port on 127.0.0.1; a free one if absent. */
	readonly port?: number;
	/** Ask whether the folder is trusted, as the desktop does. Off by default. */
	readonly workspaceTrust?: boolean;
	/** The language of the windows, e.g. `de`: by a language pack without a single text, so that VS Code's own texts stay English. */
	readonly language?: string;
	/** Variables for the server and the extension host, e.g. `{ TZ: 'America/Denver' }`. */
	readonly environment?: Readonly<Record<string, string>>;
}

/** A running Code - OSS server. */
export interface Server {
	/** E.g. `127.0.0.1:41234`: what `vscode-remote://` addresses name. */
	readonly authority: string;
	/** The folder with its data. */
	readonly data: string;
	readonly pid: number;
	/** Ends it and deletes its data, unless `data` was given. */
	stop(): Promise<void>;
}

/** Starts Code - OSS's own server and waits until it listens. Fails with a sentence and the server's last words if it does not. */
export async function startServer(code: CodeOss, options: ServerOptions = {}): Promise<Server> {
	const data = options.data ?? temporaryFolder('daily-log-server-');
	writeSettings(join(data, 'data', 'Machine'), { ...calmSettings, ...options.settings });
	if (options.language !== undefined) {
		writeLanguagePack(join(data, 'data'), options.language);
	}
	for (const extension of options.extensions ?? []) {
		await installExtension(code, extension, data);
	}
	const child = spawn(code.node, serverArguments(code, data, options), {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: serverEnvironment(options.environment),
		detached: process.platform !== 'win32',
	});
	const endOnExit = (): void => {
		endProcess(child);
	};
	process.on('exit', endOnExit);
	const stop = async (): Promise<void> => {
		process.off('exit', endOnExit);
		await endAndWait(child);
		if (options.data === undefined) {
			rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
		}
	};
	return { authority: `127.0.0.1:${await listening(child)}`, data, pid: child.pid ?? 0, stop };
}

/** Installs a packed extension into the data folder of a server, and says why it cannot. */
export async function installExtension(code: CodeOss, vsix: string, data: string): Promise<void> {
	const args = [code.serverMain, '--install-extension', vsix, '--force', '--server-data-dir', data, '--accept-server-license-terms'];
	const { code: exitCode, output } = await runProcess({ command: code.node, args, env: serverEnvironment(), timeout: 60_000 });
	if (exitCode !== 0 || !output.includes('successfully installed')) {
		throw new Error(`${vsix} could not be installed into Code - OSS ${code.version}: ${output.trim()}`);
	}
}

/** A new empty folder outside the checkout, by its real path (on macOS the temporary folder is a link). */
export function temporaryFolder(prefix: string): string {
	return realpathSync(mkdtempSync(join(tmpdir(), prefix)));
}

/** Writes `settings.json` into a folder, which is made if need be. */
export function writeSettings(folder: string, settings: Settings): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, undefined, '\t'));
}

/** What VS Code remembers of the language packs that are installed. */
function writeLanguagePack(folder: string, language: string): void {
	const texts = join(folder, 'main.i18n.json');
	writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: {} }));
	const extensions = [{ extensionIdentifier: { id: 'daily-log.language' }, version: '1.0.0' }];
	const pack = { hash: 'none', extensions, translations: { vscode: texts }, label: language };
	writeFileSync(join(folder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

function serverArguments(code: CodeOss, data: string, options: ServerOptions): string[] {
	return [
		code.serverMain,
		'--without-connection-token',
		'--accept-server-license-terms',
		'--enable-smoke-test-driver', // lets the address of a page name extensions under development
		...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
		...['--server-data-dir', data, '--telemetry-level', 'off'],
		...(options.language === undefined ? [] : ['--locale', options.language]),
		...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
	];
}

/** Without what npm and an outer VS Code put there: `VSCODE_IPC_HOOK_CLI` would send the server's commands to that window. */
function serverEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
	const outer = Object.entries(process.env).filter(([name]) => !/^(npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$)/i.test(name));
	return { ...Object.fromEntries(outer), ...more };
}

/** The port the server prints. */
function listening(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		const fail = (why: string): void => {
			reject(new Error(`The Code - OSS server ${why}. Its last words: ${output().trim().split('\n').slice(-5).join(' | ')}`));
		};
		const timer = setTimeout(() => {
			endProcess(child);
			fail('did not start within a minute');
		}, 60_000);
		const output = collectLines(child, line => {
			const port = /listening on (\d+)/.exec(line)?.[1];
			if (port !== undefined) {
				clearTimeout(timer);
				resolve(port);
			}
		});
		child.on('close', () => {
			clearTimeout(timer);
			fail('ended');
		});
	});
}

async function endAndWait(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) {
		return;
	}
	const closed = new Promise(resolve => child.once('close', resolve));
	endProcess(child);
	await Promise.race([closed, new Promise(resolve => setTimeout(resolve, 10_000).unref())]);
}
