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

/** Loads the part as soon as the window has a log, one of its commands is called, or it says that it is wanted; where none of this happens, it costs nothing. */
export function registerLater(services: Services, { commands, load, isWanted }: LaterPart): vscode.Disposable {
	const { vaults, tell, onError } = services;
	const owned: vscode.Disposable[] = [];
	let loading: Promise<void> | undefined;
	let isDisposed = false;
	const start = (): Promise<void> => {
		loading ??= load().then(
			register => {
				vscode.Disposable.from(...owned.splice(0)).dispose();
				if (!isDisposed) {
					owned.push(register(services));
				}
			},
			(error: unknown) => {
				loading = undefined;
				throw error;
			},
		);
		return loading;
	};
	const startNow = (): void => {
		start().catch((error: unknown) => {
			tell.defect(vscode.l10n.t('Starting Daily Log'), error);
		});
	};
	const startIfWanted = (): void => {
		if (loading === undefined) {
			isWanted?.(services).then(wanted => {
				if (wanted) {
					startNow();
				}
			}, onError);
		}
	};
	owned.push(
		vaults.onDidChangeEntries(() => {
			if (vaults.withLog.length > 0) {
				startNow();
			}
		}),
		vscode.window.onDidChangeWindowState(({ focused }) => {
			if (focused) {
				startIfWanted();
			}
		}),
		...commands.map(id =>
			vscode.commands.registerCommand(id, async (...values: readonly unknown[]) => {
				try {
					await start();
				} catch (error) {
					tell.defect(vscode.l10n.t('Starting Daily Log'), error);
					return undefined;
				}
				return vscode.commands.executeCommand(id, ...values);
			}),
		),
	);
	startIfWanted();
	return new vscode.Disposable(() => {
		isDisposed = true;
		vscode.Disposable.from(...owned).dispose();
	});
}
