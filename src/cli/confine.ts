import { realpathSync, readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Folders } from '../platform/folders.ts';
import { nodeFolders } from '../platform/node/nodeFolders.ts';

/** The folders below `root` without anything that is reached through a symbolic link: a repository must not show what lies elsewhere on the disk. */
export function confinedFolders(root: string): Folders {
	const folders = nodeFolders(root);
	return {
		...folders,
		list: async path => {
			const items = await folders.list(path);
			const links = linksIn(join(root, path));
			return typeof items === 'string' ? items : items.filter(({ name }) => !links.has(name));
		},
	};
}

/** Whether a path below `root`, or the nearest folder above it that is there, really lies in `root`, whatever links lead to it. */
export function staysWithin(root: string, path: string): boolean {
	const realRoot = realpathSync(root);
	for (let at = join(root, path); ; at = dirname(at)) {
		const real = attempt(() => realpathSync(at));
		if (real !== undefined) {
			return real === realRoot || real.startsWith(realRoot + sep);
		}
		if (at === dirname(at)) {
			return false;
		}
	}
}

function linksIn(folder: string): ReadonlySet<string> {
	const items = attempt(() => readdirSync(folder, { withFileTypes: true })) ?? [];
	return new Set(items.filter(item => item.isSymbolicLink()).map(({ name }) => name));
}

/** Undefined where it fails: there is nothing, or it cannot be seen. */
function attempt<T>(look: () => T): T | undefined {
	try {
		return look();
	} catch {
		return undefined;
	}
}
