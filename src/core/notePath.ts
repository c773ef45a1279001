/** Vault-relative paths are written with `/`, have no leading or trailing one, and are `''` for the vault itself. */

/** Whether a file's name is that of a Markdown page. */
export function isMarkdownName(name: string): boolean {
	return /\.(?:md|markdown)$/iu.test(name);
}

/** The folder that a path stands in: `a/b/62.md` stands in `a/b`, `62.md` in `''`. */
export function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path: `62.md` of `a/62.md`. */
export function baseName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether the path is that of a leaf bundle's page, `…/index.md`. @see https://gohugo.io/content-management/page-bundles/ */
export function isBundlePage(path: string): boolean {
	return /(?:^|\/)index\.(?:md|markdown)$/iu.test(path);
}

/** What a person calls the note: its file's name without `.md`, or its leaf bundle's folder: both `a/62.md` and `a/62/index.md` are `62`. */
export function nameOf(path: string): string {
	const folder = folderOf(path);
	return isBundlePage(path) && folder !== '' ? baseName(folder) : baseName(path).replace(/\.(?:md|markdown)$/iu, '');
}

/** The folder a note belongs to: `a` for both `a/62.md` and `a/62/index.md`. */
export function homeOf(path: string): string {
	const folder = folderOf(path);
	return isBundlePage(path) && folder !== '' ? folderOf(folder) : folder;
}

/** Whether the path is the folder itself or lies below it; every path lies below `''`. */
export function isWithin(path: string, folder: string): boolean {
	return folder === '' || path === folder || path.startsWith(folder + '/');
}

/** A folder and a name as one path: `a` and `b` give `a/b`, `''` and `b` give `b`. */
export function joinPath(folder: string, name: string): string {
	return folder === '' ? name : `${folder}/${name}`;
}

/** The path as one writes it in a setting, made comparable: `./content\\daily-log/` becomes `content/daily-log`. */
export function tidyPath(path: string): string {
	return path
		.trim()
		.replaceAll('\\', '/')
		.split('/')
		.filter(part => part !== '' && part !== '.')
		.join('/');
}

/** Whether a path, as one writes it in a setting, leads or may lead out of the vault: `/tmp`, `~/notes`, `C:\\notes`, `\\\\server\\notes`, `../notes`. */
export function isOutside(path: string): boolean {
	return /^(?:[/~\\]|[a-z]:)/iu.test(path.trim()) || leadsUp(path);
}

/** Whether a path has a step upwards in it, `..`, which may lead out of the folder it begins at. */
export function leadsUp(path: string): boolean {
	return path.split(/[/\\]/u).some(part => part.trim() === '..');
}

/** The uri of a file below a folder, spelled as VS Code's `Uri.toString()` spells it. */
export function uriBelow(folderUri: string, path: string): string {
	if (isPlainPath.test(path)) {
		return `${folderUri}/${path}`;
	}
	const encoded = path.toWellFormed().split('/').map(encodePart).join('/');
	return `${folderUri}/${encoded}`;
}

/** Nothing in it is encoded. */
const isPlainPath = /^[\w./~-]*$/u;

function encodePart(part: string): string {
	return encodeURIComponent(part).replace(/[!'()*]/gu, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
