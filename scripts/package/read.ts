import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../test/support/root.ts';
import { listArchive } from './archive.ts';
import type { PackedExtension } from './checks.ts';
import { readManifest } from './vsix.ts';

/** The packed extension, as `packageChecks` want it. */
export function readPackage(vsix: string): PackedExtension {
	const archive = readFileSync(vsix);
	return {
		size: archive.length,
		files: listArchive(archive),
		manifest: readManifest(),
		atStart: [...modulesFrom('dist/node.js')],
		readme: readFileSync(join(root, 'README.md'), 'utf8'),
		pageAt: path => (existsSync(join(root, path)) ? (path.endsWith('.md') ? readFileSync(join(root, path), 'utf8') : '') : undefined),
		bundled: readBundled('').map(({ name, version }) => `${name} ${version}`),
	};
}

/** A package of which code is in a bundle; `esbuild.mjs` lists them. */
export interface Bundled {
	readonly name: string;
	readonly version: string;
}

/** The packages in the bundles of the extension, or, with the prefix `cli-`, in those of the command line. */
export function readBundled(prefix: '' | 'cli-'): readonly Bundled[] {
	return JSON.parse(readFileSync(join(root, 'dist', `${prefix}packages.json`), 'utf8')) as readonly Bundled[];
}

/** A file and all that it requires at once; what it imports later is left out. */
function modulesFrom(path: string, found: Set<string> = new Set([path])): ReadonlySet<string> {
	for (const [, name = ''] of readFileSync(join(root, path), 'utf8').matchAll(
		/(?<!then\(\(\) ?=> ?(?:\w+\()?)\brequire\("\.\/([\w-]+\.js)"\)/gu,
	)) {
		const required = `dist/${name}`;
		if (!found.has(required)) {
			modulesFrom(required, found.add(required));
		}
	}
	return found;
}
