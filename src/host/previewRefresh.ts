import * as vscode from 'vscode';
import type { Note } from '../core/note.ts';
import type { Services } from './services.ts';

/** How long changes are gathered before the previews are rendered again. */
const gatherMilliseconds = 200;

/** Renders VS Code's open Markdown previews again, some time after it was asked; where none is open, nothing happens. */
export class PreviewRefresh implements vscode.Disposable {
	readonly #onError: (error: unknown) => void;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor({ onError }: Pick<Services, 'onError'>) {
		this.#onError = onError;
	}

	ask(): void {
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			if (isPreviewOpen()) {
				vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, this.#onError);
			}
		}, gatherMilliseconds);
	}

	dispose(): void {
		clearTimeout(this.#timer);
	}
}

function isPreviewOpen(): boolean {
	return vscode.window.tabGroups.all.some(({ tabs }) =>
		tabs.some(
			({ input }) =>
				(input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom) && /markdown\.preview/u.test(input.viewType),
		),
	);
}

/** Which changes of notes others can see in a link to them: its name, title and headings, not its text. */
export class SeenNotes {
	readonly #seen = new Map<string, string>();

	/** Whether the note, undefined for one that is gone, looks other than when this was asked last. */
	isOther(uri: string, note: Note | undefined): boolean {
		const looks =
			note === undefined
				? ''
				: [
						note.path,
						note.title,
						note.values.get('date'),
						...note.headings.map(({ text }) => text),
						...note.blockIds.map(({ id }) => id),
					].join('\n');
		const isOther = this.#seen.get(uri) !== looks;
		this.#seen.set(uri, looks);
		return isOther;
	}
}
