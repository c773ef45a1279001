import * as vscode from 'vscode';
import { changeBetween } from '../core/dashboard/dashboardChange.ts';
import type { ChangeDashboard, FromDashboard, Picture, ShowDashboard } from '../protocol.ts';
import { isSameData } from '../core/sameData.ts';
import { readMessage } from './dashboardMessages.ts';
import { dashboardPage, pageRoots } from './dashboardPage.ts';

/** The type of the panel, by which VS Code brings it back after a reload. */
export const dashboardViewType = 'dailyLog.dashboard';

/** What the panel shows, and what it is told to do. */
export interface DashboardActor {
	/** What is to be shown of the log with that id; of the first one where there is none. */
	readonly contentOf: (log: string) => Promise<ShowDashboard>;
	readonly onError: (error: unknown) => void;
	readonly open: (uri: string, beside: boolean) => void;
	readonly create: () => void;
	/** `log` is the id of the one that is shown. */
	readonly save: (picture: Picture, log: string) => void;
}

/** How long it must be quiet before the page hears of changes: nobody looks at a chart between two keystrokes. */
const quietMilliseconds = 250;

/** The dashboard of a window: a tab whose page is rebuilt by VS Code whenever it comes to the front, and then asks for data. */
export class DashboardPanel implements vscode.Disposable {
	readonly #actor: DashboardActor;
	readonly #extension: vscode.Uri;
	#panel: vscode.WebviewPanel | undefined;
	#log = '';
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isListening = false;
	/** What the page knows; undefined where it has been told nothing. */
	#known: ShowDashboard | undefined;
	/** Another number for each page, and each log that it asks for: what was made for the one before is not sent. */
	#request = 0;
	/** One after the other, so that each is told of what is different since the one before. */
	#lastSend: Promise<void> = Promise.resolve();

	constructor(extension: vscode.Uri, actor: DashboardActor) {
		this.#extension = extension;
		this.#actor = actor;
	}

	/** Brings it to the front; opens it where it is not open. */
	show(): void {
		if (this.#panel !== undefined) {
			this.#panel.reveal();
			return;
		}
		this.take(vscode.window.createWebviewPanel(dashboardViewType, vscode.l10n.t('Daily Log Dashboard'), vscode.ViewColumn.Active));
	}

	/** Takes over a tab, a new one or one that VS Code brings back. */
	take(panel: vscode.WebviewPanel): void {
		this.#panel?.dispose();
		this.#panel = panel;
		this.#isListening = false;
		this.#beginAnew();
		const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.#extension, 'media', `dashboard-${theme}.svg`);
		panel.iconPath = { light: icon('light'), dark: icon('dark') };
		panel.onDidDispose(() => {
			if (this.#panel === panel) {
				this.#panel = undefined;
				this.#beginAnew();
				clearTimeout(this.#timer);
			}
		});
		panel.webview.onDidReceiveMessage((message: unknown) => {
			this.#hear(readMessage(message));
		});
		panel.onDidChangeViewState(() => {
			// A page in the background is gone; the next one says when it is there.
			this.#isListening &&= panel.visible;
		});
		panel.webview.options = { enableScripts: true, localResourceRoots: pageRoots(this.#extension) };
		panel.webview.html = dashboardPage(panel.webview, this.#extension);
	}

	/** What it shows may be different now. */
	refresh(): void {
		if (this.#isListening) {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => {
				this.#send();
			}, quietMilliseconds);
		}
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#panel?.dispose();
	}

	#hear(message: FromDashboard | undefined): void {
		switch (message?.kind) {
			case undefined:
				return;
			case 'ready':
			case 'chooseLog':
				this.#isListening = true;
				this.#log = message.log;
				this.#beginAnew();
				this.#send();
				return;
			case 'open':
				this.#actor.open(message.uri, message.beside);
				return;
			case 'new':
				this.#actor.create();
				return;
			case 'save':
				this.#actor.save(message.picture, this.#log);
		}
	}

	#send(): void {
		this.#lastSend = this.#lastSend.then(() => this.#sendNow()).catch(this.#actor.onError);
	}

	async #sendNow(): Promise<void> {
		const request = this.#request;
		const content = await this.#actor.contentOf(this.#log);
		if (request === this.#request) {
			const message = this.#known === undefined ? content : messageFor(this.#known, content);
			this.#known = content;
			this.#log = content.log;
			void this.#panel?.webview.postMessage(message);
		}
	}

	#beginAnew(): void {
		this.#request++;
		this.#known = undefined;
	}
}

/** What the page must be told that knows the one and is to know the other. */
function messageFor(known: ShowDashboard, { dashboard, ...frame }: ShowDashboard): ShowDashboard | ChangeDashboard {
	const { dashboard: before, ...frameBefore } = known;
	return isSameData(frameBefore, frame) ? { kind: 'change', change: changeBetween(before, dashboard) } : { ...frame, dashboard };
}
