import * as vscode from 'vscode';
import type { Note } from '../core/note.ts';
import type { Services } from './services.ts';

/** How long changes are gathered before the previews are rendered again. */
const gatherMilliseconds = 200;

/** Renders VS Code's open Markdown previews again, some time after it was asked; where none is open, when one is. */
export class PreviewRefresh implements vscode.Disposable {
	readonly #onError: (error: unknown) => void;
	readonly #tabs: vscode.Disposable;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Whether it was asked while no preview was known: one may be rendered already whose tab is heard of later. */
	#isOwed = false;

	constructor({ onError }: Pick<Services, 'onError'>) {
		this.#onError = onError;
		this.#tabs = vscode.window.tabGroups.onDidChangeTabs(() => {
			if (this.#isOwed && isPreviewOpen()) {
				this.ask();
			}
		});
	}

	ask(): void {
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			this.#isOwed = !isPreviewOpen();
			if (!this.#isOwed) {
				vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, this.#onError);
			}
		}, gatherMilliseconds);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#tabs.dispose();
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
