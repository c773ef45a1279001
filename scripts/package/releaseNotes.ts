import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../test/support/root.ts';
import { changesOf } from './changelog.ts';
import { readManifest } from './vsix.ts';

/** Prints what the changelog tells about this version, for the page of a release. */
export function main(): Promise<number> {
	const changes = changesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), String(readManifest()['version']));
	console.log(changes);
	return Promise.resolve(changes === '' ? 1 : 0);
}
