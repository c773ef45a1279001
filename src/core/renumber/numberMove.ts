import type { Entry } from '../entry.ts';
import { readNumberInPath } from '../entryNumber.ts';
import { folderOf, isBundlePage } from '../notePath.ts';
import type { Move } from '../rename/moves.ts';

/** The move that a new number asks for; undefined where the name does not carry the old one. `write` puts the new number in the place of digits. */
export function numberMoveOf(
	{ entry, from }: { readonly entry: Entry; readonly from: number },
	write: (digits: string) => string,
): Move | undefined {
	const read = readNumberInPath(entry.path);
	if (read?.number !== from) {
		return undefined;
	}
	const isFolder = isBundlePage(entry.path);
	const to = entry.path.slice(0, read.numberSpan.start) + write(read.digits) + entry.path.slice(read.numberSpan.end);
	const move = isFolder ? { from: folderOf(entry.path), to: folderOf(to), isFolder } : { from: entry.path, to, isFolder };
	return move.from === move.to ? undefined : move;
}
