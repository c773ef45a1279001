import type * as vscode from 'vscode';
import type { FolderVault } from './folderVault.ts';
import type { FileEdits } from './previewedEdit.ts';
import { pathAfter, type Move } from '../core/rename/moves.ts';
import { applyEdits, comparable } from '../core/text.ts';

/** A move as VS Code reports it. */
export interface ReportedMove {
	readonly oldUri: vscode.Uri;
	readonly newUri: vscode.Uri;
}

/** What was handed to VS Code. */
export interface Announced {
	readonly folder: FolderVault;
	readonly moves: ReadonlySet<string>;
	/** Of the notes that stay where they are, by their paths. */
	readonly edits: readonly (readonly [string, FileEdits])[];
}

/**
 * Moves that come with edits of ours, of which VS Code reports again that files are about to move: their links are in order already, or will be. VS Code may show a change first, and the user may discard
 * it and make the same move by hand; so what was announced counts only as long as the texts are what they were, or what the edits make of them.
 */
export class OwnMoves {
	#announced: Announced | undefined;
	#busy = 0;

	/** A change that is handed to VS Code and may be carried out later, or never. */
	announce(folder: FolderVault, moves: readonly Move[], edits: ReadonlyMap<string, FileEdits>): void {
		const pairs = moves.map(({ from, to }) => pairOf(folder.uriOf(from), folder.uriOf(to)));
		this.#announced = { folder, moves: new Set(pairs), edits: [...edits].filter(([path]) => pathAfter(path, sourcesOf(moves)) === path) };
	}

	/** While the work goes on, every move is ours. */
	async during<Result>(work: () => Thenable<Result>): Promise<Result> {
		this.#busy++;
		try {
			return await work();
		} finally {
			this.#busy--;
		}
	}

	/** Whether the links are taken care of. */
	async areThese(files: readonly ReportedMove[]): Promise<boolean> {
		const announced = this.#announced;
		if (this.#busy > 0 || announced === undefined) {
			return this.#busy > 0;
		}
		if (!files.every(({ oldUri, newUri }) => announced.moves.has(pairOf(oldUri, newUri)))) {
			return false;
		}
		const states = await Promise.all(announced.edits.map(each => stateOf(announced.folder, each)));
		return new Set(states).size <= 1 && !states.includes('other');
	}

	/** What was announced with these moves and has not been done; undefined where it has. */
	async undone(files: readonly ReportedMove[]): Promise<Announced | undefined> {
		const announced = this.#announced;
		if (this.#busy > 0 || announced === undefined || !files.some(({ oldUri, newUri }) => announced.moves.has(pairOf(oldUri, newUri)))) {
			return undefined;
		}
		this.#announced = undefined;
		await new Promise(resolve => setTimeout(resolve, untilDone));
		const states = await Promise.all(announced.edits.map(each => stateOf(announced.folder, each)));
		return states.length > 0 && states.every(state => state === 'before') ? announced : undefined;
	}
}

/** In so many milliseconds VS Code makes the edits that follow a move. */
const untilDone = 4000;

function sourcesOf(moves: readonly Move[]): ReadonlyMap<string, Move> {
	return new Map(moves.map(move => [move.from, move]));
}

async function stateOf(folder: FolderVault, [path, { text, edits }]: readonly [string, FileEdits]): Promise<'before' | 'after' | 'other'> {
	const now = await folder.textOf(path);
	const is = (other: string): boolean => now !== undefined && comparable(now) === comparable(other);
	return is(text) ? 'before' : is(applyEdits(text, edits)) ? 'after' : 'other';
}

function pairOf(from: vscode.Uri, to: vscode.Uri): string {
	return `${from.toString()} ${to.toString()}`;
}
