import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from '../../test/support/process.ts';
import { root } from '../../test/support/root.ts';

/** Where `npm run package` puts the packed extension. */
export function vsixPath(): string {
	return join(root, `daily-log-${String(readManifest()['version'])}.vsix`);
}

/** The extension's `package.json`. */
export function readManifest(): Readonly<Record<string, unknown>> {
	const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	return Object.fromEntries(Object.entries(manifest ?? {}));
}

/** Bundles the extension into `dist/`, for development: readable, with source maps. */
export async function buildExtension(): Promise<void> {
	await runNode('could not be built', 'esbuild.mjs');
}

/** Packs what is in `dist/` and its neighbours into one `.vsix`, and returns its path. Where the manifest names a repository, links of the README lead there. */
export async function packExtension(vsix: string): Promise<string> {
	await runNode(
		'could not be packed',
		'node_modules/@vscode/vsce/vsce',
		'package',
		'--no-dependencies',
		...('repository' in readManifest() ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links']),
		'--out',
		vsix,
	);
	return vsix;
}

/** Builds what users get: minified, without source maps, packed into one `.vsix`, whose path is returned. Replaces `dist/`. */
export async function buildPackage(): Promise<string> {
	rmSync(join(root, 'dist'), { recursive: true, force: true });
	rmSync(vsixPath(), { force: true });
	await runNode('could not be built', 'esbuild.mjs', '--production');
	return packExtension(vsixPath());
}

async function runNode(trouble: string, ...args: readonly string[]): Promise<void> {
	const { code, output } = await runProcess({ command: process.execPath, args, cwd: root, timeout: 5 * 60_000 });
	if (code !== 0) {
		throw new Error(`The extension ${trouble}: node ${args.join(' ')} failed.\n${output.trim()}`);
	}
}
