import * as vscode from 'vscode';
import { until } from './logDriver.ts';

/** Types, key by key, where the caret is. */
async function type(text: string): Promise<void> {
	for (const character of text) {
		await vscode.commands.executeCommand('type', { text: character });
	}
}

/** Types, waits for the list to come up on its own, and takes what is selected in it. */
export async function typeAndAccept({ document }: vscode.TextEditor, text: string): Promise<void> {
	await type(text);
	const before = document.getText();
	await until(
		`a list to come up behind '${text}'`,
		async () => {
			await vscode.commands.executeCommand('acceptSelectedSuggestion');
			return document.getText() !== before;
		},
		() => before,
	);
}
