import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from './chromium.ts';
import { copyExtension } from './copyExtension.ts';
import { installCodeOss, newest } from './codeOss.ts';
import { copySample, createWorkspace } from './editorKinds.ts';
import { processesBelow } from './process.ts';
import { cache, root } from './root.ts';
import { type Settings, startServer } from './server.ts';
import { openPage, patience, type Window } from './workbenchPage.ts';

/** Built-in themes by short names. */
const themes = {
	light: 'Light Modern',
	dark: 'Dark Modern',
	highContrast: 'Default High Contrast',
} as const;

/** What a workbench is opened with. Everything has a default: the sample log, the newest editor, the light theme. */
export interface WorkbenchOptions {
	readonly theme?: keyof typeof themes;
	readonly settings?: Settings;
	/** A version of `code-server`. */
	readonly version?: string;
	/** Fills an empty folder and returns what to open in it; a copy of the sample log if absent. */
	readonly prepare?: (folder: string) => string | undefined;
	/** Pixels of the window. */
	readonly size?: { readonly width: number; readonly height: number };
	/** The language of the window, e.g. `de`; VS Code's own texts stay English. */
	readonly language?: string;
	/** Variables for the extension host, e.g. `{ TZ: 'America/Denver' }`. */
	readonly environment?: Readonly<Record<string, string>>;
	/** The folders of other extensions to run beside it. */
	readonly companions?: readonly string[];
	/** Ask whether the folder is trusted, as the desktop does. */
	readonly workspaceTrust?: boolean;
}

/**
 * A copy of the extension, made once a run. Not the checkout itself: the editor lies in it, and VS Code shows the first theme below the folder of an extension under development,
 * whatever the settings say.
 */
let extension: string | undefined;

/** The real workbench in a headless browser, for a person's hands. Each has a server and a workspace of its own. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
	const workspace = createWorkspace({ prepare: options.prepare ?? (folder => copySample(join(folder, 'log'))) });
	const server = await startServer(await installCodeOss(options.version ?? newest), {
		// On the web, VS Code saves by itself unless told not to; on the desktop it does not.
		settings: { 'files.autoSave': 'off', 'workbench.colorTheme': themes[options.theme ?? 'light'], ...options.settings },
		...(options.environment === undefined ? {} : { environment: options.environment }),
		...(options.language === undefined ? {} : { language: options.language }),
		workspaceTrust: options.workspaceTrust === true,
	});
	const browser = await launchBrowser();
	extension ??= copyExtension(join(root, 'out', 'ui-extension'), manifest => manifest);
	const window = {
		server,
		browser,
		workspace: workspace.path,
		extensions: [extension, ...(options.companions ?? [])],
		size: options.size ?? { width: 1280, height: 800 },
		language: options.language ?? 'en-US',
	};
	return new Workbench(await openPage(window), window, async () => {
		await browser.close();
		await server.stop();
		workspace.remove();
	});
}

/** As much of an element of the page as is asked for. */
interface Labelled {
	getAttribute(name: string): string | null;
}

/** One window of the workbench. Methods wait for what they name, and fail with the name of it when patience is at its end. */
export class Workbench {
	/** For whatever has no method here. */
	readonly page: Page;
	readonly #window: Window;
	readonly #close: () => Promise<void>;

	constructor(page: Page, window: Window, close: () => Promise<void>) {
		this.page = page;
		this.#window = window;
		this.#close = close;
	}

	/** The folder that is open, by its absolute path; `''` in an empty window. */
	get folder(): string {
		return this.#window.workspace ?? '';
	}

	/** The text on disk of a file of the open folder; undefined if it is not there. */
	findFile(path: string): string | undefined {
		const file = join(this.folder, ...path.split('/'));
		return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
	}

	/** The text on disk of a file of the open folder. */
	readFile(path: string): string {
		return readFileSync(join(this.folder, ...path.split('/')), 'utf8');
	}

	/** Writes a file of the open folder as another program would, past the editor. */
	writeFile(path: string, text: string): void {
		writeFileSync(join(this.folder, ...path.split('/')), text);
	}

	/** Writes files, again and again until the window shows what comes of it: VS Code says nothing of what happens before it watches the folder. */
	async writeFilesUntil(files: Readonly<Record<string, string>>, shown: Locator): Promise<void> {
		for (const timeout of [5000, 5000, 10_000, 20_000]) {
			for (const [path, text] of Object.entries(files)) {
				this.writeFile(path, text);
			}
			const isShown = await shown.waitFor({ timeout }).then(
				() => true,
				() => false,
			);
			if (isShown) {
				return;
			}
		}
		await shown.waitFor({ timeout: 1000 });
	}

