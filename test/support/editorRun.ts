import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { bundleTests, findTestFiles } from './bundle.ts';
import { newest, oldest } from './codeOss.ts';
import { copyExtension } from './copyExtension.ts';
import { createWorkspace, type EditorKind, editorKinds } from './editorKinds.ts';
import { launcherEnvironment } from './launcher.ts';
import { cache, programArguments, root } from './root.ts';
import { calmSettings, temporaryFolder, writeSettings } from './server.ts';

/** How the extension under test comes into the editor. */
const hosts = {
	/** From its sources, into Node's extension host. */
	node: { bundle: 'node', files: (kind: string) => findTestFiles(kind, 'node'), developmentPath: () => root },
	/** From its sources, into the web worker's extension host. */
	web: {
		bundle: 'web',
		files: (kind: string) => findTestFiles(kind, 'web'),
		developmentPath: () => webExtension(join(root, 'out', 'web-extension')),
	},
	/** Installed as users get it; an empty extension is only the host of the tests. */
	packaged: {
		bundle: 'node',
		files: () => [join(root, 'test', 'package', 'smoke.editor.ts')],
		developmentPath: () => emptyExtension(join(root, 'out', 'empty-extension')),
	},
} as const;

/**
 * Runs the test files of one kind of workspace in a real editor: `main(['log', 'node', '4.139.1'])`. Prints their lines, returns the exit code.
 * `VSCODE_TEST=desktop` takes desktop VS Code by download, where a network allows it, in place of Code - OSS from the package registry.
 */
export async function main([name = 'log', hostName = 'node', version = newest, ...extensions]: readonly string[]): Promise<number> {
	const kind = editorKinds.find(one => one.name === name);
	const host = Object.entries(hosts).find(([key]) => key === hostName)?.[1];
	if (kind === undefined || host === undefined) {
		throw new Error(`There is no kind of workspace '${name}' for the host '${hostName}'.`);
	}
	const developmentPath = host.developmentPath();
	const bundle = await bundleTests(kind.name, host.bundle, host.files(kind.name), kind.folders);
	const testsPath = host.bundle === 'web' ? copyInto(developmentPath, bundle) : bundle;
	const provider = await kind.provider?.();
	return runBundle(kind, testsPath, {
		version,
		developmentPath,
		extensions: [...extensions, ...(provider === undefined ? [] : [provider])],
		desktop: hostName === 'node' && process.env['VSCODE_TEST'] === 'desktop',
	});
}

/** Tests run in the host of the extension in whose folder they lie; those that lie in none, in the remote one. */
function copyInto(extension: string, bundle: string): string {
	const inside = join(extension, 'tests.js');
	cpSync(bundle, inside);
	return inside;
}

/** The editor and the extension under test. */
export interface EditorUnderTest {
	/** A version of `code-server`. */
	readonly version: string;
	readonly developmentPath: string;
	/** `.vsix` files to install first. */
	readonly extensions: readonly string[];
	/** Desktop VS Code by download in place of Code - OSS: the stable one, or the oldest supported. */
	readonly desktop: boolean;
}

/** Runs a bundled module's `run()` in a window of that kind. Returns 0 if it was fulfilled. */
export async function runBundle(
	kind: Pick<EditorKind, 'settings' | 'prepare'>,
	testsPath: string,
	editor: EditorUnderTest,
): Promise<number> {
	const workspace = createWorkspace(kind);
	const data = temporaryFolder('daily-log-data-');
	writeSettings(join(data, 'User'), { ...calmSettings, ...kind.settings });
	const profile = [`--user-data-dir=${data}`, `--extensions-dir=${join(data, 'extensions')}`];
	try {
		return await runTests({
			...(editor.desktop ? { version: editor.version === oldest ? '1.100.3' : 'stable' } : { vscodeExecutablePath: writeLauncher() }),
			extensionDevelopmentPath: editor.developmentPath,
			extensionTestsPath: testsPath,
			launchArgs: [...(workspace.path === undefined ? [] : [workspace.path]), ...profile],
			extensionTestsEnv: launcherEnvironment(editor.version, kind.settings, editor.extensions),
		});
	} catch (error) {
		if (error instanceof TestRunFailedError) {
			return error.code ?? 1;
		}
		throw error;
	} finally {
		workspace.remove();
		rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}

/** The launcher as a program the system can start: a script of two lines around `launcher.ts`. */
function writeLauncher(): string {
	const command = [process.execPath, ...programArguments('test/support/launcher.ts')].map(part => `"${part}"`).join(' ');
	mkdirSync(cache, { recursive: true });
	if (process.platform === 'win32') {
		const file = join(cache, 'launcher.cmd');
		writeFileSync(file, `@${command} %*\r\n`);
		return file;
	}
	const file = join(cache, 'launcher');
	writeFileSync(file, `#!/bin/sh\nexec ${command} "$@"\n`);
	chmodSync(file, 0o755);
	return file;
}

/**
 * The extension as a browser sees it: without `main`, so that the web worker's extension host runs it, and without `extensionKind`,
 * which would keep it with the remote one here. Returns the folder.
 */
function webExtension(folder: string): string {
	return copyExtension(folder, manifest =>
		Object.fromEntries(Object.entries(manifest).filter(([key]) => key !== 'main' && key !== 'extensionKind')),
	);
}

/** A manifest and nothing else. Tests run only beside an extension under development. Returns the folder. */
function emptyExtension(folder: string): string {
	mkdirSync(folder, { recursive: true });
	const manifest = { name: 'empty', publisher: 'daily-log-tests', version: '0.0.1', engines: { vscode: '^1.100.0' } };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
	return folder;
}
