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
		pageAt: path => pageBelow(root, path),
		bundled: readBundled('').map(({ name, version }) => `${name} ${version}`),
	};
}

/** The text of a page below a folder, `''` for any other file or a folder, undefined where there is nothing of that name. */
export function pageBelow(folder: string, path: string): string | undefined {
	const file = join(folder, path);
	return existsSync(file) ? (path.endsWith('.md') ? readFileSync(file, 'utf8') : '') : undefined;
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
		/(?<!then\(\(\) ?=> ?(?:[\w$]+\()?)\brequire\("\.\/([\w-]+\.js)"\)/gu,
	)) {
		const required = `dist/${name}`;
		if (!found.has(required)) {
			modulesFrom(required, found.add(required));
		}
	}
	return found;
}
