import { NameIndex, nameKinds, type NameKind } from './nameIndex.ts';
import type { Note } from '../note.ts';
import { baseName, folderOf, homeOf, isBundlePage } from '../notePath.ts';
import type { Vault } from '../vault.ts';

export type { NameKind } from './nameIndex.ts';

/** Where the target of a wiki link leads. */
export type Resolution =
	/** `by` tells by which of its names the note answers; `self` for a target that is empty, as in `[[#Week 2]]`. */
	| { readonly kind: 'resolved'; readonly note: Note; readonly by: NameKind | 'self' }
	/** Several notes answer equally well; never decided in silence. */
	| { readonly kind: 'ambiguous'; readonly notes: readonly Note[] }
	| { readonly kind: 'unresolved' };

/** A target as it is looked for: with blanks, slashes and `.md` put in order. */
interface Wanted {
	/** As written, for titles may hold anything: `AC/DC`, `README.md`. */
	readonly text: string;
	/** From the vault's root, without `.md`. */
	readonly path: string;
	/** Whether it names its folder: with a slash, and from `from` on where it begins with `./` or `../`. */
	readonly place: 'anywhere' | 'inFolder' | 'exact';
}

const unresolved: Resolution = { kind: 'unresolved' };

/**
 * The note that a target leads to from the note at the vault-relative path `from`. The first of these that any note answers to decides: vault path, file
 * name, leaf bundle folder, front matter title, entry number (`62`), slug of title or name, the folder of a `README.md`; each may have folders before it. Letter case and Unicode form do not count, `.md`
 * may be written, and so may `%20` for a blank. Of several notes the one in the folder of `from` wins, then the nearest; a tie is ambiguous.
 */
export function resolve(vault: Vault, target: string, from: string): Resolution {
	const index = indexOf(vault);
	const text = target.trim();
	if (text === '') {
		const note = index.noteAt(from);
		return note === undefined ? unresolved : { kind: 'resolved', note, by: 'self' };
	}
	const found = lookFor(index, text, from);
	const decoded = found.kind === 'unresolved' ? percentDecoded(text) : text;
	return decoded === text ? found : lookFor(index, decoded, from);
}

function lookFor(index: NameIndex, text: string, from: string): Resolution {
	const wanted = wantedOf(text, from);
	for (const by of nameKinds) {
		const notes = candidates(index, by, wanted);
		if (notes.length > 0) {
			return nearest(notes, by, from);
		}
	}
	return unresolved;
}

/** `On%20Craft` is `On Craft`; what cannot be decoded stays as it is. */
export function percentDecoded(text: string): string {
	if (!/%[0-9a-f]{2}/iu.test(text)) {
		return text;
	}
	try {
		return decodeURIComponent(text);
	} catch {
		return text; // `100%25%`: some of its per cent signs are meant as such
	}
}

const indexes = new WeakMap<Vault, NameIndex>();

/** The names of a vault's notes; one index for each vault. */
export function indexOf(vault: Vault): NameIndex {
	const index = indexes.get(vault) ?? new NameIndex(vault);
	indexes.set(vault, index);
	return index;
}

function wantedOf(text: string, from: string): Wanted {
	const path = text.replaceAll('\\', '/').replace(/\.(?:md|markdown)$/iu, '');
	if (/^\.\.?\//u.test(path)) {
		return { text, path: joinRelative(folderOf(from), path), place: 'exact' };
	}
	const parts = path.split('/').map(part => part.trim());
	const tidy = parts.filter(Boolean).join('/');
	return { text, path: tidy, place: path.startsWith('/') ? 'exact' : tidy.includes('/') ? 'inFolder' : 'anywhere' };
}

/** `../a` from the folder `x/y` is `x/a`; what leads out of the vault stays at its root. */
export function joinRelative(folder: string, path: string): string {
	const parts = folder === '' ? [] : folder.split('/');
	for (const part of path.split('/')) {
		if (part === '..') {
			parts.pop();
		} else if (part !== '.' && part !== '') {
			parts.push(part);
		}
	}
	return parts.join('/');
}

function candidates(index: NameIndex, by: NameKind, wanted: Wanted): readonly Note[] {
	const { text, path, place } = wanted;
	if (by === 'path' || place === 'anywhere') {
		return index.find(by, by === 'title' ? text : path);
	}
	const whole = by === 'title' ? index.find(by, text) : [];
	return whole.length > 0 ? whole : index.find(by, baseName(path)).filter(note => standsWhere(note, by, wanted));
}

/** Whether the note is where a target with a folder says: `reading/On Craft` is in a folder `reading`, a bundle's folder is its name. */
function standsWhere({ path: has }: Note, by: NameKind, { path, place }: Wanted): boolean {
	const [is, said] = by === 'bundle' ? [folderOf(has), path] : [homeOf(has), folderOf(path)];
	return place === 'exact' ? NameIndex.fold(is) === NameIndex.fold(said) : NameIndex.fold(`/${is}`).endsWith(NameIndex.fold(`/${said}`));
}

function nearest(notes: readonly Note[], by: NameKind, from: string): Resolution {
	const home = homeOf(from);
	const distances = notes.map(note => distance(home, homeOf(note.path)));
	const least = distances.reduce((a, b) => Math.min(a, b), Infinity);
	const near = notes.filter((_, index) => distances[index] === least).sort((a, b) => (a.path < b.path ? -1 : 1));
	const [note] = near;
	return note !== undefined && near.length === 1 ? { kind: 'resolved', note, by } : { kind: 'ambiguous', notes: near };
}

/** Every note that answers to the target by any of its names, wherever a link to it stands; each once. */
export function namesakes(vault: Vault, target: string): readonly Note[] {
	const index = indexOf(vault);
	const wanted = wantedOf(target.trim(), '');
	return [...new Set(nameKinds.flatMap(by => candidates(index, by, wanted)))];
}

/** How many folders one goes up and down from one folder to another. */
export function distance(a: string, b: string): number {
	const here = a === '' ? [] : a.split('/');
	const there = b === '' ? [] : b.split('/');
	let common = 0;
	while (common < here.length && here[common] === there[common]) {
		common++;
	}
	return here.length + there.length - 2 * common;
}

/** The vault-relative path by which a link can always name a note: without `.md`, a leaf bundle by its folder. */
export function linkPathOf(path: string): string {
	const folder = folderOf(path);
	return isBundlePage(path) && folder !== '' ? folder : path.replace(/\.(?:md|markdown)$/iu, '');
}
