import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isWithin } from '../core/notePath.ts';

/** A file or folder that was named, and the vault that it belongs to. */
export interface Target {
	/** As it was named. */
	readonly name: string;
	readonly kind: 'file' | 'folder';
	/** Absolute path of the vault's folder. */
	readonly root: string;
	/** The vault-relative paths it may have: as named, and as it really is behind symbolic links. */
	readonly paths: readonly string[];
}

/** Finds the vault of a file or folder; undefined where there is nothing of that name. A relative name begins at `currentFolder`. */
export function findTarget(name: string, currentFolder: string): Target | undefined {
	const path = resolve(currentFolder, name);
	const status = statSync(path, { throwIfNoEntry: false });
	if (status === undefined || (!status.isDirectory() && !status.isFile())) {
		return undefined;
	}
	const kind = status.isDirectory() ? 'folder' : 'file';
	const root = vaultOf(kind === 'folder' ? path : dirname(path));
	return { name, kind, root, paths: [pathBelow(root, path), pathBelow(realpathSync(root), realpathSync(path))] };
}

/** Whether a vault-relative path is that of the target, or lies in it. */
export function isPartOf(path: string, { paths }: Target): boolean {
	return paths.some(named => isWithin(path, named));
}

function pathBelow(root: string, path: string): string {
	return relative(root, path).split(sep).join('/');
}

/**
 * The nearest folder, from this one upwards, that one would open in VS Code: with settings of its own, a repository, a Hugo site, the parent of `content`.
 * The folder itself where there is none. The home folder, which may well be a repository too, is none, nor is what lies above.
 */
function vaultOf(folder: string): string {
	const home = homedir();
	for (let at = folder; at !== home && dirname(at) !== at; at = dirname(at)) {
		if (isVault(at) || (at !== folder && basename(childTowards(at, folder)) === 'content')) {
			return at;
		}
	}
	return folder;
}

const signs = [join('.vscode', 'settings.json'), '.git', ...['toml', 'yaml', 'yml', 'json'].map(extension => `hugo.${extension}`)] as const;

function isVault(folder: string): boolean {
	return signs.some(sign => existsSync(join(folder, sign)));
}

/** The folder directly in `above` on the way to `below`. */
function childTowards(above: string, below: string): string {
	return join(above, relative(above, below).split(sep)[0] ?? '');
}
