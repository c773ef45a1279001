import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, lines, pause, until } from './logDriver.ts';

/** A sound entry: those of a test's log are written in this form. Fields may be replaced by lines of their own, or left out with `''`. */
export function entry(number: number, changes: Readonly<Record<string, string>> = {}, body = '\nText.\n'): string {
	const fields: Readonly<Record<string, string>> = {
		title: `title: "${number} - Entry"`,
		date: `date: 2022-12-${String(((number - 1) % 31) + 1).padStart(2, '0')}T06:00:00-07:00`,
		series: 'series: ["Daily Log"]',
		tags: 'tags: ["daily-log"]',
		input: 'input: 30',
		output: 'output: "Done"',
		draft: 'draft: false',
		...changes,
	};
	return lines('---', ...Object.values(fields).filter(line => line !== ''), '---') + body;
}

/** Our problems of a file, in the order of the text. */
export function diagnosticsAt(path: string): readonly vscode.Diagnostic[] {
	return vscode.languages
		.getDiagnostics(at(path))
		.filter(({ source }) => source === 'Daily Log')
		.sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The stable code of a problem. */
export function codeOf({ code }: vscode.Diagnostic): string {
	return typeof code === 'object' ? String(code.value) : 'no code';
}

/** The codes of a file's problems. */
export function codesAt(path: string): readonly string[] {
	return diagnosticsAt(path).map(codeOf);
}

/** Waits until a file has just these problems. */
export async function untilCodes(path: string, ...codes: readonly string[]): Promise<void> {
	await until(
		`${path} to have the problems [${codes.join()}]`,
		() => codesAt(path).join() === codes.join(),
		() => codesAt(path),
	);
}

/** Lets a check take place that must change nothing: as long as typing rests, file events are gathered, and then some. */
export function afterChecks(): Promise<void> {
	return pause(900);
}

/** Opens an entry in an editor, with the caret at a problem of the code, one that has fixes. */
export async function openAt(path: string, code: string): Promise<{ readonly editor: vscode.TextEditor; readonly range: vscode.Range }> {
	const editor = await vscode.window.showTextDocument(at(path));
	const diagnostic = await until(`${path} to have ${code}`, () => diagnosticsAt(path).find(each => codeOf(each) === code));
	editor.selection = new vscode.Selection(diagnostic.range.start, diagnostic.range.start);
	await untilComplete(path, code, diagnostic.range);
	return { editor, range: diagnostic.range };
}

/**
 * Whether code actions are asked of all who will ever have some: VS Code drops the answers when another extension comes in meanwhile, as the one for Markdown does
 * when the first note is opened.
 */
async function untilComplete(path: string, code: string, range: vscode.Range): Promise<void> {
	await until(`${path} to have fixes of ${code}`, async () => ((await actionsAt(path, range).catch(dropped))?.size ?? 0) > 0);
}

/** VS Code 1.100 says `Canceled` where later versions answer with nothing; anything else is a failure. */
function dropped(error: unknown): undefined {
	if (!(error instanceof Error) || error.message !== 'Canceled') {
		throw error;
	}
	return undefined;
}

/** The lightbulb at a place, of one kind; titles lead to actions. */
export async function actionsAt(
	path: string,
	range: vscode.Range,
	kind = vscode.CodeActionKind.QuickFix,
): Promise<ReadonlyMap<string, vscode.CodeAction>> {
	const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		at(path),
		range,
		kind.value,
	);
	return new Map(actions.map(action => [action.title, action]));
}

/** Does what a click on the action does. */
export async function perform(action: vscode.CodeAction | undefined): Promise<void> {
	assert.ok(action, 'there is no such action');
	if (action.edit !== undefined) {
		assert.ok(await vscode.workspace.applyEdit(action.edit), `'${action.title}' was refused`);
	}
	if (action.command !== undefined) {
		const given: readonly unknown[] = action.command.arguments ?? [];
		await vscode.commands.executeCommand(action.command.command, ...given);
	}
}
