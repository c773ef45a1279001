import * as vscode from 'vscode';
import type { Services } from './services.ts';

/** A part of the program that is loaded when it is needed. */
export interface LaterPart {
	/** Its commands: calling one loads the part. */
	readonly commands: readonly string[];
	readonly load: () => Promise<(services: Services) => vscode.Disposable>;
	/** Whether it lets what is kept of the log be taken up before it. */
	readonly mayWait?: boolean;
	/** Asked when the window opens or gets the focus: whether the part is needed without a log too. */
	readonly isWanted?: (services: Services) => Promise<boolean>;
}

/** Parts that are loaded later. */
export interface LaterParts extends vscode.Disposable {
	/** Resolves when those that are wanted by now are loaded. */
	settled(): Promise<void>;
}

/** What is kept of a log is taken up by then; a log that is read for the first time takes longer, but leaves the thread much of its time. */
const mostWaiting = 400;

/**
 * Loads the parts one after the other as soon as a log is being read; one alone when one of its commands is called, or it says that it is wanted. Where none of this happens, they cost
 * nothing.
 */
export function registerLater(services: Services, parts: readonly LaterPart[]): LaterParts {
	const loaders = parts.map(part => new Loader(services, part));
	let loading = Promise.resolve();
	const loadAll = async (): Promise<void> => {
		for (const [index, loader] of loaders.entries()) {
			await (parts[index]?.mayWait === true ? Promise.race([services.vaults.ready, pause(mostWaiting)]) : pause(0));
			loader.loadNow();
			await loader.settled();
		}
	};
	const loadSoon = (): void => {
		loading = loadAll().catch(services.onError);
	};
	if (services.vaults.all.some(({ isActive }) => isActive)) {
		loadSoon();
	}
	const owned = vscode.Disposable.from(services.vaults.onDidStart(loadSoon), ...loaders);
	return { settled: () => loading, dispose: () => owned.dispose() as undefined };
}

function pause(milliseconds: number): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** One part, with its commands as long as it is not loaded. */
class Loader implements vscode.Disposable {
	readonly #services: Services;
	readonly #part: LaterPart;
	/** What is there in the part's place, then what the part is. */
	#owned: readonly vscode.Disposable[];
	#loading: Promise<void> | undefined;
	#isDisposed = false;

	constructor(services: Services, part: LaterPart) {
		this.#services = services;
		this.#part = part;
		this.#owned = [
			vscode.window.onDidChangeWindowState(({ focused }) => {
				if (focused) {
					this.#loadIfWanted();
				}
			}),
			...part.commands.map(id => vscode.commands.registerCommand(id, (...values: readonly unknown[]) => this.#run(id, values))),
		];
		this.#loadIfWanted();
	}

	loadNow(): void {
		this.#load().catch((error: unknown) => {
			this.#services.tell.defect(vscode.l10n.t('Starting Daily Log'), error);
		});
	}

	/** Resolves when it is loaded, or cannot be; at once where nobody wants it. */
	async settled(): Promise<void> {
		await this.#loading?.catch(() => undefined);
	}

	dispose(): void {
		this.#isDisposed = true;
		vscode.Disposable.from(...this.#owned).dispose();
	}

	#load(): Promise<void> {
		this.#loading ??= this.#part.load().then(
			async register => {
				// Loading and starting each take their time: other work comes in between.
				await pause(0);
				vscode.Disposable.from(...this.#owned).dispose();
				this.#owned = this.#isDisposed ? [] : [register(this.#services)];
			},
			(error: unknown) => {
				this.#loading = undefined;
				throw error;
			},
		);
		return this.#loading;
	}

	#loadIfWanted(): void {
		if (this.#loading === undefined) {
			this.#part.isWanted?.(this.#services).then(wanted => {
				if (wanted) {
					this.loadNow();
				}
			}, this.#services.onError);
		}
	}

	/** The part puts a command of its own in the place of this one. */
	async #run(id: string, values: readonly unknown[]): Promise<unknown> {
		try {
			await this.#load();
		} catch (error) {
			this.#services.tell.defect(vscode.l10n.t('Starting Daily Log'), error);
			return undefined;
		}
		return vscode.commands.executeCommand(id, ...values);
	}
}
