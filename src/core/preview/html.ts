import { folderOf } from '../notePath.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The text as it stands in HTML, in an element or in an attribute: nothing in it is read as HTML. */
export function escapeHtml(text: string): string {
	return text.toWellFormed().replace(/[&<>"']/gu, character => entities[character] ?? character);
}

/** An opening tag; attributes that are undefined are left out, values are escaped: `<a href="b.md">`. */
export function openTag(name: string, attributes: Readonly<Record<string, string | undefined>>): string {
	const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeHtml(value)}"`]));
	return `<${name}${written.join('')}>`;
}

/** An element around a text that is escaped. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, text: string): string {
	return `${openTag(name, attributes)}${escapeHtml(text)}</${name}>`;
}

/** The address of a file as seen from a folder, both vault-relative, percent-encoded: from `log` to `notes/On Craft.md` it is `../notes/On%20Craft.md`. */
export function relativeHref(fromFolder: string, path: string): string {
	const folder = relativeFolder(fromFolder, folderOf(path));
	return folder + encodeURIComponent(path.slice(path.lastIndexOf('/') + 1).toWellFormed());
}

/** The way from one folder to another, with a slash at its end; `''` where they are the same. */
export function relativeFolder(fromFolder: string, folder: string): string {
	const from = fromFolder === '' ? [] : fromFolder.split('/');
	const to = folder === '' ? [] : folder.split('/');
	let common = 0;
	while (common < from.length && from[common] === to[common]) {
		common++;
	}
	const down = to.slice(common).map(part => encodeURIComponent(part.toWellFormed()));
	return [...from.slice(common).map(() => '..'), ...down].map(part => `${part}/`).join('');
}
