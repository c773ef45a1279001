import * as vscode from 'vscode';
import type { Teller } from './tell.ts';

/** Registers a command whose failures reach the user as one sentence; `name` is how that sentence calls it. */
export function registerCommand(
	tell: Teller,
	{ id, name }: { readonly id: string; readonly name: string },
	run: (...values: readonly unknown[]) => Promise<void>,
): vscode.Disposable {
	return vscode.commands.registerCommand(id, async (...values: readonly unknown[]) => {
		try {
			await run(...values);
		} catch (error) {
			tell.defect(name, error);
		}
	});
}
