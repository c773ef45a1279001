import type { Note } from '../note.ts';
import { folderOf } from '../notePath.ts';

/** A file or folder that gets another name or place; both vault-relative. */
export interface Move {
	readonly from: string;
	readonly to: string;
	readonly isFolder: boolean;
}

/** Moves in their order, and by what they move. */
export interface OrderedMoves {
	readonly ordered: readonly Move[];
	readonly bySource: ReadonlyMap<string, Move>;
}

/**
 * Puts moves in an order in which each name is free when its turn comes: `6 -> 7` before `5 -> 6`. What lies in a folder that is moved itself goes with it
 * and keeps its own name.
 */
export function orderMoves(moves: readonly Move[]): OrderedMoves {
	const all = new Map(moves.map(move => [move.from, move]));
	const bySource = new Map([...all].filter(([from]) => folderMoveAround(from, all) === undefined));
	const done = new Set<string>();
	const ordered: Move[] = [];
	for (const start of bySource.values()) {
		const chain: Move[] = [];
		for (let move: Move | undefined = start; move !== undefined && !done.has(move.from); move = bySource.get(move.to)) {
			done.add(move.from);
			chain.push(move);
		}
		ordered.push(...chain.reverse());
	}
	return { ordered, bySource };
}

/** The path that a note has once the moves are done. */
export function pathAfter(path: string, moves: ReadonlyMap<string, Move>): string {
	const move = moves.get(path) ?? folderMoveAround(path, moves);
	return move === undefined ? path : move.to + path.slice(move.from.length);
}

/** The move of a folder that the path lies in. */
export function folderMoveAround(path: string, moves: ReadonlyMap<string, Move>): Move | undefined {
	for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
		const move = moves.get(folder);
		if (move?.isFolder === true) {
			return move;
		}
	}
	return undefined;
}

/** Where moves lead to what a note, a folder of notes or another move has, and keeps. Letter case does not count, as on Windows and macOS. */
export function takenBy(moves: readonly Move[], notes: Iterable<Note>): readonly string[] {
	const sources = new Set(moves.map(({ from }) => from));
	const there = new Set<string>();
	for (const { path } of notes) {
		for (let part = path; part !== '' && !there.has(part); part = folderOf(part)) {
			there.add(part);
		}
	}
	const kept = new Set([...there].filter(path => !sources.has(path)).map(fold));
	return moves.flatMap(({ to }) => {
		const isTaken = kept.has(fold(to));
		kept.add(fold(to));
		return isTaken ? [to] : [];
	});
}

function fold(path: string): string {
	return path.normalize('NFC').toLowerCase();
}
