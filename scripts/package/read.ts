import { readFileSync } from 'node:fs';
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
	};
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
