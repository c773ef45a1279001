import * as vscode from 'vscode';
import { plainSentence } from './plainSentence.ts';

/** A button on a message, and what it does. */
export interface MessageAction {
	readonly label: string;
	readonly run: () => unknown;
}

/**
 * Speaks to the user: one plain sentence each, with what to do as a button; details go to the log channel. Nobody waits for the user to read it: a message
 * may stay on the screen for hours.
 */
export class Teller {
	readonly #log: vscode.LogOutputChannel;
	readonly #hear: (sentence: string) => void;

	/** `hear` gets every sentence too, as it is shown. */
	constructor(log: vscode.LogOutputChannel, hear: (sentence: string) => void) {
		this.#log = log;
		this.#hear = hear;
	}

	/** Something was not done. `detail` is for the log channel, which the message offers to show. */
	failed(sentence: string, detail?: unknown): void {
		this.#hear(plainSentence(sentence));
		this.#log.error(sentence, ...(detail === undefined ? [] : [describe(detail)]));
		const showLog = {
			label: vscode.l10n.t('Show Log'),
			run: () => {
				this.#log.show();
			},
		};
		this.#follow(vscode.window.showErrorMessage, sentence, detail === undefined ? [] : [showLog]);
	}

	/** There was nothing to do, or something to know. */
	inform(sentence: string, ...actions: readonly MessageAction[]): void {
		this.#hear(plainSentence(sentence));
		this.#log.info(sentence);
		this.#follow(vscode.window.showInformationMessage, sentence, actions);
	}

	/** A line in the log channel only. */
	note(line: string): void {
		this.#log.info(line);
	}

	/** A defect of this extension: it goes to the log in full, and the user hears of it in one sentence. */
	defect(what: string, error: unknown): void {
		this.failed(vscode.l10n.t('{0} failed unexpectedly. Nothing was changed; the log says more.', what), error);
	}

	#follow(show: ShowMessage, sentence: string, actions: readonly MessageAction[]): void {
		show(plainSentence(sentence), ...actions.map(({ label }) => label))
			.then(chosen => actions.find(({ label }) => label === chosen)?.run())
			.then(undefined, (error: unknown) => {
				this.#log.error(describe(error));
			});
	}
}

type ShowMessage = (sentence: string, ...buttons: string[]) => Thenable<string | undefined>;

function describe(detail: unknown): string {
	return detail instanceof Error ? (detail.stack ?? detail.message) : String(detail);
}
