import * as vscode from 'vscode';

/** Speaks to the user: one plain sentence each, with what to do as buttons; details go to the log channel. */
export class Teller {
	readonly #log: vscode.LogOutputChannel;

	constructor(log: vscode.LogOutputChannel) {
		this.#log = log;
	}

	/** Something was not done. `detail` is for the log channel, which the message offers to show. */
	async failed(sentence: string, detail?: unknown): Promise<void> {
		this.#log.error(sentence, ...(detail === undefined ? [] : [describe(detail)]));
		const showLog = vscode.l10n.t('Show Log');
		const chosen = await vscode.window.showErrorMessage(sentence, ...(detail === undefined ? [] : [showLog]));
		if (chosen === showLog) {
			this.#log.show();
		}
	}

	/** There was nothing to do, or something to know. Returns the button that was chosen, or undefined. */
	async inform<Button extends string>(sentence: string, ...buttons: readonly Button[]): Promise<Button | undefined> {
		this.#log.info(sentence);
		return vscode.window.showInformationMessage(sentence, ...buttons);
	}

	/** A line in the log channel only. */
	note(line: string): void {
		this.#log.info(line);
	}

	/** A defect of this extension: it goes to the log in full, and the user hears of it in one sentence. */
	async defect(what: string, error: unknown): Promise<void> {
		await this.failed(vscode.l10n.t('{0} failed unexpectedly. Nothing was changed; the log says more.', what), error);
	}
}

function describe(detail: unknown): string {
	return detail instanceof Error ? (detail.stack ?? detail.message) : String(detail);
}
