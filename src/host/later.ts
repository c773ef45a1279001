import * as vscode from 'vscode';
import type { Services } from './services.ts';

/** A part of the program that is loaded when it is needed. */
export interface LaterPart {
	/** Its commands: calling one loads the part. */
	readonly commands: readonly string[];
	readonly load: () => Promise<(services: Services) => vscode.Disposable>;
	/** Asked when the window opens or gets the focus: whether the part is needed without a log too. */
	readonly isWanted?: (services: Services) => Promise<boolean>;
}

/**
 * Loads the parts one after the other as soon as a log is being read, for the thread has little to do before the first notes come; one alone when one of its commands is called, or it says that
 * it is wanted. Where none of this happens, they cost nothing.
 */
export function registerLater(services: Services, parts: readonly LaterPart[]): vscode.Disposable {
	const loaders = parts.map(part => new Loader(services, part));
	const loadAll = async (): Promise<void> => {
		for (const loader of loaders) {
			await nextTurn();
			loader.loadNow();
			await loader.settled();
		}
	};
	const loadSoon = (): void => {
		loadAll().catch(services.onError);
	};
	if (services.vaults.all.some(({ isActive }) => isActive)) {
		loadSoon();
	}
	return vscode.Disposable.from(services.vaults.onDidStart(loadSoon), ...loaders);
}

/** Loading and starting each take their time: other work comes in between. */
function nextTurn(): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, 0));
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
				await nextTurn();
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
