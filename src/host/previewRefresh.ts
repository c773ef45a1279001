import * as vscode from 'vscode';
import type { Note } from '../core/note.ts';
import type { Services } from './services.ts';

/** How long changes are gathered before the previews are rendered again. */
const gatherMilliseconds = 200;

/** After this time it is looked whether the refresh came through. */
const lookMilliseconds = 1500;

/** A preview in a tab that nobody sees is not rendered, however often one asks. */
const mostTries = 4;

/** So long after a document was rendered first its page may still be loading. */
const loadMilliseconds = 5000;

/**
 * Renders VS Code's open Markdown previews again, some time after it was asked; where none is open, when one is. VS Code drops a refresh that comes while another change waits
 * to be shown, and one that a page does not hear because it is loading; so it is repeated until neither can have happened.
 */
export class PreviewRefresh implements vscode.Disposable {
	readonly #onError: (error: unknown) => void;
	readonly #tabs: vscode.Disposable;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Which try the timer waits for, 1 for the first; undefined where it waits for none. */
	#nextTry: number | undefined;
	/** Whether it was asked while no preview was known: one may be rendered already whose tab is heard of later. */
	#isOwed = false;
	/** Whether nothing was rendered since the last refresh. */
	#isAwaited = false;
	/** The document that was rendered last, and since when. */
	#shown: { readonly uri: string; readonly since: number } = { uri: '', since: 0 };

	constructor({ onError }: Pick<Services, 'onError'>) {
		this.#onError = onError;
		this.#tabs = vscode.window.tabGroups.onDidChangeTabs(() => {
			if (this.#isOwed && isPreviewOpen()) {
				this.ask();
			}
		});
	}

	ask(): void {
		if (this.#nextTry !== 1) {
			this.#try(gatherMilliseconds, 1);
		}
	}

	/** A document is being rendered, with all that is known now. */
	rendered(uri: string): void {
		this.#isAwaited = false;
		if (uri !== this.#shown.uri) {
			this.#shown = { uri, since: performance.now() };
		}
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#tabs.dispose();
	}

	#try(milliseconds: number, count: number): void {
		clearTimeout(this.#timer);
		this.#nextTry = count;
		this.#timer = setTimeout(() => {
			this.#nextTry = undefined;
			this.#refresh(count);
		}, milliseconds);
	}

	#refresh(count: number): void {
		this.#isOwed = !isPreviewOpen();
		const mayBeLost = this.#isAwaited || performance.now() - this.#shown.since < loadMilliseconds;
		if (this.#isOwed || (count > 1 && !mayBeLost)) {
			return;
		}
		this.#isAwaited = true;
		vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, this.#onError);
		if (count < mostTries) {
			this.#try(lookMilliseconds, count + 1);
		}
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