	/** A second window, as of a second person, on the same folder. Closed with the first. */
	async openSecondWindow(): Promise<Workbench> {
		return new Workbench(await openPage(this.#window), this.#window, () => Promise.resolve());
	}

	/** The folder in which the extension keeps what all windows share. */
	get sharedFolder(): string {
		return join(this.#window.server.data, 'data', 'User', 'globalStorage', 'daily-log.daily-log');
	}

	/** Kills the extension hosts of all windows as a crash would, without a chance to save anything. Returns how many there were. */
	crash(): number {
		const hosts = processesBelow(this.#window.server.pid).filter(({ command }) => command.includes('--type=extensionHost'));
		hosts.forEach(({ pid }) => process.kill(pid, 'SIGKILL'));
		return hosts.length;
	}

	/** Loads the window anew. */
	async reload(): Promise<void> {
		await this.page.reload();
		await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
	}

	/** Runs a command by its title, e.g. `Daily Log: New Daily Log`, as a person does. */
	async runCommand(title: string): Promise<void> {
		await this.page.keyboard.press('F1');
		await this.quickInput.fill(`>${title}`);
		await this.quickPickRows.filter({ hasText: title }).first().click();
		// The command may open an input of its own in the place of the palette's.
		await this.waitFor(
			'the palette to close',
			async () => !(await this.quickInput.isVisible()) || !(await this.quickInput.inputValue({ timeout: 500 })).startsWith('>'),
		);
	}

	/** The titles the palette offers for a text. */
	async paletteRows(text: string): Promise<readonly string[]> {
		await this.page.keyboard.press('F1');
		await this.quickInput.fill(`>${text}`);
		await this.quickPickRows.first().waitFor();
		const rows = await this.quickPickRows.allInnerTexts();
		await this.page.keyboard.press('Escape');
		return rows;
	}

	/** Calls a command that asks something, and waits for its box: letters typed earlier would go into the editor. */
	async ask(title: string): Promise<void> {
		await this.runCommand(title);
		await this.page.locator('.quick-input-widget .quick-input-box input:focus').waitFor();
	}

	/** Types a text, key by key, where the caret is. */
	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
	}

	/** Presses a key or a chord, e.g. `Control+S`. */
	async press(key: string): Promise<void> {
		await this.page.keyboard.press(key);
	}

	/** The input of the quick pick or input box; its text is `await workbench.quickInput.inputValue()`. */
	get quickInput(): Locator {
		return this.page.locator('.quick-input-widget .quick-input-box input:visible');
	}

	/** What stands under the input: prompt or error. */
	get quickInputMessage(): Locator {
		return this.page.locator('.quick-input-widget .quick-input-message');
	}

	/** The rows of the quick pick. */
	get quickPickRows(): Locator {
		return this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
	}

	/** The tab of the editor that has the focus of its group. */
	get activeTab(): Locator {
		return this.page.locator('.part.editor .tab.active');
	}

	/** The lines of the active editor that are in sight. Blanks in them are no-break spaces: for text, ask `editorText`. */
	get editorLines(): Locator {
		return this.page.locator('.part.editor .editor-instance .view-lines').first();
	}

	/** The text of the active editor that is in sight, line by line; for text out of sight, read the file. */
	async editorText(): Promise<string> {
		return (await this.editorLines.innerText()).replaceAll('\u00a0', ' ');
	}

	/** Where the caret is, as the status bar says it: `Ln 8, Col 9`. */
	get caretPlace(): Locator {
		return this.page.locator('.part.statusbar [id="status.editor.selection"]');
	}

	/** Waits until the caret is there, e.g. at `Ln 8, Col 9`. */
	async waitForCaret(place: string): Promise<void> {
		await this.waitFor(`the caret at ${place}`, async () => (await this.caretPlace.innerText()) === place);
	}

	/** Whether the active editor has changes that are not saved. */
	async isDirty(): Promise<boolean> {
		return /\bdirty\b/u.test((await this.activeTab.getAttribute('class')) ?? '');
	}

	/** Puts the caret at the end of a line, counted from 1. */
	async goToEndOfLine(line: number): Promise<void> {
		await this.press('Control+g');
		await this.quickInput.fill(`:${line}`);
		await this.press('Enter');
		await this.waitForCaret(`Ln ${line}, Col 1`);
		await this.press('End');
	}

	/** Opens the menu of the lightbulb at the caret; asked again until the editor has heard of the problems there. */
	async openQuickFixes(): Promise<void> {
		await this.waitFor('the lightbulb', async () => {
			await this.press('Control+.');
			await this.page.locator('.action-widget .monaco-list-row').first().waitFor({ timeout: 2000 });
			return true;
		});
	}

	/** Closes every editor; what is not saved must not be there. */
	async closeEditors(): Promise<void> {
		await this.press('Control+k');
		await this.press('Control+w');
		await this.waitFor('the editors to close', async () => (await this.page.locator('.part.editor .tab').count()) === 0);
	}

	/** Waits until the active editor shows a text. */
	async waitForEditorText(text: string): Promise<void> {
		await this.waitFor(`the text '${text}' in the editor`, async () => (await this.editorText()).includes(text));
	}

	/** Waits until something is so, e.g. a file on disk that changes. A question that throws is asked again. */
	async waitFor(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
		const end = Date.now() + patience;
		let trouble = '';
		while (Date.now() < end) {
			try {
				if (await isSo()) {
					return;
				}
			} catch (error) {
				trouble = ` (${String(error)})`;
			}
			await new Promise(resolve => setTimeout(resolve, 100));
		}
		throw new Error(`Waited ${patience / 1000} s in vain for ${what}${trouble}.`);
	}

	/** An item of the status bar by its id, e.g. `dailyLog.inputHours`. */
	statusBarItem(id: string): Locator {
		return this.page.locator(`.part.statusbar [id="daily-log.daily-log.${id}"]`);
	}

	/** Brings a container of the activity bar to the front, e.g. `Daily Log`. */
	async showContainer(title: string): Promise<void> {
		const action = this.page.locator(`.part.activitybar .action-item:has([aria-label^="${title}"])`).first();
		await action.waitFor();
		if ((await action.getAttribute('aria-selected')) !== 'true') {
			await action.click();
		}
	}

	/** The rows of the trees in the side bar, in their order on the screen. */
	get sidebarRows(): Locator {
		return this.page.locator('.part.sidebar .monaco-list-row');
	}

	/** What a row of the side bar says to a screen reader: label, description, state. */
	async sidebarLabels(): Promise<readonly string[]> {
		return this.sidebarRows.evaluateAll((rows: readonly Labelled[]) => rows.map(row => row.getAttribute('aria-label') ?? ''));
	}

	/** Takes the pointer off everything, so that no hover is in the way. */
	async restPointer(): Promise<void> {
		await this.page.mouse.move(this.#window.size.width / 2, this.#window.size.height - 120, { steps: 5 });
		await this.page.locator('.monaco-hover:visible, .workbench-hover:visible').first().waitFor({ state: 'hidden' });
	}

	/** The notifications in sight. */
	get notifications(): Locator {
		return this.page.locator('.notification-list-item');
	}

	/** Opens the list of notifications, for none pops up where tests drive Code - OSS, and waits for one with a text. */
	async waitForNotice(text: string): Promise<void> {
		await this.runCommand('Notifications: Show Notifications');
		await this.notifications.filter({ hasText: text }).waitFor();
	}

	/** Waits until the status bar reports no work in progress, such as extensions that are being activated. */
	async waitUntilQuiet(): Promise<void> {
		await this.waitFor(
			'the workbench to be quiet',
			async () => (await this.page.locator('.part.statusbar .codicon-modifier-spin').count()) === 0,
		);
	}

	/** Rests the pointer on something and returns the hover that comes up. */
	async hover(target: Locator): Promise<Locator> {
		await target.hover();
		const hover = this.page.locator('.monaco-hover:visible, .workbench-hover:visible').first();
		await hover.waitFor();
		return hover;
	}

	/** Saves a picture as `.vscode-test/screenshots/<name>.png`, and returns its path. */
	async screenshot(name: string): Promise<string> {
		const folder = join(cache, 'screenshots');
		mkdirSync(folder, { recursive: true });
		const path = join(folder, `${name}.png`);
		await this.page.screenshot({ path });
		return path;
	}

	/** Closes the windows, ends the server, deletes the workspace. */
	async close(): Promise<void> {
		await this.#close();
	}
}
