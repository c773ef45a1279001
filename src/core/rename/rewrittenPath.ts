import { NameIndex } from '../links/nameIndex.ts';
import { linkPathOf, percentDecoded } from '../links/resolve.ts';
import { folderOf, isBundlePage } from '../notePath.ts';

/** Where a page stands before and after, and where the note that names it stands after; vault-relative paths. */
export interface PathChange {
	readonly before: string;
	readonly after: string;
	readonly fromAfter: string;
}

/**
 * A path as a link writes it, for where the page is now, in the same way of writing: a name alone stays one, `../` stays relative, `/` stays at the beginning, `.md`, `%20`,
 * backslashes and a slash at the end stay, letter case too where nothing changed.
 */
export function rewrittenPath(written: string, change: PathChange): string {
	const separator = written.includes('\\') && !written.includes('/') ? '\\' : '/';
	const { lead, parts, ending } = partsOf(written);
	const last = percentDecoded(parts.at(-1) ?? '');
	const old = partsNamedBy(change.before, last);
	const now = old.isFolder ? folderForm(change.after) : stemParts(change.after);
	const isRelative = lead === './' || parts[0] === '..';
	const left = Math.max(0, old.parts.length - parts.length);
	const fromRoot = lead === '/' || (left === 0 && parts.length > 1) ? now.slice(left) : now.slice(-parts.length);
	const wanted = isRelative ? relativeParts(folderParts(change.fromAfter), now) : fromRoot;
	const spelled = wanted.map((part, index) => {
		const fromEnd = wanted.length - index;
		return isRelative && part === '..' ? part : spelledAs(parts.at(-fromEnd), old.parts.at(-fromEnd), part);
	});
	return (isRelative ? relativeLead(lead, parts[0], spelled[0]) : lead) + spelled.join(separator) + ending;
}

/** `./` before what does not begin with `..`, and before `..` where it stood there. */
function relativeLead(lead: string, old: string | undefined, now: string | undefined): string {
	return now === '..' && old !== '..' ? '' : now === '..' ? lead : './';
}

interface Parts {
	/** `./`, `/` or nothing. */
	readonly lead: string;
	readonly parts: readonly string[];
	/** `.md`, slashes, or nothing. */
	readonly ending: string;
}

function partsOf(written: string): Parts {
	const lead = /^\.?[\\/]/u.exec(written)?.[0] ?? '';
	const ending = /(?:\.(?:md|markdown)|[\\/]+)$/iu.exec(written.slice(lead.length))?.[0] ?? '';
	const parts = written.slice(lead.length, written.length - ending.length).split(/[\\/]+/u);
	return { lead: lead.replace('\\', '/'), parts, ending };
}

interface NamedBy {
	readonly parts: readonly string[];
	/** Whether a page goes by its folder: a leaf bundle, `_index.md`, `README.md`. */
	readonly isFolder: boolean;
}

/** The parts of a path by which a link names a page whose last part it writes so. */
function partsNamedBy(path: string, last: string): NamedBy {
	const stem = stemParts(path);
	const isFolder = fold(stem.at(-1)) !== fold(last);
	return { parts: isFolder ? folderForm(path) : stem, isFolder };
}

function stemParts(path: string): readonly string[] {
	return path.replace(/\.(?:md|markdown)$/iu, '').split('/');
}

/** The folder of a page that goes by it, the page's own name otherwise. */
function folderForm(path: string): readonly string[] {
	const folder = folderOf(path);
	const goesByFolder = folder !== '' && (isBundlePage(path) || /(?:^|\/)(?:_index|readme)\.(?:md|markdown)$/iu.test(path));
	return (goesByFolder ? folder : linkPathOf(path)).split('/');
}

function folderParts(path: string): readonly string[] {
	const folder = folderOf(path);
	return folder === '' ? [] : folder.split('/');
}

function relativeParts(from: readonly string[], to: readonly string[]): readonly string[] {
	let common = 0;
	while (common < Math.min(from.length, to.length - 1) && from[common] === to[common]) {
		common++;
	}
	return [...from.slice(common).map(() => '..'), ...to.slice(common)];
}

function spelledAs(written: string | undefined, old: string | undefined, now: string): string {
	if (written === undefined || old === undefined) {
		return now;
	}
	const decoded = percentDecoded(written);
	const spelled = fold(decoded) === fold(old) ? respelled(decoded, old, now) : now;
	return decoded === written ? spelled : percentEncoded(spelled);
}

/** `On Craft` as `On%20Craft`: what cannot stand in a URL or would be read as part of its code. */
export function percentEncoded(text: string): string {
	return text.replace(/[\s%#?<>"]/gu, character => encodeURIComponent(character));
}

/**
 * A name as someone wrote it, with what differs between the old and the new name changed in it: `62-Slug` for old `62-slug` and new `61-slug` is `61-Slug`. Where only the
 * spelling changes, a name written exactly as it was follows, and another stays.
 */
export function respelled(written: string, old: string, now: string): string {
	if (fold(old) === fold(now)) {
		return written === old ? now : written;
	}
	if (written === old || written.length !== old.length) {
		return now;
	}
	const start = atWord(
		commonLength(old, now, index => index),
		index => index,
		[old, now],
	);
	const common = commonLength(old, now, index => -1 - index);
	const behind = atWord(Math.min(common, Math.min(old.length, now.length) - start), index => -1 - index, [old, now]);
	return written.slice(0, start) + now.slice(start, now.length - behind) + written.slice(old.length - behind);
}

type Place = (index: number) => number;

function commonLength(a: string, b: string, place: Place): number {
	let length = 0;
	while (length < Math.min(a.length, b.length) && a.at(place(length)) === b.at(place(length))) {
		length++;
	}
	return length;
}

/** The length, less what would end in the middle of a word. */
function atWord(length: number, place: Place, texts: readonly string[]): number {
	const isWord = (text: string, index: number): boolean => /[\p{L}\p{N}\p{M}]/u.test(text.at(place(index)) ?? '');
	let end = length;
	while (end > 0 && texts.some(text => end < text.length && isWord(text, end - 1) && isWord(text, end))) {
		end--;
	}
	return end;
}

function fold(text: string | undefined): string {
	return NameIndex.fold(text ?? '');
}
