import ignore, { type Ignore } from 'ignore';
import { expandBraces } from './braces.ts';
import { baseName, folderOf, isMarkdownName, isWithin, joinPath } from './notePath.ts';

/** What a folder holds, as far as the question which files are notes goes. */
export interface FolderNames {
	/** Vault-relative, `''` for the vault itself. */
	readonly path: string;
	/** Of the files at least those that `decidesForFolder` names. */
	readonly files: readonly string[];
	/** Of the folders at least those that `isPartOfLayout` names. */
	readonly folders: readonly string[];
	/** The text of the folder's `.gitignore`, if it has one. */
	readonly ignoreText: string | undefined;
}

/**
 * Which files of a vault are notes: Markdown pages that neither the user's settings, nor `.gitignore`, nor Hugo's output folders leave out, and that
 * are no page resources of a leaf bundle. Learns folder by folder, parents before what is in them, and answers for single paths afterwards.
 */
export class NoteFiles {
	readonly #excluded: Ignore | undefined;
	/** Names that are left out wherever they stand. */
	readonly #excludedNames: ReadonlySet<string>;
	readonly #ignores = new Map<string, Ignore>();
	readonly #sites = new Set<string>();
	readonly #bundles = new Set<string>();
	#place: Place | undefined;

	/** `globs` are relative to the vault, as in VS Code's `files.exclude`: `**\/node_modules`, `drafts/*.md`. */
	constructor(globs: readonly string[]) {
		const all = globs.flatMap(expandBraces);
		const others = all.filter(glob => !isOfName.test(glob));
		this.#excludedNames = new Set(all.filter(glob => isOfName.test(glob)).map(baseName));
		this.#excluded = others.length === 0 ? undefined : ignore(asGit).add(others.map(asIgnoreLine).filter(isHarmless));
	}

	/** Takes in what a folder holds: its `.gitignore`, whether it is a Hugo site, whether it is a leaf bundle. */
	learn({ path, files, folders, ignoreText }: FolderNames): void {
		if (ignoreText === undefined) {
			this.#ignores.delete(path);
		} else {
			this.#ignores.set(path, ignore(asGit).add(ignoreText.split(/\r?\n/u).filter(isHarmless)));
		}
		this.#place = undefined;
		setMember(this.#sites, path, isHugoSite(files, folders));
		setMember(this.#bundles, path, files.some(isBundleIndex));
	}

	/** The folder of the Hugo site, the outermost of several; undefined where there is none. */
	site(): string | undefined {
		return [...this.#sites].sort((a, b) => a.length - b.length)[0];
	}

	/** Whether nothing in this folder is a note, so that nobody need look inside. */
	isFolderExcluded(path: string): boolean {
		const name = baseName(path);
		return (
			name.startsWith('.') ||
			name === 'node_modules' ||
			this.#isOutput(path) ||
			this.#isExcluded(`${path}/`, name) ||
			this.#isIgnored(`${path}/`)
		);
	}

	/** Whether the file is a note, given that no folder above it is excluded. */
	isNoteInFolder(path: string): boolean {
		const name = baseName(path);
		return (
			isMarkdownName(name) &&
			!name.startsWith('.') &&
			!this.#isExcluded(path, name) &&
			!this.#isResource(path) &&
			!this.#isIgnored(path) &&
			!this.#isPartOfSite(path)
		);
	}

	/** Whether the file is a note; looks at every folder above it. */
	isNote(path: string): boolean {
		return this.isNoteInFolder(path) && !foldersAbove(path).some(folder => folder !== '' && this.isFolderExcluded(folder));
	}

	#isExcluded(path: string, name: string): boolean {
		return this.#excludedNames.has(name) || this.#excluded?.ignores(path) === true;
	}

	/** Hugo writes the site to `public` and its caches to `resources`. @see https://gohugo.io/getting-started/directory-structure/ */
	#isOutput(path: string): boolean {
		const name = baseName(path);
		return (name === 'public' || name === 'resources') && this.#sites.has(folderOf(path));
	}

	/** In a site's `content`, the other pages of a leaf bundle are its resources. @see https://gohugo.io/content-management/page-bundles/ */
	#isResource(path: string): boolean {
		const { folder, bundle } = this.#placeOf(path);
		return bundle !== undefined && !(folder === bundle && isBundleIndex(baseName(path)));
	}

