import type * as vscode from 'vscode';
import type { FolderVault } from './folderVault.ts';
import type { FileEdits } from './previewedEdit.ts';
import { applyEdits } from '../core/text.ts';

/** A move as VS Code reports it. */
export interface ReportedMove {
	readonly oldUri: vscode.Uri;
	readonly newUri: vscode.Uri;
}

interface Announced {
	readonly folder: FolderVault;
	readonly moves: ReadonlySet<string>;
	readonly edits: ReadonlyMap<string, FileEdits>;
}

/**
 * Moves that come with edits of ours, of which VS Code reports again that files are about to move: their links are in order. VS Code may show a change first, and the user may discard it; so a move is
 * ours only if the texts are what our edits make of them.
 */
export class OwnMoves {
	#announced: Announced | undefined;
	#busy = 0;

	/** A change that is handed to VS Code and may be carried out later, or never. */
	announce(
		folder: FolderVault,
		moves: readonly { readonly from: string; readonly to: string }[],
		edits: ReadonlyMap<string, FileEdits>,
	): void {
		const pairs = moves.map(({ from, to }) => pairOf(folder.uriOf(from), folder.uriOf(to)));
		this.#announced = { folder, moves: new Set(pairs), edits };
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

	/** Whether the links are in order already. */
	async areThese(files: readonly ReportedMove[]): Promise<boolean> {
		const announced = this.#announced;
		if (this.#busy > 0 || announced === undefined) {
			return this.#busy > 0;
		}
		if (!files.every(({ oldUri, newUri }) => announced.moves.has(pairOf(oldUri, newUri)))) {
			return false;
		}
		const texts = [...announced.edits].map(async ([path, { text, edits }]) => {
			const now = await announced.folder.textOf(path);
			return tidy(now) === tidy(applyEdits(text, edits));
		});
		return (await Promise.all(texts)).every(Boolean);
	}
}

function pairOf(from: vscode.Uri, to: vscode.Uri): string {
	return `${from.toString()} ${to.toString()}`;
}

/** As an editor and as a file the same text may differ in these. */
function tidy(text: string | undefined): string | undefined {
	return text?.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
}
