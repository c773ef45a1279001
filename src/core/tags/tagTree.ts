import type { Note } from '../note.ts';
import { compareNames, newestFirst } from '../noteOrder.ts';
import { foldTerm } from '../term.ts';
import type { Vault } from '../vault.ts';
import type { TagUse } from './tagCount.ts';

/** A tag in the tree that slashes make of tags: `tools/planes` below `tools`. */
export interface TagBranch {
	/** As a whole: `tools/planes`. */
	readonly tag: string;
	/** Its last part: `planes`. */
	readonly name: string;
	/** Uris of the notes that have this very tag; none where only tags below it are used. */
	readonly own: ReadonlySet<string>;
	/** Uris of the notes that have it or a tag below it, each once. */
	readonly notes: ReadonlySet<string>;
	/** In no order; see `sortBranches`. */
	readonly below: readonly TagBranch[];
}

/** What lies deeper stays together, as one name. */
const deepest = 12;

interface Growing {
	readonly tag: string;
	readonly name: string;
	own: ReadonlySet<string>;
	readonly below: Map<string, Growing>;
}

/** The tags as a tree, parts of names compared as Hugo compares terms; of several spellings the first given stays. */
export function tagTree(uses: readonly TagUse[]): readonly TagBranch[] {
	const roots = new Map<string, Growing>();
	for (const { tag, notes } of uses) {
		const branch = grow(roots, partsOf(tag));
		branch.own = united([branch.own, notes]);
	}
	return [...roots.values()].map(grown);
}

const none: ReadonlySet<string> = new Set();

/** `/` at an end or twice parts nothing; a tag of nothing else is one part. */
function partsOf(tag: string): readonly string[] {
	const parts = tag
		.split('/')
		.map(part => part.trim())
		.filter(Boolean);
	const rest = parts.slice(deepest - 1).join('/');
	return parts.length === 0 ? [tag] : [...parts.slice(0, deepest - 1), ...(rest === '' ? [] : [rest])];
}

function grow(roots: Map<string, Growing>, parts: readonly string[]): Growing {
	let level = roots;
	let path = '';
	let branch: Growing = { tag: '', name: '', own: none, below: roots };
	for (const name of parts) {
		path = path === '' ? name : `${path}/${name}`;
		const key = foldTerm(name);
		branch = level.get(key) ?? { tag: path, name, own: none, below: new Map() };
		level.set(key, branch);
		level = branch.below;
	}
	return branch;
}

function grown({ tag, name, own, below }: Growing): TagBranch {
	const branches = [...below.values()].map(grown);
	return { tag, name, own, below: branches, notes: united([own, ...branches.map(({ notes }) => notes)]) };
}

/** The one that is not empty, where only one is: most tags have nothing below them, and their notes are many. */
function united(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
	const filled = sets.filter(({ size }) => size > 0);
	const [first = none] = filled;
	return filled.length < 2 ? first : new Set(filled.flatMap(set => [...set]));
}

/** How the tags are ordered in the view. */
export type TagOrder = 'count' | 'name';

/** Those with the most notes first, or by alphabet. */
export function sortBranches(branches: readonly TagBranch[], order: TagOrder): readonly TagBranch[] {
	return branches.toSorted((a, b) => (order === 'count' ? b.notes.size - a.notes.size : 0) || compareNames(a.name, b.name));
}

/** Notes for a list, at most so many: entries, newest first, then the other notes by title. What the list leaves out is not even put in order. */
export function firstNotes(vault: Vault, uris: ReadonlySet<string>, most: number): readonly Note[] {
	const found: Note[] = [];
	const entries = vault.entries();
	for (let at = entries.length - 1; at >= 0 && found.length < most; at--) {
		const uri = entries[at]?.uri ?? '';
		const note = uris.has(uri) ? vault.note(uri) : undefined;
		if (note !== undefined) {
			found.push(note);
		}
	}
	if (found.length >= most) {
		return found;
	}
	const others = [...uris].flatMap(uri => (vault.entry(uri) === undefined ? (vault.note(uri) ?? []) : []));
	return [...found, ...others.sort(newestFirst(vault))].slice(0, most);
}
