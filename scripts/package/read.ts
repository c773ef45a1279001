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
		readme: readFileSync(join(root, 'README.md'), 'utf8'),
	};
}
