import * as vscode from 'vscode';
import type { Services } from './services.ts';

/** A part of the program that is loaded when it is needed. */
export interface LaterPart {
	/** Its commands: calling one loads the part. */
	readonly commands: readonly string[];
	readonly load: () => Promise<(services: Services) => vscode.Disposable>;
}

/** Loads the part as soon as the window has a log, or one of its commands is called; where neither happens, it costs nothing. */
export function registerLater(services: Services, { commands, load }: LaterPart): vscode.Disposable {
	const { vaults, tell } = services;
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
	const startWithLog = (): void => {
		if (vaults.withLog.length > 0) {
			start().catch((error: unknown) => {
				tell.defect(vscode.l10n.t('Starting Daily Log'), error);
			});
		}
	};
	owned.push(
		vaults.onDidChangeEntries(startWithLog),
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
	return new vscode.Disposable(() => {
		isDisposed = true;
		vscode.Disposable.from(...owned).dispose();
	});
}
