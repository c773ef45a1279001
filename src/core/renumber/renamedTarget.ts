import { NameIndex } from '../links/nameIndex.ts';
import { baseName } from '../notePath.ts';
import type { Move } from './renumberMoves.ts';

/** In the last part of the target that is the old name, however it is spelled, what differs in the new name is written. */
export function withNewName(target: string, move: Move | undefined): string {
	if (move === undefined) {
		return target;
	}
	const old = stemOf(move.from);
	const parts = target.split(/([\\/])/u);
	const index = parts.findLastIndex(part => NameIndex.fold(stemOf(part)) === NameIndex.fold(old));
	const part = parts[index];
	return part === undefined ? target : parts.with(index, respelled(part, old, stemOf(move.to))).join('');
}

/** The last part of a path or target, without `.md`. */
export function stemOf(path: string): string {
	return baseName(path).replace(/\.(?:md|markdown)$/iu, '');
}

/** `62-Slug.md` for old `62-slug` and new `61-slug` is `61-Slug.md`. */
function respelled(written: string, old: string, now: string): string {
	const ending = written.slice(stemOf(written).length);
	if (stemOf(written).length !== old.length) {
		return now + ending;
	}
	let start = 0;
	while (start < old.length && old[start] === now[start]) {
		start++;
	}
	let behind = 0;
	while (behind < Math.min(old.length, now.length) - start && old.at(-1 - behind) === now.at(-1 - behind)) {
		behind++;
	}
	return written.slice(0, start) + now.slice(start, now.length - behind) + written.slice(old.length - behind);
}