	/** Such folders are walked, for what they tell of the site, but what stands there makes pages and is none. */
	#isPartOfSite(path: string): boolean {
		return this.#placeOf(path).isPartOfSite;
	}

	/** The last folder is remembered, for the files of one are asked for one after the other. */
	#placeOf(path: string): Place {
		const folder = folderOf(path);
		if (this.#place?.folder !== folder) {
			const above = foldersAbove(path);
			this.#place = {
				folder,
				bundle: above.find(each => this.#bundles.has(each) && this.#isContent(each)),
				isPartOfSite: this.#sites.size > 0 && above.some(each => partsOfSite.has(baseName(each)) && this.#sites.has(folderOf(each))),
			};
		}
		return this.#place;
	}

	#isContent(folder: string): boolean {
		return [...this.#sites].some(site => folder !== joinPath(site, 'content') && isWithin(folder, joinPath(site, 'content')));
	}

	/** The nearest `.gitignore` that says something wins. @see https://git-scm.com/docs/gitignore */
	#isIgnored(path: string): boolean {
		let ignored = false;
		for (const folder of this.#ignores.size === 0 ? [] : foldersAbove(path.replace(/\/$/u, ''))) {
			const said = this.#ignores.get(folder)?.test(folder === '' ? path : path.slice(folder.length + 1));
			ignored = said?.ignored === true || (ignored && said?.unignored !== true);
		}
		return ignored;
	}
}

/** Where a file stands, as far as it matters whether it is a note. */
interface Place {
	readonly folder: string;
	/** The leaf bundle that the folder is, or is in. */
	readonly bundle: string | undefined;
	readonly isPartOfSite: boolean;
}

/** @see https://gohugo.io/getting-started/directory-structure/ */
const partsOfSite: ReadonlySet<string> = new Set(['archetypes', 'assets', 'data', 'i18n', 'layouts', 'static', 'themes']);

/** A glob that the file of this path matches, whatever signs its name holds; none for `''`. */
export function globsOfPath(path: string): readonly string[] {
	return path === '' ? [] : [path.replace(/[\\*?[\]{}!#,]/gu, '?')];
}

/** Such as `**\/.git`: most of what is left out, and told by a name alone in a fraction of the time. */
const isOfName = /^\*\*\/[\w.-]+$/u;

const asGit = { allowRelativePaths: true, ignorecase: false };

/** More stretches of any folders in one line than anybody needs: each one multiplies the ways in which a deep path may be tried. */
const mostDeepStars = 3;

/** The longest path that systems take. */
const longestLine = 4096;

/** Whether a line can be tried on every path. One with more stars than that leaves nothing out: it would hold up the reading for hours. */
function isHarmless(line: string): boolean {
	return line.split('**').length - 1 <= mostDeepStars && line.length <= longestLine;
}

/** A glob of VS Code as a line of `.gitignore`: without `**` it begins at the vault, while git would look for a bare name everywhere. */
function asIgnoreLine(glob: string): string {
	const escaped = glob.replace(/ +$/u, '');
	return escaped.startsWith('**/') || escaped.startsWith('/') ? escaped : `/${escaped}`;
}

/** `''`, `a`, `a/b` for `a/b/c.md`. */
function foldersAbove(path: string): readonly string[] {
	const folders = [''];
	for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
		folders.push(path.slice(0, at));
	}
	return folders;
}

/** Whether a file of this name says something about the whole folder: a leaf bundle's page, a site's configuration. */
export function decidesForFolder(name: string): boolean {
	return isBundleIndex(name) || /^(?:hugo|config)\.(?:toml|ya?ml|json)$/u.test(name);
}

/** Whether a folder of this name tells that a Hugo site may be what holds it. */
export function isPartOfLayout(name: string): boolean {
	return name === 'content' || name === 'config';
}

function isBundleIndex(name: string): boolean {
	return /^index\.(?:md|markdown)$/iu.test(name);
}

/** @see https://gohugo.io/configuration/introduction/ */
function isHugoSite(files: readonly string[], folders: readonly string[]): boolean {
	const own = files.some(name => /^hugo\.(?:toml|ya?ml|json)$/u.test(name));
	return (
		own || (folders.includes('content') && (folders.includes('config') || files.some(name => /^config\.(?:toml|ya?ml|json)$/u.test(name))))
	);
}

function setMember(set: Set<string>, value: string, member: boolean): void {
	if (member) {
		set.add(value);
	} else {
		set.delete(value);
	}
}
